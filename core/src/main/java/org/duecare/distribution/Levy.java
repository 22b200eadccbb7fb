package org.duecare.distribution;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * Lévy law: {@code X = scale / Z^2} with Z standard normal; P(X > x) = erf(sqrt(scale / (2 x))). Tail index 1/2, no mean: the
 * standard example of a risk that pooling makes worse (Ibragimov, Jaffee and Walden 2009).
 */
public record Levy(
        @Key(doc = "Scale.", unit = "money", min = 0, aboveMin = true)
        double scale) implements LossLaw {
    /** Below this, P(|Z| <= z) comes from its power series. */
    private static final double SERIES = 0.25;

    /** Checks the scale. */
    public Levy {
        Require.positive(scale, "scale");
    }

    /** scale / z^2 with P(Z > z) = p / 2. */
    @Override
    public double quantile(double p) {
        double z = Normal.inverseUpper(p / 2);
        return z == 0 ? Double.POSITIVE_INFINITY : scale / (z * z);
    }

    /** scale / z^2 with P(0 < Z <= z) = q / 2. */
    @Override
    public double upperQuantile(double q) {
        double z = q / 2 <= Normal.CENTRE ? Normal.centre(q / 2) : Normal.inverseUpper((1 - q) / 2);
        return z == 0 ? Double.POSITIVE_INFINITY : scale / (z * z);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : 2 * Normal.survival(Math.sqrt(scale / x));
    }

    @Override
    public double survival(double x) {
        if (x <= 0) {
            return 1;
        }
        double z = Math.sqrt(scale / x);
        return z > SERIES ? 1 - 2 * Normal.survival(z) : within(z);
    }

    /** P(|Z| <= z) = sqrt(2 / pi) sum_k (-1)^k z^(2k+1) / (2^k k! (2k + 1)). */
    private static double within(double z) {
        double sum = 0;
        double term = z;
        for (int k = 0; k < 12; k++) {
            sum += term / (2 * k + 1);
            term *= -z * z / (2 * (k + 1));
        }
        return 2 * sum / StableMath.SQRT_TWO_PI;
    }

    @Override
    public double mean() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double variance() {
        return Double.POSITIVE_INFINITY;
    }

    /** sqrt(2 scale limit / pi) exp(-scale / (2 limit)) - scale P(X <= limit) + limit P(X > limit). */
    @Override
    public double limitedMean(double limit) {
        if (limit <= 0 || limit == Double.POSITIVE_INFINITY) {
            return limit <= 0 ? limit : mean();
        }
        double body = 2 * Math.sqrt(scale * limit) * Normal.density(Math.sqrt(scale / limit)) - scale * cdf(limit);
        return body + limit * survival(limit);
    }

    @Override
    public double[] kinks() {
        return new double[0];
    }

    @Override
    public double tailIndex() {
        return 0.5;
    }
}
