package org.duecare.underwriting;

import org.duecare.quantity.Require;

/**
 * Credibility in two levels (W. Jewell 1975): risks stand in groups, groups in the collective. The premium of a risk is
 * shrunk towards that of its group, which is shrunk towards the collective premium.
 */
public final class HierarchicalCredibility {
    private static final double RELATIVE_STEP = 1e-13;
    private static final int MOST_STEPS = 100_000;

    private final int[] groupOf;
    private final double[] means;
    private final double[] weights;
    private final double within;
    private final double[] groupMeans;
    private final double[] groupWeights;
    private double betweenRisks;
    private double betweenGroups;
    private double collective;

    private HierarchicalCredibility(Credibility risks, int[] groupOf, int groups) {
        this.groupOf = groupOf.clone();
        this.within = risks.within();
        this.means = new double[groupOf.length];
        this.weights = new double[groupOf.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = risks.mean(i);
            weights[i] = risks.weight(i);
        }
        this.groupMeans = new double[groups];
        this.groupWeights = new double[groups];
    }

    /**
     * Fits the structure by iterative pseudo-estimators, started at the unbiased ones.
     *
     * @param ratios {@code [risk][period]}
     * @param weights {@code [risk][period]}, at or above 0
     * @param groupOf group of each risk, from 0
     */
    public static HierarchicalCredibility fit(double[][] ratios, double[][] weights, int[] groupOf) {
        Require.that(groupOf.length == ratios.length, "groupOf", "must have an entry for each risk", "");
        int groups = 0;
        for (int group : groupOf) {
            Require.that(group >= 0, "groupOf", "= " + group + " must not be negative", "");
            groups = Math.max(groups, group + 1);
        }
        Require.that(groups >= 2, "groupOf", "must name at least two groups", "");
        Require.that(groupOf.length > groups, "groupOf", "must put two risks into at least one group", "");
        Credibility risks = BuhlmannStraub.fit(ratios, weights, BuhlmannStraub.Between.UNBIASED);
        HierarchicalCredibility fit = new HierarchicalCredibility(risks, groupOf, groups);
        fit.start();
        fit.iterate();
        return fit;
    }

    private void start() {
        double numerator = 0;
        double divisor = 0;
        for (int group = 0; group < groupMeans.length; group++) {
            double total = 0;
            double squared = 0;
            double sum = 0;
            int count = 0;
            for (int i = 0; i < means.length; i++) {
                if (groupOf[i] == group && weights[i] > 0) {
                    total += weights[i];
                    squared += weights[i] * weights[i];
                    sum += weights[i] * means[i];
                    count++;
                }
            }
            Require.that(count > 0, "groupOf", "names group " + group + ", which has no observation", "");
            for (int i = 0; i < means.length; i++) {
                if (groupOf[i] == group) {
                    numerator += weights[i] * (means[i] - sum / total) * (means[i] - sum / total);
                }
            }
            numerator -= (count - 1) * within;
            divisor += total - squared / total;
        }
        betweenRisks = Math.max(0, numerator / divisor);
        settle();
        double between = betweenRisks > 0 ? betweenRisks : within;
        betweenGroups = Math.max(0, BuhlmannStraub.unbiased(groupMeans, groupWeights, between));
        settle();
    }

    private void iterate() {
        for (int step = 0; step < MOST_STEPS; step++) {
            double risks = nextBetweenRisks();
            double oldRisks = betweenRisks;
            betweenRisks = risks;
            settle();
            double groups = nextBetweenGroups();
            boolean done = Math.abs(risks - oldRisks) <= RELATIVE_STEP * risks
                    && Math.abs(groups - betweenGroups) <= RELATIVE_STEP * groups;
            betweenGroups = groups;
            settle();
            if (done) {
                return;
            }
        }
    }

    private double nextBetweenRisks() {
        double sum = 0;
        int freedom = -groupMeans.length;
        for (int i = 0; i < means.length; i++) {
            double apart = means[i] - groupMeans[groupOf[i]];
            sum += factor(i) * apart * apart;
            freedom += weights[i] > 0 ? 1 : 0;
        }
        return freedom > 0 ? sum / freedom : 0;
    }

    private double nextBetweenGroups() {
        double sum = 0;
        for (int group = 0; group < groupMeans.length; group++) {
            double apart = groupMeans[group] - collective;
            sum += groupFactor(group) * apart * apart;
        }
        return sum / (groupMeans.length - 1);
    }

    /** Group means and weights, and the collective premium, at the present variances. */
    private void settle() {
        java.util.Arrays.fill(groupMeans, 0);
        java.util.Arrays.fill(groupWeights, 0);
        for (int i = 0; i < means.length; i++) {
            double z = betweenRisks > 0 ? factor(i) : weights[i];
            groupWeights[groupOf[i]] += z;
            groupMeans[groupOf[i]] += z * means[i];
        }
        double total = 0;
        double sum = 0;
        for (int group = 0; group < groupMeans.length; group++) {
            groupMeans[group] /= groupWeights[group];
            double q = betweenGroups > 0 ? groupFactor(group) : groupWeights[group];
            total += q;
            sum += q * groupMeans[group];
        }
        collective = sum / total;
    }

    /** Collective premium. */
    public double collective() {
        return collective;
    }

    /** Variance within a risk, of one unit of weight. */
    public double within() {
        return within;
    }

    /** Variance of the means of risks within a group. */
    public double betweenRisks() {
        return betweenRisks;
    }

    /** Variance of the means of groups. */
    public double betweenGroups() {
        return betweenGroups;
    }

    /** Credibility factor of a risk within its group. */
    public double factor(int risk) {
        return Credibility.factor(weights[risk], within, betweenRisks);
    }

    /** Credibility factor of a group within the collective. */
    public double groupFactor(int group) {
        return Credibility.factor(groupWeights[group], betweenRisks > 0 ? betweenRisks : within, betweenGroups);
    }

    /** Credibility premium of a group. */
    public double groupPremium(int group) {
        return collective + groupFactor(group) * (groupMeans[group] - collective);
    }

    /** Credibility premium of a risk. */
    public double premium(int risk) {
        double group = groupPremium(groupOf[risk]);
        return group + factor(risk) * (means[risk] - group);
    }
}
