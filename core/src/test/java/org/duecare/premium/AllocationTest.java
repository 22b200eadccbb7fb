package org.duecare.premium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Allocations against published examples; parts add up to the whole. */
class AllocationTest {
    private static final double ADDS_UP_REL = 1e-9;
    private static final double PRINTED_ABS = 5.001e-6;

    /** N. Bodoff (2009), thought experiment 1: wind 99 with probability 0.2, quake 100 with 0.05, independent. */
    private static final PartedLoss BODOFF =
            PartedLoss.of(new double[][] {{0, 99, 0, 99}, {0, 0, 100, 100}}, new double[] {0.76, 0.19, 0.04, 0.01});

    private static double sum(double[] parts) {
        return Arrays.stream(parts).sum();
    }

    /** Case 79. */
    @Test
    void bodoffsFirstExperiment() {
        assertThat(Allocation.expected(BODOFF)).containsExactly(new double[] {19.8, 5}, within(PRINTED_ABS));
        double[] tail = Allocation.tailConditional(BODOFF, 0.95);
        assertThat(tail).containsExactly(new double[] {19.8, 100}, within(PRINTED_ABS));
        assertThat(BODOFF.whole().tvar(0.95)).isCloseTo(119.8, within(PRINTED_ABS));
        assertThat(Allocation.inProportion(tail, 100)[0]).isCloseTo(16.52755, within(PRINTED_ABS));
        DiscreteLoss whole = BODOFF.whole();
        double windShare =
                (whole.mass(2) * BODOFF.conditionalShare(0, 2) + whole.mass(3) * BODOFF.conditionalShare(0, 3))
                        / whole.above(1);
        assertThat(100 * windShare).isCloseTo(9.94975, within(PRINTED_ABS));
        assertThat(Allocation.percentileLayer(BODOFF, 100))
                .containsExactly(new double[] {80.52663, 19.47337}, within(PRINTED_ABS));
    }

    /** Case 81: three equal outcomes as three parts; what an outcome gets over its loss is its weight. */
    @Test
    void percentileLayersWeighOutcomes() {
        double[][] outcomes = {{10, 0, 0}, {0, 20, 0}, {0, 0, 30}};
        double[] third = {1, 1, 1};
        PartedLoss loss = PartedLoss.of(outcomes, third);

        double[] capital = Allocation.percentileLayer(loss, 25);

        assertThat(3 * capital[0] / 10).isCloseTo(1, within(ADDS_UP_REL));
        assertThat(3 * capital[1] / 20).isCloseTo(1.25, within(ADDS_UP_REL));
        assertThat(3 * capital[2] / 30).isCloseTo(4.0 / 3, within(ADDS_UP_REL));
        assertThat(sum(Allocation.percentileLayer(loss, 100))).isCloseTo(30, within(ADDS_UP_REL));
        double[][] five = {{10, 20, 30, 40, 50}};
        assertThat(Allocation.percentileLayer(PartedLoss.of(five, new double[] {1, 1, 1, 1, 1}), 35)[0])
                .isCloseTo(35, within(ADDS_UP_REL));
    }

    @Test
    void partsAddUpToTheWholeForEveryMethod() {
        SplittableRandom random = new SplittableRandom(20210309);
        for (int round = 0; round < 50; round++) {
            int outcomes = 2 + random.nextInt(400);
            double[][] parts = new double[1 + random.nextInt(6)][outcomes];
            double[] weights = new double[outcomes];
            for (int k = 0; k < outcomes; k++) {
                weights[k] = random.nextInt(5);
                for (double[] part : parts) {
                    part[k] = random.nextInt(3) == 0 ? 0 : 1e6 * random.nextDouble() * random.nextInt(4);
                }
            }
            weights[0] = 1;
            parts[0][0] = 1;
            PartedLoss loss = PartedLoss.of(parts, weights);
            double level = random.nextDouble();
            double assets = Math.max(1, loss.whole().quantile(level));
            assertSum(Allocation.expected(loss), loss.whole().mean());
            assertSum(Allocation.tailConditional(loss, level), loss.whole().tvar(level));
            assertSum(
                    Allocation.percentileLayer(loss, assets),
                    Math.min(assets, loss.whole().largest()));
            Distortion[] distortions = {
                new Distortion.Wang(0.3),
                new Distortion.Wang(0.3, 4),
                new Distortion.ProportionalHazard(0.7),
                new Distortion.DualPower(3),
                new Distortion.TailValueAtRisk(level)
            };
            for (Distortion distortion : distortions) {
                assertSum(Allocation.natural(loss, distortion), distortion.price(loss.whole()));
            }
        }
    }

    private static void assertSum(double[] parts, double whole) {
        assertThat(sum(parts)).isCloseTo(whole, within(ADDS_UP_REL * Math.max(1, whole)));
    }

    @Test
    void conditionalMeansOfBandsAddUpToTheMean() {
        double[] low = Allocation.conditionalMean(BODOFF, 0, 0.9);
        double[] high = Allocation.conditionalMean(BODOFF, 0.9, 1);
        double[] mean = Allocation.expected(BODOFF);
        for (int i = 0; i < mean.length; i++) {
            assertThat(0.9 * low[i] + 0.1 * high[i]).isCloseTo(mean[i], within(ADDS_UP_REL));
        }
    }

    /** The tail value at risk is a distortion; its natural allocation is co-TVaR. */
    @Test
    void naturalAllocationOfTheTailIsTheConditionalTail() {
        double[] natural = Allocation.natural(BODOFF, new Distortion.TailValueAtRisk(0.97));
        assertThat(natural).containsExactly(Allocation.tailConditional(BODOFF, 0.97), within(ADDS_UP_REL));
    }
}
