package org.duecare.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duecare.quantity.Require;

/**
 * Exceedance curve of pooled trial-years: the loss exceeded once in a return period and the mean loss beyond it.
 *
 * <p>Of n values the r-th largest has return period n / r; its tail mean (TVaR) is the mean of the r largest. Between these
 * knots both are linear in the return period, which keeps TVaR at or above the loss. Nothing is said beyond the data, that is
 * for return periods above n. With weights, W_r being the weight of the r largest, the return period of the r-th is n / W_r;
 * short return periods that the weights of all trials together do not reach have no number either.
 * Curves are computed from losses; there is no way to add curves.
 */
public final class ExceedanceCurve {
    /** Name of the estimator in the metadata of tables. */
    public static final String NAME =
            "r-th largest of n has return period n/r, linear between; TVaR = mean of the r largest; "
                    + "95 % intervals: fractional ranks with the design effect of trials, TVaR by trial scores, "
                    + "Student's t with Hall's skewness transformation";

    /** Return periods of every table, in years. */
    public static final List<Double> DEFAULT_RETURN_PERIODS =
            List.of(2.0, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0, 150.0, 200.0, 250.0, 500.0, 1000.0);

    /** Reason in place of a number for which there are too few trial-years. */
    public static final String BEYOND_THE_DATA = "beyond the data";

    /** Trials with a year in the tail below which no interval of a tail mean is given. */
    public static final int MIN_TRIALS_IN_TAIL = 10;

    private static final String FEW_IN_TAIL = "fewer than " + MIN_TRIALS_IN_TAIL + " trials in the tail";

    private final List<TrialColumn> years;
    private final TrialWeights weights;
    private final double unitsPerMain;
    private final TailMoments moments;
    private final TailSelection selection;
    private final double n;

    private ExceedanceCurve(List<TrialColumn> years, TrialWeights weights, double unitsPerMain, TailMoments moments) {
        this.years = years;
        this.weights = weights;
        this.unitsPerMain = unitsPerMain;
        this.moments = moments;
        this.selection = new TailSelection(years, weights);
        this.n = selection.count();
    }

    /**
     * One point.
     *
     * @param returnPeriod in years, at least 1
     * @param loss the loss exceeded once in the return period; main units
     * @param tvar mean loss at or beyond that point; main units
     */
    public record Point(double returnPeriod, ConfidenceInterval loss, ConfidenceInterval tvar) {}

    /** The curve at {@link #DEFAULT_RETURN_PERIODS}. */
    public static List<Point> of(
            List<TrialColumn> years, TrialWeights weights, double unitsPerMain, TailMoments moments) {
        return of(years, weights, unitsPerMain, moments, DEFAULT_RETURN_PERIODS);
    }

    /**
     * The curve at given return periods.
     *
     * @param years one column for each pooled year, all of the same trials; sums of a year give AEP, largest events OEP
     * @param unitsPerMain stored units in one main unit: 100 for money in minor units, 1 for counts
     * @param moments what the law behind the losses has; without a variance no interval of TVaR, without a mean no TVaR
     * @param returnPeriods in years, each at least 1
     */
    public static List<Point> of(
            List<TrialColumn> years,
            TrialWeights weights,
            double unitsPerMain,
            TailMoments moments,
            List<Double> returnPeriods) {
        return new ExceedanceCurve(years, weights, unitsPerMain, moments).points(returnPeriods);
    }

    private List<Point> points(List<Double> returnPeriods) {
        int size = returnPeriods.size();
        double[] periods = new double[size];
        double[] wanted = new double[size];
        for (int i = 0; i < size; i++) {
            periods[i] = Require.between(returnPeriods.get(i), 1, Double.MAX_VALUE, "returnPeriod");
            wanted[i] = n / periods[i];
        }
        boolean oneSample = weights.uniform() && years.size() == 1;
        TailPoint[] points = selection.at(oneSample ? withBounds(wanted, i -> 1) : wanted);
        TailScores scores = new TailScores(years, weights, values(points, size));
        TailPoint[] bounds = oneSample ? points : selection.at(withBounds(wanted, i -> designEffect(scores, i)));
        List<Point> curve = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            curve.add(new Point(
                    periods[i],
                    loss(points[i], bounds[size + 2 * i], bounds[size + 2 * i + 1]),
                    tailMean(points[i], periods[i], scores, i)));
        }
        return curve;
    }

    private double designEffect(TailScores scores, int i) {
        double effect = scores.designEffect(i);
        return weights.uniform() ? Math.max(1, effect) : Math.max(Double.MIN_NORMAL, effect);
    }

    /** The thresholds of the scores; a point beyond the data gets one that nothing reaches. */
    private static double[] values(TailPoint[] points, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = points[i].exists() ? points[i].value() : Double.POSITIVE_INFINITY;
        }
        return values;
    }

    /** The design effect of a point. */
    private interface DesignEffect {
        double of(int point);
    }

    /** The weights wanted, then for each the weights beyond its upper and lower bound; 0 where ranks end. */
    private double[] withBounds(double[] wanted, DesignEffect design) {
        double[] all = Arrays.copyOf(wanted, 3 * wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            double p = wanted[i] / n;
            double effective = n / design.of(i);
            if (!(p > 0 && p < 1)) {
                continue;
            }
            double above = RankInterval.above(effective, p);
            double below = RankInterval.below(effective, p);
            all[wanted.length + 2 * i] = above < 1 ? 0 : above / (effective + 1) * (n + 1);
            all[wanted.length + 2 * i + 1] = below > effective ? 0 : below / (effective + 1) * (n + 1);
        }
        return all;
    }

    private ConfidenceInterval loss(TailPoint point, TailPoint above, TailPoint below) {
        if (!point.exists()) {
            return ConfidenceInterval.none(BEYOND_THE_DATA);
        }
        double high = above.exists() ? above.value() / unitsPerMain : Double.NaN;
        double low = below.exists() ? below.value() / unitsPerMain : Double.NaN;
        String reason = above.exists() && below.exists() ? null : BEYOND_THE_DATA;
        return new ConfidenceInterval(point.value() / unitsPerMain, low, high, reason);
    }

    private ConfidenceInterval tailMean(TailPoint point, double returnPeriod, TailScores scores, int i) {
        if (!point.exists()) {
            return ConfidenceInterval.none(BEYOND_THE_DATA);
        }
        if (moments == TailMoments.INFINITE_MEAN) {
            return ConfidenceInterval.none(TailMoments.INFINITE_MEAN_REASON);
        }
        double estimate = point.tailMean() / unitsPerMain;
        if (moments == TailMoments.INFINITE_VARIANCE) {
            return new ConfidenceInterval(estimate, Double.NaN, Double.NaN, TailMoments.INFINITE_VARIANCE_REASON);
        }
        if (scores.trialsBeyond(i) < MIN_TRIALS_IN_TAIL) {
            return new ConfidenceInterval(estimate, Double.NaN, Double.NaN, FEW_IN_TAIL);
        }
        double standardError = scores.standardErrorOfExcess(i) * returnPeriod / unitsPerMain;
        double quantile = StudentT.quantile95(scores.trialsBeyond(i) - 1);
        return SkewedInterval.of(estimate, standardError, quantile, scores.skewOfExcess(i));
    }
}
