package org.duecare.distribution;

import org.duecare.quantity.CompensatedSum;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Neyman type A: a Poisson number of clusters, each of a Poisson number. */
public record NeymanA(
        @Key(doc = "Mean number of clusters.", min = 0, max = 10_000)
        double clusters,

        @Key(doc = "Mean number in one cluster.", min = 0, max = 10_000)
        double perCluster)
        implements CountLaw {
    private static final double NEGLIGIBLE = 1e-20;

    /** Checks the parameters. */
    public NeymanA {
        Require.between(clusters, 0, MAX_MEAN, "clusters");
        Require.between(perCluster, 0, MAX_MEAN, "perCluster");
        Require.between(clusters * perCluster, 0, MAX_MEAN, "perCluster");
    }

    /** Sum over j of P(j clusters) P(Poisson of mean j perCluster is n), all terms positive. */
    @Override
    public double probability(int n) {
        if (n < 0) {
            return 0;
        }
        if (n == 0) {
            return StableMath.exp(clusters * StableMath.expm1(-perCluster));
        }
        double start = Math.max(1, Math.min(clusters, n / Math.max(perCluster, 1e-9)));
        double end = Math.max(clusters, n / Math.max(perCluster, 1e-9));
        CompensatedSum sum = new CompensatedSum();
        for (int j = (int) start; j > 0; j--) {
            double term = term(j, n);
            if (sum.add(term) * NEGLIGIBLE > term) {
                break;
            }
        }
        for (int j = (int) start + 1; ; j++) {
            double term = term(j, n);
            if (sum.add(term) * NEGLIGIBLE >= term && j > end) {
                break;
            }
        }
        return sum.value();
    }

    @Override
    public double positive() {
        return -StableMath.expm1(clusters * StableMath.expm1(-perCluster));
    }

    private double term(int j, int n) {
        return StableMath.poissonTerm(j, clusters) * StableMath.poissonTerm(n, j * perCluster);
    }

    @Override
    public double mean() {
        return clusters * perCluster;
    }

    @Override
    public double variance() {
        return clusters * perCluster * (1 + perCluster);
    }

    @Override
    public double thirdCentralMoment() {
        return clusters * perCluster * (1 + perCluster * (3 + perCluster));
    }

    @Override
    public void generate(double[] re, double[] im) {
        GeneratingFunction.exponential(re, im, perCluster);
        GeneratingFunction.exponential(re, im, clusters);
    }
}
