package org.duecare.compiled;

import org.jspecify.annotations.Nullable;

/** What posture decides in one phase, that is a run of years with the same postures. */
public final class PostureColumns {
    /** An attempt of a pair succeeds iff the cell of its success mark is below this, by pair. */
    public final long[] successBelow;

    /** The same had the shortfalls been mended, by pair. */
    public final long[] careSuccessBelow;

    /** Factor on sizes, by operation. */
    public final double[] sizeFactor;

    /** The same had the shortfalls been mended, by operation. */
    public final double[] careSizeFactor;

    /** Liable under negligence iff the cell of the finding mark is at or above this, by operation; 0 always, 2^53 never. */
    public final long[] liableFrom;

    /** Shortfall, by operation. */
    public final double[] shortfall;

    /** Victims and their claims; null where all are at home, all claim and nothing is limited. */
    public final @Nullable VictimColumns victims;

    /** Sanctions after audits; null where there are none. */
    public final @Nullable AuditColumns audits;

    /** Mean of the nine levels held, as far as they reach, by operation. */
    public final double[] held;

    /** Mean of the nine levels declared, by operation. */
    public final double[] declared;

    /** Mean over the operations of each of the nine levels held, as far as they reach. */
    public final double[] elementMeans;

    /** Assembles the columns. */
    public PostureColumns(
            long[] successBelow,
            long[] careSuccessBelow,
            double[] sizeFactor,
            double[] careSizeFactor,
            long[] liableFrom,
            double[] shortfall,
            double[] held,
            double[] declared,
            double[] elementMeans,
            @Nullable VictimColumns victims,
            @Nullable AuditColumns audits) {
        this.successBelow = successBelow;
        this.careSuccessBelow = careSuccessBelow;
        this.sizeFactor = sizeFactor;
        this.careSizeFactor = careSizeFactor;
        this.liableFrom = liableFrom;
        this.shortfall = shortfall;
        this.victims = victims;
        this.audits = audits;
        this.held = held;
        this.declared = declared;
        this.elementMeans = elementMeans;
    }
}
