package org.duecare.compiled;

/** Events that happen in every trial. */
public final class EventColumns {
    /** Liable for the whole harm. */
    public static final int LIABLE = 0;

    /** Not liable. */
    public static final int NOT_LIABLE = 1;

    /** Liable by the rule of the variant. */
    public static final int BY_FINDING = 2;

    /** Year of each event, from 1. */
    public final int[] year;

    /** Moment within the year as a lattice cell. */
    public final long[] timeCell;

    /** Harm through an operation struck, minor units, beside {@link #ofOperation}. */
    public final long[][] harm;

    /** Own loss of an operation struck, minor units, beside {@link #ofOperation}. */
    public final long[][] ownLoss;

    /** How liability is decided. */
    public final int[] liable;

    /** Lanes of the key of what is drawn once for an event. */
    public final long[] key0;

    /** Second lane of {@link #key0}. */
    public final long[] key1;

    /** Events that strike an operation, {@code [operation][...]}; empty arrays for most. */
    public final int[][] ofOperation;

    /** Whether any event happens in a year, {@code [year - 1]}. */
    public final boolean[] inYear;

    /** Assembles the columns. */
    public EventColumns(
            int[] year,
            long[] timeCell,
            long[][] harm,
            long[][] ownLoss,
            int[] liable,
            long[] key0,
            long[] key1,
            int[][] ofOperation,
            int years) {
        this.year = year;
        this.timeCell = timeCell;
        this.harm = harm;
        this.ownLoss = ownLoss;
        this.liable = liable;
        this.key0 = key0;
        this.key1 = key1;
        this.ofOperation = ofOperation;
        this.inYear = new boolean[years];
        for (int y : year) {
            inYear[y - 1] = true;
        }
    }

    /** Number of events. */
    public int count() {
        return year.length;
    }
}
