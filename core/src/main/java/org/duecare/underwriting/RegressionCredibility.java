package org.duecare.underwriting;

import org.duecare.quantity.Require;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Credibility of a trend in time (C. Hachemeister 1975): every risk has an intercept and a slope, both shrunk towards
 * collective ones.
 */
public final class RegressionCredibility {
    /** Steps of the collective coefficients below which the iteration stops; further ones only gather rounding. */
    private static final double RELATIVE_STEP = 1.4901161193847656e-8;

    private static final int MOST_STEPS = 1000;

    private final double[][] coefficients;
    private final double origin;
    private final double slopeScale;

    private RegressionCredibility(double[][] coefficients, double origin, double slopeScale) {
        this.coefficients = coefficients;
        this.origin = origin;
        this.slopeScale = slopeScale;
    }

    /** Credibility premium of a risk at a time. */
    public double premium(int risk, double time) {
        return coefficients[risk][0] + coefficients[risk][1] * (time - origin) * slopeScale;
    }

    /** Number of risks. */
    public int risks() {
        return coefficients.length;
    }

    /**
     * Hachemeister's model: intercept at time 0, a full covariance matrix of intercept and slope between risks by the
     * iterative estimator.
     *
     * @param ratios {@code [risk][period]}
     * @param weights {@code [risk][period]}, above 0
     * @param times of the periods
     */
    public static RegressionCredibility atOrigin(double[][] ratios, double[][] weights, double[] times) {
        Line[] lines = lines(ratios, weights, times);
        int risks = lines.length;
        double within = within(lines);
        RealMatrix[] factors = new RealMatrix[risks];
        RealVector collective = MatrixUtils.createRealVector(new double[2]);
        for (int i = 0; i < risks; i++) {
            factors[i] = MatrixUtils.createRealIdentityMatrix(2);
            collective = collective.add(lines[i].coefficients().mapDivide(risks));
        }
        double step = 1;
        for (int n = 0; step >= RELATIVE_STEP && n < MOST_STEPS; n++) {
            factors = factors(lines, between(lines, factors, collective), within);
            RealVector next = collective(lines, factors);
            step = 0;
            for (int k = 0; k < 2; k++) {
                double before = collective.getEntry(k);
                step = Math.max(step, Math.abs((next.getEntry(k) - before) / before));
            }
            collective = next;
        }
        factors = factors(lines, between(lines, factors, collective), within);
        double[][] coefficients = new double[risks][];
        for (int i = 0; i < risks; i++) {
            RealVector apart = lines[i].coefficients().subtract(collective);
            coefficients[i] = collective.add(factors[i].operate(apart)).toArray();
        }
        return new RegressionCredibility(coefficients, 0, 1);
    }

    /**
     * The intercept at the collective barycentre of time, where intercept and slope are uncorrelated: each is shrunk by a
     * credibility factor of its own, with unbiased estimates of its variance (H. Buhlmann and A. Gisler 1997).
     *
     * @param ratios {@code [risk][period]}
     * @param weights {@code [risk][period]}, above 0
     * @param times of the periods
     */
    public static RegressionCredibility atBarycentre(double[][] ratios, double[][] weights, double[] times) {
        int risks = ratios.length;
        double total = 0;
        double first = 0;
        double second = 0;
        for (double[] row : weights) {
            for (int j = 0; j < times.length; j++) {
                total += row[j];
                first += row[j] * times[j];
                second += row[j] * times[j] * times[j];
            }
        }
        double origin = first / total;
        double scale = 1 / Math.sqrt(second / total - origin * origin);
        double[] moved = new double[times.length];
        java.util.Arrays.setAll(moved, j -> (times[j] - origin) * scale);
        Line[] lines = lines(ratios, weights, moved);
        double within = within(lines);
        double[][] coefficients = new double[risks][2];
        for (int k = 0; k < 2; k++) {
            double[] own = new double[risks];
            double[] weight = new double[risks];
            for (int i = 0; i < risks; i++) {
                own[i] = lines[i].coefficients().getEntry(k);
                for (int j = 0; j < times.length; j++) {
                    weight[i] += weights[i][j] * (k == 0 ? 1 : moved[j] * moved[j]);
                }
            }
            double between = Math.max(0, BuhlmannStraub.unbiased(own, weight, within));
            Credibility fit = new Credibility(
                    BuhlmannStraub.collective(own, weight, within, between), within, between, weight, own);
            for (int i = 0; i < risks; i++) {
                coefficients[i][k] = fit.premium(i);
            }
        }
        return new RegressionCredibility(coefficients, origin, scale);
    }

