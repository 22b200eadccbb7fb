package org.duecare.history;

import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.PairColumns;
import org.duecare.compiled.ThreatColumns;
import org.duecare.compiled.TiltColumns;
import org.duecare.random.DrawAddress;
import org.duecare.random.StreamId;

/**
 * The extra attempts of tilted trials, and the logarithms of the likelihood ratios. Extra attempts stand behind the world's
 * own in the numbering of their pair, so that every mark has its address; marks that decide the box are drawn inside it.
 */
public final class TiltedAttempts {
    private static final int BLOCK = CompiledWorld.BLOCK;
    private static final int STREAM = StreamId.TILT.number();

    private final TiltColumns tilt;
    private final Draws draws;
    private final ThreatLevels levels;
    private final PairColumns pairs;
    private final ThreatColumns threats;
    private final TiltedMarks marks;
    private final int[] chosen = new int[BLOCK];
    private final double[][] cumulated;
    private final double[] exponent = new double[BLOCK];
    private final long[] words = new long[BLOCK];
    private int count;

    TiltedAttempts(CompiledWorld world, TiltColumns tilt, Draws draws, ThreatLevels levels) {
        this.tilt = tilt;
        this.draws = draws;
        this.levels = levels;
        this.pairs = world.pairs;
        this.threats = world.threats;
        this.marks = new TiltedMarks(world.threats);
        this.cumulated = new double[world.levels.key0.length][];
        for (int level = 0; level < cumulated.length; level++) {
            cumulated[level] = world.levels.ownOperation[level] ? new double[0] : new double[BLOCK];
        }
    }

    /** Chooses the tilted trials of a block and cumulates their levels; to be called when the levels are drawn. */
    void startYear(int block) {
        draws.fill(tilt.key0, tilt.key1, block, 0, STREAM, 0, BLOCK, words);
        long below = DrawAddress.threshold(tilt.share);
        count = 0;
        for (int slot = 0; slot < BLOCK; slot++) {
            chosen[count] = slot;
            count += (int) (((words[slot] >>> 11) - below) >>> 63);
        }
        for (int level = 0; level < cumulated.length; level++) {
            double running = 0;
            for (int i = 0; i < count && cumulated[level].length > 0; i++) {
                running += levels.level(level, chosen[i]);
                cumulated[level][i] = running;
            }
        }
    }

    /** Appends the extra attempts of a pair, numbered from {@code first} on; parameters as in {@link AttemptHistory}. */
    void append(int pair, int block, int year, int first, long below, boolean[] wanted, Incidents into) {
        double perYear = tilt.pairExtra[pair] * threats.trend[pairs.threat[pair]][year - 1];
        if (perYear == 0 || count == 0) {
            return;
        }
        int level = pairs.level[pair];
        double exposure = level < 0 ? count : cumulated[level][count - 1];
        int extra = PoissonCount.of(
                perYear * exposure, draws.word(pairs.key0[pair], pairs.key1[pair], block, year, STREAM, 0));
        into.reserve(extra);
        for (int i = 0; i < extra; i++) {
            int slot = slot(level, word(pair, block, year, StreamId.POSITION, first + i));
            if (wanted.length == 0 || wanted[slot]) {
                draw(pair, block, year, first + i, i + 1, slot, below, into);
            }
        }
    }

    private long word(int pair, int block, int year, StreamId stream, int index) {
        return draws.word(pairs.key0[pair], pairs.key1[pair], block, year, stream.number(), index);
    }

    private int slot(int level, long word) {
        double uniform = DrawAddress.uniform(word);
        if (level < 0) {
            return chosen[(int) (uniform * count)];
        }
        double[] sums = cumulated[level];
        double target = uniform * sums[count - 1];
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return chosen[low];
    }

