package org.duecare.compiled;

/**
 * How large harms are drawn more often than the world has them: in a share of the trials, attempts in a box of marks (they
 * succeed, the court finds liability, the harm is large) get company from a second Poisson process. Boxes are nested by size.
 * The likelihood ratio of a trial is the product of the ratios of its attempts in boxes, times exp(-compensator).
 */
public final class TiltColumns {
    /** Units of a logarithm of a ratio: 2^32 to one. */
    public static final double LOG_UNITS = 0x1p32;

    /** Lanes of the key by which tilted trials are chosen. */
    public final long key0;

    /** Second lane of {@link #key0}. */
    public final long key1;

    /** Share of trials that are tilted, in (0, 1). */
    public final double share;

    /** Number of nested boxes. */
    public final int boxes;

    /** Least harm at size factor 1 of each box, minor units, rising by box, {@code [pair * boxes + box]}. */
    public final long[] harmFrom;

    /** Probability that a harm mark reaches that harm, {@code [pair * boxes + box]}. */
    public final double[] tail;

    /** Extra attempts a year in a tilted trial, at trend and level 1, {@code [pair * boxes + box]}. */
    public final double[] extra;

    /** Sum of {@link #extra} over the boxes of a pair; 0 for a pair without boxes. */
    public final double[] pairExtra;

    /** First cell of the success marks in the boxes of a pair. */
    public final long[] successFrom;

    /** One past the last cell of the success marks in the boxes of a pair. */
    public final long[] successBelow;

    /** First cell of the finding marks in the boxes of a pair. */
    public final long[] findingFrom;

    /** Logarithm of the ratio of intensities, in fixed point, by the number of boxes that an attempt lies in. */
    public final long[] logRatio;

    /** Extra attempts a year at level 1 by common level and year, {@code [level + 1][year - 1]}; row 0 without level. */
    public final double[][] compensator;

    /** Assembles the columns. */
    public TiltColumns(
            long[] key,
            double share,
            long[] harmFrom,
            double[] tail,
            double[] extra,
            double[] pairExtra,
            long[][] marks,
            long[] logRatio,
            double[][] compensator) {
        this.key0 = key[0];
        this.key1 = key[1];
        this.share = share;
        this.boxes = logRatio.length - 1;
        this.harmFrom = harmFrom;
        this.tail = tail;
        this.extra = extra;
        this.pairExtra = pairExtra;
        this.successFrom = marks[0];
        this.successBelow = marks[1];
        this.findingFrom = marks[2];
        this.logRatio = logRatio;
        this.compensator = compensator;
    }
}
