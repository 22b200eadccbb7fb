package org.duecare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeanEstimatorTest {
    private static final double ROUNDING_REL = 1e-12;
    private static final TrialColumn A = TrialColumn.of(SampleShapes.sample(1, 10_000, new SplittableRandom(31)));
    private static final TrialColumn B = TrialColumn.of(SampleShapes.sample(2, 10_000, new SplittableRandom(32)));

    private static MeanEstimator.Estimate mean(double units, TrialColumn... years) {
        return MeanEstimator.of(List.of(years), TrialWeights.UNIFORM, units, TailMoments.FINITE_VARIANCE);
    }

    @Test
    void meanAndStandardErrorFollowTheirFormulas() {
        TrialColumn years1 = TrialColumn.of(new long[] {100, 200, 600});
        TrialColumn years2 = TrialColumn.of(new long[] {300, 0, 0});

        MeanEstimator.Estimate estimate = mean(100, years1, years2);

        // Totals 4, 2, 6 in main units: mean 4, variance 4; a year is half of that. Values 1 2 6 3 0 0: sum of squares
        // 50.
        assertThat(estimate.mean().estimate()).isEqualTo(2);
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(4 / 3.0) / 2, within(ROUNDING_REL));
        assertThat(estimate.sd()).isCloseTo(Math.sqrt((50 - 24) / 5.0), within(ROUNDING_REL));
    }

    @Test
    void repeatedYearsDoNotNarrowTheInterval() {
        MeanEstimator.Estimate one = mean(100, A);
        MeanEstimator.Estimate three = mean(100, A, A, A);

        assertThat(three.standardError()).isCloseTo(one.standardError(), within(ROUNDING_REL * one.standardError()));
        assertThat(three.mean().low())
                .isCloseTo(one.mean().low(), within(ROUNDING_REL * one.mean().estimate()));
    }

    @Test
    void equalValuesHaveAnIntervalOfWidthZero() {
        ConfidenceInterval interval =
                mean(100, TrialColumn.of(new long[] {700, 700, 700})).mean();

        assertThat(interval).isEqualTo(new ConfidenceInterval(7, 7, 7, null));
    }

    @Test
    void intervalOfManySymmetricValuesIsTheNormalOne() {
        SplittableRandom random = new SplittableRandom(33);
        TrialColumn normal = TrialColumn.of(SampleShapes.normal(100_000, random));
        double share = 2e-2;

        MeanEstimator.Estimate estimate = mean(100, normal);

        ConfidenceInterval expected = ConfidenceInterval.normal(estimate.mean().estimate(), estimate.standardError());
        assertThat(estimate.mean().low()).isCloseTo(expected.low(), within(share * estimate.standardError()));
        assertThat(estimate.mean().high()).isCloseTo(expected.high(), within(share * estimate.standardError()));
    }

    @Test
    void fewerThanTwoTrialsHaveNoBounds() {
        ConfidenceInterval one = mean(100, TrialColumn.of(new long[] {700})).mean();
        ConfidenceInterval none = mean(100, TrialColumn.of(new long[0])).mean();

        assertThat(one.estimate()).isEqualTo(7);
        assertThat(one.low()).isNaN();
        assertThat(one.high()).isNaN();
        assertThat(one.reason()).isEqualTo("fewer than 2 trials");
        assertThat(none).isEqualTo(ConfidenceInterval.none("no trials"));
    }

    @Test
    void heavyTailsNeverPrintAConfidentMean() {
        MeanEstimator.Estimate noVariance =
                MeanEstimator.of(List.of(A), TrialWeights.UNIFORM, 100, TailMoments.INFINITE_VARIANCE);
        MeanEstimator.Estimate noMean =
                MeanEstimator.of(List.of(A), TrialWeights.UNIFORM, 100, TailMoments.INFINITE_MEAN);

        assertThat(noVariance.mean().estimate()).isEqualTo(mean(100, A).mean().estimate());
        assertThat(noVariance.mean().high()).isNaN();
        assertThat(noVariance.mean().reason()).isEqualTo("infinite variance");
        assertThat(noVariance.sd()).isNaN();
        assertThat(noMean.mean()).isEqualTo(ConfidenceInterval.none("infinite mean"));
    }

    @Nested
    class PairedDifferences {
        @Test
        void equalColumnsDifferByExactlyZero() {
            for (TailMoments moments : TailMoments.values()) {
                ConfidenceInterval difference =
                        PairedDifference.of(List.of(A, B), List.of(A, B), TrialWeights.UNIFORM, 100, moments);

                assertThat(difference).isEqualTo(new ConfidenceInterval(0, 0, 0, null));
            }
        }

        @Test
        void differenceIsTheMeanOfDifferencesTrialByTrial() {
            long[] a = new long[10_000];
            long[] b = new long[10_000];
            long[] difference = new long[10_000];
            A.read(0, a.length, a);
            B.read(0, b.length, b);
            for (int i = 0; i < a.length; i++) {
                difference[i] = a[i] - b[i];
            }

            ConfidenceInterval paired =
                    PairedDifference.of(List.of(A), List.of(B), TrialWeights.UNIFORM, 100, TailMoments.FINITE_VARIANCE);

            assertThat(paired).isEqualTo(mean(100, TrialColumn.of(difference)).mean());
        }

        @Test
        void differenceOfInfiniteMeansIsNoNumber() {
            ConfidenceInterval difference =
                    PairedDifference.of(List.of(A), List.of(B), TrialWeights.UNIFORM, 100, TailMoments.INFINITE_MEAN);

            assertThat(difference).isEqualTo(ConfidenceInterval.none("infinite mean"));
        }
    }
}
