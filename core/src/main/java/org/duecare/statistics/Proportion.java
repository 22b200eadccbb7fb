package org.duecare.statistics;

import java.util.List;
import org.duecare.quantity.CompensatedSum;

/** Probability of something that a trial-year, or a trial over its whole horizon, has or has not. */
public final class Proportion {
    /** Name of the estimator in the metadata of tables. */
    public static final String NAME = "share of trial-years; 95 % Wilson interval with the design effect of trials, "
            + "Clopper-Pearson bound where no or every trial-year has it";

    private static final double ONE_SIDE = 0.025;
    private static final String NO_WEIGHTED_EVENT = "no event seen under importance weights";

    private Proportion() {}

    /**
     * Share of trial-years whose value is not 0.
     *
     * <p>Interval: E. Wilson (1927) with n = T Y / d, d the design effect: the variance of the trials' counts relative to
     * independent years, at least 1. Where no or every trial-year has it the design effect is unknown and the exact bound
     * of Clopper and Pearson (1934) for T independent trials stands: {@code 1 - 0.025^(1/T)}.
     *
     * @param years one column for each year, all of the same trials
     */
    public static ConfidenceInterval ofYears(List<TrialColumn> years, TrialWeights weights) {
        return estimate(years, weights, false);
    }

    /** Share of trials with a value that is not 0 in at least one year; interval as for single years. */
    public static ConfidenceInterval withinHorizon(List<TrialColumn> years, TrialWeights weights) {
        return estimate(years, weights, true);
    }

    private static ConfidenceInterval estimate(List<TrialColumn> years, TrialWeights weights, boolean anyYear) {
        TrialBlocks blocks = new TrialBlocks(years, weights);
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        long trials = 0;
        for (int count = blocks.next(); count > 0; count = blocks.next()) {
            trials += count;
            if (weights.uniform()) {
                addFlags(blocks.values, count, anyYear, sum, squares);
                continue;
            }
            for (int i = 0; i < count; i++) {
                int flagged = flagged(blocks.values, i);
                double score = blocks.weights[i] * (anyYear ? Math.min(1, flagged) : flagged);
                sum.add(score);
                squares.add(score * score);
            }
        }
        if (trials == 0) {
            return ConfidenceInterval.none("no trials");
        }
        return interval(sum.value(), squares.value(), trials, anyYear ? 1 : years.size(), weights.uniform());
    }

    /** The same for trials that count alike, whose scores are whole numbers. */
    private static void addFlags(
            long[][] values, int count, boolean anyYear, CompensatedSum sum, CompensatedSum squares) {
        long total = 0;
        long totalOfSquares = 0;
        for (int i = 0; i < count; i++) {
            long flagged = flagged(values, i);
            long score = anyYear ? Math.min(1, flagged) : flagged;
            total += score;
            totalOfSquares += score * score;
        }
        sum.add(total);
        squares.add(totalOfSquares);
    }

    private static int flagged(long[][] values, int trial) {
        int flagged = 0;
        for (long[] column : values) {
            flagged += column[trial] != 0 ? 1 : 0;
        }
        return flagged;
    }

    private static ConfidenceInterval interval(double sum, double squares, long trials, int years, boolean uniform) {
        double n = (double) trials * years;
        double share = sum / n;
        if (uniform && (sum == 0 || sum == n)) {
            double bound = StrictMath.pow(ONE_SIDE, 1.0 / trials);
            return sum == 0 ? new ConfidenceInterval(0, 0, 1 - bound, null) : new ConfidenceInterval(1, bound, 1, null);
        }
        if (sum == 0) {
            return new ConfidenceInterval(0, Double.NaN, Double.NaN, NO_WEIGHTED_EVENT);
        }
        if (trials < 2) {
            return new ConfidenceInterval(share, Double.NaN, Double.NaN, "fewer than 2 trials");
        }
        double meanScore = sum / trials;
        double variance = Math.max(0, squares / trials - meanScore * meanScore) * trials / (trials - 1.0);
        if (share >= 1) {
            return SkewedInterval.of(share, Math.sqrt(variance / trials) / years, ConfidenceInterval.Z95, 0);
        }
        double design = variance / (years * share * (1 - share));
        double atLeast = uniform ? 1 : Double.MIN_NORMAL;
        return wilson(share, years == 1 && uniform ? n : n / Math.max(atLeast, design));
    }

    /** The interval of E. Wilson, JASA 22 (1927) 209. */
    private static ConfidenceInterval wilson(double share, double n) {
        double z = ConfidenceInterval.Z95;
        double shrink = 1 + z * z / n;
        double centre = (share + z * z / (2 * n)) / shrink;
        double half = z / shrink * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        return new ConfidenceInterval(share, Math.max(0, centre - half), Math.min(1, centre + half), null);
    }
}
