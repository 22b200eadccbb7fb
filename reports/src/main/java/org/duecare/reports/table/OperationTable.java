package org.duecare.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.duecare.operation.Operation;
import org.duecare.premium.Premium;
import org.duecare.quantity.Money;
import org.duecare.reports.table.TableColumn.Kind;
import org.duecare.settlement.Measure;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.RunResult.VariantResult;
import org.jspecify.annotations.Nullable;

/**
 * Every operation under every variant, as means a year over all trials and years. Means are not rounded, so that they add
 * up to the means of the year_loss table. Rows in order variant, operation.
 */
final class OperationTable {
    private static final int INCIDENTS = 7;
    private static final int BREACHES = 8;
    private static final int MEASURES = 9;
    private static final List<String> PREMIUM = List.of(
            "premium_expected_loss",
            "premium_risk_load",
            "premium_reinsurance",
            "premium_expenses",
            "premium_commission",
            "premium_tax",
            "premium_total");

    private final RunResult run;
    private final List<Measure> measures;
    private final List<TableColumn> columns;
    private final double trialYears;
    private final boolean priced;

    OperationTable(RunResult run) {
        this.run = run;
        measures = Tables.liveMeasures(run);
        trialYears = (double) run.scenario().trials() * run.scenario().years();
        String currency = run.scenario().currency();
        columns = new ArrayList<>(List.of(
                TableColumn.name("variant"),
                TableColumn.name("operation"),
                TableColumn.name("operator"),
                TableColumn.name("sector"),
                TableColumn.name("territory"),
                TableColumn.number("revenue", currency),
                new TableColumn("insured", Kind.FLAG, false, ""),
                TableColumn.number("incidents", "mean a year"),
                TableColumn.number("breaches", "mean a year")));
        measures.forEach(measure -> columns.add(TableColumn.optional(measure.column(), currency + ", mean a year")));
        columns.add(TableColumn.number("shortfall", "share, mean over years"));
        columns.add(TableColumn.number("posture", "share, mean over elements and years"));
        columns.add(TableColumn.number("declared_posture", "share, mean over elements and years"));
        priced = run.variants().stream().anyMatch(variant -> variant.premium(0) != null);
        if (priced) {
            PREMIUM.forEach(column -> columns.add(TableColumn.optional(column, currency + " a year, ex ante")));
        }
    }

    void write(Map<String, String> metadata, OutputStream out) throws IOException {
        RowBatch batch = new RowBatch(columns, Tables.BATCH_ROWS);
        try (TableFile file = new TableFile("operation", columns, metadata, out)) {
            for (VariantResult variant : run.variants()) {
                writeVariant(file, batch, variant);
            }
        }
    }

    private void writeVariant(TableFile file, RowBatch batch, VariantResult variant) throws IOException {
        long[][] totals = new long[measures.size()][];
        for (int m = 0; m < totals.length; m++) {
            boolean live = variant.measures().contains(measures.get(m));
            totals[m] = live ? variant.operationTotals(measures.get(m)) : new long[0];
        }
        long[] incidents = variant.operationIncidents();
        long[] breaches = variant.operationBreaches();
        batch.fill(0, variant.variant());
        int row = 0;
        for (int o = 0; o < run.operations().size(); o++) {
            describe(batch, row, variant, o);
            batch.numbers(INCIDENTS)[row] = incidents[o] / trialYears;
            batch.numbers(BREACHES)[row] = breaches[o] / trialYears;
            for (int m = 0; m < totals.length; m++) {
                batch.numbers(MEASURES + m)[row] =
                        totals[m].length == 0 ? Double.NaN : totals[m][o] / Money.MINOR_PER_MAIN / trialYears;
            }
            int after = MEASURES + totals.length;
            int operation = o;
            batch.numbers(after)[row] = mean(year -> variant.shortfall(year, operation));
            batch.numbers(after + 1)[row] = mean(year -> variant.posture(year, operation));
            batch.numbers(after + 2)[row] = mean(year -> variant.declaredPosture(year, operation));
            if (priced) {
                premium(batch, row, after + 3, variant.premium(o));
            }
            row++;
            if (row == Tables.BATCH_ROWS) {
                file.write(batch, row);
                row = 0;
            }
        }
        file.write(batch, row);
    }

    private static void premium(RowBatch batch, int row, int from, @Nullable Premium premium) {
        double[] parts = premium == null
                ? new double[0]
                : new double[] {
                    premium.expectedLoss(),
                    premium.riskLoad(),
                    premium.reinsurance(),
                    premium.expenses(),
                    premium.commission(),
                    premium.tax(),
                    premium.total()
                };
        for (int p = 0; p < PREMIUM.size(); p++) {
            batch.numbers(from + p)[row] = parts.length == 0 ? Double.NaN : parts[p];
        }
    }

    private void describe(RowBatch batch, int row, VariantResult variant, int o) {
        Operation operation = run.operations().get(o);
        batch.set(
                row,
                variant.variant(),
                operation.operation(),
                operation.operator(),
                operation.sector(),
                operation.territory(),
                Tables.money(operation.revenue()),
                variant.insured(o));
    }

    private double mean(IntToDoubleFunction ofYear) {
        double sum = 0;
        for (int year = 1; year <= run.scenario().years(); year++) {
            sum += ofYear.applyAsDouble(year);
        }
        return sum / run.scenario().years();
    }
}
