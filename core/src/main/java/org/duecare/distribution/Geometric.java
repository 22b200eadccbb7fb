package org.duecare.distribution;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Geometric on 0, 1, ...: P(N = n) = (mean / (1 + mean))^n / (1 + mean). */
public record Geometric(
        @Key(doc = "Mean number.", min = 0, max = 10_000) double mean) implements CountLaw {
    /** Checks the mean. */
    public Geometric {
        Require.between(mean, 0, MAX_MEAN, "mean");
    }

    @Override
    public double probability(int n) {
        if (mean == 0) {
            return n == 0 ? 1 : 0;
        }
        return n < 0 ? 0 : StableMath.exp(-n * StableMath.log1p(1 / mean)) / (1 + mean);
    }

    @Override
    public double positive() {
        return mean / (1 + mean);
    }

    @Override
    public double variance() {
        return mean * (1 + mean);
    }

    @Override
    public double thirdCentralMoment() {
        return mean * (1 + mean) * (1 + 2 * mean);
    }

    @Override
    public void generate(double[] re, double[] im) {
        GeneratingFunction.power(re, im, -mean, -1);
    }
}
