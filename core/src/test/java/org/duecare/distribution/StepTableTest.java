package org.duecare.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Step tables against the laws they are made from. */
class StepTableTest {
    /** One lattice cell as a probability. */
    private static final double CELL = 0x1p-53;

    /** How many cells a cumulative probability of many terms may be off. */
    private static final double CELLS_OFF = 4;

    private static final long SEED = 20260102;

    static Stream<LossLaw> lossLaws() {
        return Stream.of(
                new Degenerate(7),
                new Discrete(List.of(10.0, 1.0, 5.0), List.of(0.5, 0.2, 0.3)),
                new Empirical(IntStream.range(0, 5000)
                        .mapToObj(i -> Math.floor(i * i / 7.0))
                        .toList()),
                new Capped(new Discrete(List.of(1.0, 5.0, 10.0), List.of(0.2, 0.3, 0.5)), 6),
                new Mixture(List.of(new Degenerate(0), new Empirical(List.of(3.0, 4.0, 9.0))), List.of(0.25, 0.75)),
                new RecordsCost(new Discrete(List.of(100.0, 1e6), List.of(0.7, 0.3)), 7.68, 0.76, 0),
                new Splice(new Empirical(List.of(1.0, 2.0, 3.0, 4.0)), new Empirical(List.of(2.0, 8.0, 9.0)), 3, 0.5));
    }

    static Stream<CountLaw> countLaws() {
        return Stream.of(
                new Poisson(2.5),
                new Poisson(1234),
                new NegativeBinomial(5, 51),
                new Binomial(100, 0.01),
                new Geometric(1000),
                new Logarithmic(3),
                new FixedCount(4),
                new DiscreteCount(List.of(3, 0), List.of(0.4, 0.6)),
                new ZeroTruncated(new Poisson(0.1)),
                new ZeroModified(new Poisson(2), 0.9),
                new NeymanA(2, 10),
                new Poisson(0));
    }

    @ParameterizedTest
    @MethodSource("lossLaws")
    void everyWordTakesTheValueOfItsCell(LossLaw law) {
        StepTable table = StepTable.of(law);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 4000; i++) {
            long word = random.nextLong();
            assertThat(table.value(word)).isEqualTo(law.quantile(((word >>> 11) + 0.5) * CELL));
        }
    }

    @ParameterizedTest
    @MethodSource("countLaws")
    void everyCountTakesItsShareOfCells(CountLaw law) {
        StepTable table = StepTable.of(law);
        long before = 0;
        for (int i = 0; i < table.values().length; i++) {
            double share = (table.thresholds()[i] - before) * CELL;
            assertThat(share).isEqualTo(law.probability((int) table.values()[i]), within(CELLS_OFF * CELL));
            before = table.thresholds()[i];
        }
        assertThat(before).isEqualTo(1L << 53);
    }

    @ParameterizedTest
    @MethodSource("countLaws")
    void guideLeadsToTheFirstThresholdAboveTheCell(CountLaw law) {
        StepTable table = StepTable.of(law);
        for (int i = 0; i < table.thresholds().length; i++) {
            long last = table.thresholds()[i] - 1;
            assertThat(StepTable.index(table.thresholds(), table.guide(), last << 11))
                    .isEqualTo(i);
            if (i > 0) {
                long first = table.thresholds()[i - 1];
                assertThat(StepTable.index(table.thresholds(), table.guide(), first << 11))
                        .isEqualTo(i);
            }
        }
    }

    @Test
    void rareCountsBeyondAGapKeepTheirCells() {
        StepTable table = StepTable.of(new DiscreteCount(List.of(0, 9000), List.of(0.9999999, 1e-7)));

        assertThat(table.values()).containsExactly(0, 9000);
        assertThat((table.thresholds()[1] - table.thresholds()[0]) * CELL).isEqualTo(1e-7, within(CELLS_OFF * CELL));
    }

    @Test
    void degenerateCountsTakeAllCells() {
        assertThat(StepTable.of(new Geometric(0)).values()).containsExactly(0);
        assertThat(StepTable.of(new Logarithmic(1)).values()).containsExactly(1);
        assertThat(StepTable.of(new Binomial(3, 1)).values()).containsExactly(3);
    }

    @Test
    void fillAgreesWithTheSingleValue() {
        StepTable table = StepTable.of(new NegativeBinomial(5, 51));
        long[] words = new SplittableRandom(SEED).longs(1000).toArray();
        double[] out = new double[1000];

        StepTable.fill(table.thresholds(), table.values(), table.guide(), words, 1000, out);

        for (int i = 0; i < words.length; i++) {
            assertThat(out[i]).isEqualTo(table.value(words[i]));
        }
    }

    @Test
    void thresholdCountsTheMidpointsBelowAProbability() {
        assertThat(StepTable.threshold(0)).isZero();
        assertThat(StepTable.threshold(1)).isEqualTo(1L << 53);
        assertThat(StepTable.threshold(0.5)).isEqualTo(1L << 52);
        assertThat(StepTable.threshold(Math.nextDown(1.0))).isEqualTo((1L << 53) - 1);
        assertThat(StepTable.threshold(0.75 * CELL)).isEqualTo(1);
        assertThat(StepTable.threshold(0.25 * CELL)).isZero();
    }

    @Test
    void lawsWithDensityAreRefused() {
        assertThatThrownBy(() -> StepTable.of(new Exponential(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
