package org.duecare.reports.page;

import java.util.List;
import java.util.Objects;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.assessment.Burden;
import org.duecare.reports.page.DataTable.Cell;

/** What cover costs operators by size and territory; nothing where they pay neither premium nor levy nor call. */
final class BurdenSection {
    private final PageData data;

    BurdenSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        List<VariantAssessment> burdened = data.assessment().variants().stream()
                .filter(variant -> variant.burden() != null)
                .toList();
        if (burdened.isEmpty()) {
            return;
        }
        html.open("section", "id", "burden").element("h2", "What cover costs operators");
        html.element(
                "p",
                "Premium, levies and calls a year, and their share of revenue. Size classes by revenue: micro up to 2 million,"
                        + " small up to 10, medium up to 50, large up to 500.",
                "class",
                "note");
        for (VariantAssessment variant : burdened) {
            html.element("h3", variant.variant());
            table(Objects.requireNonNull(variant.burden())).writeTo(html);
        }
        html.close("section");
    }

    private DataTable table(Burden burden) {
        String currency = data.currency();
        DataTable table = new DataTable(
                "Burden of cover a year in " + currency + ", 95 % range in brackets",
                List.of("By", "Group", "Operations", "Revenue", "Premium", "Levies and calls", "Share of revenue"));
        for (Burden.Group group : burden.groups()) {
            table.row(List.of(
                    Cell.of(
                            switch (group.by()) {
                                case ALL -> "all";
                                case SIZE -> "size";
                                case TERRITORY -> "territory";
                            }),
                    Cell.of(group.by() == Burden.By.ALL ? "all operations" : group.name()),
                    new Cell(Integer.toString(group.operations()), group.operations()),
                    new Cell(Amounts.money(group.revenue(), currency), group.revenue()),
                    new Cell(Amounts.money(group.premium(), currency), group.premium()),
                    new Cell(
                            Amounts.money(group.contributions(), currency),
                            group.contributions().estimate()),
                    new Cell(Amounts.percent(group.share()), group.share().estimate())));
        }
        return table;
    }
}
