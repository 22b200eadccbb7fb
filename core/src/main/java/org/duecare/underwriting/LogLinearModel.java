package org.duecare.underwriting;

import org.duecare.distribution.StableMath;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Require;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * A generalised linear model with logarithmic link, fitted by iteratively reweighted least squares (J. Nelder and
 * R. Wedderburn 1972): the mean of an observation is exp(x' coefficients), its variance dispersion / weight times the mean
 * (Poisson) or its square (gamma).
 */
public final class LogLinearModel {
    private static final double RELATIVE_STEP = 1e-13;
    private static final double ROUNDING = 1e-10;
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 30;

    /** Pivots below this share of the diagonal mean that columns of the design depend on each other. */
    private static final double SINGULAR = 1e-11;

    private final double[] coefficients;
    private final double[][] covariance;
    private final double deviance;
    private final double dispersion;

    private LogLinearModel(double[] coefficients, double[][] covariance, double deviance, double dispersion) {
        this.coefficients = coefficients;
        this.covariance = covariance;
        this.deviance = deviance;
        this.dispersion = dispersion;
    }

    /** The law of an observation around its mean. */
    public enum Family {
        /** Counts and pure premiums: variance in proportion to the mean. */
        POISSON,
        /** Sizes of claims: variance in proportion to the square of the mean. */
        GAMMA
    }

    /**
     * Fits a model.
     *
     * @param design {@code [observation][column]}
     * @param response one for each observation, at or above 0; above 0 for gamma
     * @param weights exposure of a ratio, number of claims of a mean size; above 0
     */
    public static LogLinearModel fit(double[][] design, double[] response, double[] weights, Family family) {
        Require.that(design.length == response.length, "response", "must have an entry for each row", "");
        Require.that(design.length == weights.length, "weights", "must have an entry for each row", "");
        Require.that(design.length > 0, "design", "must not be empty", "");
        double total = 0;
        double weight = 0;
        for (int i = 0; i < response.length; i++) {
            Require.positive(weights[i], "weights");
            boolean sound = family == Family.GAMMA ? response[i] > 0 : response[i] >= 0;
            Require.that(sound && response[i] <= Double.MAX_VALUE, "response", "holds " + response[i], "");
            total += weights[i] * response[i];
            weight += weights[i];
        }
        Require.positive(total, "sum of responses");
        double[] means = new double[response.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = family == Family.GAMMA ? response[i] : response[i] + 0.1 * total / weight;
        }
        return iterate(design, response, weights, family, means);
    }

    private static LogLinearModel iterate(
            double[][] design, double[] response, double[] weights, Family family, double[] start) {
        double[] means = start;
        double[] coefficients = new double[design[0].length];
        double deviance = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            Normal normal = Normal.of(design, response, weights, family, means);
            double[] next = normal.solve();
            double[] moved = means(design, next);
            double reached = deviance(response, weights, family, moved);
            double noMore = deviance + ROUNDING * (1 + Math.abs(total(response, weights, family)));
            for (int halving = 0; !(reached <= noMore) && halving < MOST_HALVINGS; halving++) {
                for (int k = 0; k < next.length; k++) {
                    next[k] = 0.5 * (next[k] + coefficients[k]);
                }
                moved = means(design, next);
                reached = deviance(response, weights, family, moved);
            }
            double change = 0;
            for (int k = 0; k < next.length; k++) {
                change = Math.max(change, Math.abs(next[k] - coefficients[k]) / Math.max(1, Math.abs(next[k])));
            }
            coefficients = next;
            means = moved;
            deviance = reached;
            if (change <= RELATIVE_STEP) {
                break;
            }
        }
        double dispersion = dispersion(response, weights, family, means, coefficients.length);
        double[][] covariance =
                Normal.of(design, response, weights, family, means).inverse();
        return new LogLinearModel(coefficients, covariance, deviance, dispersion);
    }

    /** The normal equations of one step. */
    private record Normal(RealMatrix matrix, double[] right) {
        static Normal of(double[][] design, double[] response, double[] weights, Family family, double[] means) {
            int columns = design[0].length;
            double[][] matrix = new double[columns][columns];
            double[] right = new double[columns];
            for (int i = 0; i < design.length; i++) {
                double working = family == Family.GAMMA ? weights[i] : weights[i] * means[i];
                double z = StableMath.log(means[i]) + response[i] / means[i] - 1;
                for (int a = 0; a < columns; a++) {
                    double left = working * design[i][a];
                    right[a] += left * z;
                    for (int b = 0; b <= a && left != 0; b++) {
                        matrix[a][b] += left * design[i][b];
                    }
                }
            }
            for (int a = 0; a < columns; a++) {
                for (int b = 0; b < a; b++) {
                    matrix[b][a] = matrix[a][b];
                }
            }
            return new Normal(new Array2DRowRealMatrix(matrix, false), right);
        }

        private CholeskyDecomposition decomposition() {
            double largest = 0;
            for (int k = 0; k < right.length; k++) {
                largest = Math.max(largest, matrix.getEntry(k, k));
            }
            try {
                return new CholeskyDecomposition(matrix, 1e-12, SINGULAR * largest);
            } catch (MathIllegalArgumentException singular) {
                throw new InvalidValueException(
                        "design",
                        "has columns that depend on each other or hold no data",
                        "Join levels, or leave a factor out");
            }
        }

        double[] solve() {
            return decomposition().getSolver().solve(new ArrayRealVector(right)).toArray();
        }

        double[][] inverse() {
            return decomposition().getSolver().getInverse().getData();
        }
    }

    private static double[] means(double[][] design, double[] coefficients) {
        double[] means = new double[design.length];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            for (int k = 0; k < coefficients.length; k++) {
                sum += design[i][k] * coefficients[k];
            }
            means[i] = StableMath.exp(sum);
        }
        return means;
    }

    /** What the deviance is rounded against: all claims for counts, all weights for sizes. */
    private static double total(double[] response, double[] weights, Family family) {
        double sum = 0;
        for (int i = 0; i < response.length; i++) {
            sum += weights[i] * (family == Family.GAMMA ? 1 : response[i]);
        }
        return sum;
    }

    private static double deviance(double[] response, double[] weights, Family family, double[] means) {
        double sum = 0;
        for (int i = 0; i < response.length; i++) {
            double y = response[i];
            double log = y == 0 ? 0 : StableMath.log(y / means[i]);
            sum += 2 * weights[i] * (family == Family.GAMMA ? y / means[i] - 1 - log : y * log - (y - means[i]));
        }
        return sum;
    }

    /** Pearson's estimate; NaN where no freedom is left. */
    private static double dispersion(double[] response, double[] weights, Family family, double[] means, int columns) {
        double sum = 0;
        for (int i = 0; i < response.length; i++) {
            double apart = response[i] - means[i];
            sum += weights[i] * apart * apart / (family == Family.GAMMA ? means[i] * means[i] : means[i]);
        }
        int freedom = response.length - columns;
        return freedom > 0 ? sum / freedom : Double.NaN;
    }

    /** The k-th coefficient: a logarithm. */
    public double coefficient(int k) {
        return coefficients[k];
    }

    /** Standard error of a linear combination of coefficients at a dispersion, 1 for a true Poisson law. */
    public double standardError(double[] combination, double dispersionUsed) {
        double sum = 0;
        for (int a = 0; a < combination.length; a++) {
            for (int b = 0; b < combination.length; b++) {
                sum += combination[a] * combination[b] * covariance[a][b];
            }
        }
        return Math.sqrt(dispersionUsed * sum);
    }

    /** Deviance of the fit. */
    public double deviance() {
        return deviance;
    }

    /** Pearson's estimate of the dispersion; NaN where no freedom is left. */
    public double dispersion() {
        return dispersion;
    }

    /** Fitted mean of a row of a design. */
    public double mean(double[] row) {
        return means(new double[][] {row}, coefficients)[0];
    }
}
