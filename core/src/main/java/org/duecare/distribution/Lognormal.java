package org.duecare.distribution;

import static org.duecare.distribution.StableMath.exp;
import static org.duecare.distribution.StableMath.expm1;
import static org.duecare.distribution.StableMath.log;

import org.duecare.quantity.AlternativeKeys;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Lognormal: ln X is normal with mean mu and standard deviation sigma. */
public record Lognormal(
        @Key(doc = "Mean of the logarithm of the loss, the loss in main currency units.", min = -700, max = 700)
        double mu,

        @Key(doc = "Standard deviation of the logarithm of the loss.", min = 0, aboveMin = true, max = 50)
        double sigma)
        implements LossLaw {
    private static final double MAX_SIGMA = 50;
    private static final double MAX_MU = 700;

    /** Checks the parameters. */
    public Lognormal {
        Require.between(mu, -MAX_MU, MAX_MU, "mu");
        Require.positive(sigma, "sigma");
        Require.between(sigma, 0, MAX_SIGMA, "sigma");
        Require.that(
                mu + 3.1 * sigma < 690,
                "sigma",
                "= " + sigma + " implies a loss above 1e300 once in 1,000 incidents",
                "Is it the variance or the spread of the loss itself?");
    }

    /** By the median and the spread of the logarithm: mu = ln median. */
    @AlternativeKeys
    public static Lognormal ofMedian(
            @Key(doc = "Median loss.", unit = "money", min = 0, aboveMin = true) double median,
            @Key(doc = "Standard deviation of the logarithm of the loss.", min = 0, aboveMin = true, max = 50)
                    double sigma) {
        return new Lognormal(log(Require.positive(median, "median")), sigma);
    }

    /** By mean and coefficient of variation: sigma^2 = ln(1 + cv^2), mu = ln mean - sigma^2 / 2. */
    @AlternativeKeys
    public static Lognormal ofMean(
            @Key(doc = "Mean loss.", unit = "money", min = 0, aboveMin = true) double mean,
            @Key(doc = "Standard deviation of the loss over its mean.", min = 0, aboveMin = true, max = 1e6)
                    double coefficientOfVariation) {
        Require.positive(coefficientOfVariation, "coefficientOfVariation");
        Require.between(coefficientOfVariation, 0, 1e6, "coefficientOfVariation");
        double square = StableMath.log1p(coefficientOfVariation * coefficientOfVariation);
        return new Lognormal(log(Require.positive(mean, "mean")) - 0.5 * square, Math.sqrt(square));
    }

    private double score(double x) {
        return (log(x) - mu) / sigma;
    }

    @Override
    public double quantile(double p) {
        return exp(mu + sigma * Normal.inverse(p));
    }

    @Override
    public double upperQuantile(double q) {
        return exp(mu + sigma * Normal.inverseUpper(q));
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : Normal.cdf(score(x));
    }

    @Override
    public double survival(double x) {
        return x <= 0 ? 1 : Normal.survival(score(x));
    }

    @Override
    public double mean() {
        return exp(mu + 0.5 * sigma * sigma);
    }

    @Override
    public double variance() {
        return exp(2 * mu + sigma * sigma) * expm1(sigma * sigma);
    }

    /** e^(mu + sigma^2/2) Phi(z - sigma) + limit (1 - Phi(z)), z the score of the limit; free of overflow. */
    @Override
    public double limitedMean(double limit) {
        if (limit <= 0) {
            return Math.min(0, limit);
        }
        if (limit == Double.POSITIVE_INFINITY) {
            return mean();
        }
        double z = score(limit);
        double below = z < sigma
                ? limit * Normal.halfSquareDecay(z) * Normal.scaledSurvival(sigma - z)
                : mean() * Normal.cdf(z - sigma);
        return below + limit * Normal.survival(z);
    }

    @Override
    public double[] kinks() {
        return new double[0];
    }
}
