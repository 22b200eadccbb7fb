package org.duecare.distribution;

import static org.duecare.distribution.StableMath.exp;
import static org.duecare.distribution.StableMath.log;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Pareto of the first kind: P(X > x) = (minimum / x)^alpha above the minimum. */
public record Pareto(
        @Key(doc = "Tail index; the mean exists above 1, the variance above 2.", min = 0, aboveMin = true, max = 1000)
        double alpha,

        @Key(doc = "Smallest loss.", unit = "money", min = 0, aboveMin = true)
        double minimum)
        implements LossLaw {
    /** Checks the parameters. */
    public Pareto {
        Require.positive(alpha, "alpha");
        Require.between(alpha, 0, 1000, "alpha");
        Require.positive(minimum, "minimum");
        Bounds.within(minimum * exp(Bounds.ONCE_IN_1000 / alpha), "alpha", alpha);
    }

    @Override
    public double quantile(double p) {
        return minimum * exp(-StableMath.log1p(-p) / alpha);
    }

    @Override
    public double upperQuantile(double q) {
        return minimum * StableMath.pow(q, -1 / alpha);
    }

    @Override
    public double cdf(double x) {
        return x <= minimum ? 0 : -StableMath.expm1(-alpha * StableMath.log1p((x - minimum) / minimum));
    }

    @Override
    public double survival(double x) {
        return x <= minimum ? 1 : StableMath.pow(minimum / x, alpha);
    }

    @Override
    public double mean() {
        return alpha > 1 ? alpha * minimum / (alpha - 1) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double variance() {
        return alpha > 2
                ? alpha * minimum * minimum / ((alpha - 1) * (alpha - 1) * (alpha - 2))
                : Double.POSITIVE_INFINITY;
    }

    /** minimum (1 + (1 - (minimum/limit)^(alpha - 1)) / (alpha - 1)), at alpha 1 with the logarithm. */
    @Override
    public double limitedMean(double limit) {
        if (limit <= minimum || limit == Double.POSITIVE_INFINITY) {
            return limit <= minimum ? limit : mean();
        }
        return minimum * (1 + StableMath.growth(1 - alpha, log(limit / minimum)));
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
