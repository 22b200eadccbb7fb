package org.duecare.compiled;

/**
 * Where victims are, whether they claim and how much they are owed at most, by operation. Absent from a phase in which all
 * victims are at home, all claim and nothing is limited.
 */
public final class VictimColumns {
    /** Share of harm that falls on victims in the operation's own territory. */
    public final double[] homeShare;

    /** Share of the harm abroad that good neighbourliness leaves. */
    public final double[] foreignLeft;

    /** The same had the shortfalls been mended. */
    public final double[] careForeignLeft;

    /** Victims at home claim iff the cell of the claim mark is below this. */
    public final long[] homeBelow;

    /** Victims abroad claim iff the cell of the claim mark is below this; at most {@link #homeBelow}. */
    public final long[] foreignBelow;

    /** Most owed for one incident, minor units. */
    public final long[] limit;

    /** Share of what victims abroad are owed that the fund does not admit. */
    public final double[] fundWithholds;

    /** Assembles the columns. */
    public VictimColumns(
            double[] homeShare,
            double[] foreignLeft,
            double[] careForeignLeft,
            long[] homeBelow,
            long[] foreignBelow,
            long[] limit,
            double[] fundWithholds) {
        this.homeShare = homeShare;
        this.foreignLeft = foreignLeft;
        this.careForeignLeft = careForeignLeft;
        this.homeBelow = homeBelow;
        this.foreignBelow = foreignBelow;
        this.limit = limit;
        this.fundWithholds = fundWithholds;
    }

    /** Whether some harm of an operation is avoided. */
    public boolean avoids(int operation) {
        return homeShare[operation] < 1 && foreignLeft[operation] < 1;
    }
}
