package org.duecare.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Exact sums of longs (128 bits) and of their squares (192 bits): mean and variance carry only the last rounding, whatever the
 * order, the size of the mean or the number of parts merged.
 */
public final class ExactMoments {
    private static final MathContext DIGITS = new MathContext(40);

    private final ExactSum sum = new ExactSum();
    private long squareTop;
    private long squareHigh;
    private long squareLow;
    private long count;

    /** Adds one number. */
    public void add(long value) {
        sum.add(value);
        addSquare(0, Math.multiplyHigh(value, value), value * value);
        count++;
    }

    /** Adds {@code values[from .. from + count - 1]}. */
    public void add(long[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            add(values[i]);
        }
    }

    /** Adds the moments of another part. */
    public void merge(ExactMoments other) {
        sum.merge(other.sum);
        addSquare(other.squareTop, other.squareHigh, other.squareLow);
        count += other.count;
    }

    private void addSquare(long top, long high, long low) {
        long lowSum = squareLow + low;
        long carry = Long.compareUnsigned(lowSum, low) < 0 ? 1 : 0;
        long highSum = squareHigh + high;
        long carryHigh = Long.compareUnsigned(highSum, high) < 0 ? 1 : 0;
        squareLow = lowSum;
        squareHigh = highSum + carry;
        squareTop += top + carryHigh + (carry == 1 && squareHigh == 0 ? 1 : 0);
    }

    /** How many numbers were added. */
    public long count() {
        return count;
    }

    /** The exact sum. */
    public BigInteger sum() {
        return sum.value();
    }

    /** The exact sum of squares. */
    public BigInteger sumOfSquares() {
        return unsigned(squareTop)
                .shiftLeft(2 * Long.SIZE)
                .add(unsigned(squareHigh).shiftLeft(Long.SIZE))
                .add(unsigned(squareLow));
    }

    private static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }

    /** Mean, correctly rounded; NaN without numbers. */
    public double mean() {
        return count == 0 ? Double.NaN : ratio(sum(), BigInteger.valueOf(count));
    }

    /** Sample variance with divisor count - 1, correctly rounded; NaN below two numbers. */
    public double variance() {
        if (count < 2) {
            return Double.NaN;
        }
        BigInteger n = BigInteger.valueOf(count);
        BigInteger numerator = n.multiply(sumOfSquares()).subtract(sum().pow(2));
        return ratio(numerator, n.multiply(BigInteger.valueOf(count - 1)));
    }

    /** Sample standard deviation; NaN below two numbers. */
    public double sd() {
        return Math.sqrt(variance());
    }

    private static double ratio(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), DIGITS)
                .doubleValue();
    }
}
