package org.duecare.statistics;

import java.math.BigInteger;
import java.util.Arrays;

/** The curve by its definition: sort everything, then read the knots. */
final class NaiveCurve {
    private final long[] ascending;
    private final BigInteger[] sums;

    NaiveCurve(long[]... years) {
        int n = 0;
        for (long[] year : years) {
            n += year.length;
        }
        ascending = new long[n];
        int at = 0;
        for (long[] year : years) {
            System.arraycopy(year, 0, ascending, at, year.length);
            at += year.length;
        }
        Arrays.sort(ascending);
        sums = new BigInteger[n + 1];
        sums[0] = BigInteger.ZERO;
        for (int r = 1; r <= n; r++) {
            sums[r] = sums[r - 1].add(BigInteger.valueOf(largest(r)));
        }
    }

    int size() {
        return ascending.length;
    }

    long largest(int rank) {
        return ascending[ascending.length - rank];
    }

    double meanOfLargest(int rank) {
        return sums[rank].doubleValue() / rank;
    }

    double loss(double returnPeriod) {
        int rank = rank(returnPeriod);
        return rank == size() ? largest(rank) : between(returnPeriod, rank, largest(rank + 1), largest(rank));
    }

    double tailMean(double returnPeriod) {
        int rank = rank(returnPeriod);
        double mean = rank == size()
                ? meanOfLargest(rank)
                : between(returnPeriod, rank, meanOfLargest(rank + 1), meanOfLargest(rank));
        return Math.max(loss(returnPeriod), mean);
    }

    private int rank(double returnPeriod) {
        return (int) (size() / returnPeriod);
    }

    private double between(double returnPeriod, int rank, double lower, double upper) {
        double weight = size() / returnPeriod;
        if (weight == rank) {
            return upper;
        }
        double share = (1 / weight - 1 / (rank + 1.0)) / (1.0 / rank - 1 / (rank + 1.0));
        return lower + (upper - lower) * Math.max(0, Math.min(1, share));
    }
}
