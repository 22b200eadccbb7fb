package org.duecare.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TailSelectionTest {
    /** More than a bucket may keep, so that buckets must be refined. */
    private static final int MANY = 300_000;

    @Test
    void crowdedBucketsAreRefinedAndStayExact() {
        SplittableRandom random = new SplittableRandom(11);
        for (int shape : new int[] {2, 3, 5, 6}) {
            long[] values = SampleShapes.sample(shape, MANY, random);
            verify(values);
        }
        long[] negative = SampleShapes.sample(6, MANY, random);
        for (int i = 0; i < MANY; i++) {
            negative[i] = i % 3 == 0 ? -negative[i] : -negative[i] / 1_000_000_007L;
        }
        verify(negative);
    }

    private static void verify(long[] values) {
        NaiveCurve naive = new NaiveCurve(values);
        TailSelection selection = new TailSelection(List.of(TrialColumn.of(values)), TrialWeights.UNIFORM);
        int[] ranks = {1, 2, 75, 1_000, 40_000, MANY / 2, MANY - 1};

        TailPoint[] points =
                selection.at(Arrays.stream(ranks).mapToDouble(r -> r).toArray());

        for (int i = 0; i < ranks.length; i++) {
            assertThat(points[i].upper()).isEqualTo(naive.largest(ranks[i]));
            assertThat(points[i].lower()).isEqualTo(naive.largest(ranks[i] + 1));
            assertThat(points[i].upperSum() / ranks[i]).isEqualTo(naive.meanOfLargest(ranks[i]));
        }
    }

    @Test
    void bucketsKeepTheOrderOfAllLongs() {
        ValueHistogram histogram = new ValueHistogram(false);
        long[] values = new SplittableRandom(12)
                .longs(20_000)
                .map(x -> x >> (x & 63))
                .sorted()
                .toArray();
        values[0] = Long.MIN_VALUE;
        values[values.length - 1] = Long.MAX_VALUE;

        int before = -1;
        for (long value : values) {
            int bucket = histogram.bucket(value);
            assertThat(bucket).isBetween(Math.max(0, before), histogram.buckets() - 1);
            assertThat(histogram.lowest(bucket)).isLessThanOrEqualTo(value);
            assertThat((value - histogram.lowest(bucket)) >>> histogram.bits(bucket))
                    .isZero();
            before = bucket;
        }
    }

    @Test
    void columnReadInBlocksGivesTheSameAsOneInMemory() {
        long[] values = SampleShapes.sample(1, 100_000, new SplittableRandom(13));
        try (MemoryColumnStore store = new MemoryColumnStore(2)) {
            for (int from = 0; from < values.length; from += 2048) {
                int count = Math.min(2048, values.length - from);
                store.append(1, Arrays.copyOfRange(values, from, from + count), count);
            }
            TrialColumn column = store.column(1);

            assertThat(column.trials()).isEqualTo(values.length);
            assertThat(ExceedanceCurve.of(List.of(column), TrialWeights.UNIFORM, 100, TailMoments.FINITE_VARIANCE))
                    .isEqualTo(ExceedanceCurve.of(
                            List.of(TrialColumn.of(values)), TrialWeights.UNIFORM, 100, TailMoments.FINITE_VARIANCE));
            assertThat(store.column(0).trials()).isZero();
        }
    }
}
