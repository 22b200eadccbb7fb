package org.duecare.statistics;

import java.util.Arrays;
import java.util.List;

/** Sums over trials, for each of several thresholds, of what a trial has beyond it in all its years together. */
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
        if (size > 0) {
            read(columns, weights);
        }
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
        while (j < thresholds.length && thresholds[j] <= value) {
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