    /** The regression line of one risk: coefficients, their covariance over the variance, residual variance. */
    private record Line(RealVector coefficients, RealMatrix covariance, double variance) {}

    private static Line[] lines(double[][] ratios, double[][] weights, double[] times) {
        Require.that(ratios.length >= 2, "ratios", "must be of at least two risks", "");
        Require.that(times.length > 2, "times", "must be at least three", "");
        Line[] lines = new Line[ratios.length];
        for (int i = 0; i < lines.length; i++) {
            double[][] normal = new double[2][2];
            double[] right = new double[2];
            for (int j = 0; j < times.length; j++) {
                double w = Require.positive(weights[i][j], "weights");
                normal[0][0] += w;
                normal[0][1] += w * times[j];
                normal[1][1] += w * times[j] * times[j];
                right[0] += w * ratios[i][j];
                right[1] += w * ratios[i][j] * times[j];
            }
            normal[1][0] = normal[0][1];
            RealMatrix inverse = inverse(MatrixUtils.createRealMatrix(normal));
            RealVector line = inverse.operate(MatrixUtils.createRealVector(right));
            double squares = 0;
            for (int j = 0; j < times.length; j++) {
                double residual = ratios[i][j] - line.getEntry(0) - line.getEntry(1) * times[j];
                squares += weights[i][j] * residual * residual;
            }
            lines[i] = new Line(line, inverse, squares / (times.length - 2));
        }
        return lines;
    }

    private static double within(Line[] lines) {
        double sum = 0;
        for (Line line : lines) {
            sum += line.variance() / lines.length;
        }
        return sum;
    }

    /** sum Z_i (b_i - b)(b_i - b)' / (risks - 1), made symmetric. */
    private static RealMatrix between(Line[] lines, RealMatrix[] factors, RealVector collective) {
        RealMatrix sum = MatrixUtils.createRealMatrix(2, 2);
        for (int i = 0; i < lines.length; i++) {
            RealVector apart = lines[i].coefficients().subtract(collective);
            sum = sum.add(factors[i].multiply(apart.outerProduct(apart)).scalarMultiply(1.0 / (lines.length - 1)));
        }
        return sum.add(sum.transpose()).scalarMultiply(0.5);
    }

    private static RealMatrix[] factors(Line[] lines, RealMatrix between, double within) {
        RealMatrix[] factors = new RealMatrix[lines.length];
        for (int i = 0; i < lines.length; i++) {
            factors[i] =
                    between.multiply(inverse(between.add(lines[i].covariance().scalarMultiply(within))));
        }
        return factors;
    }

    private static RealVector collective(Line[] lines, RealMatrix[] factors) {
        RealMatrix total = MatrixUtils.createRealMatrix(2, 2);
        RealVector sum = MatrixUtils.createRealVector(new double[2]);
        for (int i = 0; i < lines.length; i++) {
            total = total.add(factors[i]);
            sum = sum.add(factors[i].operate(lines[i].coefficients()));
        }
        return new LUDecomposition(total).getSolver().solve(sum);
    }

    private static RealMatrix inverse(RealMatrix matrix) {
        return new LUDecomposition(matrix, 0).getSolver().getInverse();
    }
}
