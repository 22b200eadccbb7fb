package org.duecare.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    private static final double[] LEVELS = {0, 0.01, 0.05, 0.07, 0.25, 0.5, 0.75, 0.95, 0.99, 1};

    @Test
    void quantilesAreThoseOfASortedColumnAlsoBelowZero() {
        SplittableRandom random = new SplittableRandom(21);
        for (int trials : new int[] {1, 7, 100, 30_000}) {
            long[] balance = random.longs(trials, -1_000_000, 3_000_000).toArray();
            long[] sorted = balance.clone();
            Arrays.sort(sorted);

            double[] quantiles = Quantiles.of(TrialColumn.of(balance), TrialWeights.UNIFORM, 100, LEVELS);

            for (int i = 0; i < LEVELS.length; i++) {
                int rank = (int) Math.max(1, Math.ceil(Math.round(LEVELS[i] * 100) * (long) trials / 100.0));
                assertThat(quantiles[i]).isEqualTo(sorted[rank - 1] / 100.0);
            }
        }
    }

    @Test
    void weightedQuantilesLeaveTheRightWeightOnEitherSide() {
        SplittableRandom random = new SplittableRandom(22);
        long[] values = random.longs(10_000, -500, 500).toArray();
        TrialWeights weights = TrialWeights.ofLogs(
                TrialColumn.of(random.longs(10_000, -(1L << 33), 1L << 32).toArray()));
        double[] weight = new double[values.length];
        weights.read(0, values.length, new long[values.length], weight);
        double total = Arrays.stream(weight).sum();

        for (double level : new double[] {0.05, 0.5, 0.99}) {
            double quantile = Quantiles.of(TrialColumn.of(values), weights, 1, level)[0];

            double below = 0;
            double upTo = 0;
            for (int i = 0; i < values.length; i++) {
                below += values[i] < quantile ? weight[i] : 0;
                upTo += values[i] <= quantile ? weight[i] : 0;
            }
            assertThat(below).isLessThan(level * total);
            assertThat(upTo).isGreaterThanOrEqualTo(level * total);
        }
    }

    @Test
    void noTrialsHaveNoQuantile() {
        assertThat(Quantiles.of(TrialColumn.of(new long[0]), TrialWeights.UNIFORM, 1, 0.5))
                .containsExactly(Double.NaN);
    }
}
