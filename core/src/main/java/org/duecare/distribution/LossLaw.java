package org.duecare.distribution;

/**
 * A law of loss sizes in main currency units. Both tails are exact: {@link #quantile} for small probabilities,
 * {@link #upperQuantile} and {@link #survival} for large losses, without cancellation.
 */
public sealed interface LossLaw permits Degenerate {
    /** The smallest x with P(X <= x) >= p; p in (0, 1). */
    double quantile(double p);

    /** The quantile at 1 - q, exact for small q; q in (0, 1). */
    double upperQuantile(double q);

    /** P(X <= x). */
    double cdf(double x);

    /** P(X > x), exact far in the tail. */
    double survival(double x);

    /** E[X]; infinite where it does not exist. */
    double mean();

    /** E[X^2] - E[X]^2; infinite where it does not exist. */
    double variance();

    /** E[min(X, limit)], finite for a finite limit. */
    double limitedMean(double limit);

    /** Probabilities in (0, 1), ascending, at which the quantile function has a kink or a jump. */
    double[] kinks();

    /** Whether the law takes countably many values, so that its quantile function is a step function. */
    default boolean isStep() {
        return false;
    }
}
