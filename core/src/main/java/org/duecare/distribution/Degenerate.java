package org.duecare.distribution;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** A certain amount. */
public record Degenerate(
        @Key(doc = "The amount.", unit = "money", min = 0) double value) implements LossLaw {
    /** Checks the amount. */
    public Degenerate {
        Require.notNegative(value, "value");
    }

    @Override
    public double quantile(double p) {
        return value;
    }

    @Override
    public double upperQuantile(double q) {
        return value;
    }

    @Override
    public double cdf(double x) {
        return x >= value ? 1 : 0;
    }

    @Override
    public double survival(double x) {
        return x >= value ? 0 : 1;
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double variance() {
        return 0;
    }

    @Override
    public double limitedMean(double limit) {
        return Math.min(value, limit);
    }

    @Override
    public double[] kinks() {
        return new double[0];
    }

    @Override
    public boolean isStep() {
        return true;
    }
}
