package org.duecare.distribution;

/**
 * A law of loss sizes in main currency units, none negative. Both tails are exact: {@link #quantile} for small
 * probabilities, {@link #upperQuantile} and {@link #survival} for large losses, without cancellation.
 */
public sealed interface LossLaw
        permits Lognormal,
                Exponential,
                GammaLaw,
                Weibull,
                Pareto,
                Lomax,
                Gpd,
                Levy,
                Burr,
                Loglogistic,
                TruncatedPareto,
                Pert,
                Uniform,
                Degenerate,
                Discrete,
                Empirical,
                RecordsCost,
                Mixture,
                Splice,
                Capped {
    /** The smallest x with P(X <= x) >= p; p in [0, 1], at 0 the lower end of the law's support. */
    double quantile(double p);

    /** The quantile at 1 - q, exact for small q; q in [0, 1], at 0 the upper end of the support or infinity. */
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

    /** The bound of the powers k for which E[X^k] exists; infinite for light tails. */
    default double tailIndex() {
        return Double.POSITIVE_INFINITY;
    }
}
