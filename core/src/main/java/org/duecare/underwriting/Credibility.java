package org.duecare.underwriting;

import org.duecare.quantity.Require;

/**
 * The answer of a credibility model: how much of a risk's own record enters its premium.
 *
 * <p>All estimates are linear: premium = Z own mean + (1 - Z) collective, with Z = w / (w + within / between).
 */
public final class Credibility {
    private final double collective;
    private final double within;
    private final double between;
    private final double[] weights;
    private final double[] means;

    /** A credibility estimate with its structure parameters; the between variance is 0 where none is seen. */
    Credibility(double collective, double within, double between, double[] weights, double[] means) {
        this.collective = collective;
        this.within = within;
        this.between = between;
        this.weights = weights.clone();
        this.means = means.clone();
    }

    /**
     * Z = w / (w + k) with k = within / between: the share of the own record.
     *
     * @param weight exposure of the record, at or above 0
     * @param within expected variance of one unit of exposure, at or above 0
     * @param between variance of the risks' means, at or above 0
     */
    public static double factor(double weight, double within, double between) {
        Require.notNegative(weight, "weight");
        Require.notNegative(within, "within");
        Require.notNegative(between, "between");
        return between == 0 || weight == 0 ? 0 : weight / (weight + within / between);
    }

    /** Number of risks. */
    public int risks() {
        return means.length;
    }

    /** The collective premium: the mean of the own means, weighted by credibility. */
    public double collective() {
        return collective;
    }

    /** Expected variance within a risk, of one unit of weight. */
    public double within() {
        return within;
    }

    /** Variance of the means between risks. */
    public double between() {
        return between;
    }

    /** Total weight of a risk. */
    public double weight(int risk) {
        return weights[risk];
    }

    /** Own weighted mean of a risk; 0 for a risk without weight. */
    public double mean(int risk) {
        return means[risk];
    }

    /** Credibility factor of a risk, in [0, 1). */
    public double factor(int risk) {
        return factor(weights[risk], within, between);
    }

    /** Credibility premium of a risk. */
    public double premium(int risk) {
        return premium(risk, collective);
    }

    /** Credibility premium of a risk around another complement than the collective premium. */
    public double premium(int risk, double complement) {
        double z = factor(risk);
        return z * means[risk] + (1 - z) * complement;
    }
}
