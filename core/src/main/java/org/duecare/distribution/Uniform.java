package org.duecare.distribution;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Uniform on [minimum, maximum]. */
public record Uniform(
        @Key(doc = "Smallest loss.", unit = "money", min = 0)
        double minimum,

        @Key(doc = "Largest loss, above the minimum.", unit = "money", min = 0, aboveMin = true)
        double maximum)
        implements LossLaw {
    /** Checks the parameters. */
    public Uniform {
        Require.notNegative(minimum, "minimum");
        Require.positive(maximum, "maximum");
        Require.that(
                maximum > minimum,
                "maximum",
                "= " + maximum + " must be above the minimum " + minimum,
                "Swap the two?");
        Bounds.within(maximum, "maximum", maximum);
    }

    @Override
    public double quantile(double p) {
        return p > 0.5 ? maximum - (1 - p) * (maximum - minimum) : minimum + p * (maximum - minimum);
    }

    @Override
    public double upperQuantile(double q) {
        return q > 0.5 ? minimum + (1 - q) * (maximum - minimum) : maximum - q * (maximum - minimum);
    }

    @Override
    public double cdf(double x) {
        return Math.max(0, Math.min(1, (x - minimum) / (maximum - minimum)));
    }

    @Override
    public double survival(double x) {
        return Math.max(0, Math.min(1, (maximum - x) / (maximum - minimum)));
    }

    @Override
    public double mean() {
        return minimum + 0.5 * (maximum - minimum);
    }

    @Override
    public double variance() {
        return (maximum - minimum) * (maximum - minimum) / 12;
    }

    @Override
    public double limitedMean(double limit) {
        if (limit <= minimum || limit >= maximum) {
            return limit <= minimum ? limit : mean();
        }
        return minimum + (limit - minimum) * (1 - 0.5 * cdf(limit));
    }

    @Override
    public double[] kinks() {
        return new double[0];
    }
}
