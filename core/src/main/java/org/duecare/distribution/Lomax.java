package org.duecare.distribution;

import static org.duecare.distribution.StableMath.exp;
import static org.duecare.distribution.StableMath.expm1;
import static org.duecare.distribution.StableMath.log;
import static org.duecare.distribution.StableMath.log1p;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Lomax, the Pareto of the second kind: P(X > x) = (1 + x / scale)^(-alpha). */
public record Lomax(
        @Key(doc = "Tail index; the mean exists above 1, the variance above 2.", min = 0, aboveMin = true, max = 1000)
        double alpha,

        @Key(doc = "Scale.", unit = "money", min = 0, aboveMin = true)
        double scale)
        implements LossLaw {
    /** Checks the parameters. */
    public Lomax {
        Require.positive(alpha, "alpha");
        Require.between(alpha, 0, 1000, "alpha");
        Require.positive(scale, "scale");
        Bounds.within(scale * exp(Bounds.ONCE_IN_1000 / alpha), "alpha", alpha);
    }

    @Override
    public double quantile(double p) {
        return scale * expm1(-log1p(-p) / alpha);
    }

    @Override
    public double upperQuantile(double q) {
        return scale * expm1(-log(q) / alpha);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -expm1(-alpha * log1p(x / scale));
    }

    @Override
    public double survival(double x) {
        return x <= 0 ? 1 : exp(-alpha * log1p(x / scale));
    }

    @Override
    public double mean() {
        return alpha > 1 ? scale / (alpha - 1) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double variance() {
        return alpha > 2 ? alpha * scale * scale / ((alpha - 1) * (alpha - 1) * (alpha - 2)) : Double.POSITIVE_INFINITY;
    }

    /** scale (1 - (1 + limit/scale)^(1 - alpha)) / (alpha - 1), at alpha 1 with the logarithm. */
    @Override
    public double limitedMean(double limit) {
        if (limit <= 0 || limit == Double.POSITIVE_INFINITY) {
            return limit <= 0 ? limit : mean();
        }
        return scale * StableMath.growth(1 - alpha, log1p(limit / scale));
    }

    @Override
    public double[] kinks() {
        return new double[0];
    }

    @Override
    public double tailIndex() {
        return alpha;
    }
}
