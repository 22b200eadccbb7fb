package org.duecare.compiled;

/** One row for each operation and threat that strikes it; rows of an operation are adjacent, in order of threat key. */
public final class PairColumns {
    /** First row of each operation, and one past the last: length operations + 1. */
    public final int[] first;

    /** Threat of a row. */
    public final int[] threat;

    /** Attempts a year in the first year, before common levels; the mean of an own count law. */
    public final double[] rate;

    /** Lanes of the key of a row's attempts. */
    public final long[] key0;

    /** Second lane of {@link #key0}. */
    public final long[] key1;

    /** Minor units for one main unit of the severity law, size elasticity included. */
    public final double[] sizeScale;

    /** Common level that drives a row; -1 for none. */
    public final int[] level;

    /** Assembles the columns. */
    public PairColumns(
            int[] first, int[] threat, double[] rate, long[] key0, long[] key1, double[] sizeScale, int[] level) {
        this.first = first;
        this.threat = threat;
        this.rate = rate;
        this.key0 = key0;
        this.key1 = key1;
        this.sizeScale = sizeScale;
        this.level = level;
    }
}
