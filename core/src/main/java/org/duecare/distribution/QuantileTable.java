package org.duecare.distribution;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The quantile function of a law, compiled for the hot path. Input is a 64-bit random word; its upper 53 bits are the
 * cell k of the uniform u = (k + 1/2) 2^-53. Both halves of the unit interval are folded on the tail probability
 * m 2^-54, m odd, and cut into 16 cells to the octave, so that cells shrink with the tail: one row of eight coefficients
 * each ({@link RowBuilder}). Relative error below 1e-10 away from jumps, exact to rounding in the outermost octaves; any
 * law costs the same few nanoseconds. Layout and fit are frozen per model version.
 */
public final class QuantileTable {
    private static final int OCTAVES = 53;
    private static final int CELLS = 16;
    private static final int SIDE = OCTAVES * CELLS;

    /** One unit of m as a probability. */
    private static final double UNIT = 0x1p-54;

    /** The bits of 1.0. */
    private static final long ONE = 0x3FF0000000000000L;

    private static final double BACKWARDS = 1e-11;

    /** Error of a normal score that does not count: near 0 scores are exact in the absolute. */
    private static final double SCORE_NEGLIGIBLE = 1e-14;

    /** Stands for losses beyond all numbers; money saturates far below. */
    private static final double LARGEST = 1e300;

    private final double[] rows;

    private QuantileTable(double[] rows) {
        this.rows = rows;
    }

    /** Compiles a law. */
    public static QuantileTable of(LossLaw law) {
        TailFunctions functions = TailFunctions.of(law);
        double[] kinks = law.kinks();
        double[] lower =
                Arrays.stream(kinks).filter(p -> p < 0.5).map(p -> p / UNIT).toArray();
        double[] upper = Arrays.stream(kinks)
                .filter(p -> p >= 0.5)
                .map(p -> (1 - p) / UNIT)
                .sorted()
                .toArray();
        return new QuantileTable(fit(
                p -> Math.min(LARGEST, functions.quantile(p)),
                lower,
                q -> Math.min(LARGEST, functions.upperQuantile(q)),
                upper,
                RowBuilder.ABSOLUTE));
    }

    /** The standard normal quantile, odd about the middle: {@code value(~word) = -value(word)}. */
    public static QuantileTable inverseNormal() {
        return InverseNormal.TABLE;
    }

    /** Compiled when first asked for. */
    private static final class InverseNormal {
        private static final QuantileTable TABLE = new QuantileTable(
                fit(Normal::inverse, new double[0], Normal::inverseUpper, new double[0], SCORE_NEGLIGIBLE));
    }

    private static double[] fit(
            DoubleUnaryOperator quantile,
            double[] lower,
            DoubleUnaryOperator upperQuantile,
            double[] upper,
            double negligible) {
        RowBuilder below = new RowBuilder(2 * SIDE, m -> quantile.applyAsDouble(m * UNIT), true, negligible, lower);
        fitSide(below, 0);
        RowBuilder above = below.with(m -> upperQuantile.applyAsDouble(m * UNIT), upper);
        fitSide(above, SIDE);
        double[] rows = above.rows();
        checkOrder(rows, negligible);
        return rows;
    }

    private static void fitSide(RowBuilder builder, int firstRow) {
        for (int octave = 0; octave < OCTAVES; octave++) {
            double start = Math.scalb(1.0, octave);
            for (int cell = 0; cell < CELLS; cell++) {
                builder.fit(
                        firstRow + octave * CELLS + cell, start * (1 + cell / 16.0), start * (1 + (cell + 1) / 16.0));
            }
        }
    }

    /** Refuses a table whose values run backwards over the edge of a cell by more than 1e-11. */
    private static void checkOrder(double[] rows, double negligible) {
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 2 * SIDE; i++) {
            boolean upper = i >= SIDE;
            int row = upper ? 2 * SIDE - 1 - i : i;
            double start = Math.scalb(1.0, row / CELLS);
            long first = (long) Math.ceil(start * (1 + row % CELLS / 16.0)) | 1;
            long last = ((long) Math.ceil(start * (1 + (row % CELLS + 1) / 16.0)) - 2) | 1;
            if (first <= last) {
                before = ordered(rows, before - negligible, upper ? last : first, upper);
                before = ordered(rows, before - negligible, upper ? first : last, upper);
            }
        }
    }

    private static double ordered(double[] rows, double before, long m, boolean upper) {
        long word = (m >>> 1) << 11;
        double value = value(rows, upper ? ~word : word);
        if (value < before - BACKWARDS * Math.abs(before)) {
            throw new IllegalStateException("quantile table falls from " + before + " to " + value);
        }
        return value;
    }

    /** The rows, eight coefficients each, and the nodes of split cells; not to be changed. */
    public double[] rows() {
        return rows;
    }

    /** The value of a word. */
    public double value(long word) {
        return value(rows, word);
    }

    /** The value of a word in rows of a table. */
    public static double value(double[] rows, long word) {
        double value = unsplit(rows, word);
        return Double.isNaN(value) ? splitValue(rows, word) : value;
    }

    /**
     * The value of a word whose cell is not split, else not a number. Octave and cell are read from m shifted to the left
     * edge: its conversion to a double would tell them too, but some compilers let each conversion wait for the last.
     */
    private static double unsplit(double[] rows, long word) {
        long side = word >> 63;
        long m = odd(word, side);
        int zeros = Long.numberOfLeadingZeros(m);
        long aligned = m << zeros;
        double x = Double.longBitsToDouble(((aligned << 5) >>> 12) | ONE) - 1.5;
        return RowBuilder.value(rows, place(side, zeros, aligned), x);
    }

    private static long odd(long word, long side) {
        return ((word ^ side) >>> 10) | 1;
    }

    private static int place(long side, int zeros, long aligned) {
        return ((63 - zeros) * CELLS + ((int) (aligned >>> 59) & (CELLS - 1)) + (int) (side & SIDE)) << 3;
    }

    private static double splitValue(double[] rows, long word) {
        long side = word >> 63;
        long m = odd(word, side);
        int zeros = Long.numberOfLeadingZeros(m);
        return RowBuilder.split(rows, place(side, zeros, m << zeros), m);
    }

    /** The values of the first {@code count} words; allocates nothing. Tables without split cells take a shorter loop. */
    public static void fill(double[] rows, long[] words, int count, double[] out) {
        if (rows.length == 2 * SIDE * RowBuilder.WIDTH) {
            for (int i = 0; i < count; i++) {
                out[i] = unsplit(rows, words[i]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                out[i] = value(rows, words[i]);
            }
        }
    }
}
