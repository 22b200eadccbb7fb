package org.duecare.distribution;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Fits rows of eight coefficients, each a polynomial of degree 7 in x in [-1/2, 1/2) over one cell of a coordinate, by
 * interpolation at Chebyshev nodes. A cell that holds a kink, or that a single polynomial misses by more than 1e-11, is
 * split: its last coefficient is NaN and its first the place of a node behind the rows. An inner node is (split, place of
 * the part below, place of the part from there on), a leaf (NaN, centre, 1 / width, eight coefficients).
 */
final class RowBuilder {
    /** Coefficients of one row. */
    static final int WIDTH = 8;

    /** Largest relative error of a row before it is split. */
    private static final double TOLERANCE = 1e-11;

    /** Errors below this amount of money do not count. */
    static final double ABSOLUTE = 1e-290;

    private static final int MAX_DEPTH = 14;
    private static final int LEAF = 3 + WIDTH;

    /** Where the fit is checked, on [-1/2, 1/2]. */
    private static final double[] CHECKS = {-0.5, -0.2, 0.31, 0.5};

    private static final double[] CHEBYSHEV = chebyshev();

    private final DoubleUnaryOperator f;
    private final boolean odd;
    private final double negligible;
    private final double[] kinks;
    private double[] rows;
    private int used;

    /**
     * Prepares the rows.
     *
     * @param f what is tabulated, as a function of the coordinate
     * @param odd whether only odd whole coordinates are ever looked up
     * @param negligible error that does not count
     * @param kinks coordinates of kinks and jumps, ascending
     */
    RowBuilder(int count, DoubleUnaryOperator f, boolean odd, double negligible, double[] kinks) {
        this.f = f;
        this.odd = odd;
        this.negligible = negligible;
        this.kinks = kinks;
        this.used = count * WIDTH;
        this.rows = new double[used];
    }

    private RowBuilder(RowBuilder first, DoubleUnaryOperator f, double[] kinks) {
        this.f = f;
        this.odd = first.odd;
        this.negligible = first.negligible;
        this.kinks = kinks;
        this.used = first.used;
        this.rows = first.rows;
    }

    /** Goes on with another function of the same coordinate, in the same rows. */
    RowBuilder with(DoubleUnaryOperator next, double[] nextKinks) {
        return new RowBuilder(this, next, nextKinks);
    }

    /** The rows and the nodes behind them. */
    double[] rows() {
        return Arrays.copyOf(rows, used);
    }

    private static double[] chebyshev() {
        double[] nodes = new double[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            nodes[i] = -0.5 * StrictMath.cos((i + 0.5) * StrictMath.PI / WIDTH);
        }
        return nodes;
    }

    /** Fits one row to the coordinates in [low, high). */
    void fit(int row, double low, double high) {
        double[] coefficients = smooth(low, high);
        if (coefficients.length == 0) {
            int node = split(low, high, MAX_DEPTH);
            rows[row * WIDTH] = node;
            rows[row * WIDTH + WIDTH - 1] = Double.NaN;
        } else {
            System.arraycopy(coefficients, 0, rows, row * WIDTH, WIDTH);
        }
    }

    private int node(double low, double high, int depth) {
        double[] coefficients = depth > 0 ? smooth(low, high) : polynomial(low, high);
        if (coefficients.length == 0) {
            return split(low, high, depth);
        }
        int place = reserve(LEAF);
        rows[place] = Double.NaN;
        rows[place + 1] = 0.5 * (low + high);
        rows[place + 2] = 1 / (high - low);
        System.arraycopy(coefficients, 0, rows, place + 3, WIDTH);
        return place;
    }

    private int split(double low, double high, int depth) {
        int kink = kinkInside(low, high);
        double at = kink >= 0 ? kinks[kink] : 0.5 * (low + high);
        int place = reserve(3);
        int below = node(low, at, kink >= 0 ? depth : depth - 1);
        int above = node(at, high, kink >= 0 ? depth : depth - 1);
        rows[place] = at;
        rows[place + 1] = below;
        rows[place + 2] = above;
        return place;
    }

