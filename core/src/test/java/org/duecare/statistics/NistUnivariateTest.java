package org.duecare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Certified means and standard deviations of the NIST Statistical Reference Datasets (univariate). Data are long multiples of
 * a decimal unit. The sets NumAcc1-4 are made by rule, Michelso is given in full.
 */
class NistUnivariateTest {
    /** Log relative error of at least 14; certified values have 15 digits. */
    private static final double CERTIFIED_REL = 1e-14;

    /** Michelson's 100 speeds of light of 1879, km/s above 299,000. */
    private static final long[] MICHELSON = {
        850, 740, 900, 1070, 930, 850, 950, 980, 980, 880, 1000, 980, 930, 650, 760, 810, 1000, 1000, 960, 960, 960,
        940, 960, 940, 880, 800, 850, 880, 900, 840, 830, 790, 810, 880, 880, 830, 800, 790, 760, 800, 880, 880, 880,
        860, 720, 720, 620, 860, 970, 950, 880, 910, 850, 870, 840, 840, 850, 840, 840, 840, 890, 810, 810, 820, 800,
        770, 760, 740, 750, 760, 910, 920, 890, 860, 880, 720, 840, 850, 850, 780, 890, 840, 780, 810, 760, 810, 790,
        810, 820, 850, 870, 870, 810, 740, 810, 940, 950, 800, 810, 870
    };

    @Test
    void numAcc1HasItsCertifiedMoments() {
        verify(new long[] {10_000_001, 10_000_003, 10_000_002}, 1, 10_000_002, 1);
    }

    @Test
    void numAcc2HasItsCertifiedMoments() {
        verify(alternating(12, 11, 13), 10, 1.2, 0.1);
    }

    @Test
    void numAcc3HasItsCertifiedMoments() {
        verify(alternating(10_000_002, 10_000_001, 10_000_003), 10, 1_000_000.2, 0.1);
    }

    @Test
    void numAcc4HasItsCertifiedMoments() {
        verify(alternating(100_000_002, 100_000_001, 100_000_003), 10, 10_000_000.2, 0.1);
    }

    @Test
    void michelsoHasItsCertifiedMoments() {
        long[] values = MICHELSON.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += 299_000;
        }
        verify(values, 1000, 299.8524, 0.0790105478190518);
    }

    private static void verify(long[] values, double units, double mean, double sd) {
        MeanEstimator.Estimate estimate = MeanEstimator.of(
                List.of(TrialColumn.of(values)), TrialWeights.UNIFORM, units, TailMoments.FINITE_VARIANCE);

        assertThat(estimate.mean().estimate()).isCloseTo(mean, within(CERTIFIED_REL * mean));
        assertThat(estimate.sd()).isCloseTo(sd, within(CERTIFIED_REL * sd));
    }

    private static long[] alternating(long first, long odd, long even) {
        long[] values = new long[1001];
        values[0] = first;
        for (int i = 1; i < values.length; i++) {
            values[i] = i % 2 == 1 ? odd : even;
        }
        return values;
    }
}
