package org.duecare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values by SciPy 1.17.1: special.betainc, stats.t.ppf, and optimize.brentq on stats.beta.cdf for ranks. */
class SpecialFunctionsTest {
    private static final double BETA_ABS = 1e-10;
    private static final double QUANTILE_REL = 1e-8;
    private static final double RANK_ABS = 1e-4;

    @Test
    void incompleteBetaMatchesReferenceValues() {
        double[][] reference = {
            {0.3, 2, 5, 0.5798250000000003},
            {0.005, 50, 9951, 0.5189495379468232},
            {0.5, 0.5, 0.5, 0.5},
            {0.005, 3.7, 996.3, 0.7822753132125013},
            {0.001, 900, 1e6, 0.9994386762508637},
            {0.9, 40, 3, 0.19510765482693676}
        };
        for (double[] row : reference) {
            assertThat(IncompleteBeta.regularised(row[0], row[1], row[2])).isCloseTo(row[3], within(BETA_ABS));
        }
        assertThat(IncompleteBeta.regularised(0, 2, 3)).isZero();
        assertThat(IncompleteBeta.regularised(1, 2, 3)).isEqualTo(1);
    }

    @Test
    void studentQuantilesMatchReferenceValues() {
        double[][] reference = {
            {1, 12.706204736174694},
            {2, 4.302652729749462},
            {3, 3.1824463052837078},
            {10, 2.228138851986274},
            {100, 1.9839715185235518},
            {999, 1.9623414611334493},
            {1000, 1.9623390808264083}
        };
        for (double[] row : reference) {
            assertThat(StudentT.quantile95(row[0])).isCloseTo(row[1], within(QUANTILE_REL * row[1]));
        }
    }

    @Test
    void fractionalRanksMatchReferenceValues() {
        double[][] reference = {
            {10_000, 0.005, 37.168363766494934, 64.77203902711138},
            {1_000, 0.005, 1.6832483628616306, 10.280769755302973},
            {200, 0.5, 86.65738348478645, 114.34261651021356},
            {1e6, 0.001, 939.0292182091414, 1062.9161765689764}
        };
        for (double[] row : reference) {
            assertThat(RankInterval.above(row[0], row[1])).isCloseTo(row[2], within(RANK_ABS));
            assertThat(RankInterval.below(row[0], row[1])).isCloseTo(row[3], within(RANK_ABS));
        }
    }

    /** Both ways to find ranks agree where they meet. */
    @Test
    void seriesContinuesTheSolvedRanks() {
        double p = 0.005;
        double justBelow = RankInterval.above(999_999, p);
        double justAbove = RankInterval.above(1_000_001, p);
        double ranksPerValue = p;

        assertThat(justAbove - justBelow).isCloseTo(2 * ranksPerValue, within(0.02));
    }
}
