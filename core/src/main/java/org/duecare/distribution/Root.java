package org.duecare.distribution;

import java.util.function.DoubleUnaryOperator;

/** Where an increasing function of a number at or above 0 reaches 0, to the last bit. */
final class Root {
    /** Constants of the ITP method of Oliveira and Takahashi (2020). */
    private static final double TRUNCATION = 0.2;

    private static final int SLACK = 1;

    private Root() {}

    /**
     * The smallest number x in [low, high] with f(x) at or above 0. Runs the ITP method on the bit patterns of the
     * numbers, which are in the order of the numbers and nearly their logarithms: never more than one step slower than
     * bisection, few steps for smooth functions, right for jumps too.
     *
     * @param f not decreasing, at or above 0 at {@code high}
     * @param low at or above 0
     */
    static double smallest(DoubleUnaryOperator f, double low, double high) {
        long a = Double.doubleToRawLongBits(Math.abs(low));
        long b = Double.doubleToRawLongBits(Math.abs(high));
        double fa = f.applyAsDouble(low);
        if (fa >= 0 || a >= b) {
            return low;
        }
        double fb = f.applyAsDouble(high);
        double width = (double) (b - a);
        int budget = 64 - Long.numberOfLeadingZeros(b - a) + SLACK;
        for (int step = 0; b - a > 1; step++) {
            long c = next(a, b, fa, fb, width, budget - step);
            double fc = f.applyAsDouble(Double.longBitsToDouble(c));
            if (fc >= 0) {
                b = c;
                fb = fc;
            } else {
                a = c;
                fa = fc;
            }
        }
        return Double.longBitsToDouble(b);
    }

    private static long next(long a, long b, double fa, double fb, double width, int stepsLeft) {
        long middle = a + (b - a) / 2;
        double falsePosition = fb / (fb - fa) * (double) (b - a);
        if (!(falsePosition >= 0) || Double.isInfinite(fa) || Double.isInfinite(fb)) {
            return middle;
        }
        double half = 0.5 * (double) (b - a);
        double toMiddle = half - falsePosition;
        double shift = TRUNCATION / width * (double) (b - a) * (double) (b - a);
        double truncated = Math.abs(toMiddle) <= Math.max(1, shift)
                ? half
                : falsePosition + Math.signum(toMiddle) * Math.max(1, shift);
        double radius = Math.max(0, Math.scalb(0.5, Math.max(0, stepsLeft)) - half);
        double projected = Math.max(half - radius, Math.min(half + radius, truncated));
        return Math.max(a + 1, Math.min(b - 1, b - (long) projected));
    }
}
