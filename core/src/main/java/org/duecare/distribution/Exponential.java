package org.duecare.distribution;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Exponential: P(X > x) = e^(-x / mean). */
public record Exponential(
        @Key(doc = "Mean loss.", unit = "money", min = 0, aboveMin = true, max = 1e290)
        double mean) implements LossLaw {
    /** Checks the mean. */
    public Exponential {
        Require.positive(mean, "mean");
        Require.between(mean, 0, 1e290, "mean");
    }

    @Override
    public double quantile(double p) {
        return -mean * StableMath.log1p(-p);
    }

    @Override
    public double upperQuantile(double q) {
        return -mean * StableMath.log(q);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -StableMath.expm1(-x / mean);
    }

    @Override
    public double survival(double x) {
        return x <= 0 ? 1 : StableMath.exp(-x / mean);
    }

    @Override
    public double variance() {
        return mean * mean;
    }

    @Override
    public double limitedMean(double limit) {
        return limit <= 0 ? limit : mean * cdf(limit);
    }

    @Override
    public double[] kinks() {
        return new double[0];
    }
}
