package org.duecare.reports.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessment.FundAssessment;
import org.duecare.assessment.Assessment.FundYear;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.assessment.FundRisk;
import org.duecare.fund.LiabilityFund;
import org.duecare.reports.page.DataTable.Cell;
import org.duecare.simulation.Policy;

/** The path of each fund; nothing where no variant has one. */
final class FundSection {
    private final PageData data;

    FundSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        List<VariantAssessment> funded = data.assessment().variants().stream()
                .filter(variant -> variant.fund() != null)
                .toList();
        if (funded.isEmpty()) {
            return;
        }
        html.open("section", "id", "fund").element("h2", "The fund over the years");
        for (VariantAssessment variant : funded) {
            figure(html, variant, Objects.requireNonNull(variant.fund()));
        }
        html.close("section");
    }

    private void figure(Html html, VariantAssessment variant, FundAssessment fund) {
        html.open("figure").element("h3", variant.variant());
        html.element(
                "p",
                "The fund has to pay pro rata at least once within the horizon with a chance of "
                        + Amounts.percent(fund.probabilityOfProrationWithinHorizon()) + ".");
        boolean complete = !fund.years().isEmpty()
                && fund.years().stream()
                        .allMatch(year -> Arrays.stream(year.balanceQuantiles()).allMatch(Double::isFinite));
        if (complete) {
            chart(html, variant, fund);
        }
        table(fund).writeTo(html);
        if (fund.risk() != null && !fund.risk().years().isEmpty()) {
            failure(html, variant.variant(), fund.risk());
        }
        if (fund.years().stream().anyMatch(year -> year.calls() != null)) {
            calls(fund).writeTo(html);
        }
        if (!fund.classes().isEmpty()) {
            classes(fund).writeTo(html);
        }
        html.close("figure");
    }

    private void chart(Html html, VariantAssessment variant, FundAssessment fund) {
        List<double[]> years = new ArrayList<>();
        double[] opening = new double[FundYear.BALANCE_LEVELS.size()];
        Arrays.fill(opening, initial(variant.variant()));
        years.add(opening);
        fund.years().forEach(year -> years.add(year.balanceQuantiles()));
        double[] last = years.get(years.size() - 1);
        String description = "Fan of the fund's balance. At the end of the last year the median is "
                + Amounts.money(last[3], data.currency()) + ", and 90 % of the trials lie between "
                + Amounts.money(last[1], data.currency()) + " and " + Amounts.money(last[5], data.currency()) + ".";
        FundChart chart =
                new FundChart(years, data.currency(), data.run().scenario().firstYear());
        html.raw(chart.svg("Balance of the fund, " + variant.variant(), description));
        html.element("figcaption", "Shaded: the ranges that hold 98, 90 and 50 % of the trials; line: median.");
    }

    /** When the fund fails: chart and table. */
    private void failure(Html html, String variant, FundRisk risk) {
        String currency = data.currency();
        int first = data.run().scenario().firstYear();
        FundRisk.Year last = risk.years().get(risk.years().size() - 1);
        String description =
                "Probability that money has been lacking, and that the balance has been nought or a debt, by year."
                        + " At the end: " + Amounts.percent(last.ruin()) + " and " + Amounts.percent(last.depletion())
                        + ".";
        html.raw(new RuinChart(risk.years(), first).svg("Failure of the fund, " + variant, description));
        html.element(
                "figcaption",
                "Ruin: money was lacking for claims in that year or before. Empty: a closing balance was nought or a debt. Shaded:"
                        + " 95 % range.");
        StringBuilder text = new StringBuilder();
        if (Double.isFinite(risk.yearsToDepletion().estimate())) {
            text.append("Trials in which the fund is emptied come to it after ")
                    .append(Amounts.count(risk.yearsToDepletion()))
                    .append(" years on average. ");
        }
        if (Double.isFinite(risk.shortfallGivenProration().estimate())) {
            text.append("A year in which money is lacking leaves ")
                    .append(Amounts.money(risk.shortfallGivenProration(), currency))
                    .append(" of the claims on the fund unpaid.");
        }
        if (!text.isEmpty()) {
            html.element("p", text.toString().strip());
        }
        DataTable table = new DataTable(
                "Failure of the fund by year: shortfall in " + currency + ", 95 % range in brackets",
                List.of("Year", "Ruin by then", "Empty by then", "Mean shortfall", "Share of claims paid"));
        for (FundRisk.Year year : risk.years()) {
            table.row(List.of(
                    Cell.of(Integer.toString(first + year.year() - 1)),
                    new Cell(Amounts.percent(year.ruin()), year.ruin().estimate()),
                    new Cell(Amounts.percent(year.depletion()), year.depletion().estimate()),
                    new Cell(
                            Amounts.money(year.shortfall(), currency),
                            year.shortfall().estimate()),
                    new Cell(
                            Amounts.percent(year.levelOfPayments()),
                            year.levelOfPayments().estimate())));
        }
        table.writeTo(html);
    }

    private double initial(String variant) {
        return data.run().scenario().policies().stream()
                .filter(policy -> policy.variant().equals(variant))
                .map(Policy::fund)
                .filter(Objects::nonNull)
                .mapToDouble(LiabilityFund::initial)
                .findFirst()
                .orElse(0);
    }

    private DataTable calls(FundAssessment fund) {
        String currency = data.currency();
        DataTable table = new DataTable(
                "Calls upon members by year: means in " + currency,
                List.of("Year", "Calls paid", "Paid out", "Claims carried on"));
        for (FundYear year : fund.years()) {
            Assessment.Calls calls = Objects.requireNonNull(year.calls());
            table.row(List.of(
                    Cell.of(Integer.toString(data.run().scenario().firstYear() + year.year() - 1)),
                    new Cell(Amounts.money(calls.callsMean(), currency), calls.callsMean()),
                    new Cell(Amounts.money(calls.paidOutMean(), currency), calls.paidOutMean()),
                    new Cell(Amounts.money(calls.carriedMean(), currency), calls.carriedMean())));
        }
        return table;
    }

    private static DataTable classes(FundAssessment fund) {
        DataTable table = new DataTable(
                "Classes of claimants in the order in which they are paid",
                List.of("Class", "Share of claims", "Share of its claims paid"));
        for (Assessment.ClassLevel level : fund.classes()) {
            table.row(List.of(
                    Cell.of(level.name()),
                    new Cell(Amounts.percent(level.share()), level.share()),
                    new Cell(Amounts.percent(level.levelOfPayments()), level.levelOfPayments())));
        }
        return table;
    }

    private DataTable table(FundAssessment fund) {
        String currency = data.currency();
        DataTable table = new DataTable(
                "The fund by year: means in " + currency + ", 95 % range in brackets",
                List.of("Year", "Balance", "Levy", "Claims", "Payments", "Chance of pro rata", "Share of claims paid"));
        for (FundYear year : fund.years()) {
            table.row(List.of(
                    Cell.of(Integer.toString(data.run().scenario().firstYear() + year.year() - 1)),
                    new Cell(
                            Amounts.money(year.balanceMean(), currency),
                            year.balanceMean().estimate()),
                    new Cell(Amounts.money(year.levyMean(), currency), year.levyMean()),
                    new Cell(Amounts.money(year.claimsMean(), currency), year.claimsMean()),
                    new Cell(Amounts.money(year.paymentsMean(), currency), year.paymentsMean()),
                    new Cell(
                            Amounts.percent(year.probabilityOfProration()),
                            year.probabilityOfProration().estimate()),
                    new Cell(Amounts.percent(year.levelOfPayments()), year.levelOfPayments())));
        }
        return table;
    }
}
