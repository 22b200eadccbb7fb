package org.duecare.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessment.FundYear;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.assessment.CoverAssessment;
import org.duecare.reports.page.DataTable.Cell;
import org.duecare.statistics.ConfidenceInterval;

/** Insurers, treaties, exclusions and recoupment; nothing where insurers always pay, keep everything and exclude nothing. */
final class InsurersSection {
    private static final int MEDIAN = FundYear.BALANCE_LEVELS.indexOf(0.5);
    private static final int LOW = FundYear.BALANCE_LEVELS.indexOf(0.05);

    private final PageData data;

    InsurersSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        List<VariantAssessment> covered = data.assessment().variants().stream()
                .filter(variant -> variant.cover().any())
                .toList();
        if (covered.isEmpty()) {
            return;
        }
        html.open("section", "id", "insurers").element("h2", "Insurers and reinsurers");
        List<VariantAssessment> markets = covered.stream()
                .filter(variant -> variant.cover().insurers() != null)
                .toList();
        if (!markets.isEmpty()) {
            market(markets).writeTo(html);
            years(markets).writeTo(html);
            treaties(html, markets);
            capacity(html, markets);
        }
        exclusions(html, covered);
        recoupment(html, covered);
        html.close("section");
    }

    private static CoverAssessment.Insurers of(VariantAssessment variant) {
        return Objects.requireNonNull(variant.cover().insurers());
    }

    private DataTable market(List<VariantAssessment> variants) {
        DataTable table = new DataTable(
                "Claims on insurers: means a year in " + data.currency() + ", 95 % range in brackets",
                List.of(
                        "Variant",
                        "Claims before reinsurance",
                        "Share paid",
                        "Guarantee scheme",
                        "Left to the next payers",
                        "Premiums of refilled treaties"));
        for (VariantAssessment variant : variants) {
            CoverAssessment.Insurers market = of(variant);
            table.row(List.of(
                    Cell.of(variant.variant()),
                    money(market.due()),
                    new Cell(Amounts.percent(market.levelOfPayments()), market.levelOfPayments()),
                    money(market.guarantee()),
                    money(market.unpaid()),
                    money(market.refills())));
        }
        return table;
    }

    private DataTable years(List<VariantAssessment> variants) {
        DataTable table = new DataTable(
                "Insurers by year: capital at its end in " + data.currency()
                        + "; an insurer defaults when it cannot pay its claims in full, and then all of the year share one level",
                List.of(
                        "Variant",
                        "Insurer",
                        "Year",
                        "Mean capital",
                        "Median",
                        "1 in 20 below",
                        "Chance of default",
                        "Share of claims paid"));
        for (VariantAssessment variant : variants) {
            for (CoverAssessment.Insurer insurer : of(variant).insurers()) {
                for (CoverAssessment.InsurerYear year : insurer.years()) {
                    table.row(row(variant.variant(), insurer, year));
                }
            }
        }
        return table;
    }

    private List<Cell> row(String variant, CoverAssessment.Insurer insurer, CoverAssessment.InsurerYear year) {
        List<Cell> row = new ArrayList<>(List.of(
                Cell.of(variant),
                Cell.of(insurer.insurer()),
                Cell.of(Integer.toString(data.run().scenario().firstYear() + year.year() - 1))));
        ConfidenceInterval capital = year.capitalMean();
        if (capital == null) {
            row.addAll(List.of(Cell.of("without end"), Cell.none(), Cell.none()));
        } else {
            row.add(money(capital));
            row.add(money(year.capitalQuantiles().get(MEDIAN)));
            row.add(money(year.capitalQuantiles().get(LOW)));
        }
        row.add(new Cell(
                Amounts.percent(year.probabilityOfDefault()),
                year.probabilityOfDefault().estimate()));
        row.add(new Cell(Amounts.percent(year.levelOfPayments()), year.levelOfPayments()));
        return row;
    }

    private void treaties(Html html, List<VariantAssessment> variants) {
        if (variants.stream().allMatch(variant -> of(variant).treaties().isEmpty())) {
            return;
        }
        DataTable table = new DataTable(
                "Treaties in the order in which they apply: means a year in " + data.currency()
                        + ", 95 % range in brackets",
                List.of("Variant", "Treaty", "Pays"));
        for (VariantAssessment variant : variants) {
            for (CoverAssessment.TreatyMean treaty : of(variant).treaties()) {
                table.row(List.of(Cell.of(variant.variant()), Cell.of(treaty.treaty()), money(treaty.mean())));
            }
        }
        table.writeTo(html);
    }

    private void capacity(Html html, List<VariantAssessment> variants) {
        DataTable table = new DataTable(
                "Capacity asked of the market: claims of a year, in " + data.currency() + ", 95 % range in brackets",
                List.of("Variant", "Asked of", "1 in years", "Claims of a year", "Mean at or beyond"));
        for (VariantAssessment variant : variants) {
            for (CoverAssessment.Capacity capacity : of(variant).capacity()) {
                if (data.isHeadline(capacity.returnPeriod())) {
                    table.row(List.of(
                            Cell.of(variant.variant()),
                            Cell.of(word(capacity.side())),
                            Cell.of(Amounts.plain(capacity.returnPeriod())),
                            money(capacity.loss()),
                            money(capacity.tvar())));
                }
            }
        }
        table.writeTo(html);
    }

    private static String word(CoverAssessment.Side side) {
        return switch (side) {
            case GROSS -> "insurers and reinsurers together";
            case NET -> "insurers, net of reinsurance";
            case REINSURERS -> side.name().toLowerCase(Locale.ROOT);
        };
    }

    private void exclusions(Html html, List<VariantAssessment> variants) {
        if (variants.stream().allMatch(variant -> variant.cover().exclusions() == null)) {
            return;
        }
        DataTable table = new DataTable(
                "What exclusions cost each payer a year, in " + data.currency()
                        + ": with them minus without, on the same history, 95 % range in brackets",
                List.of("Variant", "Compared with", "Measure", "Difference"));
        for (VariantAssessment variant : variants) {
            CoverAssessment.ExclusionCost cost = variant.cover().exclusions();
            if (cost != null) {
                for (Assessment.Difference difference : cost.differences()) {
                    table.row(List.of(
                            Cell.of(variant.variant()),
                            Cell.of(cost.without()),
                            Cell.of(Words.label(difference.measure())),
                            new Cell(
                                    Amounts.change(difference.mean(), data.currency()),
                                    difference.mean().estimate())));
                }
            }
        }
        table.writeTo(html);
    }

    private void recoupment(Html html, List<VariantAssessment> variants) {
        if (variants.stream().allMatch(variant -> variant.cover().recoupments().isEmpty())) {
            return;
        }
        DataTable table = new DataTable(
                "What the state takes back from policyholders: mean a year in " + data.currency(),
                List.of("Variant", "Layer", "Taken back"));
        for (VariantAssessment variant : variants) {
            for (CoverAssessment.Recouped recouped : variant.cover().recoupments()) {
                table.row(List.of(Cell.of(variant.variant()), Cell.of(recouped.layer()), money(recouped.mean())));
            }
        }
        table.writeTo(html);
    }

    private Cell money(ConfidenceInterval amount) {
        return new Cell(Amounts.money(amount, data.currency()), amount.estimate());
    }

    private Cell money(double amount) {
        return new Cell(Amounts.money(amount, data.currency()), amount);
    }
}
