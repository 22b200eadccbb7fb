package org.duecare.statistics;

import java.util.List;
import org.duecare.quantity.Require;

/** Walks several columns of the same trials side by side, block by block in trial order, in constant memory. */
final class TrialBlocks {
    private static final int VALUES_PER_BLOCK = 1 << 15;
    private static final int MIN_TRIALS_PER_BLOCK = 256;

    /** Values of the present block, {@code [column][trial]}. */
    final long[][] values;

    /** Weights of the present block. */
    final double[] weights;

    private final List<TrialColumn> columns;
    private final TrialWeights trialWeights;
    private final long[] scratch;
    private final int trials;
    private final int blockSize;
    private int next;

    TrialBlocks(List<TrialColumn> columns, TrialWeights trialWeights) {
        this.columns = columns;
        this.trialWeights = trialWeights;
        this.trials = trials(columns, trialWeights);
        this.blockSize = Math.max(MIN_TRIALS_PER_BLOCK, VALUES_PER_BLOCK / columns.size());
        int size = Math.min(blockSize, trials);
        this.values = new long[columns.size()][size];
        this.weights = new double[size];
        this.scratch = new long[trialWeights.uniform() ? 0 : size];
        if (trialWeights.uniform()) {
            trialWeights.read(0, size, scratch, weights);
        }
    }

    /** Number of trials that all columns share. */
    static int trials(List<TrialColumn> columns, TrialWeights weights) {
        Require.that(!columns.isEmpty(), "columns", "must not be empty", "Give one column for each year");
        int trials = columns.get(0).trials();
        for (TrialColumn column : columns) {
            Require.that(column.trials() == trials, "columns", "must have the same trials", "");
        }
        Require.that(weights.uniform() || weights.trials() == trials, "weights", "must have the same trials", "");
        return trials;
    }

    /** Reads the next block; returns its number of trials, 0 at the end. */
    int next() {
        int count = Math.min(blockSize, trials - next);
        if (count <= 0) {
            return 0;
        }
        for (int c = 0; c < values.length; c++) {
            columns.get(c).read(next, count, values[c]);
        }
        if (!trialWeights.uniform()) {
            trialWeights.read(next, count, scratch, weights);
        }
        next += count;
        return count;
    }
}
