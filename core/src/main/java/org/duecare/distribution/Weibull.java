package org.duecare.distribution;

import static org.duecare.distribution.StableMath.exp;
import static org.duecare.distribution.StableMath.logGammaOnePlus;
import static org.duecare.distribution.StableMath.pow;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Weibull: P(X > x) = exp(-(x / scale)^shape). */
public record Weibull(
        @Key(doc = "Shape; below 1 the tail is heavier than exponential.", min = 0.01, max = 1000)
        double shape,

        @Key(doc = "Scale, exceeded with probability 1/e.", unit = "money", min = 0, aboveMin = true)
        double scale)
        implements LossLaw {
    /** Checks the parameters. */
    public Weibull {
        Require.between(shape, 0.01, 1000, "shape");
        Require.positive(scale, "scale");
        Bounds.within(scale * pow(Bounds.ONCE_IN_1000, 1 / shape), "shape", shape);
    }

    /** (x / scale)^shape, with the rounding error of the quotient put right. */
    private double hazard(double x) {
        double quotient = x / scale;
        if (quotient > Double.MAX_VALUE) {
            return quotient;
        }
        double missing = Math.fma(-quotient, scale, x) / x;
        return pow(quotient, shape) * (1 + shape * missing);
    }

    @Override
    public double quantile(double p) {
        return scale * pow(-StableMath.log1p(-p), 1 / shape);
    }

    @Override
    public double upperQuantile(double q) {
        return scale * pow(q >= 0.5 ? -StableMath.log1p(q - 1) : -StableMath.log(q), 1 / shape);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -StableMath.expm1(-hazard(x));
    }

    @Override
    public double survival(double x) {
        return x <= 0 ? 1 : exp(-hazard(x));
    }

    /** scale Gamma(1 + 1/shape). */
    @Override
    public double mean() {
        return scale * StableMath.gamma(1 + 1 / shape);
    }

    /** scale^2 (Gamma(1 + 2/shape) - Gamma(1 + 1/shape)^2). */
    @Override
    public double variance() {
        double mean = mean();
        return mean * mean * StableMath.expm1(logGammaOnePlus(2 / shape) - 2 * logGammaOnePlus(1 / shape));
    }

    /** mean P(1 + 1/shape, (limit/scale)^shape) + limit P(X > limit). */
    @Override
    public double limitedMean(double limit) {
        if (limit <= 0 || limit == Double.POSITIVE_INFINITY) {
            return limit <= 0 ? limit : mean();
        }
        return mean() * IncompleteGamma.p(1 + 1 / shape, hazard(limit)) + limit * survival(limit);
    }

    @Override
    public double[] kinks() {
        return new double[0];
    }
}
