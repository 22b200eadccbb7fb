package org.duecare.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessment.FundYear;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.assessment.CoverAssessment;
import org.duecare.statistics.ConfidenceInterval;

/** The path of each variant's insurers, year by year. */
final class InsurerPathTable {
    private static final int INSURER = 1;
    private static final int YEAR = 2;
    private static final int CAPITAL_MEAN = 3;

    private final Assessment assessment;
    private final List<TableColumn> columns = new ArrayList<>();

    InsurerPathTable(Assessment assessment, String currency) {
        this.assessment = assessment;
        columns.add(TableColumn.name("variant"));
        columns.add(TableColumn.name("insurer"));
        columns.add(TableColumn.code("year", "number from 1"));
        columns.add(TableColumn.optional("capital_mean", currency));
        for (double level : FundYear.BALANCE_LEVELS) {
            String percent = String.format(Locale.ROOT, "%02d", Math.round(level * 100));
            columns.add(TableColumn.optional("capital_p" + percent, currency));
        }
        columns.add(TableColumn.optional("probability_of_default", "share of trials"));
        columns.add(TableColumn.optional("low", "share of trials"));
        columns.add(TableColumn.optional("high", "share of trials"));
        columns.add(TableColumn.optional("level_of_payments", "mean payments over mean claims"));
    }

    void write(Map<String, String> metadata, OutputStream out) throws IOException {
        try (TableFile file = new TableFile("insurer_path", columns, metadata, out)) {
            for (VariantAssessment variant : assessment.variants()) {
                CoverAssessment.Insurers insurers = variant.cover().insurers();
                if (insurers != null) {
                    for (CoverAssessment.Insurer insurer : insurers.insurers()) {
                        write(file, variant.variant(), insurer);
                    }
                }
            }
        }
    }

    private void write(TableFile file, String variant, CoverAssessment.Insurer insurer) throws IOException {
        RowBatch batch = new RowBatch(columns, insurer.years().size());
        batch.fill(0, variant);
        batch.fill(INSURER, insurer.insurer());
        int row = 0;
        for (CoverAssessment.InsurerYear year : insurer.years()) {
            batch.wholes(YEAR)[row] = year.year();
            ConfidenceInterval capital = year.capitalMean();
            int c = CAPITAL_MEAN;
            batch.numbers(c++)[row] = capital == null ? Double.NaN : Tables.money(capital.estimate());
            for (int q = 0; q < FundYear.BALANCE_LEVELS.size(); q++) {
                batch.numbers(c++)[row] = capital == null
                        ? Double.NaN
                        : Tables.money(year.capitalQuantiles().get(q));
            }
            ConfidenceInterval probability = year.probabilityOfDefault();
            batch.numbers(c++)[row] = Tables.number(probability.estimate());
            batch.numbers(c++)[row] = Tables.number(probability.low());
            batch.numbers(c++)[row] = Tables.number(probability.high());
            batch.numbers(c)[row] = Tables.number(year.levelOfPayments());
            row++;
        }
        file.write(batch, row);
    }
}
