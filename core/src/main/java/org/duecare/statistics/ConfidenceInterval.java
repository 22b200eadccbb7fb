package org.duecare.statistics;

import org.jspecify.annotations.Nullable;

/**
 * An estimate from simulation with its 95 % interval. A bound that does not exist is NaN and {@code reason} says why; so is
 * the estimate itself where it is not finite or lies beyond the data.
 */
public record ConfidenceInterval(
        double estimate, double low, double high, @Nullable String reason) {
    /** Two-sided 95 % normal quantile. */
    public static final double Z95 = 1.959963984540054;

    /** An interval of the estimate plus and minus 1.96 standard errors. */
    public static ConfidenceInterval normal(double estimate, double standardError) {
        return new ConfidenceInterval(estimate, estimate - Z95 * standardError, estimate + Z95 * standardError, null);
    }

    /** No number at all, with the reason. */
    public static ConfidenceInterval none(String reason) {
        return new ConfidenceInterval(Double.NaN, Double.NaN, Double.NaN, reason);
    }
}
