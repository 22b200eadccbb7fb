package org.duecare.premium;

/**
 * How a law of sizes is put on a grid 0, h, 2h, ... (S. Klugman, H. Panjer and G. Willmot, Loss Models, section 9.6; H. Gerber
 * and D. Jones 1976). Mass beyond the grid is left out: it cannot reach a grid point.
 */
public enum Discretisation {
    /** Rounding, also called mass dispersal: the mass within half a step of a grid point. */
    ROUNDING,
    /** Local matching of the mean: each piece's mass is split between its two ends so that its mean is kept. */
    LOCAL_MEAN,
    /** Local matching of mean and second moment on three points each; some masses may be negative. */
    LOCAL_VARIANCE;

    /** Nodes of the two-point Gauss rule on [0, 1]. */
    private static final double LOW_NODE = 0.21132486540518711775;

    private static final double HIGH_NODE = 0.78867513459481288225;

    /** Nodes and weights of the three-point Gauss rule on [0, 1]. */
    private static final double[] NODES = {0.11270166537925831148, 0.5, 0.88729833462074168852};

    private static final double[] WEIGHTS = {5.0 / 18, 8.0 / 18, 5.0 / 18};

    /** So many pieces from 0 on are integrated in closed form: a density may grow without bound there. */
    private static final int NEAR_ZERO = 64;

    /**
     * The masses at 0, h, ..., (buckets - 1) h.
     *
     * @param step h, above 0
     */
    double[] masses(ClaimSize size, double step, int buckets) {
        double[] masses = new double[buckets];
        if (size.isNothing()) {
            masses[0] = 1;
            return masses;
        }
        switch (this) {
            case ROUNDING -> rounding(size, step, masses);
            case LOCAL_MEAN -> localMean(size, step, masses);
            case LOCAL_VARIANCE -> localVariance(size, step, masses);
        }
        return masses;
    }

    private static void rounding(ClaimSize size, double step, double[] masses) {
        double before = 1;
        for (int j = 0; j < masses.length; j++) {
            double after = size.survival((j + 0.5) * step);
            masses[j] = before - after;
            before = after;
            if (after == 0) {
                break;
            }
        }
    }

    private static void localMean(ClaimSize size, double step, double[] masses) {
        boolean[] rough = rough(size, step, masses.length);
        double before = 1;
        for (int j = 0; j < masses.length; j++) {
            double after = rough[j]
                    ? (size.limitedMean((j + 1) * step) - size.limitedMean(j * step)) / step
                    : 0.5 * (size.survival((j + LOW_NODE) * step) + size.survival((j + HIGH_NODE) * step));
            masses[j] = before - after;
            before = after;
            if (after == 0) {
                break;
            }
        }
    }

    /** The pieces in which the survival function is not smooth. */
    private static boolean[] rough(ClaimSize size, double step, int buckets) {
        boolean[] rough = new boolean[buckets];
        for (int j = 0; j < Math.min(NEAR_ZERO, buckets); j++) {
            rough[j] = !size.isStep();
        }
        for (double place : size.places()) {
            double at = place / step;
            long nearest = Math.round(at);
            if (Math.abs(at - nearest) > 1e-9 * at && at < buckets) {
                rough[(int) at] = true;
            }
        }
        return rough;
    }

    /** E[l(X)] on pairs of steps for the three Lagrange polynomials l, by parts: l(0) S(0) - l(2h) S(2h) + integral of l' S. */
    private static void localVariance(ClaimSize size, double step, double[] masses) {
        double left = size.survival(0);
        masses[0] = 1 - left;
        for (int j = 0; j < masses.length && left > 0; j += 2) {
            double first = left;
            double middle = 0;
            for (int i = 0; i < 2 * NODES.length; i++) {
                double t = i / NODES.length + NODES[i % NODES.length];
                double survival = size.survival((j + t) * step) * WEIGHTS[i % NODES.length];
                first += (t - 1.5) * survival;
                middle += (2 - 2 * t) * survival;
            }
            double right = size.survival((j + 2) * step);
            add(masses, j, first);
            add(masses, j + 1, middle);
            add(masses, j + 2, left - right - first - middle);
            left = right;
        }
    }

    private static void add(double[] masses, int at, double mass) {
        if (at < masses.length) {
            masses[at] += mass;
        }
    }
}
