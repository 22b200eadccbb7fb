package org.duecare.statistics;

import java.util.List;
import org.duecare.quantity.Require;

/** Exact quantiles of one value per trial, for fans. */
public final class Quantiles {
    /** Name of the estimator in the metadata of tables. */
    public static final String NAME = "inverse of the empirical distribution function (Hyndman-Fan type 1)";

    /** Keeps a level such as 0.07 of 100 trials at rank 7 although 0.07 * 100 rounds to above 7. */
    private static final double RANK_ROUNDING = 1e-9;

    private Quantiles() {}

    /**
     * The smallest value that at least the share {@code level} of trials, by weight, does not exceed.
     *
     * @param column any longs, also below 0
     * @param unitsPerMain stored units in one main unit
     * @param levels each in [0, 1]
     * @return one quantile for each level, in main units; NaN without trials
     */
    public static double[] of(TrialColumn column, TrialWeights weights, double unitsPerMain, double... levels) {
        return pooled(List.of(column), weights, unitsPerMain, levels);
    }

    /** The same of the trial-years of several columns together. */
    public static double[] pooled(
            List<TrialColumn> columns, TrialWeights weights, double unitsPerMain, double... levels) {
        TailSelection selection = new TailSelection(columns, weights);
        double total = selection.totalWeight();
        double[] beyond = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            double level = Require.share(levels[i], "level");
            beyond[i] = weights.uniform()
                    ? total - Math.max(1, Math.ceil(level * total - RANK_ROUNDING))
                    : (1 - level) * total * (1 - RANK_ROUNDING);
        }
        TailPoint[] points = selection.at(beyond);
        double[] quantiles = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            quantiles[i] = points[i].lower() / unitsPerMain;
        }
        return quantiles;
    }
}
