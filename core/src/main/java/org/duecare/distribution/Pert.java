package org.duecare.distribution;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * PERT: minimum + (maximum - minimum) B with B a beta law of shapes 1 + lambda (mode - minimum) / range and
 * 1 + lambda (maximum - mode) / range.
 */
public record Pert(
        @Key(doc = "Smallest loss.", unit = "money", min = 0)
        double minimum,

        @Key(doc = "Most likely loss.", unit = "money", min = 0)
        double mode,

        @Key(doc = "Largest loss, above the minimum.", unit = "money", min = 0, aboveMin = true)
        double maximum,

        @Key(doc = "Weight of the mode; 0 is uniform.", min = 0, max = 1e4, fallback = "4")
        double lambda)
        implements LossLaw {
    /** Checks the parameters. */
    public Pert {
        Require.notNegative(minimum, "minimum");
        Require.between(mode, minimum, Double.MAX_VALUE, "mode");
        Require.positive(maximum, "maximum");
        Require.that(
                maximum > minimum && maximum >= mode,
                "maximum",
                "= " + maximum + " must be above the minimum " + minimum + " and not below the mode " + mode,
                "");
        Require.between(lambda, 0, 1e4, "lambda");
        Bounds.within(maximum, "maximum", maximum);
    }

    private double range() {
        return maximum - minimum;
    }

    private double a() {
        return 1 + lambda * ((mode - minimum) / range());
    }

    private double b() {
        return 1 + lambda * ((maximum - mode) / range());
    }

    @Override
    public double quantile(double p) {
        return p > 0.5 ? upperQuantile(1 - p) : minimum + range() * IncompleteBeta.inverse(a(), b(), p);
    }

    @Override
    public double upperQuantile(double q) {
        return q > 0.5 ? quantile(1 - q) : maximum - range() * IncompleteBeta.inverse(b(), a(), q);
    }

    private double lower(double a, double x) {
        return IncompleteBeta.lower(a, b(), (x - minimum) / range(), (maximum - x) / range());
    }

    @Override
    public double cdf(double x) {
        return lower(a(), x);
    }

    @Override
    public double survival(double x) {
        return IncompleteBeta.lower(b(), a(), (maximum - x) / range(), (x - minimum) / range());
    }

    /** (minimum + lambda mode + maximum) / (lambda + 2). */
    @Override
    public double mean() {
        return (minimum + lambda * mode + maximum) / (lambda + 2);
    }

    @Override
    public double variance() {
        double n = a() + b();
        return range() * range() * a() * b() / (n * n * (n + 1));
    }

    /** minimum + range (a / (a + b) I(a + 1, b) + limit share (1 - I(a, b))). */
    @Override
    public double limitedMean(double limit) {
        if (limit <= minimum || limit >= maximum) {
            return limit <= minimum ? limit : mean();
        }
        double below = range() * a() / (a() + b()) * lower(a() + 1, limit);
        return minimum + below + (limit - minimum) * survival(limit);
    }

    @Override
    public double[] kinks() {
        return new double[0];
    }
}
