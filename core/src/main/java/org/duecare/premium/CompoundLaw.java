package org.duecare.premium;

import java.util.List;
import org.duecare.distribution.CountLaw;

/**
 * The law of S = sum over independent sources of the payments of a random number of claims. Moments are exact; infinite
 * where they do not exist.
 *
 * @param sources each with its own count and size; at least one
 */
public record CompoundLaw(List<Source> sources) {
    /** An imaginary step so small that a function's value does not see it (W. Squire and G. Trapp 1998). */
    private static final double TINY = 1e-150;

    /** One source: a number of claims, each of an independent size. */
    public record Source(CountLaw count, ClaimSize size) {}

    /** Copies the list. */
    public CompoundLaw {
        sources = List.copyOf(sources);
    }

    /** The law of one source. */
    public static CompoundLaw of(CountLaw count, ClaimSize size) {
        return new CompoundLaw(List.of(new Source(count, size)));
    }

    /** E[S]. */
    public double mean() {
        double sum = 0;
        for (Source source : sources) {
            sum += product(source.count().mean(), source.size().moment(1));
        }
        return sum;
    }

    /** Var[S] = sum of E[N] Var[Y] + Var[N] E[Y]^2. */
    public double variance() {
        double sum = 0;
        for (Source source : sources) {
            double first = source.size().moment(1);
            double second = source.size().moment(2);
            if (product(source.count().mean(), second) == Double.POSITIVE_INFINITY) {
                return Double.POSITIVE_INFINITY;
            }
            double more = source.count().variance() - source.count().mean();
            sum += product(source.count().mean(), second) + product(more, first) * first;
        }
        return sum;
    }

    /** E[(S - E[S])^3], by the cumulants of counts and sizes. */
    public double thirdCentralMoment() {
        double sum = 0;
        for (Source source : sources) {
            CountLaw count = source.count();
            double first = source.size().moment(1);
            double second = source.size().moment(2);
            double third = source.size().moment(3);
            if (count.mean() == 0 || first == 0) {
                continue;
            }
            if (third == Double.POSITIVE_INFINITY) {
                return third;
            }
            double spread = second - first * first;
            double skew = third - first * (3 * spread + first * first);
            sum += count.mean() * skew
                    + 3 * count.variance() * first * spread
                    + count.thirdCentralMoment() * first * first * first;
        }
        return sum;
    }

    /** E[S e^(-eta S)] for eta above 0, which exists for every law; by the derivative of the generating functions. */
    double tiltedMean(double eta) {
        double value = 1;
        double slope = 0;
        for (Source source : sources) {
            double[] re = {source.size().laplace(eta)};
            double[] im = {TINY * source.size().tiltedMean(eta)};
            source.count().generate(re, im);
            slope = slope * re[0] + value * im[0] / TINY;
            value *= re[0];
        }
        return slope;
    }

    /** The largest sum possible, possibly infinite. */
    double most() {
        double sum = 0;
        for (Source source : sources) {
            int claims = source.count().largest();
            double most = source.size().most();
            boolean endless = claims == Integer.MAX_VALUE || most == Double.POSITIVE_INFINITY;
            boolean nothing = claims == 0 || most == 0 || source.count().mean() == 0;
            sum += nothing ? 0 : endless ? Double.POSITIVE_INFINITY : claims * most;
        }
        return sum;
    }

    /** Whether every size takes countably many values. */
    boolean isStep() {
        return sources.stream().allMatch(source -> source.size().isStep());
    }

    private static double product(double number, double amount) {
        return number == 0 ? 0 : number * amount;
    }
}
