package org.duecare.statistics;

/**
 * Interval of a mean of skewed values: the studentised mean is made symmetric by the monotone cubic transformation
 * {@code h(t) = t + g t^2 / 3 + g^2 t^3 / 27 + g / 6}, g the skewness of the values divided by the root of their number, and
 * the interval is read back through its inverse (P. Hall, "On the removal of skewness by transformation", JRSS B 54, 1992).
 */
final class SkewedInterval {
    /** Below this skewness the cube root would only add rounding. */
    private static final double SYMMETRIC = 1e-8;

    private SkewedInterval() {}

    /**
     * The interval.
     *
     * @param quantile two-sided quantile of the studentised mean
     * @param skew skewness of the averaged values, divided by the root of their number
     */
    static ConfidenceInterval of(double estimate, double standardError, double quantile, double skew) {
        if (standardError == 0) {
            return new ConfidenceInterval(estimate, estimate, estimate, null);
        }
        double low = estimate - standardError * inverse(quantile, skew);
        double high = estimate - standardError * inverse(-quantile, skew);
        return new ConfidenceInterval(estimate, low, high, null);
    }

    private static double inverse(double x, double skew) {
        if (Math.abs(skew) < SYMMETRIC) {
            return x;
        }
        return 3 / skew * (StrictMath.cbrt(1 + skew * (x - skew / 6)) - 1);
    }
}
