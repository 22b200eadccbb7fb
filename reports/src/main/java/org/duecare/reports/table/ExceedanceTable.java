package org.duecare.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessment.Curve;
import org.duecare.assessment.Assessment.CurvePoint;
import org.duecare.assessment.Assessment.MeasureAssessment;
import org.duecare.assessment.Assessment.VariantAssessment;

/** Every point of every exceedance curve. Rows in order variant, measure, year, kind of curve, return period. */
final class ExceedanceTable {
    private final List<TableColumn> columns;

    private final Assessment assessment;

    ExceedanceTable(Assessment assessment, String currency) {
        this.assessment = assessment;
        columns = List.of(
                TableColumn.name("variant"),
                TableColumn.code("year", "number from 1; 0 pools all years"),
                TableColumn.name("measure"),
                TableColumn.name("ep_type"),
                TableColumn.number("return_period", "years"),
                TableColumn.optional("loss", currency),
                TableColumn.optional("low", currency),
                TableColumn.optional("high", currency),
                TableColumn.optional("tvar", currency));
    }

    void write(Map<String, String> metadata, OutputStream out) throws IOException {
        try (TableFile file = new TableFile("exceedance", columns, metadata, out)) {
            for (VariantAssessment variant : assessment.variants()) {
                for (MeasureAssessment measure : variant.annual()) {
                    CurveChecks.check(variant.variant(), measure);
                    for (Curve curve : measure.curves()) {
                        writeCurve(file, variant.variant(), measure.measure().key(), curve);
                    }
                }
            }
        }
    }

    private void writeCurve(TableFile file, String variant, String measure, Curve curve) throws IOException {
        RowBatch batch = new RowBatch(columns, curve.points().size());
        int row = 0;
        for (CurvePoint point : curve.points()) {
            batch.set(
                    row++,
                    variant,
                    curve.year(),
                    measure,
                    curve.type().name(),
                    point.returnPeriod(),
                    Tables.money(point.loss().estimate()),
                    Tables.money(point.loss().low()),
                    Tables.money(point.loss().high()),
                    Tables.money(point.tvar().estimate()));
        }
        file.write(batch, row);
    }
}
