package org.duecare.statistics;

import java.util.ArrayList;
import java.util.List;
import org.duecare.quantity.CompensatedSum;

/**
 * Mean of a year where the years of one trial may depend on each other: trials are independent clusters. Two passes: exact
 * totals first, then central moments around the mean.
 */
final class ClusteredMean {
    private static final String ONE_TRIAL = "fewer than 2 trials";

    private final List<TrialColumn> columns;
    private final int plus;
    private final TrialWeights weights;
    private final ExactMoments totals = new ExactMoments();
    private final ExactMoments values = new ExactMoments();
    private long trials;
    private double weightedSquares;

    private double meanOfTotals;
    private double varianceOfTotals;
    private double skew;

    /**
     * Reads the columns.
     *
     * @param plus one column for each year
     * @param minus as many columns to be subtracted, or none
     */
    ClusteredMean(List<TrialColumn> plus, List<TrialColumn> minus, TrialWeights weights) {
        this.columns = new ArrayList<>(plus);
        this.columns.addAll(minus);
        this.plus = plus.size();
        this.weights = weights;
        sumTotals();
        sumPowers();
    }

    private void sumTotals() {
        TrialBlocks blocks = new TrialBlocks(columns, weights);
        CompensatedSum weighted = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        boolean several = columns.size() > 1;
        for (int count = blocks.next(); count > 0; count = blocks.next()) {
            trials += count;
            long[] total = totals(blocks.values, count);
            if (weights.uniform()) {
                totals.add(total, 0, count);
                for (int c = 0; several && c < plus; c++) {
                    values.add(blocks.values[c], 0, count);
                }
            } else {
                addWeighted(blocks, total, count, weighted, squares);
            }
        }
        weightedSquares = squares.value();
        meanOfTotals = weights.uniform() ? totals.mean() : weighted.value() / trials;
    }

    private void addWeighted(TrialBlocks blocks, long[] total, int count, CompensatedSum sum, CompensatedSum squares) {
        for (int i = 0; i < count; i++) {
            double weight = blocks.weights[i];
            sum.add(weight * total[i]);
            for (int c = 0; c < plus; c++) {
                double value = blocks.values[c][i];
                squares.add(weight * value * value);
            }
        }
    }

    /** Sum over the years of each trial, in place of the first column when there is no other. */
    private long[] totals(long[][] values, int count) {
        if (values.length == 1) {
            return values[0];
        }
        long[] total = new long[count];
        for (int c = 0; c < values.length; c++) {
            long[] column = values[c];
            for (int i = 0; i < count; i++) {
                total[i] = c < plus ? Math.addExact(total[i], column[i]) : Math.subtractExact(total[i], column[i]);
            }
        }
        return total;
    }

    private void sumPowers() {
        TrialBlocks blocks = new TrialBlocks(columns, weights);
        double squares = 0;
        double cubes = 0;
        for (int count = blocks.next(); count > 0; count = blocks.next()) {
            long[] total = totals(blocks.values, count);
            for (int i = 0; i < count; i++) {
                double distance = blocks.weights[i] * total[i] - meanOfTotals;
                double square = distance * distance;
                squares += square;
                cubes += square * distance;
            }
        }
        varianceOfTotals = weights.uniform() ? totals.variance() : squares / (trials - 1);
        double spread = squares / trials;
        skew = spread > 0 ? cubes / trials / (spread * Math.sqrt(spread)) / Math.sqrt(trials) : 0;
    }

    /** Annual mean in stored units. */
    double mean() {
        return meanOfTotals / plus;
    }

    /** Standard error of the annual mean in stored units; NaN below two trials. */
    double standardError() {
        return Math.sqrt(varianceOfTotals / trials) / plus;
    }

    /** Standard deviation of one year in stored units, trial-years pooled; NaN below two of them. */
    double sdOfYear() {
        if (weights.uniform()) {
            return columns.size() > 1 ? values.sd() : totals.sd();
        }
        double years = (double) trials * plus;
        double mean = mean();
        return years < 2 ? Double.NaN : Math.sqrt(Math.max(0, (weightedSquares - years * mean * mean) / (years - 1)));
    }

    /** The 95 % interval of the annual mean, in main units. */
    ConfidenceInterval interval(double unitsPerMain) {
        if (trials == 0) {
            return ConfidenceInterval.none("no trials");
        }
        double estimate = mean() / unitsPerMain;
        if (trials < 2) {
            return new ConfidenceInterval(estimate, Double.NaN, Double.NaN, ONE_TRIAL);
        }
        return SkewedInterval.of(estimate, standardError() / unitsPerMain, StudentT.quantile95(trials - 1), skew);
    }
}
