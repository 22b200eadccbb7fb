package org.duecare.distribution;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Gamma: density proportional to x^(shape - 1) e^(-x / scale). */
public record GammaLaw(
        @Key(doc = "Shape.", min = 1e-3, max = 1e5) double shape,

        @Key(doc = "Scale; the mean is shape times scale.", unit = "money", min = 0, aboveMin = true, max = 1e280)
        double scale)
        implements LossLaw {
    /** Checks the parameters. */
    public GammaLaw {
        Require.between(shape, 1e-3, 1e5, "shape");
        Require.positive(scale, "scale");
        Require.between(scale, 0, 1e280, "scale");
    }

    @Override
    public double quantile(double p) {
        return scale * IncompleteGamma.inverseP(shape, p);
    }

    @Override
    public double upperQuantile(double q) {
        return scale * IncompleteGamma.inverseQ(shape, q);
    }

    @Override
    public double cdf(double x) {
        return IncompleteGamma.p(shape, x / scale);
    }

    @Override
    public double survival(double x) {
        return IncompleteGamma.q(shape, x / scale);
    }

    @Override
    public double mean() {
        return shape * scale;
    }

    @Override
    public double variance() {
        return shape * scale * scale;
    }

    /** mean P(shape + 1, limit / scale) + limit Q(shape, limit / scale). */
    @Override
    public double limitedMean(double limit) {
        if (limit <= 0 || limit == Double.POSITIVE_INFINITY) {
            return limit <= 0 ? limit : mean();
        }
        return mean() * IncompleteGamma.p(shape + 1, limit / scale) + limit * survival(limit);
    }

    @Override
    public double[] kinks() {
        return new double[0];
    }
}