    private void draw(int pair, int block, int year, int index, int number, int slot, long below, Incidents into) {
        long from = tilt.successFrom[pair];
        long width = tilt.successBelow[pair] - from;
        long success = from + (long) (DrawAddress.uniform(word(pair, block, year, StreamId.SUCCESS, index)) * width);
        if (success >= below) {
            return;
        }
        int box = box(pair, draws.word(pairs.key0[pair], pairs.key1[pair], block, year, STREAM, number));
        int row = into.size++;
        into.slot[row] = slot;
        into.index[row] = index;
        into.success[row] = success;
        long first = tilt.findingFrom[pair];
        double finding = DrawAddress.uniform(word(pair, block, year, StreamId.FINDING, index));
        into.finding[row] = first + (long) (finding * (DrawAddress.CELLS - first));
        marks.draw(
                pairs.threat[pair],
                pairs.sizeScale[pair],
                tilt.tail[pair * tilt.boxes + box],
                word(pair, block, year, StreamId.OWN_LOSS, index),
                word(pair, block, year, StreamId.HARM, index),
                row,
                into);
    }

    private int box(int pair, long word) {
        double target = DrawAddress.uniform(word) * tilt.pairExtra[pair];
        int box = 0;
        double running = tilt.extra[pair * tilt.boxes];
        while (box < tilt.boxes - 1 && running <= target) {
            box++;
            running += tilt.extra[pair * tilt.boxes + box];
        }
        return box;
    }

    /** Events cut at the largest amount that can be held, since the last call. */
    long takeSaturated() {
        return marks.takeSaturated();
    }

    /**
     * Adds the logarithms of the ratios of the rows of an operator to its trials.
     *
     * @param into by trial of the block, in fixed point
     */
    public void mark(Incidents all, long[] into) {
        int from = 0;
        for (int segment = 0; segment < all.segments; segment++) {
            int pair = all.segmentPair[segment];
            int end = all.segmentEnd[segment];
            if (pair >= 0 && !all.segmentArrived[segment] && tilt.pairExtra[pair] > 0) {
                mark(all, pair, from, end, into);
            }
            from = end;
        }
    }

    private void mark(Incidents all, int pair, int from, int end, long[] into) {
        int base = pair * tilt.boxes;
        long least = tilt.harmFrom[base];
        for (int j = from; j < end; j++) {
            if (all.harm[j] >= least
                    && all.success[j] >= tilt.successFrom[pair]
                    && all.success[j] < tilt.successBelow[pair]
                    && (tilt.findingFrom[pair] == 0 || all.finding[j] >= tilt.findingFrom[pair])) {
                int inside = 1;
                while (inside < tilt.boxes && all.harm[j] >= tilt.harmFrom[base + inside]) {
                    inside++;
                }
                into[all.slot[j]] += tilt.logRatio[inside];
            }
        }
    }

    /**
     * Turns sums of logarithms of ratios into logarithms of weights against the mixture of plain and tilted trials.
     *
     * @param logs by trial of the block, in fixed point; replaced
     */
    public void weigh(int block, int years, long[] logs) {
        java.util.Arrays.fill(exponent, 0);
        for (int year = 1; year <= years; year++) {
            levels.prepare(block, year);
            for (int slot = 0; slot < BLOCK; slot++) {
                exponent[slot] += tilt.compensator[0][year - 1];
            }
            for (int level = 0; level < cumulated.length; level++) {
                double rate = tilt.compensator[level + 1][year - 1];
                for (int slot = 0; slot < BLOCK && rate > 0; slot++) {
                    exponent[slot] += rate * levels.level(level, slot);
                }
            }
        }
        for (int slot = 0; slot < BLOCK; slot++) {
            double ratio = logs[slot] / TiltColumns.LOG_UNITS - exponent[slot];
            logs[slot] = Math.round(logWeight(ratio) * TiltColumns.LOG_UNITS);
        }
    }

    /** {@code -log((1 - share) + share exp(ratio))}, without overflow. */
    private double logWeight(double ratio) {
        double share = tilt.share;
        return ratio > 0
                ? -ratio - StrictMath.log(share + (1 - share) * StrictMath.exp(-ratio))
                : -StrictMath.log(1 - share + share * StrictMath.exp(ratio));
    }
}
