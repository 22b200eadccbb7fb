package org.duecare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Weighted estimators against their definitions, and against the plain ones where weights are all 1. */
class TrialWeightsTest {
    private static final double ROUNDING_REL = 1e-9;
    private static final int TRIALS = 5_000;
    private static final TrialWeights ONES = TrialWeights.ofLogs(TrialColumn.of(new long[TRIALS]));

    private final SplittableRandom random = new SplittableRandom(41);
    private final long[] logs = random.longs(TRIALS, -(1L << 34), 1L << 31).toArray();
    private final TrialWeights weights = TrialWeights.ofLogs(TrialColumn.of(logs));
    private final long[][] values = {
        SampleShapes.sample(1, TRIALS, random),
        SampleShapes.sample(2, TRIALS, random),
        SampleShapes.sample(3, TRIALS, random)
    };
    private final List<TrialColumn> years =
            List.of(TrialColumn.of(values[0]), TrialColumn.of(values[1]), TrialColumn.of(values[2]));

    private double weight(int trial) {
        return StrictMath.exp(logs[trial] / 4_294_967_296.0);
    }

    @Test
    void weightedMeanIsTheSumOfWeightedValuesOverTheNumberOfTrials() {
        double sum = 0;
        double squares = 0;
        for (int t = 0; t < TRIALS; t++) {
            double total = weight(t) * (values[0][t] + values[1][t] + values[2][t]) / 3;
            sum += total;
            squares += total * total;
        }
        double mean = sum / TRIALS;
        double error = Math.sqrt((squares - TRIALS * mean * mean) / (TRIALS - 1.0) / TRIALS);

        MeanEstimator.Estimate estimate = MeanEstimator.of(years, weights, 1, TailMoments.FINITE_VARIANCE);

        assertThat(estimate.mean().estimate()).isCloseTo(mean, within(ROUNDING_REL * mean));
        assertThat(estimate.standardError()).isCloseTo(error, within(ROUNDING_REL * error));
    }

    /** The weights, a third on average, do not add up to half of the trials: no loss has a return period of 2 years. */
    @Test
    void weightedCurveFollowsItsKnots() {
        Integer[] order = IntStream.range(0, 3 * TRIALS).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (i, j) -> Long.compare(values[j % 3][j / 3], values[i % 3][i / 3]));
        List<Double> periods = List.of(2.0, 10.0, 100.0, 1000.0, 5000.0);

        List<ExceedanceCurve.Point> points =
                ExceedanceCurve.of(years, weights, 1, TailMoments.FINITE_VARIANCE, periods);

        for (ExceedanceCurve.Point point : points) {
            double beyond = 3 * TRIALS / point.returnPeriod();
            TailKnots knots = new TailKnots(beyond);
            TailSlot all = TailSlot.kept(order.length, true);
            for (int i : order) {
                all.keep(values[i % 3][i / 3], weight(i / 3));
            }
            knots.walk(all);
            TailPoint expected = knots.point();
            if (point.returnPeriod() == 2) {
                assertThat(point.loss()).isEqualTo(ConfidenceInterval.none(ExceedanceCurve.BEYOND_THE_DATA));
                continue;
            }
            assertThat(point.loss().estimate()).isCloseTo(expected.value(), within(ROUNDING_REL * expected.value()));
            assertThat(point.tvar().estimate())
                    .isCloseTo(expected.tailMean(), within(ROUNDING_REL * expected.tailMean()));
        }
    }

    @Test
    void weightsOfOneChangeNothing() {
        List<ExceedanceCurve.Point> plain =
                ExceedanceCurve.of(years, TrialWeights.UNIFORM, 1, TailMoments.FINITE_VARIANCE);
        List<ExceedanceCurve.Point> weighted = ExceedanceCurve.of(years, ONES, 1, TailMoments.FINITE_VARIANCE);

        for (int i = 0; i < plain.size(); i++) {
            double loss = plain.get(i).loss().estimate();
            double tail = plain.get(i).tvar().estimate();
            assertThat(weighted.get(i).loss().estimate()).isEqualTo(loss);
            assertThat(weighted.get(i).tvar().estimate()).isCloseTo(tail, within(ROUNDING_REL * tail));
        }
        assertThat(Proportion.ofYears(years, ONES).estimate())
                .isEqualTo(Proportion.ofYears(years, TrialWeights.UNIFORM).estimate());
    }

    /** Standard exponentials drawn with mean 3 and reweighted: the tail is found where plain draws hardly reach. */
    @Test
    void reweightedDrawsFindTheTailOfTheTrueLaw() {
        int trials = 20_000;
        double tilt = 3;
        double unit = 1e6;
        long[] value = new long[trials];
        long[] log = new long[trials];
        for (int t = 0; t < trials; t++) {
            double x = -tilt * StrictMath.log(1 - random.nextDouble());
            value[t] = Math.round(x * unit);
            log[t] = Math.round((StrictMath.log(tilt) - x + x / tilt) / TrialWeights.LOG_UNIT);
        }

        ExceedanceCurve.Point point = ExceedanceCurve.of(
                        List.of(TrialColumn.of(value)),
                        TrialWeights.ofLogs(TrialColumn.of(log)),
                        unit,
                        TailMoments.FINITE_VARIANCE,
                        List.of(10_000.0))
                .get(0);

        double quantile = StrictMath.log(10_000);
        double wideInterval = 0.5;
        assertThat(quantile).isBetween(point.loss().low(), point.loss().high());
        assertThat(quantile + 1).isBetween(point.tvar().low(), point.tvar().high());
        assertThat(point.loss().high() - point.loss().low()).isLessThan(wideInterval);
    }
}
