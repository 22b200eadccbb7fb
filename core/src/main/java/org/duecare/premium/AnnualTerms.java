package org.duecare.premium;

/**
 * A sum under annual terms, min(limit, (S - deductible)+), read from a grid of S.
 *
 * @param deductible at or above 0
 * @param limit above 0, possibly infinite
 */
record AnnualTerms(double deductible, double limit) {
    private static final double NEGLIGIBLE = 1e-12;

    /** Terms on top of these. */
    AnnualTerms then(AnnualTerms next) {
        double left = Math.max(0, limit - next.deductible());
        return new AnnualTerms(deductible + next.deductible(), Math.min(left, next.limit()));
    }

    boolean isNone() {
        return deductible == 0 && limit == Double.POSITIVE_INFINITY;
    }

    /** The largest S that matters. */
    double end() {
        return limit == Double.POSITIVE_INFINITY ? deductible : deductible + limit;
    }

    /** P(sum <= loss). */
    double cdf(CompoundGrid grid, double loss) {
        return loss >= limit ? 1 : grid.cdf(deductible + loss);
    }

    /** P(sum = loss). */
    double probability(CompoundGrid grid, double loss) {
        if (loss > limit) {
            return 0;
        }
        if (loss == limit) {
            return 1 - grid.cdf(deductible + limit) + grid.probability(deductible + limit);
        }
        return loss == 0 ? grid.cdf(deductible) : grid.probability(deductible + loss);
    }

    /** E[(sum - loss)+]; infinite where it does not exist. */
    double stopLoss(CompoundGrid grid, double mean, double loss) {
        if (loss >= limit) {
            return 0;
        }
        double top = limit == Double.POSITIVE_INFINITY ? mean : grid.limitedMean(deductible + limit);
        return Math.max(0, top - grid.limitedMean(deductible + loss));
    }

    /** The smallest loss with P(sum <= loss) at or above p. */
    double quantile(CompoundGrid grid, double p) {
        return Math.min(limit, Math.max(0, grid.quantile(p) - deductible));
    }

    /** E[(sum - centre)^power] for a power of 2 or 3; infinite where it does not exist. */
    double moment(CompoundGrid grid, CompoundLaw law, double centre, int power) {
        if (limit < Double.POSITIVE_INFINITY) {
            return grid.layerMoment(deductible, limit, centre, power);
        }
        double variance = law.variance();
        double away = law.mean() - deductible - centre;
        double whole =
                power == 2 ? variance + away * away : law.thirdCentralMoment() + away * (3 * variance + away * away);
        return whole - grid.shortfall(deductible, centre, power);
    }

    /**
     * The law of the sum as finitely many losses. What lies beyond the grid stands at its conditional mean, so that the whole
     * keeps its mean.
     *
     * @param mean E[S], finite
     */
    DiscreteLoss losses(CompoundGrid grid, double mean) {
        int buckets = grid.buckets();
        double[] losses = new double[buckets + 1];
        double[] masses = new double[buckets + 1];
        for (int j = 0; j < buckets; j++) {
            losses[j] = Math.min(limit, Math.max(0, j * grid.step() - deductible));
            masses[j] = Math.max(0, grid.mass(j));
        }
        double tail = grid.tail();
        double beyond = tail > NEGLIGIBLE ? Math.max(0, mean - grid.limitedMean(grid.end())) / tail : 0;
        losses[buckets] = Math.min(limit, Math.max(0, grid.end() + beyond - deductible));
        masses[buckets] = tail > NEGLIGIBLE ? tail : 0;
        return DiscreteLoss.of(losses, masses);
    }
}
