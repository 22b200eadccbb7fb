package org.duecare.settlement;

import java.math.BigInteger;

/**
 * Splits an amount in proportion to weights: each share is rounded down and the minor units left over go to the largest
 * remainders, ties to the smaller rank. One for each worker; holds its scratch.
 */
public final class LargestRemainder {
    /** Amounts beyond this are split with big integers. */
    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private long[] keys = new long[64];
    private long[] spareKeys = new long[64];
    private long[] ranks = new long[64];
    private int[] order = new int[64];
    private int[] spareOrder = new int[64];

    /**
     * Splits.
     *
     * @param total at least 0; more than the sum of weights only where every weight may bear more than itself
     * @param weights at least 0, at {@code [from, end)}
     * @param rank breaks ties, at {@code [from, end)}
     * @param shares receives the shares at {@code [from, end)}; may be {@code weights}
     */
    public void split(long total, long[] weights, int[] rank, int from, int end, long[] shares) {
        long sum = 0;
        for (int j = from; j < end; j++) {
            sum += weights[j];
        }
        if (sum == 0 || total == sum) {
            System.arraycopy(weights, from, shares, from, end - from);
            return;
        }
        reserve(end - from);
        long given = 0;
        for (int j = from; j < end; j++) {
            long weight = weights[j];
            long share = quotient(total, weight, sum);
            keys[j - from] = -(total * weight - share * sum);
            shares[j] = share;
            given += share;
        }
        giveRest(total - given, rank, from, end, shares);
    }

    private void giveRest(long rest, int[] rank, int from, int end, long[] shares) {
        if (rest == 0) {
            return;
        }
        int count = end - from;
        byRank(rank, from, count);
        for (int i = 0; i < count; i++) {
            spareKeys[i] = keys[order[i]];
        }
        System.arraycopy(spareKeys, 0, keys, 0, count);
        CanonicalOrder.mergeSort(keys, order, spareKeys, spareOrder, count);
        for (int i = 0; i < rest; i++) {
            shares[from + order[i]]++;
        }
    }

    private void byRank(int[] rank, int from, int count) {
        for (int i = 0; i < count; i++) {
            ranks[i] = rank[from + i];
            order[i] = i;
        }
        CanonicalOrder.mergeSort(ranks, order, spareKeys, spareOrder, count);
    }

    /** floor(total · weight / sum), exact. */
    static long quotient(long total, long weight, long sum) {
        if (sum >= EXACT_IN_DOUBLE || total >= EXACT_IN_DOUBLE) {
            return BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(weight))
                    .divide(BigInteger.valueOf(sum))
                    .longValueExact();
        }
        long guess = (long) ((double) total * ((double) weight / sum));
        long remainder = total * weight - guess * sum;
        while (remainder < 0) {
            guess--;
            remainder += sum;
        }
        while (remainder >= sum) {
            guess++;
            remainder -= sum;
        }
        return guess;
    }

    private void reserve(int count) {
        if (count > keys.length) {
            keys = new long[2 * count];
            spareKeys = new long[2 * count];
            ranks = new long[2 * count];
            order = new int[2 * count];
            spareOrder = new int[2 * count];
        }
    }
}
