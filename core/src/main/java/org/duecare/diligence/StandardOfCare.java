package org.duecare.diligence;

import java.util.List;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/**
 * The care that was owed, element by element, and how a shortfall is measured.
 *
 * <p>Owed is {@code r_k = clip(min(feasible(revenue), base_k + perLog ln max(1, potentialHarm / referenceHarm)), 0, 1)}; the
 * base is absolute, what peers show, or the best in use.
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
        ShortfallMeasure shortfall,

        @Key(
                doc =
                        "Where the standard comes from: absolute (level or levels); peers (percentile of at least five other operations of the sector and region at the start of the year, else absolute); bestAvailable (share of the best in use among the other operations of the sector).",
                fallback = "absolute")
        Basis basis,

        @Key(
                doc = "Percentile of the peers that is owed.",
                unit = "percent",
                min = 0,
                max = 100,
                fallback = "50",
                source = "assumption")
        double percentile,

        @Key(
                doc = "Level that a standard by peers never falls below.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0",
                source = "assumption")
        double floor,

        @Key(
                doc = "Share of the best in use that is owed.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "1",
                source = "assumption")
        double share,

        @Key(doc = "More is owed where more harm is possible; none for the same everywhere.", fallback = "none")
        @Nullable
        Proportionality proportionality,

        @Key(
                doc =
                        "Most that can be asked at a revenue: points [revenue, level], linear in the logarithm of revenue between them.",
                fallback = "[]")
        List<FeasiblePoint> feasibility) {

    /** Where the standard comes from. */
    public enum Basis {
        /** A level stated. */
        ABSOLUTE,
        /** What other operations of the sector and region do. */
        PEERS,
        /** The best in use in the sector. */
        BEST_AVAILABLE
    }

    /** Fewest other operations that make a standard by peers. */
    public static final int FEWEST_PEERS = 5;

    /** How much more is owed where more harm is possible. */
    public record Proportionality(
            @Key(doc = "Added to every level for each e-fold of possible harm above the reference.", min = 0, max = 1)
            double perLog,

            @Key(
                    doc = "Possible harm of one incident at which nothing is added.",
                    unit = "money",
                    min = 0,
                    aboveMin = true)
            double referenceHarm) {
        /** Checks both. */
        public Proportionality {
            Require.share(perLog, "perLog");
            Require.positive(referenceHarm, "referenceHarm");
        }

        /** What is added at a possible harm. */
        public double added(double potentialHarm) {
            return perLog * StrictMath.log(Math.max(1, potentialHarm / referenceHarm));
        }
    }

    /** The most that can be asked at one revenue. */
    public record FeasiblePoint(
            @Key(doc = "Yearly revenue.", unit = "money", min = 0, aboveMin = true)
            double revenue,

            @Key(doc = "Most that can be asked.", unit = "share", min = 0, max = 1)
            double level) {
        /** Checks both. */
        public FeasiblePoint {
            Require.positive(revenue, "revenue");
            Require.share(level, "level");
        }
    }

    /** How gaps become one shortfall. */
    public enum ShortfallMeasure {
        /** Weighted sum of the gaps. */
        WEIGHTED,
        /** The largest gap. */
        WORST
    }

    /** Tolerance on the sum of weights. */
    private static final double WEIGHT_SUM_TOLERANCE = 1e-6;

    /** Checks levels, weights and the order of revenues. */
    public StandardOfCare {
        Require.share(level, "level");
        Require.between(percentile, 0, 100, "percentile");
        Require.share(floor, "floor");
        Require.share(share, "share");
        feasibility = List.copyOf(feasibility);
        for (int i = 1; i < feasibility.size(); i++) {
            Require.that(
                    feasibility.get(i).revenue() > feasibility.get(i - 1).revenue(),
                    "feasibility",
                    "must be points of rising revenue",
                    "Write the smallest revenue first");
        }
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

    /** An absolute standard, the same for all. */
    public StandardOfCare(
            double level, @Nullable ElementValues levels, @Nullable ElementValues weights, ShortfallMeasure shortfall) {
        this(level, levels, weights, shortfall, Basis.ABSOLUTE, 50, 0, 1, null, List.of());
    }

    /** The nine levels of the absolute standard. */
    public double[] absolute() {
        return levels == null ? ElementValues.uniform(level).toArray() : levels.toArray();
    }

    /** The nine weights, equal where none are given. */
    public double[] elementWeights() {
        return weights == null
                ? ElementValues.uniform(1.0 / DiligenceElement.COUNT).toArray()
                : weights.toArray();
    }

    /**
     * Levels owed by one operation.
     *
     * @param base nine levels: absolute, of peers or of the best in use
     * @param potentialHarm most harm of one incident, finite where the standard is proportional to it
     * @param revenue yearly revenue
     */
    public double[] owed(double[] base, double potentialHarm, double revenue) {
        double most = feasible(revenue);
        double added = proportionality == null ? 0 : proportionality.added(potentialHarm);
        double[] owed = new double[base.length];
        for (int k = 0; k < owed.length; k++) {
            owed[k] = Math.max(0, Math.min(1, Math.min(most, base[k] + added)));
        }
        return owed;
    }

    /** The most that can be asked at a revenue: linear in its logarithm between the points, level beyond them. */
    public double feasible(double revenue) {
        if (feasibility.isEmpty()) {
            return 1;
        }
        FeasiblePoint below = feasibility.get(0);
        for (FeasiblePoint point : feasibility) {
            if (revenue <= point.revenue()) {
                return revenue <= below.revenue() ? below.level() : between(below, point, revenue);
            }
            below = point;
        }
        return below.level();
    }

    private static double between(FeasiblePoint low, FeasiblePoint high, double revenue) {
        double part = StrictMath.log(revenue / low.revenue()) / StrictMath.log(high.revenue() / low.revenue());
        return low.level() + part * (high.level() - low.level());
    }

    /**
     * Percentile of a sorted sample without one of its members, linear between order statistics (the definition 7 of
     * Hyndman and Fan 1996).
     *
     * @param sorted at least two values, rising
     * @param without index of the member left out
     * @param percentile in [0, 100]
     */
    public static double percentileOfOthers(double[] sorted, int without, double percentile) {
        int others = sorted.length - 1;
        double place = percentile / 100 * (others - 1);
        int low = (int) Math.floor(place);
        int high = Math.min(low + 1, others - 1);
        double atLow = sorted[low < without ? low : low + 1];
        double atHigh = sorted[high < without ? high : high + 1];
        return atLow + (place - low) * (atHigh - atLow);
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
