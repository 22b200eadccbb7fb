package org.duecare.underwriting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duecare.distribution.StableMath;
import org.duecare.quantity.Require;

/**
 * A multiplicative tariff: base value times one relativity for each factor. Relativities by a log-linear model; the base
 * level of a factor is the one with most exposure and has relativity 1. A level without any claim has relativity 0, which
 * is where the likelihood has its maximum.
 */
public final class Tariff {
    private static final double NORMAL_95 = 1.959963984540054;

    private final List<Factor> factors;
    private final double[][] relativities;
    private final double[][] standardErrors;
    private final double base;
    private final double baseError;
    private final double dispersion;
    private final int[] baseLevel;

    private Tariff(
            List<Factor> factors,
            double[][] relativities,
            double[][] errors,
            double base,
            double baseError,
            double dispersion,
            int[] baseLevel) {
        this.factors = List.copyOf(factors);
        this.relativities = relativities;
        this.standardErrors = errors;
        this.base = base;
        this.baseError = baseError;
        this.dispersion = dispersion;
        this.baseLevel = baseLevel;
    }

    /**
     * A rating factor.
     *
     * @param factor its name
     * @param levels the names of its levels
     */
    public record Factor(String factor, List<String> levels) {
        /** Checks that there are levels. */
        public Factor {
            levels = List.copyOf(levels);
            Require.that(!levels.isEmpty(), "levels", "of " + factor + " must not be empty", "");
        }
    }

    /**
     * Fits a tariff.
     *
     * @param cells {@code [cell][factor]}: the level of each factor, from 0
     * @param weights exposure of each cell; cells without are left out
     * @param ratios what is rated for one unit of exposure: claims, mean size, pure premium
     */
    public static Tariff fit(
            List<Factor> factors, int[][] cells, double[] weights, double[] ratios, LogLinearModel.Family family) {
        boolean[][] live = live(factors, cells, weights, ratios);
        int[] baseLevel = new int[factors.size()];
        for (int f = 0; f < live.length; f++) {
            double[] weight = new double[live[f].length];
            for (int c = 0; c < cells.length; c++) {
                weight[cells[c][f]] += weights[c];
            }
            baseLevel[f] = heaviest(weight, live[f]);
        }
        return fit(factors, cells, weights, ratios, family, live, baseLevel);
    }

    /** Fits a tariff whose base levels are those of another one of the same cells, so that relativities multiply level by level. */
    public static Tariff fit(
            Tariff other, int[][] cells, double[] weights, double[] ratios, LogLinearModel.Family family) {
        boolean[][] live = live(other.factors, cells, weights, ratios);
        for (int f = 0; f < live.length; f++) {
            Require.that(live[f][other.baseLevel[f]], "ratios", "are 0 at the base level", "");
        }
        return fit(other.factors, cells, weights, ratios, family, live, other.baseLevel);
    }

    /** The levels at which anything was claimed. */
    private static boolean[][] live(List<Factor> factors, int[][] cells, double[] weights, double[] ratios) {
        boolean[][] live = new boolean[factors.size()][];
        for (int f = 0; f < live.length; f++) {
            live[f] = new boolean[factors.get(f).levels().size()];
            for (int c = 0; c < cells.length; c++) {
                live[f][cells[c][f]] |= weights[c] > 0 && ratios[c] > 0;
            }
        }
        return live;
    }

    private static Tariff fit(
            List<Factor> factors,
            int[][] cells,
            double[] weights,
            double[] ratios,
            LogLinearModel.Family family,
            boolean[][] live,
            int[] baseLevel) {
        int[][] column = columns(live, baseLevel);
        int columns = 1;
        for (int[] of : column) {
            for (int at : of) {
                columns = Math.max(columns, at + 1);
            }
        }
        List<double[]> design = new ArrayList<>();
        List<Integer> used = new ArrayList<>();
        for (int c = 0; c < cells.length; c++) {
            if (weights[c] > 0 && allLive(cells[c], live)) {
                design.add(row(cells[c], column, columns));
                used.add(c);
            }
        }
        double[] y = used.stream().mapToDouble(c -> ratios[c]).toArray();
        double[] w = used.stream().mapToDouble(c -> weights[c]).toArray();
        LogLinearModel model = LogLinearModel.fit(design.toArray(double[][]::new), y, w, family);
        return of(factors, live, column, columns, model, baseLevel);
    }

