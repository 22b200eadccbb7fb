package org.duecare.statistics;

/** The regularised incomplete beta function and the quantiles built on it. */
final class IncompleteBeta {
    private static final double RELATIVE_STEP = 1e-15;
    private static final double TINY = 1e-300;
    private static final int MAX_TERMS = 100_000;
    /** Below this argument the gamma function is shifted upwards before Stirling's series is used. */
    private static final double STIRLING_FROM = 15;

    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    private IncompleteBeta() {}

    /**
     * I_x(a, b), the distribution function of a beta law at x, by the continued fraction of DLMF 8.17.22 (modified Lentz);
     * absolute error about 1e-12 for parameters up to 1e6.
     *
     * @param x in [0, 1]
     * @param a above 0
     * @param b above 0
     */
    static double regularised(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double logFront =
                logGamma(a + b) - logGamma(a) - logGamma(b) + a * StrictMath.log(x) + b * StrictMath.log1p(-x);
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - StrictMath.exp(logFront) * fraction(1 - x, b, a) / b;
        }
        return StrictMath.exp(logFront) * fraction(x, a, b) / a;
    }

    private static double fraction(double x, double a, double b) {
        double d = 1 / notZero(1 - (a + b) * x / (a + 1));
        double c = 1;
        double value = d;
        for (int m = 1; m < MAX_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / notZero(1 + even * d);
            c = notZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / notZero(1 + odd * d);
            c = notZero(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < RELATIVE_STEP) {
                break;
            }
        }
        return value;
    }

    private static double notZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Logarithm of the gamma function for x above 0: Stirling's series (DLMF 5.11.1) after shifting small arguments. */
    static double logGamma(double x) {
        double shift = 1;
        double y = x;
        while (y < STIRLING_FROM) {
            shift *= y;
            y++;
        }
        double r = 1 / (y * y);
        double series = (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r / 1188)))) / y;
        return (y - 0.5) * StrictMath.log(y) - y + HALF_LOG_TWO_PI + series - StrictMath.log(shift);
    }

    /**
     * The x in [0, 1] at which I_x(a, b) reaches a probability, by bisection to the last bits.
     *
     * @param probability in (0, 1)
     */
    static double quantile(double probability, double a, double b) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 100 && low < high; i++) {
            double middle = 0.5 * (low + high);
            if (middle == low || middle == high) {
                break;
            }
            if (regularised(middle, a, b) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
