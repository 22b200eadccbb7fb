package org.duecare.distribution;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Loglogistic: P(X > x) = 1 / (1 + (x / scale)^shape), the Burr law with alpha = 1. */
public record Loglogistic(
        @Key(doc = "Shape, the tail index; the mean exists above 1, the variance above 2.", min = 1e-3, max = 1000)
        double shape,

        @Key(doc = "Scale, the median.", unit = "money", min = 0, aboveMin = true)
        double scale)
        implements LossLaw {
    /** Checks the parameters. */
    public Loglogistic {
        Require.between(shape, 1e-3, 1000, "shape");
        Require.positive(scale, "scale");
        Bounds.within(scale * StableMath.pow(999, 1 / shape), "shape", shape);
    }

    private Burr burr() {
        return new Burr(1, shape, scale);
    }

    @Override
    public double quantile(double p) {
        return scale * StableMath.pow(p / (1 - p), 1 / shape);
    }

    @Override
    public double upperQuantile(double q) {
        return scale * StableMath.pow((1 - q) / q, 1 / shape);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : 1 / (1 + StableMath.pow(scale / x, shape));
    }

    @Override
    public double survival(double x) {
        return x <= 0 ? 1 : 1 / (1 + StableMath.pow(x / scale, shape));
    }

    /** scale (pi/shape) / sin(pi/shape). */
    @Override
    public double mean() {
        return burr().mean();
    }

    @Override
    public double variance() {
        return burr().variance();
    }

    @Override
    public double limitedMean(double limit) {
        return burr().limitedMean(limit);
    }

    @Override
    public double[] kinks() {
        return new double[0];
    }

    @Override
    public double tailIndex() {
        return shape;
    }
}
