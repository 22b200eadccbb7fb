package org.duecare.compiled;

/** Common yearly levels: one row for each group of attempts that share a level. */
public final class LevelColumns {
    /** Lanes of the key of a level. */
    public final long[] key0;

    /** Second lane of {@link #key0}. */
    public final long[] key1;

    /** Rows of the quantile table of the level's law, mean 1. */
    public final double[][] rows;

    /** Whether the level belongs to a single operation and is drawn when its attempts are. */
    public final boolean[] ownOperation;

    /** Assembles the columns. */
    public LevelColumns(long[] key0, long[] key1, double[][] rows, boolean[] ownOperation) {
        this.key0 = key0;
        this.key1 = key1;
        this.rows = rows;
        this.ownOperation = ownOperation;
    }
}
