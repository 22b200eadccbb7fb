package org.duecare.statistics;

import java.util.Arrays;

/** A stretch of the range of values: either kept value by value, or as its sum alone. */
final class TailSlot {
    /** Whether single values can be asked for. */
    final boolean needed;

    /** Number of values. */
    long count;

    /** Exact sum of the values above this stretch; uniform weights. */
    final ExactSum sumAbove = new ExactSum();

    /** Number of values above this stretch. */
    long countAbove;

    /** Weight above this stretch. */
    double weightAbove;

    /** Weighted sum of the values above this stretch. */
    double weightedSumAbove;

    /** Exact sum of the values; uniform weights. */
    final ExactSum sum = new ExactSum();

    double weight;
    double weightedSum;

    private final boolean single;
    private final long lowest;
    private final long[] values;
    private final double[] weights;
    private int size;

    private TailSlot(boolean needed, long room, boolean single, long lowest, boolean weighted) {
        this.needed = needed;
        this.single = single;
        this.lowest = lowest;
        this.values = new long[needed && !single ? Math.toIntExact(room) : 0];
        this.weights = new double[weighted ? values.length : 0];
    }

    /** A stretch of which only the sum is wanted. */
    static TailSlot gap() {
        return new TailSlot(false, 0, false, 0, false);
    }

    /** A stretch whose values are kept. */
    static TailSlot kept(long count, boolean weighted) {
        return new TailSlot(true, count, false, 0, weighted);
    }

    /** A stretch of equal values, none of which need be kept. */
    static TailSlot equalValues(long value) {
        return new TailSlot(true, 0, true, value, false);
    }

    /** Takes over what lies above from the stretch next above. */
    void addAbove(TailSlot above) {
        countAbove = above.countAbove + above.count;
        weightAbove = above.weightAbove + above.weight;
        weightedSumAbove = above.weightedSumAbove + above.weightedSum;
        sumAbove.merge(above.sumAbove);
        sumAbove.merge(above.sum);
    }

    boolean keepsValues() {
        return needed && !single;
    }

    void keep(long value) {
        values[size++] = value;
    }

    void keep(long value, double weightOfValue) {
        weights[size] = weightOfValue;
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /** Sorts: ascending with uniform weights, descending and stable with weights. */
    void sort() {
        if (weights.length > 0) {
            sortDescending(values, weights, new long[size], new double[size], 0, size);
        } else {
            Arrays.sort(values);
        }
    }

    /** The k-th largest value, k from 1; uniform weights. */
    long largest(long k) {
        return single ? lowest : values[Math.toIntExact(values.length - k)];
    }

    /** Sum of all values down to the k-th largest of this stretch; uniform weights. */
    ExactSum sumDownTo(long k) {
        ExactSum total = sumAbove.copy();
        if (single || values[0] == values[values.length - 1]) {
            total.addProduct(largest(1), k);
        } else {
            total.add(values, Math.toIntExact(values.length - k), (int) k);
        }
        return total;
    }

    long value(int index) {
        return values[index];
    }

    double weight(int index) {
        return weights[index];
    }

    private static void sortDescending(
            long[] values, double[] weights, long[] spare, double[] spareW, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sortDescending(values, weights, spare, spareW, from, middle);
        sortDescending(values, weights, spare, spareW, middle, to);
        System.arraycopy(values, from, spare, from, to - from);
        System.arraycopy(weights, from, spareW, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right >= to || (left < middle && spare[left] >= spare[right]);
            int source = takeLeft ? left++ : right++;
            values[i] = spare[source];
            weights[i] = spareW[source];
        }
    }
}
