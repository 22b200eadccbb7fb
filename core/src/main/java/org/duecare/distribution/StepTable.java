package org.duecare.distribution;

import java.util.Arrays;
import org.duecare.quantity.CompensatedSum;

/**
 * A law with countably many values, compiled for the hot path: value i is taken by the words whose lattice cell (upper 53
 * bits) is below threshold i and not below threshold i - 1. A guide of 2^11 entries by the leading bits finds the place.
 */
public final class StepTable {
    /** Number of cells of the uniform lattice. */
    private static final double CELLS = 0x1p53;

    /** Leading bits that the guide is indexed by, and the cell bits below them. */
    private static final int GUIDE_BITS = 11;

    private static final int CELL_SHIFT = 53 - GUIDE_BITS;

    /** Stretches longer than this are halved before they are walked. */
    private static final int WALK = 8;

    private static final double NEGLIGIBLE = 0x1p-54;

    /** What rounding may take from a sum of probabilities. */
    private static final double ROUNDING = 1e-13;

    private final long[] thresholds;
    private final double[] values;
    private final int[] guide;

    private StepTable(long[] thresholds, double[] values) {
        this.thresholds = thresholds;
        this.values = values;
        this.guide = guide(thresholds);
    }

    /**
     * Compiles a step law.
     *
     * @throws IllegalArgumentException for a law that is not a step law
     */
    public static StepTable of(LossLaw law) {
        if (!law.isStep()) {
            throw new IllegalArgumentException("not a step law: " + law);
        }
        double[] kinks = law.kinks();
        Builder builder = new Builder();
        double before = 0;
        for (double kink : kinks) {
            double middle = before + 0.5 * (kink - before);
            builder.add(middle > 0.5 ? law.upperQuantile(1 - middle) : law.quantile(middle), threshold(kink));
            before = kink;
        }
        builder.add(law.upperQuantile(0), (long) CELLS);
        return builder.build();
    }

    /** Compiles a count law, cut at the largest count or where the remaining probability is below 2^-53. */
    public static StepTable of(CountLaw law) {
        Builder builder = new Builder();
        CompensatedSum sum = new CompensatedSum();
        double probability = 0;
        for (int n = 0; ; n++) {
            double last = probability;
            probability = law.probability(n);
            double reached = sum.add(probability);
            builder.add(n, threshold(reached));
            boolean decays = n > law.mean() && !(law instanceof DiscreteCount) && isSpent(reached, probability, last);
            if (decays || n == law.largest()) {
                return builder.build();
            }
        }
    }

    /** Whether next to nothing remains, by the sum so far or, within its rounding, by the decay of the last terms. */
    private static boolean isSpent(double reached, double probability, double last) {
        double ratio = probability / last;
        return 1 - reached < NEGLIGIBLE
                || (1 - reached < ROUNDING && ratio < 1 && probability * ratio < NEGLIGIBLE * (1 - ratio));
    }

    /** The number of lattice cells whose midpoint lies below a probability. */
    static long threshold(double probability) {
        double scaled = Math.max(0, Math.min(CELLS, probability * CELLS));
        double whole = Math.floor(scaled);
        return (long) whole + (scaled - whole > 0.5 ? 1 : 0);
    }

    /** The values that take at least one cell. */
    private static final class Builder {
        private long[] thresholds = new long[64];
        private double[] values = new double[64];
        private int count;

        void add(double value, long threshold) {
            if (threshold <= (count == 0 ? 0 : thresholds[count - 1])) {
                return;
            }
            if (count > 0 && values[count - 1] == value) {
                count--;
            }
            if (count == values.length) {
                thresholds = Arrays.copyOf(thresholds, 2 * count);
                values = Arrays.copyOf(values, 2 * count);
            }
            thresholds[count] = threshold;
            values[count++] = value;
        }

        /** The last value takes what rounding has left. */
        StepTable build() {
            thresholds[count - 1] = (long) CELLS;
            return new StepTable(Arrays.copyOf(thresholds, count), Arrays.copyOf(values, count));
        }
    }

    private static int[] guide(long[] thresholds) {
        int[] guide = new int[(1 << GUIDE_BITS) + 1];
        int index = 0;
        for (int entry = 0; entry < guide.length; entry++) {
            while (index < thresholds.length - 1 && thresholds[index] <= (long) entry << CELL_SHIFT) {
                index++;
            }
            guide[entry] = index;
        }
        return guide;
    }

    /** Cells below which each value is taken, ascending, the last 2^53; not to be changed. */
    public long[] thresholds() {
        return thresholds;
    }

    /** The values in the order of the thresholds; not to be changed. */
    public double[] values() {
        return values;
    }

    /** For each of the 2^11 leading bits the first place possible, and one entry more; not to be changed. */
    public int[] guide() {
        return guide;
    }

    /** The place of a word's value. */
    public static int index(long[] thresholds, int[] guide, long word) {
        long cell = word >>> 11;
        int lead = (int) (word >>> (64 - GUIDE_BITS));
        int low = guide[lead];
        int high = guide[lead + 1];
        while (high - low > WALK) {
            int middle = (low + high) >>> 1;
            if (cell < thresholds[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        while (cell >= thresholds[low]) {
            low++;
        }
        return low;
    }

    /** The value of a word. */
    public double value(long word) {
        return values[index(thresholds, guide, word)];
    }

    /** The values of the first {@code count} words; allocates nothing. */
    public static void fill(long[] thresholds, double[] values, int[] guide, long[] words, int count, double[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = values[index(thresholds, guide, words[i])];
        }
    }
}
