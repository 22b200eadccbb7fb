package org.duecare.distribution;

import static org.duecare.distribution.StableMath.binomialTerm;
import static org.duecare.distribution.StableMath.exp;
import static org.duecare.distribution.StableMath.log;
import static org.duecare.distribution.StableMath.logGamma;

/**
 * The regularised incomplete beta function I_x(a, b) (DLMF 8.17), relatively exact where it is small, and its inverse.
 * The upper tail is I_y(b, a) with y = 1 - x; callers give both x and y so that neither loses digits.
 */
public final class IncompleteBeta {
    private static final double EPSILON = 0x1p-53;
    private static final double TINY = 1e-300;
    private static final int MAX_TERMS = 1_000_000;
    private static final int MAX_NEWTON = 60;

    private IncompleteBeta() {}

    /**
     * I_x(a, b).
     *
     * @param a above 0
     * @param b above 0
     * @param x in [0, 1]
     * @param y 1 - x, exact
     */
    public static double lower(double a, double b, double x, double y) {
        if (x <= 0 || y <= 0) {
            return x <= 0 ? 0 : 1;
        }
        return x <= (a + 1) / (a + b + 2) ? fraction(a, b, x, y) : 1 - fraction(b, a, y, x);
    }

    /** The continued fraction DLMF 8.17.22, by Lentz. */
    private static double fraction(double a, double b, double x, double y) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < MAX_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            h *= d * c;
            if (Math.abs(d * c - 1) <= 2 * EPSILON) {
                return Math.min(1, h * binomialTerm(a, b, x, y) * (b / (a + b)));
            }
        }
        throw new ArithmeticException("I(" + a + ", " + b + ", " + x + ") does not converge");
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /**
     * The x with I_x(a, b) = p, relatively exact for small x. Newton's method for the logarithm in ln x, which is
     * concave for a, b at or above 1: monotone from a start on the left.
     *
     * @param a 1 or more
     * @param b 1 or more
     * @param p in [0, 1]
     */
    public static double inverse(double a, double b, double p) {
        if (p <= 0 || p >= 1) {
            return p <= 0 ? 0 : 1;
        }
        double target = log(p);
        double x = exp((target + logGamma(a + 1) + logGamma(b) - logGamma(a + b)) / a);
        if (x == 0) {
            return 0;
        }
        for (int i = 0; i < MAX_NEWTON; i++) {
            double value = lower(a, b, x, 1 - x);
            double step = (log(value) - target) * value / slope(a, b, x);
            double next = x * exp(-Math.max(-2, Math.min(2, step)));
            x = next < 1 ? next : 0.5 * (1 + x);
            if (Math.abs(step) < 1e-9) {
                break;
            }
        }
        double refined = x - x * ((lower(a, b, x, 1 - x) - p) / slope(a, b, x));
        return refined > 0 && refined < 1 ? refined : x;
    }

    /** x times the density at x. */
    private static double slope(double a, double b, double x) {
        double y = 1 - x;
        return binomialTerm(a, b, x, y) * (a * b / (a + b)) / y;
    }
}
