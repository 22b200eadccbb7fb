package org.duecare.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Sums over trials, for each of several thresholds, of what a trial has beyond it in all its years together. A value of 0 is no
 * loss and counts nowhere.
 */
final class TailScores {
    private static final int POWERS = 3;

    /** Number of trials. */
    private final long trials;

    private final int years;
    private final double[] thresholds;
    private final int[] order;
    private final long[] reached;
    private final double[] countSum;
    private final double[] countSquares;
    private final double[][] excess;

    private final double[] trialCount;
    private final double[] trialExcess;

    TailScores(List<TrialColumn> columns, TrialWeights weights, double[] given) {
        int size = given.length;
        thresholds = given.clone();
        Arrays.sort(thresholds);
        order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = Arrays.binarySearch(thresholds, given[i]);
        }
        trials = TrialBlocks.trials(columns, weights);
        years = columns.size();
        reached = new long[size];
        countSum = new double[size];
        countSquares = new double[size];
        excess = new double[size][POWERS];
        trialCount = new double[size];
        trialExcess = new double[size];
        if (years == 1 && weights.uniform()) {
            readOneYear(columns, weights);
        } else {
            read(columns, weights);
        }
    }

    /**
     * One value to a trial: sums by the interval between thresholds in which it lies, with the lower end as origin, then moved
     * to the origin of each threshold below. All terms are positive, so nothing cancels.
     */
    private void readOneYear(List<TrialColumn> columns, TrialWeights weights) {
        int size = thresholds.length;
        double[][] inside = new double[size][POWERS];
        long[] count = new long[size];
        TrialBlocks blocks = new TrialBlocks(columns, weights);
        double[] left = new double[size == 0 ? 0 : blocks.values[0].length];
        for (int length = blocks.next(); length > 0 && size > 0; length = blocks.next()) {
            int above = atOrAbove(blocks.values[0], length, left);
            for (int j = 0; j < size; j++) {
                double next = j + 1 < size ? thresholds[j + 1] : Double.POSITIVE_INFINITY;
                int beyond = sumInside(left, above, thresholds[j], next, inside[j]);
                count[j] += above - beyond;
                above = beyond;
            }
        }
        for (int j = 0; j < size; j++) {
            for (int k = j; k < size; k++) {
                if (count[k] > 0) {
                    addMoved(j, thresholds[k] - thresholds[j], count[k], inside[k]);
                }
            }
        }
    }

    /** Gathers the values at or above the lowest threshold, in their order, without a branch; returns their number. */
    private int atOrAbove(long[] values, int length, double[] out) {
        double lowest = thresholds[0];
        int kept = 0;
        for (int i = 0; i < length; i++) {
            long value = values[i];
            out[kept] = value;
            kept += (int) (~ifBelow(value, lowest) & ((value | -value) >>> 63));
        }
        return kept;
    }

    /**
     * Adds the powers of what values below the next threshold have beyond this one, and moves the others to the front; returns
     * the number of these. Which of both a value is cannot be foretold, so that a branch would cost more than all sums.
     */
    private static int sumInside(double[] values, int length, double threshold, double next, double[] sums) {
        double first = sums[0];
        double second = sums[1];
        double third = sums[2];
        int kept = 0;
        for (int i = 0; i < length; i++) {
            double value = values[i];
            long inside = ifBelow(value, next);
            double beyond = Double.longBitsToDouble(Double.doubleToRawLongBits(value - threshold) & inside);
            double square = beyond * beyond;
            first += beyond;
            second += square;
            third += square * beyond;
            values[kept] = value;
            kept += (int) (1 + inside);
        }
        sums[0] = first;
        sums[1] = second;
        sums[2] = third;
        return kept;
    }

    /** All bits set iff a finite value lies below a bound. */
    private static long ifBelow(double value, double bound) {
        return Double.doubleToRawLongBits(value - bound) >> 63;
    }

    private void addMoved(int j, double distance, long count, double[] sums) {
        reached[j] += count;
        countSum[j] += count;
        countSquares[j] += count;
        double[] moved = excess[j];
        moved[0] += sums[0] + count * distance;
        moved[1] += sums[1] + distance * (2 * sums[0] + count * distance);
        moved[2] += sums[2] + distance * (3 * sums[1] + distance * (3 * sums[0] + count * distance));
    }

    private void read(List<TrialColumn> columns, TrialWeights weights) {
        TrialBlocks blocks = new TrialBlocks(columns, weights);
        for (int size = blocks.next(); size > 0; size = blocks.next()) {
            for (int i = 0; i < size; i++) {
                int passed = 0;
                for (long[] values : blocks.values) {
                    passed = Math.max(passed, scoreYear(values[i], blocks.weights[i]));
                }
                for (int j = 0; j < passed; j++) {
                    closeTrial(j);
                }
            }
        }
    }

    /** Adds one year to the scores of its trial; returns how many thresholds it reached. */
    private int scoreYear(double value, double weight) {
        int j = 0;
        while (j < thresholds.length && thresholds[j] <= value && value != 0) {
            trialCount[j] += weight;
            trialExcess[j] += weight * (value - thresholds[j]);
            j++;
        }
        return j;
    }

    private void closeTrial(int j) {
        double count = trialCount[j];
        double beyond = trialExcess[j];
        double square = beyond * beyond;
        reached[j]++;
        countSum[j] += count;
        countSquares[j] += count * count;
        excess[j][0] += beyond;
        excess[j][1] += square;
        excess[j][2] += square * beyond;
        trialCount[j] = 0;
        trialExcess[j] = 0;
    }

    /** Number of trials with a year at or beyond the i-th threshold given. */
    long trialsBeyond(int i) {
        return reached[order[i]];
    }

    /** Variance of the number of years at or beyond a threshold, relative to independent years. */
    double designEffect(int i) {
        int j = order[i];
        double share = countSum[j] / ((double) trials * years);
        double mean = countSum[j] / trials;
        double variance = Math.max(0, countSquares[j] / trials - mean * mean) * trials / (trials - 1.0);
        return share > 0 && share < 1 ? variance / (years * share * (1 - share)) : 1;
    }

    /** Standard error of the mean excess over a threshold, per trial-year. */
    double standardErrorOfExcess(int i) {
        return Math.sqrt(varianceOfExcess(order[i]) / trials) / years;
    }

    private double varianceOfExcess(int j) {
        double mean = excess[j][0] / trials;
        return Math.max(0, excess[j][1] / trials - mean * mean);
    }

    /** Skewness of the trials' excess divided by the root of their number. */
    double skewOfExcess(int i) {
        int j = order[i];
        double variance = varianceOfExcess(j);
        double mean = excess[j][0] / trials;
        double third = excess[j][2] / trials - mean * (3 * excess[j][1] / trials - 2 * mean * mean);
        return variance > 0 ? third / (variance * Math.sqrt(variance)) / Math.sqrt(trials) : 0;
    }
}
