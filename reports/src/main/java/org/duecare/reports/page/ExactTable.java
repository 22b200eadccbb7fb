package org.duecare.reports.page;

import java.util.List;
import java.util.Optional;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessment.CurvePoint;
import org.duecare.assessment.Assessment.EpType;
import org.duecare.assessment.Assessment.ExactPoint;
import org.duecare.assessment.Assessment.MeasureAssessment;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.reports.page.DataTable.Cell;

/** The simulation beside what is known without it, the difference in standard errors. */
final class ExactTable {
    private final String currency;
    private final DataTable table;

    private ExactTable(String variant, String currency) {
        this.currency = currency;
        this.table = new DataTable(
                variant + ": simulation beside exact figures; a difference beyond 4 standard errors would be a fault",
                List.of("Measure", "Figure", "Simulated", "Exact", "By", "Difference in standard errors"));
    }

    /** The table of a variant; none where nothing is known. */
    static Optional<DataTable> of(VariantAssessment variant, String currency) {
        ExactTable made = new ExactTable(variant.variant(), currency);
        variant.annual().forEach(made::add);
        return made.table.isEmpty() ? Optional.empty() : Optional.of(made.table);
    }

    private void add(MeasureAssessment measure) {
        Assessment.Exact exact = measure.exact();
        if (exact == null) {
            return;
        }
        String label = Words.label(measure.measure());
        double simulated = measure.mean().estimate();
        row(label, "Mean", simulated, exact.mean(), exact.method(), exact.differenceInStandardErrors());
        for (ExactPoint point : exact.aep()) {
            measure.curves().stream()
                    .filter(curve -> curve.year() == 0 && curve.type() == EpType.AEP)
                    .flatMap(curve -> curve.points().stream())
                    .filter(own -> own.returnPeriod() == point.returnPeriod())
                    .findFirst()
                    .ifPresent(own -> row(label, own, point));
        }
    }

    private void row(String label, CurvePoint own, ExactPoint exact) {
        String figure = "Year\u2019s sum, 1 in " + Amounts.plain(exact.returnPeriod());
        double simulated = own.loss().estimate();
        row(label, figure, simulated, exact.loss(), "exact engine", exact.differenceInStandardErrors());
    }

    private void row(String label, String figure, double simulated, double exact, String method, double difference) {
        table.row(List.of(
                Cell.of(label),
                Cell.of(figure),
                money(simulated),
                money(exact),
                Cell.of(method),
                Double.isNaN(difference) ? Cell.none() : new Cell(Amounts.plain(difference), difference)));
    }

    private Cell money(double amount) {
        return Double.isFinite(amount) ? new Cell(Amounts.money(amount, currency), amount) : Cell.none();
    }
}
