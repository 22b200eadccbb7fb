package org.duecare.statistics;

import java.util.List;
import org.duecare.quantity.Require;

/** Difference of annual means of two variants that were settled on the same history, trial by trial. */
public final class PairedDifference {
    /** Name of the estimator in the metadata of tables. */
    public static final String NAME = "mean of paired differences over trial-years; 95 % interval clustered by trial, "
            + "Student's t with Hall's skewness transformation";

    private PairedDifference() {}

    /**
     * Mean of a - b: {@code (1 / (T Y)) sum_t w_t sum_y (a_ty - b_ty)}. Equal columns give exactly 0 with an interval of
     * width 0. The variance is that of the difference, which common random numbers make small.
     *
     * @param a one column for each year
     * @param b as many columns of the same trials
     * @param unitsPerMain stored units in one main unit
     * @param moments what the law behind the difference has
     */
    public static ConfidenceInterval of(
            List<TrialColumn> a, List<TrialColumn> b, TrialWeights weights, double unitsPerMain, TailMoments moments) {
        Require.that(a.size() == b.size(), "years", "must be as many on both sides", "");
        ClusteredMean difference = new ClusteredMean(a, b, weights);
        ConfidenceInterval interval = difference.interval(unitsPerMain);
        if (difference.standardError() == 0) {
            return interval;
        }
        return switch (moments) {
            case FINITE_VARIANCE -> interval;
            case INFINITE_VARIANCE ->
                new ConfidenceInterval(
                        interval.estimate(), Double.NaN, Double.NaN, TailMoments.INFINITE_VARIANCE_REASON);
            case INFINITE_MEAN -> ConfidenceInterval.none(TailMoments.INFINITE_MEAN_REASON);
        };
    }
}
