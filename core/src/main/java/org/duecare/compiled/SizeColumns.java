package org.duecare.compiled;

/** A law of sizes as the loop sees it: nothing, a constant, a smooth quantile table or a step table. */
public final class SizeColumns {
    /** Kinds of laws. */
    public static final int NONE = 0;

    /** Always the same amount. */
    public static final int CONSTANT = 1;

    /** Log-linear quantile table. */
    public static final int SMOOTH = 2;

    /** Step table. */
    public static final int STEP = 3;

    /** Smooth, as a function of a normal score. */
    public static final int SCORE = 4;

    /** Which of the kinds. */
    public final int kind;

    /** Rows of the table of a smooth law; the amounts of a step law; the single amount of a constant. */
    public final double[] values;

    /** Thresholds of a step law. */
    public final long[] thresholds;

    /** Guide of a step law. */
    public final int[] guide;

    /** No size is above this; infinite when nobody has looked. */
    public final double largest;

    /** Assembles a law. */
    public SizeColumns(int kind, double[] values, long[] thresholds, int[] guide, double largest) {
        this.kind = kind;
        this.values = values;
        this.thresholds = thresholds;
        this.guide = guide;
        this.largest = largest;
    }

    /** The law that is always 0. */
    public static SizeColumns none() {
        return new SizeColumns(NONE, new double[0], new long[0], new int[0], 0);
    }
}