    private static Tariff of(
            List<Factor> factors,
            boolean[][] live,
            int[][] column,
            int columns,
            LogLinearModel model,
            int[] baseLevel) {
        double[][] relativities = new double[factors.size()][];
        double[][] errors = new double[factors.size()][];
        for (int f = 0; f < relativities.length; f++) {
            relativities[f] = new double[live[f].length];
            errors[f] = new double[live[f].length];
            for (int level = 0; level < live[f].length; level++) {
                int at = column[f][level];
                relativities[f][level] = !live[f][level] ? 0 : at < 0 ? 1 : StableMath.exp(model.coefficient(at));
                double[] unit = new double[columns];
                if (at >= 0) {
                    unit[at] = 1;
                }
                errors[f][level] = live[f][level] ? model.standardError(unit, model.dispersion()) : Double.NaN;
            }
        }
        double[] intercept = new double[columns];
        intercept[0] = 1;
        return new Tariff(
                factors,
                relativities,
                errors,
                StableMath.exp(model.coefficient(0)),
                model.standardError(intercept, model.dispersion()),
                model.dispersion(),
                baseLevel);
    }

    private static int heaviest(double[] weight, boolean[] live) {
        int best = -1;
        for (int level = 0; level < weight.length; level++) {
            if (live[level] && (best < 0 || weight[level] > weight[best])) {
                best = level;
            }
        }
        Require.that(best >= 0, "ratios", "are all 0: there is nothing to rate", "");
        return best;
    }

    /** Column of each live level but the base, from 1; -1 for the others. */
    private static int[][] columns(boolean[][] live, int[] baseLevel) {
        int[][] column = new int[live.length][];
        int next = 1;
        for (int f = 0; f < live.length; f++) {
            column[f] = new int[live[f].length];
            Arrays.fill(column[f], -1);
            for (int level = 0; level < live[f].length; level++) {
                if (live[f][level] && level != baseLevel[f]) {
                    column[f][level] = next++;
                }
            }
        }
        return column;
    }

    private static boolean allLive(int[] cell, boolean[][] live) {
        for (int f = 0; f < cell.length; f++) {
            if (!live[f][cell[f]]) {
                return false;
            }
        }
        return true;
    }

    private static double[] row(int[] cell, int[][] column, int columns) {
        double[] row = new double[columns];
        row[0] = 1;
        for (int f = 0; f < cell.length; f++) {
            if (column[f][cell[f]] >= 0) {
                row[column[f][cell[f]]] = 1;
            }
        }
        return row;
    }

    /** The rating factors. */
    public List<Factor> factors() {
        return factors;
    }

    /** Value of a risk that is at the base level of every factor. */
    public double base() {
        return base;
    }

    /** Relativity of a level. */
    public double relativity(int factor, int level) {
        return relativities[factor][level];
    }

    /** Standard error of the logarithm of a relativity; 0 at the base level, NaN for a level without claims. */
    double standardError(int factor, int level) {
        return standardErrors[factor][level];
    }

    /** Standard error of the logarithm of the base value. */
    double baseError() {
        return baseError;
    }

    /** Lower end of the 95 % interval of a relativity; NaN for a level without claims or where no freedom is left. */
    public double low(int factor, int level) {
        return relativities[factor][level] * StableMath.exp(-NORMAL_95 * standardErrors[factor][level]);
    }

    /** Upper end of the 95 % interval of a relativity. */
    public double high(int factor, int level) {
        return relativities[factor][level] * StableMath.exp(NORMAL_95 * standardErrors[factor][level]);
    }

    /** Pearson's dispersion of the fit. */
    public double dispersion() {
        return dispersion;
    }

    /** The value of a cell: base times relativities. */
    public double value(int[] cell) {
        double value = base;
        for (int f = 0; f < cell.length; f++) {
            value *= relativities[f][cell[f]];
        }
        return value;
    }
}
