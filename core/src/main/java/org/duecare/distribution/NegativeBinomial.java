package org.duecare.distribution;

import org.duecare.quantity.AlternativeKeys;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * Negative binomial: a Poisson count whose mean is gamma distributed. {@code dispersion} is variance over mean, so the
 * variance is mean times dispersion = mean + mean^2 / r with r = mean / (dispersion - 1).
 */
public record NegativeBinomial(
        @Key(doc = "Mean number.", min = 0, aboveMin = true, max = 10_000)
        double mean,

        @Key(doc = "Variance over mean.", min = 1, aboveMin = true, max = 100_000)
        double dispersion)
        implements CountLaw {
    private static final double MAX_DISPERSION = 100_000;

    /** Checks the parameters. */
    public NegativeBinomial {
        Require.positive(mean, "mean");
        Require.between(mean, 0, MAX_MEAN, "mean");
        Require.between(dispersion, 1, MAX_DISPERSION, "dispersion");
        Require.that(dispersion > 1, "dispersion", "= 1 must be > 1", "At 1 the count is poisson");
    }

    /** By r and beta (Klugman, Panjer and Willmot): mean r beta, variance r beta (1 + beta). */
    @AlternativeKeys
    public static NegativeBinomial ofRBeta(
            @Key(doc = "Shape of the gamma mean.", min = 0, aboveMin = true) double r,
            @Key(doc = "Scale of the gamma mean.", min = 0, aboveMin = true, max = 99_999) double beta) {
        Require.positive(r, "r");
        Require.positive(beta, "beta");
        Require.between(beta, 0, MAX_DISPERSION - 1, "beta");
        Require.between(r * beta, 0, MAX_MEAN, "r");
        return new NegativeBinomial(r * beta, 1 + beta);
    }

    /** Gamma(n + r) / (Gamma(r) n!) p^r (1 - p)^n with p = 1 / dispersion, by the binomial saddle point. */
    @Override
    public double probability(int n) {
        double r = mean / (dispersion - 1);
        if (n <= 0) {
            return n < 0 ? 0 : StableMath.exp(-r * StableMath.log(dispersion));
        }
        return StableMath.binomialTerm(r, n, 1 / dispersion, (dispersion - 1) / dispersion) * (r / (r + n));
    }

    @Override
    public double positive() {
        return -StableMath.expm1(-mean / (dispersion - 1) * StableMath.log(dispersion));
    }

    @Override
    public double variance() {
        return mean * dispersion;
    }

    @Override
    public double thirdCentralMoment() {
        return mean * dispersion * (2 * dispersion - 1);
    }

    @Override
    public void generate(double[] re, double[] im) {
        GeneratingFunction.power(re, im, 1 - dispersion, -mean / (dispersion - 1));
    }
}
