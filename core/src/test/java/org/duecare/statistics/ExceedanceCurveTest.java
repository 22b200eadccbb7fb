package org.duecare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExceedanceCurveTest {
    private static final double PRINTED_DIGITS = 5e-5;

    private static List<ExceedanceCurve.Point> curve(double units, List<Double> returnPeriods, long[]... years) {
        List<TrialColumn> columns = Arrays.stream(years).map(TrialColumn::of).toList();
        return ExceedanceCurve.of(columns, TrialWeights.UNIFORM, units, TailMoments.FINITE_VARIANCE, returnPeriods);
    }

    @Nested
    class PublishedTables {
        /**
         * Open Results Data, worked example TVAR.xlsx, sheets "EPT OEP" and "EPT OEP TVAR": 100 periods. The ten largest
         * maxima are printed; of the next ten the table gives the last and, through TVaR at 5 years, the sum. The nine
         * between are put at their mean, which no figure of the table depends on.
         */
        @Test
        void curveReproducesTheOpenResultsDataExample() {
            long[] printed = {
                3_400_000_000L,
                3_400_000_000L,
                2_033_857_652L,
                1_837_870_138L,
                1_482_930_927L,
                1_315_974_057L,
                1_302_487_320L,
                741_018_627L,
                691_608_803L,
                636_477_078L
            };
            long twentieth = 387_422_873L;
            long sumOfTwenty = 21_638_827_357L;
            long[] maxima = new long[100];
            System.arraycopy(printed, 0, maxima, 0, 10);
            long rest = sumOfTwenty - Arrays.stream(printed).sum() - twentieth;
            Arrays.fill(maxima, 10, 19, rest / 9);
            maxima[10] += rest % 9;
            maxima[19] = twentieth;

            List<ExceedanceCurve.Point> points = curve(1000, List.of(5.0, 10.0, 25.0, 100.0 / 3, 50.0), maxima);

            double[] losses = {387_422.873, 636_477.078, 1_837_870.138, 2_033_857.652, 3_400_000};
            double[] tails = {1_081_941.36785, 1_684_222.4602, 2_667_931.9475, 2_944_619.2173, 3_400_000};
            for (int i = 0; i < losses.length; i++) {
                assertThat(points.get(i).loss().estimate()).isCloseTo(losses[i], within(PRINTED_DIGITS));
                assertThat(points.get(i).tvar().estimate()).isCloseTo(tails[i], within(PRINTED_DIGITS));
            }
        }

        /** Ten events of frequency 1/1610 each (climada_python, test_impact.py): the curve is linear in the return period. */
        @Test
        void curveBetweenKnotsReproducesTheTenEventExample() {
            long[] losses = new long[1610];
            long[] events = {
                400_665_463_736_549L, 3_150_330_960_044_466L, 3_715_826_406_781_887L, 2_900_244_271_902_339L,
                778_570_745_161_971L, 698_736_262_566_472L, 381_063_674_256_423L, 569_142_464_157_450L,
                467_572_545_849_132L
            };
            System.arraycopy(events, 0, losses, 700, events.length);

            List<ExceedanceCurve.Point> points = curve(1e6, List.of(100.0, 500.0, 1000.0), losses);

            double cent = 0.005;
            assertThat(points.get(0).loss().estimate()).isZero();
            assertThat(points.get(1).loss().estimate()).isCloseTo(2_320_408_028.57, within(cent));
            assertThat(points.get(2).loss().estimate()).isCloseTo(3_287_314_329.13, within(cent));
        }
    }

    @Nested
    class Laws {
        @Test
        void curveIsBitEqualToSortingEverything() {
            SplittableRandom random = new SplittableRandom(3);
            for (int shape = 0; shape < SampleShapes.COUNT; shape++) {
                for (int years : new int[] {1, 3}) {
                    long[][] columns = new long[years][];
                    for (int y = 0; y < years; y++) {
                        columns[y] = SampleShapes.sample(shape, 5_000, random);
                    }
                    NaiveCurve naive = new NaiveCurve(columns);
                    List<Double> periods = new ArrayList<>(ExceedanceCurve.DEFAULT_RETURN_PERIODS);
                    periods.addAll(List.of(1.0, 1.7, 33.33, 777.7, 4_999.0, (double) naive.size()));

                    for (ExceedanceCurve.Point point : curve(1, periods, columns)) {
                        assertThat(point.loss().estimate()).isEqualTo(naive.loss(point.returnPeriod()));
                        assertThat(point.tvar().estimate()).isEqualTo(naive.tailMean(point.returnPeriod()));
                    }
                }
            }
        }

        @Test
        void curveIsMonotoneAndTailMeansStandAtOrAboveLosses() {
            SplittableRandom random = new SplittableRandom(4);
            for (int shape = 0; shape < SampleShapes.COUNT; shape++) {
                List<ExceedanceCurve.Point> points =
                        curve(100, ExceedanceCurve.DEFAULT_RETURN_PERIODS, SampleShapes.sample(shape, 20_000, random));
                for (int i = 0; i < points.size(); i++) {
                    ConfidenceInterval loss = points.get(i).loss();
                    assertThat(points.get(i).tvar().estimate()).isGreaterThanOrEqualTo(loss.estimate());
                    assertThat(loss.low()).isLessThanOrEqualTo(loss.estimate());
                    assertThat(loss.high()).isGreaterThanOrEqualTo(loss.estimate());
                    if (i > 0) {
                        assertThat(loss.estimate())
                                .isGreaterThanOrEqualTo(points.get(i - 1).loss().estimate());
                    }
                }
            }
        }

        /** Portfolio of two: its loss is not the sum of the parts' losses; at common ranks it cannot exceed comonotone parts. */
        @Test
        void curveOfASumIsNotTheSumOfCurves() {
            SplittableRandom random = new SplittableRandom(5);
            long[] a = SampleShapes.sample(0, 20_000, random);
            long[] b = SampleShapes.sample(0, 20_000, random);
            long[] sum = new long[a.length];
            Arrays.setAll(sum, i -> a[i] + b[i]);
            List<Double> period = List.of(200.0);

            double whole = curve(1, period, sum).get(0).tvar().estimate();
            double parts = curve(1, period, a).get(0).tvar().estimate()
                    + curve(1, period, b).get(0).tvar().estimate();

            assertThat(whole).isLessThan(0.9 * parts);
        }
    }

    @Nested
    class LimitsOfTheData {
        private final long[] hundred = SampleShapes.sample(0, 100, new SplittableRandom(6));

        @Test
        void returnPeriodsAboveTheNumberOfTrialYearsAreBeyondTheData() {
            ExceedanceCurve.Point last = curve(1, List.of(100.0), hundred).get(0);
            ExceedanceCurve.Point beyond = curve(1, List.of(100.001), hundred).get(0);

            assertThat(last.loss().estimate())
                    .isEqualTo(Arrays.stream(hundred).max().getAsLong());
            assertThat(beyond.loss()).isEqualTo(ConfidenceInterval.none(ExceedanceCurve.BEYOND_THE_DATA));
            assertThat(beyond.tvar()).isEqualTo(ConfidenceInterval.none(ExceedanceCurve.BEYOND_THE_DATA));
        }

        @Test
        void boundThatWouldNeedRanksBeyondTheDataIsMissingWithItsReason() {
            ConfidenceInterval loss = curve(1, List.of(50.0), hundred).get(0).loss();

            assertThat(loss.low()).isFinite();
            assertThat(loss.high()).isNaN();
            assertThat(loss.reason()).isEqualTo(ExceedanceCurve.BEYOND_THE_DATA);
        }

        @Test
        void tailMeanOfFewTrialsHasNoInterval() {
            ConfidenceInterval tail = curve(1, List.of(20.0), hundred).get(0).tvar();

            assertThat(tail.estimate()).isFinite();
            assertThat(tail.high()).isNaN();
            assertThat(tail.reason()).contains("fewer than 10 trials");
        }

        @Test
        void noTrialsGiveNoNumbers() {
            ExceedanceCurve.Point point = curve(1, List.of(2.0), new long[0]).get(0);

            assertThat(point.loss().reason()).isEqualTo(ExceedanceCurve.BEYOND_THE_DATA);
            assertThat(point.tvar().reason()).isEqualTo(ExceedanceCurve.BEYOND_THE_DATA);
        }

        @Test
        void heavyTailsKeepTheLossAndLoseWhatDoesNotExist() {
            List<TrialColumn> years = List.of(TrialColumn.of(SampleShapes.sample(0, 5_000, new SplittableRandom(7))));
            List<Double> period = List.of(50.0);

            ExceedanceCurve.Point noVariance = ExceedanceCurve.of(
                            years, TrialWeights.UNIFORM, 1, TailMoments.INFINITE_VARIANCE, period)
                    .get(0);
            ExceedanceCurve.Point noMean = ExceedanceCurve.of(
                            years, TrialWeights.UNIFORM, 1, TailMoments.INFINITE_MEAN, period)
                    .get(0);

            assertThat(noVariance.loss().high()).isFinite();
            assertThat(noVariance.tvar().estimate()).isFinite();
            assertThat(noVariance.tvar().reason()).isEqualTo("infinite variance");
            assertThat(noMean.loss().high()).isFinite();
            assertThat(noMean.tvar()).isEqualTo(ConfidenceInterval.none("infinite mean"));
        }
    }

    @Nested
    class DependentYears {
        /** Years that repeat each other say no more than one: losses stay, intervals are those of a single year. */
        @Test
        void repeatedYearsDoNotNarrowTheInterval() {
            long[] year = SampleShapes.sample(0, 20_000, new SplittableRandom(8));
            double sameWidth = 0.02;

            ExceedanceCurve.Point one = curve(1, List.of(100.0), year).get(0);
            ExceedanceCurve.Point four =
                    curve(1, List.of(100.0), year, year, year, year).get(0);

            assertThat(width(four.loss())).isCloseTo(width(one.loss()), within(sameWidth * width(one.loss())));
            assertThat(width(four.tvar())).isCloseTo(width(one.tvar()), within(sameWidth * width(one.tvar())));
        }

        private double width(ConfidenceInterval interval) {
            return interval.high() - interval.low();
        }
    }
}
