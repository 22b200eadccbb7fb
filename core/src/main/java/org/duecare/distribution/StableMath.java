package org.duecare.distribution;

/**
 * The mathematics of the laws, with the same bits on every machine and Java release. Elementary functions delegate to
 * {@link StrictMath} (fdlibm, errors below one unit in the last place); everything else is plain arithmetic on top of
 * them. Nothing here is meant for a hot loop: laws are compiled into tables first.
 */
public final class StableMath {
    /** ln sqrt(2 pi). */
    static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    /** sqrt(2 pi). */
    static final double SQRT_TWO_PI = 2.5066282746310005024;

    /** 1 - Euler's constant. */
    private static final double ONE_MINUS_EULER = 0.42278433509846713939;

    /** Below this argument the gamma function is reached by recurrence, above by Stirling's series. */
    private static final double STIRLING_FROM = 10;

    /** B(2k) / (2k (2k - 1)), k = 1...: Stirling's series, DLMF 5.11.1. */
    private static final double[] STIRLING = {
        0.083333333333333333333,
        -0.0027777777777777777778,
        0.00079365079365079365079,
        -0.0005952380952380952381,
        0.00084175084175084175084,
        -0.0019175269175269175269,
        0.0064102564102564102564,
        -0.02955065359477124183,
        0.17964437236883057316,
        -1.3924322169059011164,
    };

    /** (-1)^k (zeta(k) - 1) / k, k = 2...31: Taylor series of ln Gamma about 2, DLMF 5.7.3. */
    private static final double[] LOG_GAMMA_TAYLOR = {
        0.32246703342411321824,
        -0.067352301053198095133,
        0.020580808427784547879,
        -0.0073855510286739852663,
        0.0028905103307415232858,
        -0.0011927539117032609771,
        0.00050966952474304242234,
        -0.00022315475845357937976,
        0.000099457512781808533715,
        -0.0000449262367381331417,
        0.000020507212775670691553,
        -9.439488275268395904e-6,
        4.3748667899074878042e-6,
        -2.0392157538013662368e-6,
        9.5514121304074198329e-7,
        -4.4924691987645660433e-7,
        2.1207184805554665869e-7,
        -1.0043224823968099609e-7,
        4.7698101693639805658e-8,
        -2.271109460894316491e-8,
        1.0838659214896954091e-8,
        -5.1834750419700466551e-9,
        2.4836745438024783172e-9,
        -1.1921401405860912074e-9,
        5.7313672416788620133e-10,
        -2.7595228851242331452e-10,
        1.3304764374244489481e-10,
        -6.4229645638381000221e-11,
        3.1044247747322272762e-11,
        -1.5021384080754142171e-11,
    };

    private StableMath() {}

    /** e to the x. */
    public static double exp(double x) {
        return StrictMath.exp(x);
    }

    /** Natural logarithm. */
    public static double log(double x) {
        return StrictMath.log(x);
    }

    /** ln(1 + x), exact for small x. */
    public static double log1p(double x) {
        return StrictMath.log1p(x);
    }

    /** e to the x, less 1, exact for small x. */
    public static double expm1(double x) {
        return StrictMath.expm1(x);
    }

    /** x to the y. */
    public static double pow(double x, double y) {
        return StrictMath.pow(x, y);
    }

    /** (e^(rate length) - 1) / rate, the integral of e^(rate t) over [0, length]; {@code length} itself at rate 0. */
    static double growth(double rate, double length) {
        return rate == 0 ? length : expm1(rate * length) / rate;
    }

    /** x - ln(1 + x), exact for small x at or above 0: with v = x / (2 + x), ln(1 + x) = 2 (v + v^3/3 + ...). */
    static double log1pGap(double x) {
        if (x > 0.5) {
            return x - log1p(x);
        }
        double v = x / (2 + x);
        double sum = 0;
        for (int k = 25; k >= 3; k -= 2) {
            sum = sum * v * v + 1.0 / k;
        }
        return v * (x - 2 * v * v * sum);
    }

