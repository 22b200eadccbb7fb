package org.duecare.underwriting;

import org.duecare.quantity.Require;

/**
 * The models of H. Buhlmann (1967) and of H. Buhlmann and E. Straub (1970): risks observed over some periods with weights.
 * An entry with weight 0 or a ratio that is not a number is an observation that was not made.
 */
public final class BuhlmannStraub {
    private static final double RELATIVE_STEP = 1e-14;
    private static final int MOST_STEPS = 100_000;

    private BuhlmannStraub() {}

    /** Estimators of the variance between risks. */
    public enum Between {
        /** Unbiased, possibly cut at 0. */
        UNBIASED,
        /** The iterative pseudo-estimator of F. Bichsel and E. Straub; never negative. */
        ITERATIVE
    }

    /**
     * The model of Buhlmann: every observation has weight 1.
     *
     * @param ratios {@code [risk][period]}
     */
    public static Credibility fit(double[][] ratios) {
        double[][] ones = new double[ratios.length][];
        for (int i = 0; i < ratios.length; i++) {
            ones[i] = new double[ratios[i].length];
            java.util.Arrays.fill(ones[i], 1);
        }
        return fit(ratios, ones, Between.UNBIASED);
    }

    /**
     * The model of Buhlmann and Straub.
     *
     * @param ratios {@code [risk][period]}, loss per unit of weight
     * @param weights {@code [risk][period]}, exposure, at or above 0
     */
    public static Credibility fit(double[][] ratios, double[][] weights, Between estimator) {
        int risks = ratios.length;
        Require.that(risks >= 2, "ratios", "must be of at least two risks, found " + risks, "");
        Require.that(weights.length == risks, "weights", "must have a row for each risk", "");
        double[] weight = new double[risks];
        double[] mean = new double[risks];
        int observations = 0;
        double squares = 0;
        for (int i = 0; i < risks; i++) {
            Require.that(weights[i].length == ratios[i].length, "weights", "must have an entry for each ratio", "");
            int seen = own(ratios[i], weights[i], i, weight, mean);
            observations += Math.max(0, seen - 1);
            squares += squares(ratios[i], weights[i], mean[i]);
        }
        Require.that(observations > 0, "ratios", "need a risk with at least two observations", "");
        double within = squares / observations;
        double between = Math.max(0, unbiased(mean, weight, within));
        if (estimator == Between.ITERATIVE && between > 0) {
            between = iterative(mean, weight, within, between);
        }
        return new Credibility(collective(mean, weight, within, between), within, between, weight, mean);
    }

    private static int own(double[] ratios, double[] weights, int risk, double[] weight, double[] mean) {
        int seen = 0;
        double sum = 0;
        for (int j = 0; j < ratios.length; j++) {
            Require.notNegative(weights[j], "weights");
            if (observed(ratios[j], weights[j])) {
                seen++;
                weight[risk] += weights[j];
                sum += weights[j] * ratios[j];
            }
        }
        mean[risk] = seen == 0 ? 0 : sum / weight[risk];
        return seen;
    }

    private static boolean observed(double ratio, double weight) {
        return weight > 0 && !Double.isNaN(ratio);
    }

    private static double squares(double[] ratios, double[] weights, double mean) {
        double sum = 0;
        for (int j = 0; j < ratios.length; j++) {
            if (observed(ratios[j], weights[j])) {
                sum += weights[j] * (ratios[j] - mean) * (ratios[j] - mean);
            }
        }
        return sum;
    }

    /** Unbiased estimate of the variance between means; may be negative. Risks without weight do not count. */
    static double unbiased(double[] means, double[] weights, double within) {
        double total = 0;
        double sum = 0;
        double squaredWeights = 0;
        int count = 0;
        for (int i = 0; i < means.length; i++) {
            total += weights[i];
            sum += weights[i] * means[i];
            squaredWeights += weights[i] * weights[i];
            count += weights[i] > 0 ? 1 : 0;
        }
        double mean = sum / total;
        double between = 0;
        for (int i = 0; i < means.length; i++) {
            between += weights[i] * (means[i] - mean) * (means[i] - mean);
        }
        double divisor = total - squaredWeights / total;
        return divisor <= 0 ? 0 : (between - (count - 1) * within) / divisor;
    }

    /** The fixed point of a = sum z (mean - collective)^2 / (risks - 1), z the credibility factors at a. */
    static double iterative(double[] means, double[] weights, double within, double start) {
        double between = start;
        int count = 0;
        for (double weight : weights) {
            count += weight > 0 ? 1 : 0;
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            double centre = collective(means, weights, within, between);
            double next = 0;
            for (int i = 0; i < means.length; i++) {
                double z = Credibility.factor(weights[i], within, between);
                next += z * (means[i] - centre) * (means[i] - centre) / (count - 1);
            }
            if (next <= Double.MIN_NORMAL) {
                return 0;
            }
            if (Math.abs(next - between) <= RELATIVE_STEP * next) {
                return next;
            }
            between = next;
        }
        return between;
    }

    /** Mean weighted by credibility factors; by weights where nothing differs between risks. */
    static double collective(double[] means, double[] weights, double within, double between) {
        double total = 0;
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            double z = between == 0 ? weights[i] : Credibility.factor(weights[i], within, between);
            total += z;
            sum += z * means[i];
        }
        return total == 0 ? 0 : sum / total;
    }
}
