package org.duecare.settlement;

import org.duecare.compiled.MeasureColumns;

/** Totals by operation over all trials and years, for each variant. Partial totals merge by addition. */
public final class OperationTotals {
    private final long[][][] money;
    private final long[][] incidents;
    private final long[][] breaches;

    /** Zero totals. */
    public OperationTotals(int variants, int operations) {
        this.money = new long[variants][MeasureColumns.MEASURES][operations];
        this.incidents = new long[variants][operations];
        this.breaches = new long[variants][operations];
    }

    /** Totals of a measure by operation, minor units. */
    public long[] money(int variant, int measure) {
        return money[variant][measure];
    }

    /** Number of incidents by operation. */
    public long[] incidents(int variant) {
        return incidents[variant];
    }

    /** Number of incidents with liability by operation. */
    public long[] breaches(int variant) {
        return breaches[variant];
    }

    /** Takes in other totals. */
    public void merge(OperationTotals other) {
        for (int v = 0; v < money.length; v++) {
            for (int m = 0; m < money[v].length; m++) {
                addExact(money[v][m], other.money[v][m]);
            }
            addExact(incidents[v], other.incidents[v]);
            addExact(breaches[v], other.breaches[v]);
        }
    }

    private static void addExact(long[] into, long[] more) {
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.addExact(into[i], more[i]);
        }
    }
}
