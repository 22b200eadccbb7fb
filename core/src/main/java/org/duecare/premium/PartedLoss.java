package org.duecare.premium;

import java.util.Arrays;
import org.duecare.quantity.CompensatedSum;
import org.duecare.quantity.Require;

/**
 * A loss that is the sum of parts, outcome by outcome: what allocations split. Outcomes with the same whole form one atom;
 * each part enters an atom with its conditional mean, so that every split below depends on the law alone.
 */
public final class PartedLoss {
    /** Wholes that differ by less than this share of the larger are one atom. */
    private static final double SAME = 1e-12;

    private final DiscreteLoss whole;
    /** Conditional mean of each part at each atom of the whole, {@code [part][atom]}. */
    private final double[][] atAtom;

    /** Conditional mean of the part's share of the whole, {@code [part][atom]}. */
    private final double[][] shareAtAtom;

    private PartedLoss(DiscreteLoss whole, double[][] atAtom, double[][] shareAtAtom) {
        this.whole = whole;
        this.atAtom = atAtom;
        this.shareAtAtom = shareAtAtom;
    }

    /**
     * A loss from its parts.
     *
     * @param parts {@code [part][outcome]}, at or above 0
     * @param weights one for each outcome, at or above 0; scaled to a sum of 1
     */
    public static PartedLoss of(double[][] parts, double[] weights) {
        Require.that(parts.length > 0, "parts", "must not be empty", "");
        int outcomes = weights.length;
        double[] sums = new double[outcomes];
        for (double[] part : parts) {
            Require.that(part.length == outcomes, "parts", "must have one entry for each weight", "");
            for (int k = 0; k < outcomes; k++) {
                sums[k] += Require.notNegative(part[k], "parts");
            }
        }
        int[] order = DiscreteLoss.rising(sums);
        merge(sums, order);
        DiscreteLoss whole = DiscreteLoss.ofSample(sums, weights);
        double[][] atAtom = new double[parts.length][whole.size()];
        double[][] shareAtAtom = new double[parts.length][whole.size()];
        for (int i = 0; i < parts.length; i++) {
            conditional(parts[i], weights, sums, order, whole, atAtom[i], shareAtAtom[i]);
        }
        return new PartedLoss(whole, atAtom, shareAtAtom);
    }

    /** Gives equal wholes that differ by rounding alone the same number. */
    private static void merge(double[] sums, int[] order) {
        for (int k = 1; k < order.length; k++) {
            double before = sums[order[k - 1]];
            if (sums[order[k]] - before <= SAME * sums[order[k]]) {
                sums[order[k]] = before;
            }
        }
    }

    private static void conditional(
            double[] part,
            double[] weights,
            double[] sums,
            int[] order,
            DiscreteLoss whole,
            double[] at,
            double[] share) {
        double[] weight = new double[at.length];
        int atom = 0;
        for (int k : order) {
            if (!(weights[k] > 0)) {
                continue;
            }
            while (whole.loss(atom) != sums[k]) {
                atom++;
            }
            weight[atom] += weights[k];
            at[atom] += weights[k] * part[k];
        }
        for (int a = 0; a < at.length; a++) {
            at[a] /= weight[a];
            share[a] = whole.loss(a) > 0 ? at[a] / whole.loss(a) : 0;
        }
    }

    /** The law of the whole. */
    public DiscreteLoss whole() {
        return whole;
    }

    /** Number of parts. */
    public int parts() {
        return atAtom.length;
    }

    /** E[X_i | X = x_k]: conditional mean of a part at the k-th loss of the whole. */
    public double conditionalMean(int part, int k) {
        return atAtom[part][k];
    }

    /** E[X_i / X | X = x_k]; 0 where the whole is 0. */
    double conditionalShare(int part, int k) {
        return shareAtAtom[part][k];
    }

    /** Parts weighted over the atoms of the whole: sum_k w_k E[X_i | X = x_k]. */
    double[] weighted(double[] weights) {
        double[] result = new double[atAtom.length];
        Arrays.setAll(result, i -> {
            CompensatedSum sum = new CompensatedSum();
            for (int k = 0; k < weights.length; k++) {
                sum.add(weights[k] * atAtom[i][k]);
            }
            return sum.value();
        });
        return result;
    }
}
