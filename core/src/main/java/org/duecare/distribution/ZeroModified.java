package org.duecare.distribution;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** A count law with another probability of 0; the other probabilities keep their proportions. */
public record ZeroModified(
        @Key(doc = "Law before the change.") CountLaw of,

        @Key(doc = "Probability of 0.", unit = "share", min = 0, max = 1)
        double zeroWeight)
        implements CountLaw {
    /** Checks the parameters. */
    public ZeroModified {
        Require.share(zeroWeight, "zeroWeight");
        Require.that(of.mean() > 0, "of", "is always 0", "");
    }

    @Override
    public double probability(int n) {
        return n == 0 ? zeroWeight : (1 - zeroWeight) * new ZeroTruncated(of).probability(n);
    }

    @Override
    public double positive() {
        return 1 - zeroWeight;
    }

    @Override
    public int largest() {
        return of.largest();
    }

    @Override
    public double mean() {
        return (1 - zeroWeight) * new ZeroTruncated(of).mean();
    }

    @Override
    public double variance() {
        ZeroTruncated truncated = new ZeroTruncated(of);
        double mean = truncated.mean();
        return (1 - zeroWeight) * (truncated.variance() + zeroWeight * mean * mean);
    }

    @Override
    public double thirdCentralMoment() {
        ZeroTruncated truncated = new ZeroTruncated(of);
        double mean = truncated.mean();
        double third = truncated.thirdCentralMoment() + mean * (3 * truncated.variance() + mean * mean);
        double own = mean();
        return (1 - zeroWeight) * third - own * (3 * variance() + own * own);
    }

    @Override
    public void generate(double[] re, double[] im) {
        new ZeroTruncated(of).generate(re, im);
        GeneratingFunction.affine(re, im, zeroWeight, 1 - zeroWeight);
    }
}
