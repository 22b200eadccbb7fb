package org.duecare.compiled;

import java.util.Arrays;

/**
 * One row for each operation, threat that strikes it and layer of its attempts; rows of an operation are adjacent, in order of
 * threat key, then layer. The first layer holds the attempts at established services; further layers hold those at new
 * services and those that seasons add. A layer exists where some variant reads it and draws at an address of its own.
 */
public final class PairColumns {
    /** First row of each operation, and one past the last: length operations + 1. */
    public final int[] first;

    /** Operation of a row. */
    public final int[] operation;

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

    /** Layer of a row: {@link #NEW_SERVICES} or 0, plus the number of whole rates that a season has added before it. */
    public final int[] layer;

    /** Flag of the layers of attempts at new services. */
    public static final int NEW_SERVICES = 1 << 16;

    /** Assembles the columns. */
    public PairColumns(
            int[] first,
            int[] threat,
            double[] rate,
            long[] key0,
            long[] key1,
            double[] sizeScale,
            int[] level,
            int[] layer) {
        this.first = first;
        this.threat = threat;
        this.rate = rate;
        this.key0 = key0;
        this.key1 = key1;
        this.sizeScale = sizeScale;
        this.level = level;
        this.layer = layer;
        this.operation = new int[threat.length];
        for (int i = 0; i + 1 < first.length; i++) {
            Arrays.fill(operation, first[i], first[i + 1], i);
        }
    }

    /** Whether a row holds attempts at new services. */
    public boolean newServices(int pair) {
        return (layer[pair] & NEW_SERVICES) != 0;
    }

    /** Share of a row's attempts that come at a season's factor: those of the k-th whole rate. */
    public double seasonShare(int pair, double factor) {
        return Math.max(0, Math.min(1, factor - (layer[pair] & (NEW_SERVICES - 1))));
    }
}
