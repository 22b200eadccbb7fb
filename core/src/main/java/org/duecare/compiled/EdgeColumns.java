package org.duecare.compiled;

/** What posture decides on secondary attempts in one phase: which are forestalled, and which succeed. */
public final class EdgeColumns {
    /** A secondary attempt within a group goes on iff the cell of its edge mark is below this, by group. */
    public final long[] keptBelow;

    /** The same had the shortfalls of the operation struck been mended, by pair. */
    public final long[] careKeptBelow;

    /** A secondary attempt that goes on succeeds iff the cell of its success mark is below this, by pair struck. */
    public final long[] successBelow;

    /** The same had the shortfalls been mended, by pair. */
    public final long[] careSuccessBelow;

    /** Level of information exchange held, by operation. */
    public final double[] exchange;

    /** The same had the shortfalls of the operation been mended. */
    public final double[] careExchange;

    /** Assembles the columns. */
    public EdgeColumns(
            long[] keptBelow,
            long[] careKeptBelow,
            long[] successBelow,
            long[] careSuccessBelow,
            double[] exchange,
            double[] careExchange) {
        this.exchange = exchange;
        this.careExchange = careExchange;
        this.keptBelow = keptBelow;
        this.careKeptBelow = careKeptBelow;
        this.successBelow = successBelow;
        this.careSuccessBelow = careSuccessBelow;
    }
}
