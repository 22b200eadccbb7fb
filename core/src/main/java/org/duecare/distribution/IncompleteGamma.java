package org.duecare.distribution;

import static org.duecare.distribution.StableMath.exp;
import static org.duecare.distribution.StableMath.expm1;
import static org.duecare.distribution.StableMath.log;
import static org.duecare.distribution.StableMath.logGamma;
import static org.duecare.distribution.StableMath.logGammaOnePlus;
import static org.duecare.distribution.StableMath.poissonTerm;

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x) (DLMF 8.2), both relatively exact where
 * they are small, and their inverses.
 */
public final class IncompleteGamma {
    private static final double EPSILON = 0x1p-54;
    private static final double TINY = 1e-300;
    private static final int MAX_TERMS = 1_000_000;
    private static final int MAX_NEWTON = 60;

    private IncompleteGamma() {}

    /** P(a, x); a above 0, x at or above 0. */
    public static double p(double a, double x) {
        if (x <= 0 || x == Double.POSITIVE_INFINITY) {
            return x <= 0 ? 0 : 1;
        }
        return x < a + 1 ? series(a, x) : 1 - continuedFraction(a, x);
    }

    /** Q(a, x); a above 0, x at or above 0. */
    public static double q(double a, double x) {
        if (x <= 0 || x == Double.POSITIVE_INFINITY) {
            return x <= 0 ? 1 : 0;
        }
        if (x >= a + 1 || (a < 1 && x >= 1)) {
            return continuedFraction(a, x);
        }
        return a < 1 ? smallShape(a, x) : 1 - series(a, x);
    }

    /** P = x^a e^-x / Gamma(a + 1) (1 + x / (a + 1) + x^2 / ((a + 1)(a + 2)) + ...), DLMF 8.7.1. */
    private static double series(double a, double x) {
        double term = 1;
        double sum = 1;
        for (double n = a + 1; term > EPSILON * sum; n++) {
            term *= x / n;
            sum += term;
        }
        return Math.min(1, sum * poissonTerm(a, x));
    }

    /** Q by Lentz's evaluation of DLMF 8.9.2. */
    private static double continuedFraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < MAX_TERMS; i++) {
            double factor = -i * (i - a);
            b += 2;
            d = 1 / nonZero(factor * d + b);
            c = nonZero(b + factor / c);
            h *= d * c;
            if (Math.abs(d * c - 1) <= 4 * EPSILON) {
                return Math.min(1, h * a * poissonTerm(a, x));
            }
        }
        throw new ArithmeticException("Q(" + a + ", " + x + ") does not converge");
    }

    /** Q for a below 1 and x below 1: Gamma(1 + a) - x^a sum of a (-x)^k / ((a + k) k!), both parts less 1. */
    private static double smallShape(double a, double x) {
        double term = 1;
        double sum = 0;
        for (int k = 1; Math.abs(term) > EPSILON * Math.abs(sum); k++) {
            term *= -x / k;
            sum += term / (a + k);
        }
        double logPower = a * log(x);
        double logGamma = logGammaOnePlus(a);
        return (expm1(logGamma) - expm1(logPower) - exp(logPower) * a * sum) * exp(-logGamma);
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** The x with P(a, x) = p. */
    public static double inverseP(double a, double p) {
        if (p <= 0) {
            return 0;
        }
        return p > 0.5 ? inverseUpper(a, 1 - p) : inverseLower(a, p);
    }

    /** The x with Q(a, x) = q. */
    public static double inverseQ(double a, double q) {
        if (q <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        return q > 0.5 ? inverseLower(a, 1 - q) : inverseUpper(a, q);
    }

    /** Newton's method for ln P in ln x, which is concave: monotone from a start on the left. */
    private static double inverseLower(double a, double p) {
        if (p <= 0) {
            return 0;
        }
        double target = log(p);
        double logX = (target + logGamma(a + 1)) / a;
        if (logX < -600) {
            return exp(logX);
        }
        double x = Math.max(exp(logX), wilsonHilferty(a, Normal.inverse(p)));
        for (int i = 0; i < MAX_NEWTON; i++) {
            double value = p(a, x);
            double step = value <= 0 ? 1 : (log(value) - target) * value / (a * poissonTerm(a, x));
            x *= exp(-Math.max(-2, Math.min(2, step)));
            if (Math.abs(step) < 1e-9) {
                break;
            }
        }
        return lastStep(a, x, p(a, x) - p);
    }

    private static double inverseUpper(double a, double q) {
        double target = log(q);
        double x = Math.max(wilsonHilferty(a, Normal.inverseUpper(q)), -target * 1e-3);
        for (int i = 0; i < MAX_NEWTON; i++) {
            double value = q(a, x);
            double step = value <= 0 ? 0.1 : (target - log(value)) * value / (a * poissonTerm(a, x));
            x *= exp(-Math.max(-2, Math.min(2, step)));
            if (Math.abs(step) < 1e-9) {
                break;
            }
        }
        return lastStep(a, x, q - q(a, x));
    }

    private static double lastStep(double a, double x, double excess) {
        double slope = a * poissonTerm(a, x);
        return slope > 0 ? x - x * (excess / slope) : x;
    }

    /** The approximation of Wilson and Hilferty (1931); 0 where it turns negative. */
    private static double wilsonHilferty(double a, double z) {
        double root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
        return root <= 0 ? 0 : a * root * root * root;
    }
}
