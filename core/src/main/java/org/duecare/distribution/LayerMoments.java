package org.duecare.distribution;

/** Moments of the part of a loss that falls into a layer. */
public final class LayerMoments {
    private LayerMoments() {}

    /**
     * E[min(limit, (X - deductible)+)^power]; infinite where it does not exist.
     *
     * @param deductible at or above 0, finite
     * @param limit above 0, possibly infinite
     * @param power 1, 2 or 3
     */
    public static double of(LossLaw law, double deductible, double limit, int power) {
        if (limit == Double.POSITIVE_INFINITY) {
            return Integral.excessMoment(law, deductible, power);
        }
        double[] edges = Integral.edges(law, deductible, deductible + limit);
        if (edges.length < 2) {
            return 0;
        }
        return Integral.over(x -> power * pow(x - deductible, power - 1) * law.survival(x), edges);
    }

    /**
     * The integral over y in (0, limit) of (1 - slope y) e^(-rate y) P(X > deductible + y); what lies beyond rate y = 60 is
     * nothing.
     *
     * @param rate above 0
     */
    public static double tilted(LossLaw law, double deductible, double limit, double rate, double slope) {
        double[] edges = Integral.edges(law, deductible, deductible + Math.min(limit, 60 / rate));
        if (edges.length < 2) {
            return 0;
        }
        return Integral.over(
                x -> {
                    double y = x - deductible;
                    return (1 - slope * y) * StableMath.exp(-rate * y) * law.survival(x);
                },
                edges);
    }

    private static double pow(double base, int exponent) {
        double result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }
}
