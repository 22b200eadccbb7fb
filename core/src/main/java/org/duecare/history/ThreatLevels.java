package org.duecare.history;

import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.LevelColumns;
import org.duecare.distribution.NormalScoreTable;
import org.duecare.distribution.QuantileTable;
import org.duecare.random.StreamId;

/**
 * The common yearly levels of a block: for each level the cumulated levels of its trials and a guide table, from which the
 * positions of attempts are drawn. One for each worker.
 */
public final class ThreatLevels {
    private static final int BLOCK = CompiledWorld.BLOCK;

    private final LevelColumns columns;
    private final Draws draws;
    private final double[][] cumulated;
    private final int[][] guide;
    private final double[] ownCumulated = new double[BLOCK];
    private final int[] ownGuide = new int[BLOCK];
    private final double[][] scores;
    private final double[] ownScores = new double[BLOCK];
    private final double[] shocks = new double[BLOCK];
    private final long[] words = new long[BLOCK];
    private int scoredBlock = -1;
    private int scoredYear;

    /** Levels of one world; allocates once. */
    public ThreatLevels(CompiledWorld world, Draws draws) {
        this.columns = world.levels;
        this.draws = draws;
        int count = columns.key0.length;
        this.cumulated = new double[count][];
        this.guide = new int[count][];
        this.scores = new double[count][];
        for (int level = 0; level < count; level++) {
            boolean own = columns.ownOperation[level];
            cumulated[level] = own ? ownCumulated : new double[BLOCK];
            guide[level] = own ? ownGuide : new int[BLOCK];
            scores[level] = own || columns.autocorrelation[level] == 0 ? ownScores : new double[BLOCK];
        }
    }

    /** Draws all levels that are shared between operations. */
    public void prepare(int block, int year) {
        for (int level = 0; level < cumulated.length; level++) {
            if (!columns.ownOperation[level]) {
                boolean goesOn = scoredBlock == block && scoredYear == year - 1;
                draw(level, block, year, goesOn ? year : 1);
            }
        }
        scoredBlock = block;
        scoredYear = year;
    }

    /** Whether a level, if any, is that of a single operation. */
    boolean ofOneOperation(int level) {
        return level >= 0 && columns.ownOperation[level];
    }

    /**
     * The sum of a level over the trials of the block; a level of a single operation is drawn here.
     *
     * @return about the number of trials in a block
     */
    public double total(int level, int block, int year) {
        if (columns.ownOperation[level]) {
            draw(level, block, year, 1);
        }
        return cumulated[level][BLOCK - 1];
    }

    /** A shared level in one trial of the block. */
    double level(int level, int slot) {
        double[] sums = cumulated[level];
        return slot == 0 ? sums[0] : sums[slot] - sums[slot - 1];
    }

    /** Turns words into trials of the block, in proportion to the level. */
    public void slots(int level, long[] positionWords, int count, int[] slots) {
        double[] sums = cumulated[level];
        int[] start = guide[level];
        double unit = sums[BLOCK - 1] * 0x1p-53;
        for (int i = 0; i < count; i++) {
            double target = ((positionWords[i] >>> 11) + 0.5) * unit;
            int slot = start[(int) (positionWords[i] >>> 53)];
            // One step without a branch: a level is seldom so small that more are needed.
            slot += slot < BLOCK - 1 & sums[slot] <= target ? 1 : 0;
            while (slot < BLOCK - 1 && sums[slot] <= target) {
                slot++;
            }
            slots[i] = slot;
        }
    }

    /**
     * Draws a level of a block and year.
     *
     * @param firstShock first year whose shock is not yet in the scores; read only where years are correlated
     */
    private void draw(int level, int block, int year, int firstShock) {
        double[] sums = cumulated[level];
        if (columns.autocorrelation[level] == 0) {
            fill(level, block, year);
            QuantileTable.fill(columns.rows[level], words, BLOCK, sums);
        } else {
            for (int y = firstShock; y <= year; y++) {
                step(level, block, y);
            }
            NormalScoreTable.fill(columns.rows[level], scores[level], BLOCK, sums);
        }
        double running = 0;
        for (int slot = 0; slot < BLOCK; slot++) {
            running += Math.max(0, sums[slot]);
            sums[slot] = running;
        }
        int[] start = guide[level];
        int slot = 0;
        for (int i = 0; i < BLOCK; i++) {
            double from = running * i / BLOCK;
            while (slot < BLOCK - 1 && sums[slot] <= from) {
                slot++;
            }
            start[i] = slot;
        }
    }

    private void fill(int level, int block, int year) {
        draws.fill(
                columns.key0[level], columns.key1[level], block, year, StreamId.COMMON_LEVEL.number(), 0, BLOCK, words);
    }

    /** One year of the autoregression {@code x = rho x + sqrt(1 - rho^2) shock}, stationary from the first year. */
    private void step(int level, int block, int year) {
        double[] score = scores[level];
        fill(level, block, year);
        if (year == 1) {
            QuantileTable.fill(columns.normalRows, words, BLOCK, score);
            return;
        }
        QuantileTable.fill(columns.normalRows, words, BLOCK, shocks);
        double kept = columns.autocorrelation[level];
        double fresh = Math.sqrt(1 - kept * kept);
        for (int slot = 0; slot < BLOCK; slot++) {
            score[slot] = kept * score[slot] + fresh * shocks[slot];
        }
    }
}
