package org.duecare.distribution;

import org.duecare.quantity.CompensatedSum;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** A count law given that the count is not 0. */
public record ZeroTruncated(
        @Key(doc = "Law before the condition.") CountLaw of) implements CountLaw {
    private static final double RARE = 0.5;

    /** Checks that the law is not certain to be 0. */
    public ZeroTruncated {
        Require.that(of.mean() > 0, "of", "is always 0", "");
    }

    @Override
    public double probability(int n) {
        return n < 1 ? 0 : of.probability(n) / of.positive();
    }

    @Override
    public double positive() {
        return 1;
    }

    @Override
    public int largest() {
        return of.largest();
    }

    @Override
    public double mean() {
        return of.mean() / of.positive();
    }

    /** E[of^2] / P(of > 0) - mean^2, or summed about the mean where that would cancel. */
    @Override
    public double variance() {
        double mean = mean();
        return of.positive() > RARE
                ? (of.variance() + of.mean() * of.mean()) / of.positive() - mean * mean
                : summedVariance(mean);
    }

    private double summedVariance(double mean) {
        CompensatedSum sum = new CompensatedSum();
        double before = -1;
        for (int n = 1; n <= 2 * mean + 100 || sum.value() > before; n++) {
            before = sum.value();
            sum.add(probability(n) * (n - mean) * (n - mean));
        }
        return sum.value();
    }

    @Override
    public double thirdCentralMoment() {
        double before = of.mean();
        double third = of.thirdCentralMoment() + before * (3 * of.variance() + before * before);
        double mean = mean();
        return third / of.positive() - mean * (3 * variance() + mean * mean);
    }

    @Override
    public void generate(double[] re, double[] im) {
        of.generate(re, im);
        GeneratingFunction.affine(re, im, 1 - 1 / of.positive(), 1 / of.positive());
    }
}
