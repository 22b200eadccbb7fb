package org.duecare.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duecare.quantity.Money;
import org.duecare.reports.table.TableColumn.Kind;
import org.duecare.settlement.Measure;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.RunResult.VariantResult;
import org.duecare.statistics.TrialColumn;

/** Every year of every trial: the sums of the live measures. Rows in order variant, block, year, trial. */
final class YearLossTable {
    /** Trials of one block; the engine's own unit of work. */
    static final int BLOCK = 2048;

    private static final int VARIANT = 0;
    private static final int TRIAL = 1;
    private static final int YEAR = 2;
    private static final int WEIGHT = 3;
    private static final int MEASURES = 4;

    private final RunResult run;
    private final List<Measure> measures;
    private final List<TableColumn> columns;
    private final long[] values = new long[BLOCK];

    YearLossTable(RunResult run) {
        this.run = run;
        measures = Tables.liveMeasures(run);
        columns = columns(run, measures);
    }

    private static List<TableColumn> columns(RunResult run, List<Measure> measures) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.name("variant"));
        columns.add(TableColumn.count("trial", "number from 1"));
        columns.add(TableColumn.code("year", "number from 1"));
        columns.add(new TableColumn("weight", Kind.LEVEL, false, "likelihood ratio"));
        for (Measure measure : measures) {
            columns.add(TableColumn.optional(measure.column(), run.scenario().currency()));
        }
        columns.add(TableColumn.count("incidents", "count in the year"));
        columns.add(TableColumn.count("breaches", "count in the year"));
        return columns;
    }

    void write(Map<String, String> metadata, OutputStream out) throws IOException {
        RowBatch batch = new RowBatch(columns, BLOCK);
        int trials = run.scenario().trials();
        try (TableFile file = new TableFile("year_loss", columns, metadata, out)) {
            for (VariantResult variant : run.variants()) {
                batch.fill(VARIANT, variant.variant());
                for (int from = 0; from < trials; from += BLOCK) {
                    writeBlock(file, batch, variant, from, Math.min(BLOCK, trials - from));
                }
            }
        }
    }

    private void writeBlock(TableFile file, RowBatch batch, VariantResult variant, int from, int count)
            throws IOException {
        for (int row = 0; row < count; row++) {
            batch.wholes(TRIAL)[row] = from + row + 1L;
        }
        run.weights().read(from, count, values, batch.numbers(WEIGHT));
        for (int year = 1; year <= run.scenario().years(); year++) {
            batch.fill(YEAR, year);
            for (int m = 0; m < measures.size(); m++) {
                if (variant.measures().contains(measures.get(m))) {
                    readMoney(variant.sum(measures.get(m), year), from, count, batch.numbers(MEASURES + m));
                } else {
                    batch.fill(MEASURES + m, Double.NaN);
                }
            }
            int incidents = MEASURES + measures.size();
            variant.incidents(year).read(from, count, batch.wholes(incidents));
            variant.breaches(year).read(from, count, batch.wholes(incidents + 1));
            file.write(batch, count);
        }
    }

    private void readMoney(TrialColumn column, int from, int count, double[] target) {
        column.read(from, count, values);
        for (int row = 0; row < count; row++) {
            target[row] = Money.main(values[row]);
        }
    }
}
