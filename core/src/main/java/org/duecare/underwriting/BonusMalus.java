package org.duecare.underwriting;

import org.duecare.distribution.StableMath;
import org.duecare.quantity.Require;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * A bonus-malus system: classes with premium scales, moved by the number of claims of a year. Claims follow a Poisson law,
 * so the class is a Markov chain (K. Loimaranta 1972; J. Lemaire 1995).
 */
public final class BonusMalus {
    private final double[] scales;
    private final int[][] next;

    /**
     * A system.
     *
     * @param scales premium of each class over the base premium, the best class first, above 0
     * @param next {@code [class][claims]}: the class of next year, from 0; the last column holds for more claims too
     */
    public BonusMalus(double[] scales, int[][] next) {
        Require.that(scales.length >= 2, "scales", "must be of at least two classes", "");
        Require.that(next.length == scales.length, "next", "must have a row for each class", "");
        for (double scale : scales) {
            Require.positive(scale, "scales");
        }
        int[][] copy = new int[next.length][];
        for (int from = 0; from < next.length; from++) {
            Require.that(next[from].length > 0, "next", "must have a column for no claim", "");
            for (int to : next[from]) {
                Require.between(to, 0, scales.length - 1L, "next");
            }
            copy[from] = next[from].clone();
        }
        this.scales = scales.clone();
        this.next = copy;
    }

    /**
     * The common kind of system: so many classes down without a claim, so many up for each claim.
     *
     * @param down classes gained by a year without claim, at least 1
     * @param upPerClaim classes lost with each claim, at least 1
     */
    public static BonusMalus steps(double[] scales, int down, int upPerClaim) {
        Require.between(down, 1, scales.length, "down");
        Require.between(upPerClaim, 1, scales.length, "upPerClaim");
        int worst = scales.length - 1;
        int[][] next = new int[scales.length][scales.length + 1];
        for (int from = 0; from < scales.length; from++) {
            next[from][0] = Math.max(0, from - down);
            for (int claims = 1; claims <= scales.length; claims++) {
                next[from][claims] = Math.min(worst, from + claims * upPerClaim);
            }
        }
        return new BonusMalus(scales, next);
    }

    /** Number of classes. */
    public int classes() {
        return scales.length;
    }

    /**
     * Probability of moving between classes in a year, {@code [from][to]}; rows sum to 1.
     *
     * @param claimsPerYear expected claims, at or above 0
     */
    public double[][] transitions(double claimsPerYear) {
        return matrix(claimsPerYear, false);
    }

    private double[][] matrix(double rate, boolean derivative) {
        Require.notNegative(rate, "claimsPerYear");
        double[][] matrix = new double[scales.length][scales.length];
        for (int from = 0; from < scales.length; from++) {
            double term = StableMath.exp(-rate);
            double termBefore = 0;
            double rest = derivative ? 0 : 1;
            int last = next[from].length - 1;
            for (int claims = 0; claims < last; claims++) {
                double mass = derivative ? termBefore - term : term;
                matrix[from][next[from][claims]] += mass;
                rest -= mass;
                termBefore = term;
                term *= rate / (claims + 1);
            }
            matrix[from][next[from][last]] += rest;
        }
        return matrix;
    }

    /**
     * The share of years spent in each class in the long run, best class first.
     *
     * @param claimsPerYear expected claims, above 0
     */
    public double[] stationary(double claimsPerYear) {
        double[] right = new double[scales.length];
        right[scales.length - 1] = 1;
        return solve(claimsPerYear, new ArrayRealVector(right)).toArray();
    }

    /** Solves x (P - I) = right for all but the last entry, and the sum of x for the last. */
    private RealVector solve(double rate, RealVector right) {
        Require.positive(rate, "claimsPerYear");
        int last = scales.length - 1;
        RealMatrix system = new Array2DRowRealMatrix(matrix(rate, false)).transpose();
        for (int k = 0; k < scales.length; k++) {
            system.addToEntry(k, k, -1);
            system.setEntry(last, k, 1);
        }
        return new LUDecomposition(system).getSolver().solve(right);
    }

    /** Long-run premium over the base premium. */
    public double meanScale(double claimsPerYear) {
        return new ArrayRealVector(scales).dotProduct(new ArrayRealVector(stationary(claimsPerYear)));
    }

    /**
     * Loimaranta's efficiency: by how many per cent the long-run premium rises when claims rise by one per cent; 1 would be
     * perfect. The derivative of the stationary law solves the same system: x' (P - I) = -x P', sum of x' = 0.
     *
     * @param claimsPerYear expected claims, above 0
     */
    public double efficiency(double claimsPerYear) {
        RealVector shares = new ArrayRealVector(stationary(claimsPerYear));
        RealVector right = new Array2DRowRealMatrix(matrix(claimsPerYear, true)).preMultiply(shares);
        right = right.mapMultiply(-1);
        right.setEntry(scales.length - 1, 0);
        double slope = new ArrayRealVector(scales).dotProduct(solve(claimsPerYear, right));
        return claimsPerYear * slope / meanScale(claimsPerYear);
    }
}
