package org.duecare.distribution;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * Logarithmic (log-series) on 1, 2, ...: P(N = n) = (beta / (1 + beta))^n / (n ln(1 + beta)), with beta such that the mean
 * is beta / ln(1 + beta).
 */
public record Logarithmic(
        @Key(doc = "Mean number.", min = 1, max = 10_000) double mean) implements CountLaw {
    private static final int NEWTON_STEPS = 50;

    /** Checks the mean. */
    public Logarithmic {
        Require.between(mean, 1, MAX_MEAN, "mean");
    }

    /** The beta with (beta - ln(1 + beta)) / ln(1 + beta) = mean - 1, by Newton's method. */
    double beta() {
        if (mean == 1) {
            return 0;
        }
        double beta = 2 * (mean - 1) * (1 + StableMath.log(mean));
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double log = StableMath.log1p(beta);
            double excess = StableMath.log1pGap(beta) - (mean - 1) * log;
            double slope = (beta - (mean - 1)) / (1 + beta);
            double step = excess / slope;
            beta -= step;
            if (Math.abs(step) <= 1e-15 * beta) {
                break;
            }
        }
        return beta;
    }

    @Override
    public double probability(int n) {
        double beta = beta();
        if (n < 1 || beta == 0) {
            return n == 1 ? 1 : 0;
        }
        return StableMath.exp(-n * StableMath.log1p(1 / beta)) / (n * StableMath.log1p(beta));
    }

    @Override
    public double positive() {
        return 1;
    }

    /** mean (1 + beta - mean). */
    @Override
    public double variance() {
        return mean * (beta() - (mean - 1));
    }

    @Override
    public double thirdCentralMoment() {
        double beta = beta();
        double third = mean * (1 + beta * (3 + 2 * beta));
        return third - 3 * mean * variance() - mean * mean * mean;
    }

    @Override
    public void generate(double[] re, double[] im) {
        double beta = beta();
        if (beta > 0) {
            GeneratingFunction.logarithm(re, im, beta);
        }
    }
}
