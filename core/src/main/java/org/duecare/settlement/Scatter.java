package org.duecare.settlement;

import org.jspecify.annotations.Nullable;

/**
 * The loops that add rows to block-long columns by trial. Columns are as long as a block, a power of two, so that a mask in
 * place of a range check costs nothing.
 */
final class Scatter {
    private Scatter() {}

    /** Adds amounts by trial; returns their total. */
    static long sum(long[] column, int[] slot, long[] amounts, int from, int end) {
        long total = 0;
        for (int j = from; j < end; j++) {
            long amount = amounts[j];
            column[slot[j] & (column.length - 1)] += amount;
            total += amount;
        }
        return total;
    }

    /** Takes amounts out by trial again. */
    static void takeOut(long[] column, int[] slot, long[] amounts, int size) {
        for (int j = 0; j < size; j++) {
            column[slot[j]] -= amounts[j];
        }
    }

    /** Raises to the largest amount by trial; new maxima are rare, so the branch is foreseen. */
    static void raise(long[] column, int[] slot, long[] amounts, int from, int end) {
        for (int j = from; j < end; j++) {
            int t = slot[j] & (column.length - 1);
            if (amounts[j] > column[t]) {
                column[t] = amounts[j];
            }
        }
    }

    /** Adds and raises amounts of which most are 0; returns their total. */
    static long sparse(long[] sums, long @Nullable [] maxima, int[] slot, long[] amounts, int from, int end) {
        long total = 0;
        for (int j = from; j < end; j++) {
            if (amounts[j] != 0) {
                int t = slot[j] & (sums.length - 1);
                sums[t] += amounts[j];
                total += amounts[j];
                if (maxima != null && amounts[j] > maxima[t]) {
                    maxima[t] = amounts[j];
                }
            }
        }
        return total;
    }

    /** Counts rows by trial. */
    static void count(long[] column, int[] slot, int from, int end) {
        for (int j = from; j < end; j++) {
            column[slot[j] & (column.length - 1)]++;
        }
    }

    /** Counts rows with a flag of 1 by trial; returns their number. */
    static long flags(long[] column, int[] slot, int[] flag, int from, int end) {
        long total = 0;
        for (int j = from; j < end; j++) {
            column[slot[j] & (column.length - 1)] += flag[j];
            total += flag[j];
        }
        return total;
    }

    /** Sum of a range. */
    static long rangeSum(long[] amounts, int from, int end) {
        long sum = 0;
        for (int j = from; j < end; j++) {
            sum += amounts[j];
        }
        return sum;
    }

    /** Sum of a range of flags. */
    static long rangeSum(int[] flags, int from, int end) {
        long sum = 0;
        for (int j = from; j < end; j++) {
            sum += flags[j];
        }
        return sum;
    }
}
