package org.duecare.reports.page;

import java.util.List;
import java.util.Objects;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.assessment.PremiumAssessment;
import org.duecare.premium.Premium;
import org.duecare.reports.page.DataTable.Cell;

/** What liability insurance costs, by component; nothing where no variant states a premium. */
final class PremiumSection {
    private final PageData data;

    PremiumSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        List<VariantAssessment> priced = data.assessment().variants().stream()
                .filter(variant -> variant.premium() != null)
                .toList();
        if (priced.isEmpty()) {
            return;
        }
        html.open("section", "id", "premiums").element("h2", "What insurance costs");
        html.element(
                "p",
                "Premiums of all insured operations, known before the first trial: prices by class of sector, territory, size"
                        + " and care. The loss ratio is what insurers paid in the simulation over the premium before tax; its"
                        + " range is that of the simulation.",
                "class",
                "note");
        DataTable table = new DataTable(
                "Premiums a year, in " + data.currency() + ", 95 % range in brackets",
                List.of(
                        "Variant",
                        "Insured",
                        "Principle",
                        "Expected loss",
                        "Risk load",
                        "Expenses",
                        "Commission",
                        "Tax",
                        "Total",
                        "Loss ratio"));
        priced.forEach(variant -> table.row(row(variant.variant(), Objects.requireNonNull(variant.premium()))));
        table.writeTo(html);
        html.close("section");
    }

    private List<Cell> row(String variant, PremiumAssessment assessment) {
        Premium premium = assessment.premium();
        return List.of(
                Cell.of(variant),
                new Cell(Integer.toString(assessment.insured()), assessment.insured()),
                Cell.of(assessment.principle()),
                money(premium.expectedLoss()),
                money(premium.riskLoad()),
                money(premium.expenses()),
                money(premium.commission()),
                money(premium.tax()),
                money(premium.total()),
                new Cell(
                        Amounts.percent(assessment.lossRatio()),
                        assessment.lossRatio().estimate()));
    }

    private Cell money(double amount) {
        return new Cell(Amounts.money(amount, data.currency()), amount);
    }
}
