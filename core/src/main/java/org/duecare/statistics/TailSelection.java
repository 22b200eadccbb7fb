package org.duecare.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exact order statistics and sums of the largest values of pooled columns without sorting or holding them. One pass counts
 * values by bucket; each question reads the columns once more, keeps the values of the few buckets asked for and sums what
 * lies between. Buckets with many different values are refined first. Time is linear in the values, memory constant, except
 * that weighted ties at a point asked for are kept one by one.
 */
final class TailSelection {
    private static final int KEPT_AT_MOST = 1 << 18;
    private static final long LOW_HALF = 0xFFFF_FFFFL;
    private static final int NEEDED = -1;

    private final List<TrialColumn> columns;
    private final TrialWeights trialWeights;
    private final boolean weighted;
    private final ValueHistogram root;
    private final long count;

    TailSelection(List<TrialColumn> columns, TrialWeights trialWeights) {
        this.columns = columns;
        this.trialWeights = trialWeights;
        this.weighted = !trialWeights.uniform();
        this.root = new ValueHistogram(weighted);
        this.count = (long) TrialBlocks.trials(columns, trialWeights) * columns.size();
        countRoot();
    }

    /** Number of values. */
    long count() {
        return count;
    }

    /** Sum of the weights of all values. */
    double totalWeight() {
        return weighted ? Arrays.stream(root.weights).sum() : count;
    }

    private void countRoot() {
        TrialBlocks blocks = new TrialBlocks(columns, trialWeights);
        for (int size = blocks.next(); size > 0; size = blocks.next()) {
            for (long[] values : blocks.values) {
                if (weighted) {
                    countWeighted(values, blocks.weights, size);
                } else {
                    countUniform(values, size);
                }
            }
        }
        root.open = false;
    }

    private void countUniform(long[] values, int size) {
        ValueHistogram histogram = root;
        long[] counts = histogram.counts;
        int zeros = 0;
        for (int i = 0; i < size; i++) {
            long value = values[i];
            if (value == 0) {
                zeros++;
            } else {
                counts[histogram.bucket(value)]++;
            }
        }
        counts[histogram.bucket(0)] += zeros;
    }

    private void countWeighted(long[] values, double[] weights, int size) {
        for (int i = 0; i < size; i++) {
            int bucket = root.bucket(values[i]);
            root.counts[bucket]++;
            root.weights[bucket] += weights[i];
        }
    }

    /**
     * The points beyond which given weights lie.
     *
     * @param beyond weights, at or above 0, in any order; with uniform weights a number of values
     */
    TailPoint[] at(double[] beyond) {
        double[] ascending = beyond.clone();
        Arrays.sort(ascending);
        mark(ascending);
        for (List<ValueHistogram> opened = refineLargeBuckets(root);
                !opened.isEmpty();
                opened = refineLargeBuckets(root)) {
            count(opened);
            mark(ascending);
        }
        List<TailSlot> slots = new ArrayList<>();
        assignSlots(root, slots);
        collect(slots.toArray(new TailSlot[0]));
        sumAbove(slots);
        TailPoint[] points = new TailPoint[beyond.length];
        for (int i = 0; i < beyond.length; i++) {
            points[i] = weighted ? weightedPoint(slots, beyond[i]) : uniformPoint(slots, beyond[i]);
        }
        return points;
    }

    // --- which buckets are needed ---

    private void mark(double[] ascending) {
        Marker marker = new Marker(ascending);
        marker.walk(root);
        marker.finish();
    }

    /** Walks down the buckets and marks those that hold the knots around each weight. */
    private final class Marker {
        private final double[] ascending;
        private int next;
        private double weight;
        private @Nullable ValueHistogram lastHistogram;
        private int lastBucket;

        Marker(double[] ascending) {
            this.ascending = ascending;
        }

