package org.duecare.statistics;

/**
 * Fractional ranks between which a quantile lies with 95 %. The r-th largest of n values has the exceedance probability of a
 * beta law, Beta(r, n - r + 1); solved for real r this removes the coarseness of whole ranks (A. Hutson, "Calculating
 * nonparametric confidence intervals for quantiles using fractional order statistics", J. Appl. Statist. 26, 1999).
 */
final class RankInterval {
    private static final double ONE_SIDE = 0.025;
    /** Expected number beyond (and short of) the quantile from which the Cornish-Fisher series is right to 1e-5 ranks. */
    private static final double SERIES_FROM = 5000;

    private static final double RANK_TOLERANCE = 1e-7;
    private static final int MAX_STEPS = 200;

    private RankInterval() {}

    /**
     * Rank from the largest whose value lies above the quantile with 97.5 %; below 1 when the data do not reach that far.
     *
     * @param n number of values, or the effective number
     * @param p exceedance probability of the quantile, in (0, 1)
     */
    static double above(double n, double p) {
        return rank(n, p, 1 - ONE_SIDE, -ConfidenceInterval.Z95);
    }

    /** Rank from the largest whose value lies below the quantile with 97.5 %; above n when the data do not reach so far. */
    static double below(double n, double p) {
        return rank(n, p, ONE_SIDE, ConfidenceInterval.Z95);
    }

    private static double rank(double n, double p, double probability, double z) {
        double variance = n * p * (1 - p);
        double guess = n * p + 0.5 + z * Math.sqrt(variance) + (z * z - 1) * (1 - 2 * p) / 6;
        if (Math.min(n * p, n * (1 - p)) >= SERIES_FROM) {
            return guess;
        }
        double margin = 1 + 0.2 * Math.sqrt(variance);
        double low = within(guess - margin, n);
        double high = within(guess + margin, n);
        for (double step = 2 * margin; level(low, n, p) < probability && low > within(0, n); step *= 2) {
            low = within(low - step, n);
        }
        for (double step = 2 * margin; level(high, n, p) > probability && high < within(n + 1, n); step *= 2) {
            high = within(high + step, n);
        }
        return root(n, p, probability, low, high);
    }

    /** Illinois variant of false position on a decreasing function. */
    private static double root(double n, double p, double probability, double from, double to) {
        double low = from;
        double high = to;
        double atLow = level(low, n, p) - probability;
        double atHigh = level(high, n, p) - probability;
        for (int i = 0; i < MAX_STEPS && high - low > RANK_TOLERANCE && atLow > 0 && atHigh < 0; i++) {
            double middle = low + (high - low) * (i % 3 == 2 ? 0.5 : atLow / (atLow - atHigh));
            double atMiddle = level(middle, n, p) - probability;
            if (Math.abs(atMiddle) < 1e-13) {
                return middle;
            }
            if (atMiddle > 0) {
                low = middle;
                atLow = atMiddle;
                atHigh *= 0.5;
            } else {
                high = middle;
                atHigh = atMiddle;
                atLow *= 0.5;
            }
        }
        return 0.5 * (low + high);
    }

    private static double level(double rank, double n, double p) {
        return IncompleteBeta.regularised(p, rank, n - rank + 1);
    }

    private static double within(double rank, double n) {
        return Math.min(n + 1 - 1e-9, Math.max(1e-9, rank));
    }
}
