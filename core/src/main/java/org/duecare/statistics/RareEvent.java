package org.duecare.statistics;

import java.util.List;
import org.duecare.quantity.CompensatedSum;

/**
 * The probability of something rare that a trial has in at least one year, and how well it is known.
 *
 * @param probability mean over trials of weight times indicator
 * @param standardError its standard error
 * @param hits number of trials that have it, weights aside
 * @param effectiveHits {@code (sum w)^2 / sum w^2} over those trials; their number where weights are uniform
 * @param effectiveSampleSize {@code (sum w)^2 / sum w^2} over all trials (A. Kong, 1992)
 */
public record RareEvent(
        double probability, double standardError, long hits, double effectiveHits, double effectiveSampleSize) {

    /**
     * Reads the columns.
     *
     * @param years one column for each year; a trial has it where any is not 0
     */
    public static RareEvent withinHorizon(List<TrialColumn> years, TrialWeights weights) {
        TrialBlocks blocks = new TrialBlocks(years, weights);
        CompensatedSum all = new CompensatedSum();
        CompensatedSum allSquares = new CompensatedSum();
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        long trials = 0;
        long hits = 0;
        for (int count = blocks.next(); count > 0; count = blocks.next()) {
            trials += count;
            if (weights.uniform()) {
                hits += flagged(blocks.values, count);
                continue;
            }
            for (int i = 0; i < count; i++) {
                double weight = blocks.weights[i];
                all.add(weight);
                allSquares.add(weight * weight);
                if (any(blocks.values, i)) {
                    hits++;
                    sum.add(weight);
                    squares.add(weight * weight);
                }
            }
        }
        if (weights.uniform()) {
            all.add(trials);
            allSquares.add(trials);
            sum.add(hits);
            squares.add(hits);
        }
        double share = sum.value() / trials;
        double variance = Math.max(0, squares.value() / trials - share * share) * trials / (trials - 1.0);
        return new RareEvent(
                share,
                Math.sqrt(variance / trials),
                hits,
                effective(sum.value(), squares.value()),
                effective(all.value(), allSquares.value()));
    }

    private static long flagged(long[][] values, int count) {
        long flagged = 0;
        for (int i = 0; i < count; i++) {
            flagged += any(values, i) ? 1 : 0;
        }
        return flagged;
    }

    private static boolean any(long[][] values, int trial) {
        for (long[] column : values) {
            if (column[trial] != 0) {
                return true;
            }
        }
        return false;
    }

    private static double effective(double sum, double squares) {
        return squares == 0 ? 0 : sum * sum / squares;
    }

    /** Standard error over probability; infinite where no trial has it. */
    public double relativeError() {
        return probability == 0 ? Double.POSITIVE_INFINITY : standardError / probability;
    }

    /** The probability that it does not happen, from as many trials that count alike. */
    public RareEvent complement(int trials) {
        long others = trials - hits;
        return new RareEvent(1 - probability, standardError, others, others, effectiveSampleSize);
    }
}
