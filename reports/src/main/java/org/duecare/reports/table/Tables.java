package org.duecare.reports.table;

import java.util.Arrays;
import java.util.List;
import org.duecare.quantity.Money;
import org.duecare.settlement.Measure;
import org.duecare.simulation.RunResult;

/** What the tables share. */
final class Tables {
    /** Rows of one batch of a table that is not cut by trial. */
    static final int BATCH_ROWS = 4096;

    private Tables() {}

    /** The measures that are live in at least one variant, in fixed order. */
    static List<Measure> liveMeasures(RunResult run) {
        return Arrays.stream(Measure.values())
                .filter(measure -> run.variants().stream()
                        .anyMatch(variant -> variant.measures().contains(measure)))
                .toList();
    }

    /** An amount in main units at two decimals; NaN, which is null in a table, where it is not finite. */
    static double money(double amount) {
        if (!Double.isFinite(amount)) {
            return Double.NaN;
        }
        double minor = Math.rint(amount * Money.MINOR_PER_MAIN);
        return Math.abs(minor) < 0x1p53 ? minor / Money.MINOR_PER_MAIN : amount;
    }

    /** A number, or NaN, which is null in a table, where it is not finite. */
    static double number(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
