package org.duecare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProportionTest {
    /** Room for the rounding of the formulas written out below. */
    private static final double ROUNDING = 1e-9;

    private static TrialColumn flags(int ones, int trials) {
        long[] flags = new long[trials];
        for (int i = 0; i < ones; i++) {
            flags[i * (trials / Math.max(1, ones))] = 1;
        }
        return TrialColumn.of(flags);
    }

    @Test
    void singleYearHasTheWilsonInterval() {
        ConfidenceInterval interval = Proportion.ofYears(List.of(flags(10, 100)), TrialWeights.UNIFORM);

        // (k + z^2/2 -+ z sqrt(k (n - k) / n + z^2 / 4)) / (n + z^2)
        double z = 1.959963984540054;
        double root = z * Math.sqrt(10 * 90 / 100.0 + z * z / 4);
        assertThat(interval.estimate()).isEqualTo(0.1);
        assertThat(interval.low()).isCloseTo((10 + z * z / 2 - root) / (100 + z * z), within(ROUNDING));
        assertThat(interval.high()).isCloseTo((10 + z * z / 2 + root) / (100 + z * z), within(ROUNDING));
    }

    @Test
    void eventNeverSeenHasTheExactUpperBound() {
        ConfidenceInterval never = Proportion.ofYears(List.of(flags(0, 1000)), TrialWeights.UNIFORM);
        ConfidenceInterval always = Proportion.ofYears(List.of(flags(1000, 1000)), TrialWeights.UNIFORM);

        assertThat(never.low()).isZero();
        assertThat(StrictMath.pow(1 - never.high(), 1000)).isCloseTo(0.025, within(ROUNDING));
        assertThat(always.high()).isEqualTo(1);
        assertThat(always.low()).isCloseTo(1 - never.high(), within(ROUNDING));
    }

    @Test
    void repeatedYearsDoNotNarrowTheInterval() {
        TrialColumn year = flags(100, 10_000);
        double oneTrialInTenThousand = 1e-4;

        ConfidenceInterval one = Proportion.ofYears(List.of(year), TrialWeights.UNIFORM);
        ConfidenceInterval three = Proportion.ofYears(List.of(year, year, year), TrialWeights.UNIFORM);

        assertThat(three.estimate()).isEqualTo(one.estimate());
        assertThat(three.high()).isCloseTo(one.high(), within(oneTrialInTenThousand * one.high()));
    }

    @Test
    void horizonCountsATrialOnce() {
        TrialColumn first = TrialColumn.of(new long[] {1, 0, 0, 0});
        TrialColumn second = TrialColumn.of(new long[] {7, 1, 0, 0});

        assertThat(Proportion.withinHorizon(List.of(first, second), TrialWeights.UNIFORM)
                        .estimate())
                .isEqualTo(0.5);
        assertThat(Proportion.ofYears(List.of(first, second), TrialWeights.UNIFORM)
                        .estimate())
                .isEqualTo(0.375);
    }

    /**
     * 2,000 samples of 500 trials of 5 years whose yearly probability is 0.02 or 0.1 by trial. Coverage of 95 % would lie
     * outside 93.5 to 96.5 % with probability 0.2 %.
     */
    @Test
    void clusteredIntervalCoversNinetyFivePercent() {
        SplittableRandom random = new SplittableRandom(51);
        int covered = 0;
        for (int replication = 0; replication < 2000; replication++) {
            long[][] flags = new long[5][500];
            for (int t = 0; t < 500; t++) {
                double probability = random.nextBoolean() ? 0.02 : 0.1;
                for (long[] year : flags) {
                    year[t] = random.nextDouble() < probability ? 1 : 0;
                }
            }
            List<TrialColumn> years = Arrays.stream(flags).map(TrialColumn::of).toList();
            ConfidenceInterval interval = Proportion.ofYears(years, TrialWeights.UNIFORM);
            covered += interval.low() <= 0.06 && 0.06 <= interval.high() ? 1 : 0;
        }

        assertThat(covered / 2000.0).isBetween(0.935, 0.965);
    }

    @Test
    void eventNeverSeenUnderWeightsHasNoBound() {
        TrialWeights weights = TrialWeights.ofLogs(TrialColumn.of(new long[10]));

        ConfidenceInterval interval = Proportion.ofYears(List.of(flags(0, 10)), weights);

        assertThat(interval.high()).isNaN();
        assertThat(interval.reason()).isEqualTo("no event seen under importance weights");
    }
}
