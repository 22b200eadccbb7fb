package org.duecare.distribution;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** A certain number. */
public record FixedCount(
        @Key(doc = "The number.", min = 0, max = 10_000) int count) implements CountLaw {
    /** Checks the number. */
    public FixedCount {
        Require.between(count, 0, 10_000, "count");
    }

    @Override
    public double probability(int n) {
        return n == count ? 1 : 0;
    }

    @Override
    public double positive() {
        return Math.min(1, count);
    }

    @Override
    public int largest() {
        return count;
    }

    @Override
    public double mean() {
        return count;
    }

    @Override
    public double variance() {
        return 0;
    }

    @Override
    public double thirdCentralMoment() {
        return 0;
    }

    @Override
    public void generate(double[] re, double[] im) {
        GeneratingFunction.wholePower(re, im, count);
    }
}
