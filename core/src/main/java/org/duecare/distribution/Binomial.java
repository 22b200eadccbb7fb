package org.duecare.distribution;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Binomial: successes among n independent trials. */
public record Binomial(
        @Key(doc = "Number of trials.", min = 0, max = 10_000)
        int n,

        @Key(doc = "Probability of success of one trial.", unit = "share", min = 0, max = 1)
        double p)
        implements CountLaw {
    /** Checks the parameters. */
    public Binomial {
        Require.between(n, 0, 10_000, "n");
        Require.share(p, "p");
    }

    @Override
    public double probability(int k) {
        if (k < 0 || k > n) {
            return 0;
        }
        if (p == 0 || p == 1) {
            return k == (p == 0 ? 0 : n) ? 1 : 0;
        }
        if (k == 0) {
            return StableMath.exp(n * StableMath.log1p(-p));
        }
        return k == n ? StableMath.pow(p, n) : StableMath.binomialTerm(k, n - k, p, 1 - p);
    }

    @Override
    public double positive() {
        return p == 1 ? Math.min(1, n) : -StableMath.expm1(n * StableMath.log1p(-p));
    }

    @Override
    public int largest() {
        return n;
    }

    @Override
    public double mean() {
        return n * p;
    }

    @Override
    public double variance() {
        return n * p * (1 - p);
    }

    @Override
    public double thirdCentralMoment() {
        return n * p * (1 - p) * (1 - 2 * p);
    }

    @Override
    public void generate(double[] re, double[] im) {
        if (p == 1) {
            GeneratingFunction.wholePower(re, im, n);
        } else {
            GeneratingFunction.power(re, im, p, n);
        }
    }
}
