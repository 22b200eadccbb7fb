package org.duecare.premium;

import java.util.Arrays;
import org.duecare.quantity.CompensatedSum;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Require;

/**
 * A law of finitely many losses: the different losses in rising order, the probability of each and of all above it. Main
 * currency units, none negative. What premium principles price: the bins of an exact engine or a sample of trials.
 */
public final class DiscreteLoss {
    /** How far stated masses may be from 1 together; they are scaled to it. */
    private static final double SUM_TOLERANCE = 1e-6;

    /** Below this an engine's rounding may push a mass under 0. */
    private static final double ROUNDING = 1e-9;

    /** Levels that differ from a cumulated probability by less are taken for equal to it. */
    private static final double LEVEL_TOLERANCE = 1e-12;

    private final double[] losses;
    private final double[] masses;
    private final double[] above;
    private final double mean;
    private final double variance;

    private DiscreteLoss(double[] losses, double[] masses) {
        this.losses = losses;
        this.masses = masses;
        this.above = new double[losses.length];
        CompensatedSum tail = new CompensatedSum();
        for (int k = losses.length - 1; k > 0; k--) {
            tail.add(masses[k]);
            above[k - 1] = Math.min(1, tail.value());
        }
        CompensatedSum first = new CompensatedSum();
        for (int k = 0; k < losses.length; k++) {
            first.add(masses[k] * losses[k]);
        }
        this.mean = first.value();
        CompensatedSum second = new CompensatedSum();
        for (int k = 0; k < losses.length; k++) {
            second.add(masses[k] * (losses[k] - mean) * (losses[k] - mean));
        }
        this.variance = second.value();
    }

    /**
     * A law from losses and their probabilities, in any order; equal losses are added up.
     *
     * @param losses at or above 0
     * @param masses one for each loss, at or above 0, together 1 within 1e-6
     */
    public static DiscreteLoss of(double[] losses, double[] masses) {
        double total = checked(losses, masses);
        if (!(Math.abs(total - 1) <= SUM_TOLERANCE)) {
            throw new InvalidValueException("masses", "add up to " + total + ", not to 1", "");
        }
        return made(losses, masses, total);
    }

    /** The law of a sample in which every trial counts once. */
    public static DiscreteLoss ofSample(double[] losses) {
        double[] ones = new double[losses.length];
        Arrays.fill(ones, 1);
        return ofSample(losses, ones);
    }

    /**
     * The law of a sample with weights, scaled to a sum of 1.
     *
     * @param losses one for each trial, at or above 0
     * @param weights one for each trial, at or above 0, not all 0
     */
    public static DiscreteLoss ofSample(double[] losses, double[] weights) {
        return made(losses, weights, Require.positive(checked(losses, weights), "sum of weights"));
    }

    private static double checked(double[] losses, double[] masses) {
        Require.that(losses.length == masses.length, "masses", "must be as many as losses", "");
        Require.that(losses.length > 0, "losses", "must not be empty", "");
        CompensatedSum total = new CompensatedSum();
        for (int k = 0; k < losses.length; k++) {
            Require.notNegative(losses[k], "losses");
            if (!(masses[k] >= -ROUNDING && masses[k] <= Double.MAX_VALUE)) {
                throw new InvalidValueException("masses", "hold " + masses[k] + "; none may be negative", "");
            }
            total.add(Math.max(0, masses[k]));
        }
        return total.value();
    }

    private static DiscreteLoss made(double[] losses, double[] masses, double total) {
        int[] order = rising(losses);
        double[] distinct = new double[losses.length];
        double[] mass = new double[losses.length];
        int count = 0;
        for (int at : order) {
            if (!(masses[at] > 0)) {
                continue;
            }
            if (count > 0 && distinct[count - 1] == losses[at]) {
                mass[count - 1] += masses[at] / total;
            } else {
                distinct[count] = losses[at] + 0.0;
                mass[count++] = masses[at] / total;
            }
        }
        return new DiscreteLoss(Arrays.copyOf(distinct, count), Arrays.copyOf(mass, count));
    }

    /** The order of rising losses; equal ones in the order given. */
    static int[] rising(double[] losses) {
        boolean sorted = true;
        for (int k = 1; k < losses.length && sorted; k++) {
            sorted = losses[k - 1] <= losses[k];
        }
        int[] order = new int[losses.length];
        if (sorted) {
            Arrays.setAll(order, k -> k);
            return order;
        }
        Integer[] boxed = new Integer[losses.length];
        Arrays.setAll(boxed, k -> k);
        Arrays.sort(boxed, (a, b) -> Double.compare(losses[a], losses[b]));
        Arrays.setAll(order, k -> boxed[k]);
        return order;
    }

    /** Number of different losses. */
    public int size() {
        return losses.length;
    }

    /** The k-th loss, from 0, in rising order. */
    public double loss(int k) {
        return losses[k];
    }

    /** Probability of the k-th loss. */
    public double mass(int k) {
        return masses[k];
    }

    /** Probability of a loss above the k-th, summed from the far end and therefore exact in the tail. */
    public double above(int k) {
        return above[k];
    }

    /** Number of the loss that equals an amount; negative where there is none. */
    public int atom(double loss) {
        return Arrays.binarySearch(losses, loss + 0.0);
    }

    /** The largest loss. */
    public double largest() {
        return losses[losses.length - 1];
    }

    /** E[X]. */
    public double mean() {
        return mean;
    }

    /** Var[X]. */
    public double variance() {
        return variance;
    }

    /** Standard deviation. */
    public double sd() {
        return Math.sqrt(variance);
    }

    /**
     * Value at risk: the smallest loss x with P(X <= x) at or above the level.
     *
     * @param level in [0, 1]
     */
    public double quantile(double level) {
        return losses[index(level)];
    }

    /** The place of {@link #quantile} among the losses. */
    int index(double level) {
        Require.share(level, "level");
        double tail = (1 - level) + LEVEL_TOLERANCE;
        int low = 0;
        int high = losses.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (above[middle] <= tail) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * Tail value at risk, also called expected shortfall: the mean of the worst share 1 - level of all outcomes, an atom at
     * the quantile counted in part (C. Acerbi and D. Tasche, 2002).
     *
     * @param level in [0, 1]; at 1 the largest loss
     */
    public double tvar(double level) {
        int at = index(level);
        double share = 1 - level;
        if (share <= LEVEL_TOLERANCE) {
            return largest();
        }
        CompensatedSum sum = new CompensatedSum();
        for (int k = losses.length - 1; k > at; k--) {
            sum.add(masses[k] * losses[k]);
        }
        sum.add((share - above[at]) * losses[at]);
        return sum.value() / share;
    }

    /** E[min(X, limit)]. */
    public double limitedMean(double limit) {
        CompensatedSum sum = new CompensatedSum();
        for (int k = 0; k < losses.length; k++) {
            sum.add(masses[k] * Math.min(losses[k], limit));
        }
        return sum.value();
    }

    /** The law of max(0, X - deductible) limited at an amount. */
    public DiscreteLoss layer(double deductible, double limit) {
        Require.notNegative(deductible, "deductible");
        Require.limit(limit, "limit");
        double[] paid = new double[losses.length];
        Arrays.setAll(paid, k -> Math.min(limit, Math.max(0, losses[k] - deductible)));
        return made(paid, masses, 1);
    }
}
