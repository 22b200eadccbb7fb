package org.duecare.distribution;

import java.util.Arrays;

/**
 * The quantile of a law at Phi(z), compiled for correlated marks: cells of width 1/16 over [-8.5, 8.5], one row of eight
 * coefficients each ({@link RowBuilder}); scores beyond are taken at the ends. Relative error below 1e-10 away from jumps.
 */
public final class NormalScoreTable {
    private static final double LARGEST_SCORE = 8.5;
    private static final int CELLS_PER_UNIT = 16;
    private static final int ROWS = 272;
    private static final double LARGEST = 1e300;

    /** The last coordinate inside the last cell. */
    private static final double END = Math.nextDown((double) ROWS);

    private final double[] rows;

    private NormalScoreTable(double[] rows) {
        this.rows = rows;
    }

    /** Compiles a law. */
    public static NormalScoreTable of(LossLaw law) {
        double[] kinks = Arrays.stream(law.kinks())
                .map(p -> (Normal.inverse(p) + LARGEST_SCORE) * CELLS_PER_UNIT)
                .filter(t -> t > 0 && t < ROWS)
                .toArray();
        TailFunctions functions = TailFunctions.of(law);
        RowBuilder builder = new RowBuilder(
                ROWS, t -> exact(functions, t / CELLS_PER_UNIT - LARGEST_SCORE), false, RowBuilder.ABSOLUTE, kinks);
        for (int row = 0; row < ROWS; row++) {
            builder.fit(row, row, row + 1);
        }
        return new NormalScoreTable(builder.rows());
    }

    private static double exact(TailFunctions law, double z) {
        double value = z < 0 ? law.quantile(Normal.cdf(z)) : law.upperQuantile(Normal.survival(z));
        return Math.min(LARGEST, value);
    }

    /** The rows, eight coefficients each, and the nodes of split cells; not to be changed. */
    public double[] rows() {
        return rows;
    }

    /** The value at a score. */
    public double value(double z) {
        return value(rows, z);
    }

    /** The value at a score in rows of a table. */
    public static double value(double[] rows, double z) {
        double value = unsplit(rows, z);
        if (Double.isNaN(value)) {
            double t = coordinate(z);
            return RowBuilder.split(rows, (int) t << 3, t);
        }
        return value;
    }

    private static double coordinate(double z) {
        double t = (z + LARGEST_SCORE) * CELLS_PER_UNIT;
        if (t >= 0 && t <= END) {
            return t;
        }
        return t > END ? END : 0;
    }

    /** The value at a score whose cell is not split, else not a number. */
    private static double unsplit(double[] rows, double z) {
        double t = coordinate(z);
        int row = (int) t;
        return RowBuilder.value(rows, row << 3, t - row - 0.5);
    }

    /** The values at the first {@code count} scores; allocates nothing. Tables without split cells take a shorter loop. */
    public static void fill(double[] rows, double[] z, int count, double[] out) {
        if (rows.length == ROWS * RowBuilder.WIDTH) {
            for (int i = 0; i < count; i++) {
                out[i] = unsplit(rows, z[i]);
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            out[i] = value(rows, z[i]);
        }
    }
}