        void walk(ValueHistogram histogram) {
            for (int bucket = histogram.buckets() - 1; bucket >= 0; bucket--) {
                histogram.slots[bucket] = 0;
                ValueHistogram child = histogram.child(bucket);
                if (child != null) {
                    walk(child);
                } else if (histogram.counts[bucket] > 0) {
                    visit(histogram, bucket);
                }
            }
        }

        private void visit(ValueHistogram histogram, int bucket) {
            double before = weight;
            weight += weighted ? histogram.weights[bucket] : histogram.counts[bucket];
            while (next < ascending.length && ascending[next] < weight) {
                histogram.slots[bucket] = NEEDED;
                if (lastHistogram != null && (weighted || ascending[next] < before + 1)) {
                    lastHistogram.slots[lastBucket] = NEEDED;
                }
                next++;
            }
            lastHistogram = histogram;
            lastBucket = bucket;
        }

        void finish() {
            if (next < ascending.length && lastHistogram != null) {
                lastHistogram.slots[lastBucket] = NEEDED;
            }
        }
    }

    /** Opens a histogram inside each needed bucket with too many different values; returns the new ones. */
    private static List<ValueHistogram> refineLargeBuckets(ValueHistogram histogram) {
        List<ValueHistogram> opened = new ArrayList<>();
        for (int bucket = 0; bucket < histogram.buckets(); bucket++) {
            ValueHistogram child = histogram.child(bucket);
            if (child != null) {
                opened.addAll(refineLargeBuckets(child));
            } else if (histogram.slots[bucket] == NEEDED
                    && histogram.counts[bucket] > KEPT_AT_MOST
                    && histogram.bits(bucket) > 0) {
                opened.add(histogram.refine(bucket));
            }
        }
        return opened;
    }

    private void count(List<ValueHistogram> opened) {
        TrialBlocks blocks = new TrialBlocks(columns, trialWeights);
        for (int size = blocks.next(); size > 0; size = blocks.next()) {
            for (long[] values : blocks.values) {
                for (int i = 0; i < size; i++) {
                    ValueHistogram histogram = deepest(values[i]);
                    if (histogram.open) {
                        histogram.count(values[i], blocks.weights[i]);
                    }
                }
            }
        }
        opened.forEach(histogram -> histogram.open = false);
    }

    private ValueHistogram deepest(long value) {
        ValueHistogram histogram = root;
        ValueHistogram child = histogram.child(histogram.bucket(value));
        while (child != null) {
            histogram = child;
            child = histogram.child(histogram.bucket(value));
        }
        return histogram;
    }

    // --- the values of needed buckets, the sums between them ---

    /** Numbers the stretches from the largest values down. */
    private void assignSlots(ValueHistogram histogram, List<TailSlot> slots) {
        for (int bucket = histogram.buckets() - 1; bucket >= 0; bucket--) {
            ValueHistogram child = histogram.child(bucket);
            if (child != null) {
                assignSlots(child, slots);
            } else if (histogram.counts[bucket] > 0) {
                assignSlot(histogram, bucket, slots);
            }
        }
    }

    private void assignSlot(ValueHistogram histogram, int bucket, List<TailSlot> slots) {
        if (histogram.slots[bucket] == NEEDED) {
            long size = histogram.counts[bucket];
            boolean single = histogram.bits(bucket) == 0 && !weighted;
            slots.add(single ? TailSlot.equalValues(histogram.lowest(bucket)) : TailSlot.kept(size, weighted));
        } else if (slots.isEmpty() || slots.get(slots.size() - 1).needed) {
            slots.add(TailSlot.gap());
        }
        int last = slots.size() - 1;
        histogram.slots[bucket] = last;
        slots.get(last).count += histogram.counts[bucket];
    }

