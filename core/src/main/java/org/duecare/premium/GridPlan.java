package org.duecare.premium;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Chooses range and steps. The range reaches beyond every amount asked for and every quantile; steps are binary parts of a
 * common measure of the amounts at which something bends, so that these lie on the grid at every level.
 *
 * @param range the grid ends beyond it
 * @param base the coarsest step
 * @param lattice whether all payments are multiples of the base
 * @param tail probability beyond the range, as found on a coarse grid
 */
record GridPlan(double range, double base, boolean lattice, double tail) {
    /** Fewest buckets of the first level. */
    private static final int FEWEST = 1 << 11;

    private static final int COARSE = 1 << 10;
    private static final double COARSE_TILT = 30;
    private static final double NOTHING = 1e-12;
    private static final int MOST_DOUBLINGS = 200;
    private static final int WIDER = 6;
    private static final int MOST_PLACES = 4096;
    private static final int FEW_PLACES = 64;
    private static final long LARGEST_DENOMINATOR = 4096;
    private static final double WHOLE = 1e-10;

    /**
     * Plans a grid.
     *
     * @param amounts at which the law is asked for: points and annual terms, rising in importance last
     * @param level the highest quantile asked for, or 0
     * @param most most buckets
     */
    static GridPlan of(CompoundLaw law, List<Double> amounts, double level, int most) {
        double needed = amounts.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double[] range = range(law, needed, level);
        TreeSet<Double> places = new TreeSet<>();
        for (CompoundLaw.Source source : law.sources()) {
            double[] own = source.size().places();
            for (int i = 0; i < Math.min(own.length, MOST_PLACES); i++) {
                places.add(own[i]);
            }
        }
        if (law.isStep()) {
            double whole = places.isEmpty() ? Math.max(1, range[0]) : measure(places, 0, 0, true);
            GridPlan exact = new GridPlan(range[0], whole, true, range[1]);
            if (whole > 0 && exact.buckets(whole) <= most) {
                return exact;
            }
        }
        double bound = 16 * range[0] / most;
        double common = places.size() <= FEW_PLACES ? measure(places, 0, bound, false) : 0;
        common = measure(amounts, common, bound, false);
        double base = common > 0 ? common : range[0] / FEWEST;
        while (range[0] / base + 2 <= FEWEST / 2.0) {
            base /= 2;
        }
        return new GridPlan(range[0], base, false, range[1]);
    }

    /** The steps from coarse to fine that need at most so many buckets. */
    List<Double> steps(int most) {
        List<Double> steps = new ArrayList<>();
        for (double step = base; buckets(step) <= most; step /= 2) {
            steps.add(step);
            if (lattice) {
                break;
            }
        }
        if (steps.isEmpty()) {
            steps.add(range / (most - 4));
        }
        return steps;
    }

    /** The power of two of buckets that covers the range. */
    long buckets(double step) {
        double least = Math.max(16, Math.ceil(range / step) + 3);
        return least > 1L << 40 ? 1L << 41 : Long.highestOneBit((long) least - 1) * 2;
    }

    /**
     * Doubles the range until it holds the highest quantile; goes on while a few times more would hold all mass, as it does
     * for light tails, and else stays: what lies beyond a grid cannot reach a point on it.
     */
    private static double[] range(CompoundLaw law, double needed, double level) {
        double most = law.most();
        double range = Math.max(needed, start(law));
        if (!(range > 0)) {
            return new double[] {Math.max(needed, 1), 0};
        }
        double enough = 0.25 * (1 - level);
        double tail = tail(law, range);
        for (int i = 0; i < MOST_DOUBLINGS && level > 0 && tail > enough && range < most; i++) {
            range *= 2;
            tail = tail(law, range);
        }
        double wider = range;
        for (int i = 0; i < WIDER && wider < most; i++) {
            if (tail(law, wider) <= NOTHING) {
                return new double[] {wider, 0};
            }
            wider *= 2;
        }
        return most <= wider ? new double[] {Math.max(needed, most), 0} : new double[] {range, tail};
    }

    private static double tail(CompoundLaw law, double range) {
        return CompoundGrid.of(law, range / (COARSE - 2), COARSE, COARSE_TILT, true, ExactMethod.STANDARD)
                .tail();
    }

    /** A typical sum: the mean, or without one the claims' medians. */
    private static double start(CompoundLaw law) {
        double mean = law.mean();
        if (mean < Double.POSITIVE_INFINITY) {
            return mean;
        }
        double sum = 0;
        for (CompoundLaw.Source source : law.sources()) {
            sum += Math.max(1, source.count().mean())
                    * source.size().coinsurance()
                    * source.size().law().quantile(0.5);
        }
        return sum;
    }

    /**
     * The greatest common measure of amounts, by continued fractions. Amounts that would make it smaller than a bound are
     * passed over, or, where all are wanted, make it 0.
     */
    private static double measure(Iterable<Double> amounts, double start, double bound, boolean all) {
        double common = start;
        for (double amount : amounts) {
            if (!(amount > 0) || amount == Double.POSITIVE_INFINITY) {
                continue;
            }
            double next = common == 0 ? amount : common / denominator(amount / common);
            if (next > bound) {
                common = next;
            } else if (all) {
                return 0;
            }
        }
        return common;
    }

    /** The denominator of a ratio; a large number where it is no fraction with a small one. */
    private static double denominator(double ratio) {
        double rest = ratio;
        long before = 0;
        long now = 1;
        for (int i = 0; i < 40; i++) {
            double whole = Math.floor(rest);
            double near = Math.rint(ratio * now);
            if (Math.abs(ratio * now - near) <= WHOLE * Math.max(1, near)) {
                return near == 0 ? Double.POSITIVE_INFINITY : now;
            }
            rest = 1 / (rest - whole);
            long next = i == 0 ? (long) Math.floor(rest) : (long) Math.floor(rest) * now + before;
            before = now;
            now = next;
            if (now > LARGEST_DENOMINATOR || now <= 0) {
                break;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
