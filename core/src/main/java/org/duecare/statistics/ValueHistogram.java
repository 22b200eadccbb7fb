package org.duecare.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Counts of longs in buckets that keep their order: one bucket for each value up to 2^12, then 2^11 buckets to each doubling,
 * the same for negative values. A bucket can be refined into a histogram of its own, down to single values.
 */
final class ValueHistogram {
    private static final int SUB_BITS = 11;
    private static final int SUBS = 1 << SUB_BITS;
    /** Buckets on either side of zero: 51 doublings beyond the single values. */
    private static final int HALF = 53 * SUBS;

    private static final int LAST_SHIFT_BIT = 63 - SUB_BITS;

    /** Number of values by bucket. */
    final long[] counts;

    /** Sum of weights by bucket; empty when weights are uniform. */
    final double[] weights;

    /** Number of the part of the range that a bucket belongs to, written by the owner. */
    final int[] slots;

    /** Whether its values are still to be counted. */
    boolean open = true;

    private final boolean root;
    private final long low;
    private final int shift;
    private @Nullable ValueHistogram @Nullable [] children;

    /** A histogram over all longs. */
    ValueHistogram(boolean weighted) {
        this(true, 0, 0, 2 * HALF, weighted);
    }

    private ValueHistogram(boolean root, long low, int shift, int buckets, boolean weighted) {
        this.root = root;
        this.low = low;
        this.shift = shift;
        counts = new long[buckets];
        slots = new int[buckets];
        weights = new double[weighted ? buckets : 0];
    }

    int buckets() {
        return counts.length;
    }

    /** Bucket of a value; a larger value never has a smaller bucket. */
    int bucket(long value) {
        if (!root) {
            return (int) ((value - low) >>> shift);
        }
        return value >= 0 ? HALF + magnitude(value) : HALF - 1 - magnitude(~value);
    }

    private static int magnitude(long value) {
        int doublings = Math.max(0, LAST_SHIFT_BIT - Long.numberOfLeadingZeros(value));
        return (doublings << SUB_BITS) + (int) (value >>> doublings);
    }

    /** Counts one value. */
    void count(long value, double weight) {
        int bucket = bucket(value);
        counts[bucket]++;
        if (weights.length > 0) {
            weights[bucket] += weight;
        }
    }

    /** Number of bits by which values of one bucket can differ; 0 for a single value. */
    int bits(int bucket) {
        return root ? magnitudeBits(magnitudeOf(bucket)) : shift;
    }

    /** Smallest value of a bucket. */
    long lowest(int bucket) {
        if (!root) {
            return low + ((long) bucket << shift);
        }
        int magnitude = magnitudeOf(bucket);
        int bits = magnitudeBits(magnitude);
        long smallest = (long) (magnitude - (bits << SUB_BITS)) << bits;
        return bucket >= HALF ? smallest : -smallest - (1L << bits);
    }

    private static int magnitudeOf(int bucket) {
        return bucket >= HALF ? bucket - HALF : HALF - 1 - bucket;
    }

    private static int magnitudeBits(int magnitude) {
        return Math.max(0, (magnitude >> SUB_BITS) - 1);
    }

    /** The histogram inside a bucket; null when it is not refined. */
    @Nullable
    ValueHistogram child(int bucket) {
        return children == null ? null : children[bucket];
    }

    /** Gives a bucket an empty histogram of its own, to be counted by another pass. */
    ValueHistogram refine(int bucket) {
        int bits = bits(bucket);
        int nextShift = Math.max(0, bits - SUB_BITS);
        if (children == null) {
            children = new ValueHistogram[buckets()];
        }
        ValueHistogram child =
                new ValueHistogram(false, lowest(bucket), nextShift, 1 << (bits - nextShift), weights.length > 0);
        children[bucket] = child;
        return child;
    }
}
