package org.duecare.behaviour;

import org.duecare.diligence.ElementValues;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * What care costs whoever takes it, a year: {@code (amount + ofRevenue revenue) sum_k w_k d_k^exponent} with weights
 * {@code w_k = elements_k / sum_j elements_j}, so that full care on the elements that cost money costs all of it.
 */
public record CareCost(
        @Key(doc = "Cost of full care on the elements named, a fixed amount.", unit = "money", min = 0, fallback = "0")
        double amount,

        @Key(
                doc = "Cost of full care on the elements named, a share of yearly revenue on top of the amount.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0")
        double ofRevenue,

        @Key(
                doc =
                        "Power of the level in the cost: 1 where each step costs the same, above 1 where the last steps are dearer.",
                min = 1,
                max = 100,
                fallback = "1",
                source = "assumption")
        double exponent,

        @Key(
                doc =
                        "Share of each element in the cost of full care, in proportion; operators choose the level of the elements above 0, and of no others.",
                min = 0,
                fallback = "{necessaryMeasures: 1, stateOfTheArt: 1}",
                source = "assumption")
        ElementValues elements) {
    /** Checks the sums, and that something costs. */
    public CareCost {
        Require.notNegative(amount, "amount");
        Require.share(ofRevenue, "ofRevenue");
        Require.between(exponent, 1, 100, "exponent");
        Require.that(
                amount > 0 || ofRevenue > 0,
                "amount",
                "and ofRevenue must not both be 0",
                "Write what full care costs a year: careCost: {ofRevenue: 0.004}");
        double sum = 0;
        for (double weight : elements.toArray()) {
            sum += Require.notNegative(weight, "elements");
        }
        Require.that(sum > 0, "elements", "must name an element above 0", "Write elements: {necessaryMeasures: 1}");
    }

    /** Weights of the nine elements in the cost; they sum to 1. */
    public double[] weights() {
        double[] weights = elements.toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        return weights;
    }

    /** Cost of full care at a revenue, main units a year. */
    public double full(double revenue) {
        return amount + ofRevenue * revenue;
    }

    /**
     * Cost of nine levels as a share of full care.
     *
     * @param weights of the elements, summing to 1
     * @param levels in [0, 1]
     */
    public static double share(double[] weights, double[] levels, double exponent) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * StrictMath.pow(levels[k], exponent);
        }
        return sum;
    }

    /** The levels with those that cost money moved to one level of care. */
    public static double[] moved(double[] levels, double[] weights, double care) {
        double[] moved = levels.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] = weights[k] > 0 ? care : levels[k];
        }
        return moved;
    }
}