    private int reserve(int size) {
        int place = used;
        used += size;
        if (used > rows.length) {
            rows = Arrays.copyOf(rows, Math.max(used, rows.length + rows.length / 4));
        }
        return place;
    }

    /** The middle one of the kinks inside, or -1. */
    private int kinkInside(double low, double high) {
        int first = insertion(Math.nextUp(low));
        int end = insertion(high);
        return first < end ? (first + end) >>> 1 : -1;
    }

    /** How many kinks lie below a coordinate. */
    private int insertion(double coordinate) {
        int place = Arrays.binarySearch(kinks, coordinate);
        return place >= 0 ? place : -place - 1;
    }

    /** Coefficients over a cell without kink, good to the tolerance; empty when the cell must be split. */
    private double[] smooth(double low, double high) {
        if (kinkInside(low, high) >= 0) {
            return new double[0];
        }
        double[] coefficients = polynomial(low, high);
        if (odd && (high - low) <= 2 * WIDTH) {
            return coefficients;
        }
        for (double x : CHECKS) {
            double inside = Math.max(Math.nextUp(low), Math.min(Math.nextDown(high), low + (x + 0.5) * (high - low)));
            double exact = f.applyAsDouble(inside);
            double error = Math.abs(value(coefficients, 0, x) - exact);
            if (error > TOLERANCE * Math.abs(exact) + negligible) {
                return new double[0];
            }
        }
        return coefficients;
    }

    private double[] polynomial(double low, double high) {
        double[] nodes = odd && (high - low) <= 2 * WIDTH ? oddPoints(low, high) : CHEBYSHEV;
        double[] values = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            double coordinate = 0.5 * (low + high) + nodes[i] * (high - low);
            values[i] = f.applyAsDouble(coordinate);
            if (!(Math.abs(values[i]) <= Double.MAX_VALUE)) {
                throw new IllegalStateException("quantile " + values[i] + " at coordinate " + coordinate);
            }
        }
        return interpolate(nodes, values);
    }

    /** The odd whole numbers in [low, high), at most eight, as places on [-1/2, 1/2). */
    private static double[] oddPoints(double low, double high) {
        double[] points = new double[WIDTH + 1];
        int count = 0;
        for (double m = 2 * Math.ceil((low - 1) / 2) + 1; m < high; m += 2) {
            points[count++] = (m - 0.5 * (low + high)) / (high - low);
        }
        return Arrays.copyOf(points, count);
    }

    /** Newton's divided differences, expanded to powers of x. */
    private static double[] interpolate(double[] nodes, double[] values) {
        int n = nodes.length;
        for (int order = 1; order < n; order++) {
            for (int i = n - 1; i >= order; i--) {
                values[i] = (values[i] - values[i - 1]) / (nodes[i] - nodes[i - order]);
            }
        }
        double[] coefficients = new double[WIDTH];
        for (int i = n - 1; i >= 0; i--) {
            for (int k = Math.min(WIDTH - 1, n - 1 - i); k > 0; k--) {
                coefficients[k] = coefficients[k - 1] - nodes[i] * coefficients[k];
            }
            coefficients[0] = values[i] - nodes[i] * coefficients[0];
        }
        return coefficients;
    }

    /** The polynomial at a place in the rows, by Horner's rule. */
    static double value(double[] rows, int place, double x) {
        double high = Math.fma(
                x, Math.fma(x, Math.fma(x, rows[place + 7], rows[place + 6]), rows[place + 5]), rows[place + 4]);
        return Math.fma(
                x,
                Math.fma(x, Math.fma(x, Math.fma(x, high, rows[place + 3]), rows[place + 2]), rows[place + 1]),
                rows[place]);
    }

    /** The value in a split cell. */
    static double split(double[] rows, int place, double coordinate) {
        int node = (int) rows[place];
        while (!Double.isNaN(rows[node])) {
            node = (int) (coordinate < rows[node] ? rows[node + 1] : rows[node + 2]);
        }
        return value(rows, node + 3, (coordinate - rows[node + 1]) * rows[node + 2]);
    }
}
