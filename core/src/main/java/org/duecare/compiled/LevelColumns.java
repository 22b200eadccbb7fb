package org.duecare.compiled;

/** Common yearly levels: one row for each group of attempts that share a level. */
public final class LevelColumns {
    /** Lanes of the key of a level. */
    public final long[] key0;

    /** Second lane of {@link #key0}. */
    public final long[] key1;

    /** Rows of the quantile table of the level's law, mean 1; over normal scores where years are correlated. */
    public final double[][] rows;

    /** Correlation of the normal score of a level with that of the year before; 0 for independent years. */
    public final double[] autocorrelation;

    /** Rows of the quantile table of the normal law; empty when no years are correlated. */
    public final double[] normalRows;

    /** Whether the level belongs to a single operation and is drawn when its attempts are. */
    public final boolean[] ownOperation;

    /** Assembles the columns. */
    public LevelColumns(
            long[] key0,
            long[] key1,
            double[][] rows,
            double[] autocorrelation,
            double[] normalRows,
            boolean[] ownOperation) {
        this.key0 = key0;
        this.key1 = key1;
        this.rows = rows;
        this.autocorrelation = autocorrelation;
        this.normalRows = normalRows;
        this.ownOperation = ownOperation;
    }
}