    private void collect(TailSlot[] slots) {
        long[] lowHalves = new long[slots.length];
        long[] highHalves = new long[slots.length];
        TrialBlocks blocks = new TrialBlocks(columns, trialWeights);
        for (int size = blocks.next(); size > 0; size = blocks.next()) {
            if (weighted) {
                collectWeighted(blocks, size, slots);
                continue;
            }
            for (long[] values : blocks.values) {
                collectUniform(values, size, slots, lowHalves, highHalves);
            }
            for (int s = 0; s < slots.length; s++) {
                slots[s].sum.addProduct(highHalves[s], LOW_HALF + 1);
                slots[s].sum.add(lowHalves[s]);
            }
            Arrays.fill(lowHalves, 0);
            Arrays.fill(highHalves, 0);
        }
        for (TailSlot slot : slots) {
            slot.sort();
        }
    }

    /** Sums by stretch in two halves of 32 bits, which cannot overflow within a block. */
    private void collectUniform(long[] values, int size, TailSlot[] slots, long[] lowHalves, long[] highHalves) {
        int[] rootSlots = root.slots;
        for (int i = 0; i < size; i++) {
            long value = values[i];
            int bucket = root.bucket(value);
            int s = root.child(bucket) == null ? rootSlots[bucket] : refinedSlot(value);
            lowHalves[s] += value & LOW_HALF;
            highHalves[s] += value >> 32;
            if (slots[s].keepsValues()) {
                slots[s].keep(value);
            }
        }
    }

    private int refinedSlot(long value) {
        ValueHistogram histogram = deepest(value);
        return histogram.slots[histogram.bucket(value)];
    }

    /** Values of one trial stand together, so ties keep the order of trials, then years. */
    private void collectWeighted(TrialBlocks blocks, int size, TailSlot[] slots) {
        for (int i = 0; i < size; i++) {
            double weight = blocks.weights[i];
            for (long[] values : blocks.values) {
                long value = values[i];
                ValueHistogram histogram = deepest(value);
                TailSlot slot = slots[histogram.slots[histogram.bucket(value)]];
                slot.weight += weight;
                slot.weightedSum += weight * value;
                if (slot.keepsValues()) {
                    slot.keep(value, weight);
                }
            }
        }
    }

    private static void sumAbove(List<TailSlot> slots) {
        for (int s = 1; s < slots.size(); s++) {
            slots.get(s).addAbove(slots.get(s - 1));
        }
    }

    // --- points ---

    private TailPoint uniformPoint(List<TailSlot> slots, double beyond) {
        long rank = Math.min(count, (long) beyond);
        if (rank < 1) {
            return TailPoint.none(beyond, count == 0 ? Double.NaN : slots.get(0).largest(1));
        }
        TailSlot at = slotOf(slots, rank);
        long upper = at.largest(rank - at.countAbove);
        double upperSum = at.sumDownTo(rank - at.countAbove).toDouble();
        if (rank == count) {
            return new TailPoint(beyond, upper, rank, upperSum, upper, rank, upperSum);
        }
        TailSlot next = slotOf(slots, rank + 1);
        long lower = next.largest(rank + 1 - next.countAbove);
        double lowerSum = next.sumDownTo(rank + 1 - next.countAbove).toDouble();
        return new TailPoint(beyond, upper, rank, upperSum, lower, rank + 1.0, lowerSum);
    }

    private static TailSlot slotOf(List<TailSlot> slots, long rank) {
        int s = 0;
        while (slots.get(s).countAbove + slots.get(s).count < rank) {
            s++;
        }
        return slots.get(s);
    }

    private static TailPoint weightedPoint(List<TailSlot> slots, double beyond) {
        TailKnots knots = new TailKnots(beyond);
        for (int s = firstSlot(slots, beyond); s < slots.size() && slots.get(s).needed && !knots.complete(); s++) {
            knots.walk(slots.get(s));
        }
        return knots.point();
    }

    /** The stretch in which the weight is reached, or the needed one before it, in which the knot above may lie. */
    private static int firstSlot(List<TailSlot> slots, double beyond) {
        int first = 0;
        for (int s = 0; s < slots.size(); s++) {
            if (slots.get(s).needed && slots.get(s).weightAbove <= beyond) {
                first = s;
            }
        }
        return first > 0 && slots.get(first - 1).needed ? first - 1 : first;
    }
}
