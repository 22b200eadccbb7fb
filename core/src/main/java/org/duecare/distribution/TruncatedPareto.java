package org.duecare.distribution;

import static org.duecare.distribution.StableMath.exp;
import static org.duecare.distribution.StableMath.expm1;
import static org.duecare.distribution.StableMath.growth;
import static org.duecare.distribution.StableMath.log;
import static org.duecare.distribution.StableMath.log1p;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Pareto conditioned on not exceeding a maximum: density proportional to x^(-alpha - 1) on [minimum, maximum]. */
public record TruncatedPareto(
        @Key(doc = "Tail index of the law before truncation.", min = 0, aboveMin = true, max = 1000)
        double alpha,

        @Key(doc = "Smallest loss.", unit = "money", min = 0, aboveMin = true)
        double minimum,

        @Key(doc = "Largest loss, above the minimum.", unit = "money", min = 0, aboveMin = true)
        double maximum)
        implements LossLaw {
    /** Checks the parameters. */
    public TruncatedPareto {
        Require.positive(alpha, "alpha");
        Require.between(alpha, 0, 1000, "alpha");
        Require.positive(minimum, "minimum");
        Require.positive(maximum, "maximum");
        Require.that(
                maximum > minimum,
                "maximum",
                "= " + maximum + " must be above the minimum " + minimum,
                "Swap the two?");
        Bounds.within(maximum, "maximum", maximum);
    }

    /** ln(x / minimum), exact near the minimum. */
    private double logRatio(double x) {
        return x < 2 * minimum ? log1p((x - minimum) / minimum) : log(x / minimum);
    }

    private double logRange() {
        return logRatio(maximum);
    }

    /** P(X at most maximum) before truncation. */
    private double kept() {
        return -expm1(-alpha * logRange());
    }

    @Override
    public double quantile(double p) {
        return p > 0.5 ? upperQuantile(1 - p) : minimum * exp(-log1p(-p * kept()) / alpha);
    }

    @Override
    public double upperQuantile(double q) {
        double exponent = alpha * logRange();
        return exponent < 700
                ? maximum * exp(-log1p(q * expm1(exponent)) / alpha)
                : minimum * exp(-log(exp(-exponent) + q) / alpha);
    }

    @Override
    public double cdf(double x) {
        return x <= minimum ? 0 : x >= maximum ? 1 : expm1(-alpha * logRatio(x)) / expm1(-alpha * logRange());
    }

    @Override
    public double survival(double x) {
        if (x <= minimum || x >= maximum) {
            return x <= minimum ? 1 : 0;
        }
        double toMaximum = x > 0.5 * maximum ? log1p((x - maximum) / maximum) : log(x / maximum);
        return exp(-alpha * logRatio(x)) * expm1(alpha * toMaximum) / -kept();
    }

    /** minimum (1 + integral of the survival function). */
    @Override
    public double mean() {
        return limitedMean(maximum);
    }

    /** By quadrature about the minimum, without cancellation. */
    @Override
    public double variance() {
        double first = Integral.survivalMoment(this, minimum, maximum, 1);
        return Integral.survivalMoment(this, minimum, maximum, 2) - first * first;
    }

    /** minimum + (integral of (minimum/x)^alpha - r (limit - minimum)) / (1 - r), r = (minimum/maximum)^alpha. */
    @Override
    public double limitedMean(double limit) {
        if (limit <= minimum) {
            return limit;
        }
        double top = Math.min(limit, maximum);
        double beyond = exp(-alpha * logRange());
        return minimum + (minimum * growth(1 - alpha, logRatio(top)) - beyond * (top - minimum)) / kept();
    }

    @Override
    public double[] kinks() {
        return new double[0];
    }
}
