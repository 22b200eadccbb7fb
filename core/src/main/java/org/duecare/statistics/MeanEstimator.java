package org.duecare.statistics;

import java.util.List;

/** Annual mean and standard deviation of a year. */
public final class MeanEstimator {
    /** Name of the estimator in the metadata of tables. */
    public static final String NAME =
            "mean over trial-years; 95 % interval clustered by trial, Student's t with Hall's skewness transformation";

    private MeanEstimator() {}

    /**
     * What is known of a measure's mean.
     *
     * @param mean annual mean, years pooled, with its 95 % interval clustered by trial; main units
     * @param standardError standard error of that mean, clustered by trial; NaN where there is none; main units
     * @param sd standard deviation of one year, trial-years pooled; NaN where there is none; main units
     */
    public record Estimate(ConfidenceInterval mean, double standardError, double sd) {}

    /**
     * The estimate: {@code (1 / (T Y)) sum_t w_t sum_y x_ty}, T trials of Y years; its variance is that of the trials' totals
     * over T, so years of one trial may depend on each other in any way. The sums are exact when weights are uniform.
     *
     * @param years one column for each year, all of the same trials
     * @param unitsPerMain stored units in one main unit: 100 for money in minor units, 1 for counts
     * @param moments what the law behind the values has
     */
    public static Estimate of(List<TrialColumn> years, TrialWeights weights, double unitsPerMain, TailMoments moments) {
        ClusteredMean mean = new ClusteredMean(years, List.of(), weights);
        ConfidenceInterval interval = mean.interval(unitsPerMain);
        return switch (moments) {
            case FINITE_VARIANCE ->
                new Estimate(interval, mean.standardError() / unitsPerMain, mean.sdOfYear() / unitsPerMain);
            case INFINITE_VARIANCE ->
                new Estimate(
                        new ConfidenceInterval(
                                interval.estimate(), Double.NaN, Double.NaN, TailMoments.INFINITE_VARIANCE_REASON),
                        Double.NaN,
                        Double.NaN);
            case INFINITE_MEAN ->
                new Estimate(ConfidenceInterval.none(TailMoments.INFINITE_MEAN_REASON), Double.NaN, Double.NaN);
        };
    }
}
