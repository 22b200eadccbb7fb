package org.duecare.statistics;

import java.math.BigInteger;

/**
 * The exact sum of longs in 128 bits. It cannot overflow before 2^64 terms and does not depend on their order, so any split
 * over threads merges to the same bits.
 */
public final class ExactSum {
    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

    private long high;
    private long low;

    /** Adds one number. */
    public void add(long value) {
        long sum = low + value;
        high += (value >> 63) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    /** Adds {@code values[from .. from + count - 1]}. */
    public void add(long[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            add(values[i]);
        }
    }

    /** Adds {@code value * times} without adding {@code times} times. */
    public void addProduct(long value, long times) {
        add(Math.multiplyHigh(value, times), value * times);
    }

    /** Adds the sum of another part. */
    public void merge(ExactSum other) {
        add(other.high, other.low);
    }

    /** A copy that grows on its own. */
    ExactSum copy() {
        ExactSum copy = new ExactSum();
        copy.high = high;
        copy.low = low;
        return copy;
    }

    private void add(long otherHigh, long otherLow) {
        long sum = low + otherLow;
        high += otherHigh + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    /** The sum itself. */
    public BigInteger value() {
        BigInteger unsignedLow = BigInteger.valueOf(low);
        return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(low < 0 ? unsignedLow.add(TWO_64) : unsignedLow);
    }

    /** The double nearest to the sum. */
    public double toDouble() {
        return high == low >> 63 ? (double) low : value().doubleValue();
    }
}
