package org.duecare.premium;

import org.duecare.quantity.CompensatedSum;
import org.duecare.quantity.Require;

/**
 * Splits of a whole to the parts of a loss; in each the parts add up to the whole. All are built on the conditional means
 * of the parts given the whole.
 */
public final class Allocation {
    private Allocation() {}

    /** E[X_i]: adds up to the mean. */
    public static double[] expected(PartedLoss loss) {
        double[] weights = new double[loss.whole().size()];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = loss.whole().mass(k);
        }
        return loss.weighted(weights);
    }

    /**
     * Co-TVaR: the mean of each part over the worst share 1 - level of the whole, an atom at the quantile counted in part;
     * adds up to {@link DiscreteLoss#tvar} (D. Tasche 1999; R. Kreps 2005).
     *
     * @param level in [0, 1)
     */
    public static double[] tailConditional(PartedLoss loss, double level) {
        return conditionalMean(loss, Distortion.level(level), 1);
    }

    /**
     * Conditional mean sharing over a band of the whole's quantiles: E[X_i | whole between the levels], atoms at the ends
     * counted in part; adds up to the mean of the whole in the band (M. Denuit and J. Dhaene, 2012, for a single quantile).
     *
     * @param from lower level, at or above 0
     * @param to upper level, above {@code from}, at most 1
     */
    public static double[] conditionalMean(PartedLoss loss, double from, double to) {
        return loss.weighted(bandWeights(loss.whole(), from, to));
    }

    /** Weight of each loss of a law within a band of its quantiles, atoms at the ends counted in part; they sum to 1. */
    public static double[] bandWeights(DiscreteLoss whole, double from, double to) {
        Require.share(from, "from");
        Require.share(to, "to");
        Require.that(to > from, "to", "= " + to + " must be above from = " + from, "");
        double[] weights = new double[whole.size()];
        double total = 0;
        for (int k = 0; k < weights.length; k++) {
            double upper = Math.min(1 - whole.above(k), to);
            double lower = Math.max(k == 0 ? 0 : 1 - whole.above(k - 1), from);
            boolean covers = lower == (k == 0 ? 0 : 1 - whole.above(k - 1)) && upper == 1 - whole.above(k);
            weights[k] = covers ? whole.mass(k) : Math.max(0, upper - lower);
            total += weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= total;
        }
        return weights;
    }

    /**
     * The natural allocation of a distortion: each part with the bent probabilities of the whole; adds up to the price of
     * the whole (D. Cherny and D. Orlov 2011; J. Major and S. Mildenhall 2022).
     */
    public static double[] natural(PartedLoss loss, Distortion distortion) {
        DiscreteLoss whole = loss.whole();
        double[] weights = new double[whole.size()];
        double before = 1;
        for (int k = 0; k < weights.length; k++) {
            double after = k == weights.length - 1 ? 0 : distortion.distort(whole.above(k));
            weights[k] = before - after;
            before = after;
        }
        return loss.weighted(weights);
    }

    /**
     * Capital allocation by percentile layer: each thin layer of the assets is split among the parts as the losses that
     * reach it are, E[X_i / X | X > x]; adds up to the assets, or to the largest loss if that is less (N. Bodoff 2009).
     *
     * @param assets to be allocated, above 0
     */
    public static double[] percentileLayer(PartedLoss loss, double assets) {
        Require.positive(assets, "assets");
        DiscreteLoss whole = loss.whole();
        double[] allocated = new double[loss.parts()];
        for (int i = 0; i < allocated.length; i++) {
            CompensatedSum sum = new CompensatedSum();
            CompensatedSum reached = new CompensatedSum();
            for (int k = whole.size() - 1; k >= 0; k--) {
                reached.add(whole.mass(k) * loss.conditionalShare(i, k));
                double below = k == 0 ? 0 : whole.loss(k - 1);
                double width = Math.min(assets, whole.loss(k)) - below;
                if (width > 0) {
                    double reachedBy = k == 0 ? 1 : whole.above(k - 1);
                    sum.add(width * reached.value() / reachedBy);
                }
            }
            allocated[i] = sum.value();
        }
        return allocated;
    }

    /**
     * Splits any amount in the proportion of an allocation that adds up to something else, for example assets in proportion
     * of co-TVaR.
     */
    public static double[] inProportion(double[] allocation, double amount) {
        CompensatedSum total = new CompensatedSum();
        for (double part : allocation) {
            total.add(part);
        }
        Require.positive(total.value(), "allocation");
        double[] scaled = new double[allocation.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = allocation[i] / total.value() * amount;
        }
        return scaled;
    }
}
