package org.duecare.statistics;

import java.util.ArrayList;
import java.util.List;
import org.duecare.quantity.CompensatedSum;

/** A quotient of two means over the same trials, for example payments over claims. */
public final class RatioEstimator {
    /** Name of the estimator in the metadata of tables. */
    public static final String NAME =
            "quotient of means; 95 % interval by the delta method, clustered by trial, Student's t";

    private RatioEstimator() {}

    /**
     * The quotient {@code r = sum w a / sum w b} of the trials' totals. Its standard error is that of the influence values
     * {@code w (a - r b) / mean(w b)} (W. Cochran, Sampling Techniques, 1977, 6.4): biased for few trials with something below
     * the line, and no guide where that is rare.
     *
     * @param above columns of what stands above the line
     * @param below columns of what stands below it, of the same trials
     */
    public static ConfidenceInterval of(List<TrialColumn> above, List<TrialColumn> below, TrialWeights weights) {
        List<TrialColumn> all = new ArrayList<>(above);
        all.addAll(below);
        CompensatedSum sumAbove = new CompensatedSum();
        CompensatedSum sumBelow = new CompensatedSum();
        long trials = 0;
        TrialBlocks blocks = new TrialBlocks(all, weights);
        for (int count = blocks.next(); count > 0; count = blocks.next()) {
            trials += count;
            for (int i = 0; i < count; i++) {
                sumAbove.add(blocks.weights[i] * total(blocks.values, 0, above.size(), i));
                sumBelow.add(blocks.weights[i] * total(blocks.values, above.size(), all.size(), i));
            }
        }
        if (!(sumBelow.value() > 0)) {
            return ConfidenceInterval.none("nothing stands below the line");
        }
        double ratio = sumAbove.value() / sumBelow.value();
        if (trials < 2) {
            return new ConfidenceInterval(ratio, Double.NaN, Double.NaN, "fewer than 2 trials");
        }
        CompensatedSum squares = new CompensatedSum();
        TrialBlocks again = new TrialBlocks(all, weights);
        for (int count = again.next(); count > 0; count = again.next()) {
            for (int i = 0; i < count; i++) {
                double influence = again.weights[i]
                        * (total(again.values, 0, above.size(), i)
                                - ratio * total(again.values, above.size(), all.size(), i));
                squares.add(influence * influence);
            }
        }
        double n = trials;
        double error = Math.sqrt(squares.value() * n / (n - 1)) / sumBelow.value();
        double half = StudentT.quantile95(trials - 1) * error;
        return new ConfidenceInterval(ratio, ratio - half, ratio + half, null);
    }

    private static double total(long[][] values, int from, int to, int trial) {
        double total = 0;
        for (int c = from; c < to; c++) {
            total += values[c][trial];
        }
        return total;
    }
}
