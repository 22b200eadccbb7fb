package org.duecare.diligence;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/**
 * The care that was owed, element by element, and how a shortfall is measured.
 *
 * <p>{@code weighted}: {@code G = sum_k w_k max(0, r_k - d_k)}; {@code worst}: the largest gap among elements with
 * positive weight. The finding index is {@code m = G} when {@code G > 0} and otherwise {@code -min_k (d_k - r_k)} over the
 * elements with positive weight: how far above the standard the weakest one is.
 */
public record StandardOfCare(
        @Key(
                doc = "Level owed on every element.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0.6",
                source = "assumption")
        double level,

        @Key(doc = "Levels owed element by element, instead of one level for all.", fallback = "none") @Nullable
        ElementValues levels,

        @Key(
                doc = "Weight of each element in the shortfall; weights sum to 1.",
                unit = "share",
                fallback = "none",
                source = "equal weights (assumption)")
        @Nullable
        ElementValues weights,

        @Key(doc = "Shortfall as the weighted sum of gaps or as the worst single gap.", fallback = "weighted")
        ShortfallMeasure shortfall) {

    /** How gaps become one shortfall. */
    public enum ShortfallMeasure {
        /** Weighted sum of the gaps. */
        WEIGHTED,
        /** The largest gap. */
        WORST
    }

    /** Tolerance on the sum of weights. */
    private static final double WEIGHT_SUM_TOLERANCE = 1e-6;

    /** Checks levels and weights. */
    public StandardOfCare {
        Require.share(level, "level");
        if (levels != null) {
            for (double owed : levels.toArray()) {
                Require.share(owed, "levels");
            }
        }
        if (weights != null) {
            double sum = 0;
            for (double weight : weights.toArray()) {
                sum += Require.share(weight, "weights");
            }
            Require.that(Math.abs(sum - 1) <= WEIGHT_SUM_TOLERANCE, "weights", "sum to " + sum + ", must sum to 1", "");
        }
    }

    /** The nine levels owed. */
    public double[] owed() {
        return levels == null ? ElementValues.uniform(level).toArray() : levels.toArray();
    }

    /** The nine weights, equal where none are given. */
    public double[] elementWeights() {
        return weights == null
                ? ElementValues.uniform(1.0 / DiligenceElement.COUNT).toArray()
                : weights.toArray();
    }

    /** Weighted shortfall; 0 iff no element with positive weight falls short. */
    public static double weightedShortfall(double[] posture, double[] owed, double[] weights) {
        double shortfall = 0;
        for (int k = 0; k < posture.length; k++) {
            shortfall += weights[k] * Math.max(0, owed[k] - posture[k]);
        }
        return shortfall;
    }

    /** Largest gap among elements with positive weight; 0 when there is none. */
    public static double worstShortfall(double[] posture, double[] owed, double[] weights) {
        double shortfall = 0;
        for (int k = 0; k < posture.length; k++) {
            if (weights[k] > 0) {
                shortfall = Math.max(shortfall, owed[k] - posture[k]);
            }
        }
        return shortfall;
    }

    /** The finding index: the shortfall where positive, else minus the smallest margin above the standard. */
    public static double findingIndex(double shortfall, double[] posture, double[] owed, double[] weights) {
        if (shortfall > 0) {
            return shortfall;
        }
        double margin = Double.POSITIVE_INFINITY;
        for (int k = 0; k < posture.length; k++) {
            if (weights[k] > 0) {
                margin = Math.min(margin, posture[k] - owed[k]);
            }
        }
        return -margin;
    }
}
