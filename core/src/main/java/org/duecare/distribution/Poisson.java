package org.duecare.distribution;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Poisson: P(N = n) = mean^n e^(-mean) / n!. */
public record Poisson(
        @Key(doc = "Mean number.", min = 0, max = 10_000) double mean) implements CountLaw {
    /** Checks the mean. */
    public Poisson {
        Require.between(mean, 0, MAX_MEAN, "mean");
    }

    @Override
    public double probability(int n) {
        return n < 0 ? 0 : StableMath.poissonTerm(n, mean);
    }

    @Override
    public double positive() {
        return -StableMath.expm1(-mean);
    }

    @Override
    public double variance() {
        return mean;
    }

    @Override
    public double thirdCentralMoment() {
        return mean;
    }

    @Override
    public void generate(double[] re, double[] im) {
        GeneratingFunction.exponential(re, im, mean);
    }
}
