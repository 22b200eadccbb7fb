package org.duecare.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.duecare.assessment.Assessment.CurvePoint;
import org.duecare.assessment.Assessment.EpType;
import org.duecare.assessment.Assessment.MeasureAssessment;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.reports.page.DataTable.Cell;

/** The headline numbers of each variant, every one with its range. */
final class NumbersSection {
    private final PageData data;

    NumbersSection(PageData data) {
        this.data = data;
    }

    void writeTo(Html html) {
        html.open("section", "id", "numbers").element("h2", "The numbers");
        for (VariantAssessment variant : data.assessment().variants()) {
            html.element("h3", variant.variant());
            html.element(
                    "p",
                    "Incidents a year: " + Amounts.count(variant.incidentsPerYear()) + ". With liability: "
                            + Amounts.count(variant.breachesPerYear()) + ".");
            variant.findings().forEach(finding -> html.element("p", finding));
            table(variant).writeTo(html);
            ExactTable.of(variant, data.currency()).ifPresent(exact -> exact.writeTo(html));
        }
        html.close("section");
    }

    private DataTable table(VariantAssessment variant) {
        List<Double> periods = periods(variant);
        List<String> heads = new ArrayList<>(List.of("Measure", "Mean a year", "Standard deviation"));
        periods.forEach(period -> heads.add("Year's sum, 1 in " + Amounts.plain(period)));
        DataTable table =
                new DataTable(variant.variant() + ", in " + data.currency() + ", 95 % range in brackets", heads);
        for (MeasureAssessment entry : variant.annual()) {
            table.row(row(entry, periods));
        }
        return table;
    }

    private List<Double> periods(VariantAssessment variant) {
        return data.returnPeriods().isEmpty()
                ? variant.annual().stream()
                        .flatMap(entry -> HeadlinePoints.all(entry, EpType.AEP).stream())
                        .map(CurvePoint::returnPeriod)
                        .filter(period -> period == 10 || period == 100 || period == 200 || period == 1000)
                        .distinct()
                        .sorted()
                        .toList()
                : data.returnPeriods();
    }

    private List<Cell> row(MeasureAssessment entry, List<Double> periods) {
        String currency = data.currency();
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(Words.label(entry.measure())));
        row.add(new Cell(Amounts.money(entry.mean(), currency), entry.mean().estimate()));
        row.add(new Cell(Amounts.money(entry.sd(), currency), entry.sd()));
        List<CurvePoint> points =
                HeadlinePoints.of(entry, EpType.AEP, periods, data.run().scenario());
        for (CurvePoint point : points) {
            row.add(new Cell(Amounts.money(point.loss(), currency), point.loss().estimate()));
        }
        for (int k = points.size(); k < periods.size(); k++) {
            row.add(Cell.none());
        }
        return row;
    }
}
