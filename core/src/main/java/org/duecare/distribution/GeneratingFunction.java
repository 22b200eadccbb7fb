package org.duecare.distribution;

import java.util.Arrays;

/**
 * Parts of probability generating functions, applied in place to arrays of complex numbers of modulus at most 1 (real and
 * imaginary parts in two arrays of one length).
 */
final class GeneratingFunction {
    private GeneratingFunction() {}

    /** z becomes exp(rate (z - 1)). */
    static void exponential(double[] re, double[] im, double rate) {
        for (int i = 0; i < re.length; i++) {
            double size = StableMath.exp(rate * (re[i] - 1));
            double angle = rate * im[i];
            re[i] = size * StrictMath.cos(angle);
            im[i] = size * StrictMath.sin(angle);
        }
    }

    /** z becomes (1 - slope + slope z)^exponent by the principal branch; the base has a positive real part or the exponent is whole. */
    static void power(double[] re, double[] im, double slope, double exponent) {
        for (int i = 0; i < re.length; i++) {
            double x = slope * (re[i] - 1);
            double y = slope * im[i];
            double size = StableMath.exp(exponent * logModulus(x, y));
            double angle = exponent * StrictMath.atan2(y, 1 + x);
            re[i] = size * StrictMath.cos(angle);
            im[i] = size * StrictMath.sin(angle);
        }
    }

    /** z becomes 1 - ln(1 - beta (z - 1)) / ln(1 + beta). */
    static void logarithm(double[] re, double[] im, double beta) {
        double whole = StableMath.log1p(beta);
        for (int i = 0; i < re.length; i++) {
            double x = -beta * (re[i] - 1);
            double y = -beta * im[i];
            re[i] = 1 - logModulus(x, y) / whole;
            im[i] = -StrictMath.atan2(y, 1 + x) / whole;
        }
    }

    /** z becomes the polynomial with these coefficients, by Horner's rule. */
    static void polynomial(double[] re, double[] im, double[] coefficients) {
        for (int i = 0; i < re.length; i++) {
            double x = 0;
            double y = 0;
            for (int k = coefficients.length - 1; k >= 0; k--) {
                double product = x * re[i] - y * im[i] + coefficients[k];
                y = x * im[i] + y * re[i];
                x = product;
            }
            re[i] = x;
            im[i] = y;
        }
    }

    /** z becomes offset + factor z. */
    static void affine(double[] re, double[] im, double offset, double factor) {
        for (int i = 0; i < re.length; i++) {
            re[i] = offset + factor * re[i];
            im[i] = factor * im[i];
        }
    }

    /** z becomes z^count. */
    static void wholePower(double[] re, double[] im, int count) {
        if (count == 0) {
            Arrays.fill(re, 1);
            Arrays.fill(im, 0);
            return;
        }
        for (int i = 0; i < re.length; i++) {
            double size = StableMath.exp(0.5 * count * StableMath.log(re[i] * re[i] + im[i] * im[i]));
            double angle = count * StrictMath.atan2(im[i], re[i]);
            re[i] = size * StrictMath.cos(angle);
            im[i] = size * StrictMath.sin(angle);
        }
    }

    /** ln |1 + x + i y|, exact where the modulus is near 1. */
    private static double logModulus(double x, double y) {
        double excess = x * (2 + x) + y * y;
        return 0.5 * StableMath.log1p(Math.max(-1, excess));
    }
}