    /**
     * ln Gamma(x), relative accuracy about 1e-15 also near its zeros 1 and 2.
     *
     * @param x above 0
     */
    public static double logGamma(double x) {
        if (x >= STIRLING_FROM) {
            return (x - 0.5) * log(x) - x + HALF_LOG_TWO_PI + stirlingSum(x);
        }
        if (x < 0.5) {
            return logGammaOnePlus(x) - log(x);
        }
        if (x < 1.5) {
            return logGammaOnePlus(x - 1);
        }
        double product = 1;
        double z = x;
        while (z >= 2.5) {
            z -= 1;
            product *= z;
        }
        return log(product) + logGammaTwoPlus(z - 2);
    }

    /** Gamma(x), x above 0; relative accuracy about 1e-15 times the size of its logarithm. */
    static double gamma(double x) {
        double z = x;
        double product = 1;
        while (z >= 2.5 && z < 30) {
            z -= 1;
            product *= z;
        }
        return product * exp(logGamma(z));
    }

    /** ln Gamma(1 + x), relatively exact for small x; x in (-0.5, 0.5]. */
    static double logGammaOnePlus(double x) {
        return Math.abs(x) > 0.5 ? logGamma(1 + x) : logGammaTwoPlus(x) - log1p(x);
    }

    private static double logGammaTwoPlus(double x) {
        double sum = 0;
        for (int k = LOG_GAMMA_TAYLOR.length - 1; k >= 0; k--) {
            sum = sum * x + LOG_GAMMA_TAYLOR[k];
        }
        return x * (ONE_MINUS_EULER + x * sum);
    }

    private static double stirlingSum(double x) {
        double inverseSquare = 1 / (x * x);
        double sum = 0;
        for (int k = STIRLING.length - 1; k >= 0; k--) {
            sum = sum * inverseSquare + STIRLING[k];
        }
        return sum / x;
    }

    /** ln Gamma(a + 1) less Stirling's leading terms (a + 1/2) ln a - a + ln sqrt(2 pi); a above 0. */
    static double stirlingError(double a) {
        return a >= STIRLING_FROM ? stirlingSum(a) : logGammaOnePlus(a) - (a + 0.5) * log(a) + a - HALF_LOG_TWO_PI;
    }

    /**
     * a ln(a / m) + m - a without cancellation (C. Loader, "Fast and Accurate Computation of Binomial Probabilities",
     * 2000).
     */
    static double deviance(double a, double m) {
        if (Math.abs(a - m) >= 0.5 * (a + m)) {
            return a * log(a / m) + m - a;
        }
        double v = (a - m) / (a + m);
        double sum = (a - m) * v;
        double term = 2 * a * v;
        for (int j = 3; ; j += 2) {
            term *= v * v;
            double next = sum + term / j;
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
    }

    /**
     * The Poisson term x^a e^(-x) / Gamma(a + 1) for real a, by Loader's saddle point.
     *
     * @param a 0 or more
     * @param x 0 or more
     */
    static double poissonTerm(double a, double x) {
        if (x == 0) {
            return a == 0 ? 1 : 0;
        }
        if (a <= STIRLING_FROM) {
            double half = exp(-0.5 * x);
            return pow(x, a) * half / gamma(a + 1) * half;
        }
        return exp(-stirlingError(a) - deviance(a, x)) / (SQRT_TWO_PI * Math.sqrt(a));
    }

    /** The binomial term Gamma(a + b + 1) / (Gamma(a + 1) Gamma(b + 1)) x^a y^b with x + y = 1; a, b above 0. */
    static double binomialTerm(double a, double b, double x, double y) {
        double n = a + b;
        double exponent =
                stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
        return exp(exponent) * Math.sqrt(n / a / b) / SQRT_TWO_PI;
    }
}
