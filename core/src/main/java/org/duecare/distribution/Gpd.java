package org.duecare.distribution;

import static org.duecare.distribution.StableMath.exp;
import static org.duecare.distribution.StableMath.expm1;
import static org.duecare.distribution.StableMath.log;
import static org.duecare.distribution.StableMath.log1p;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Generalised Pareto: P(X > threshold + y) = (1 + xi y / beta)^(-1/xi), at xi 0 exponential. */
public record Gpd(
        @Key(
                doc = "Shape; the mean exists below 1, the variance below 1/2; below 0 losses are bounded.",
                min = -5,
                max = 50)
        double xi,

        @Key(doc = "Scale of the excess over the threshold.", unit = "money", min = 0, aboveMin = true)
        double beta,

        @Key(doc = "Smallest loss.", unit = "money", min = 0, fallback = "0")
        double threshold)
        implements LossLaw {
    /** Checks the parameters. */
    public Gpd {
        Require.between(xi, -5, 50, "xi");
        Require.positive(beta, "beta");
        Require.notNegative(threshold, "threshold");
        Bounds.within(threshold + beta * StableMath.growth(xi, Bounds.ONCE_IN_1000), "xi", xi);
    }

    /** -ln P(X > threshold + y). */
    private double hazard(double y) {
        if (xi == 0) {
            return y / beta;
        }
        double relative = xi * y / beta;
        if (relative > -0.5) {
            return log1p(relative) / xi;
        }
        double left = Math.fma(xi, y, beta);
        return left <= 0 ? Double.POSITIVE_INFINITY : log(left / beta) / xi;
    }

    @Override
    public double quantile(double p) {
        return threshold + beta * StableMath.growth(xi, -log1p(-p));
    }

    @Override
    public double upperQuantile(double q) {
        return threshold + beta * StableMath.growth(xi, -log(q));
    }

    @Override
    public double cdf(double x) {
        return x <= threshold ? 0 : -expm1(-hazard(x - threshold));
    }

    @Override
    public double survival(double x) {
        return x <= threshold ? 1 : exp(-hazard(x - threshold));
    }

    @Override
    public double mean() {
        return xi < 1 ? threshold + beta / (1 - xi) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double variance() {
        return xi < 0.5 ? beta * beta / ((1 - xi) * (1 - xi) * (1 - 2 * xi)) : Double.POSITIVE_INFINITY;
    }

    /** threshold + beta (1 - P(X > limit)^(1 - xi)) / (1 - xi), at xi 1 with the logarithm. */
    @Override
    public double limitedMean(double limit) {
        if (limit <= threshold || limit == Double.POSITIVE_INFINITY) {
            return limit <= threshold ? limit : mean();
        }
        return threshold + beta * StableMath.growth(xi - 1, hazard(limit - threshold));
    }

    @Override
    public double[] kinks() {
        return new double[0];
    }

    @Override
    public double tailIndex() {
        return xi > 0 ? 1 / xi : Double.POSITIVE_INFINITY;
    }
}
