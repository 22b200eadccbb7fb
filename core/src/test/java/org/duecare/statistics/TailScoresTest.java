package org.duecare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TailScoresTest {
    private static final double ROUNDING_REL = 1e-9;
    private static final int TRIALS = 20_000;
    private static final double[] THRESHOLDS = {5e7, 0, 1e6, Double.POSITIVE_INFINITY, 3.3e6};

    private final long[] year = SampleShapes.sample(1, TRIALS, new SplittableRandom(61));
    private final TrialColumn column = TrialColumn.of(year);

    @Test
    void scoresOfOneYearAreThoseOfTheDefinition() {
        TailScores scores = new TailScores(List.of(column), TrialWeights.UNIFORM, THRESHOLDS);

        for (int j = 0; j < THRESHOLDS.length; j++) {
            verify(scores, j, 1);
        }
    }

    /** Twin years double every excess of a trial: errors per year and skewness stay, the design effect is 2. */
    @Test
    void scoresOfTwinYearsAreThoseOfTheirTrial() {
        TailScores scores = new TailScores(List.of(column, column), TrialWeights.UNIFORM, THRESHOLDS);

        for (int j = 0; j < THRESHOLDS.length; j++) {
            verify(scores, j, 2);
        }
    }

    private void verify(TailScores scores, int j, double design) {
        double mean = 0;
        long beyond = 0;
        for (long value : year) {
            mean += excess(value, j) / TRIALS;
            beyond += value != 0 && value >= THRESHOLDS[j] ? 1 : 0;
        }
        double second = 0;
        double third = 0;
        for (long value : year) {
            double distance = excess(value, j) - mean;
            second += distance * distance / TRIALS;
            third += distance * distance * distance / TRIALS;
        }
        double error = Math.sqrt(second / TRIALS);
        double skew = second > 0 ? third / Math.pow(second, 1.5) / Math.sqrt(TRIALS) : 0;
        double nearlyDesign = 1e-3;

        assertThat(scores.trialsBeyond(j)).isEqualTo(beyond);
        assertThat(scores.standardErrorOfExcess(j)).isCloseTo(error, within(ROUNDING_REL * error));
        assertThat(scores.skewOfExcess(j)).isCloseTo(skew, within(ROUNDING_REL * Math.max(1, skew)));
        if (beyond > 0) {
            assertThat(scores.designEffect(j)).isCloseTo(design, within(nearlyDesign));
        }
    }

    private static double excess(long value, int j) {
        return THRESHOLDS[j] < value ? value - THRESHOLDS[j] : 0;
    }
}
