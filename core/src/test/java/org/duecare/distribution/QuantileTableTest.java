package org.duecare.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables against the laws they are made from. */
class QuantileTableTest {
    /** Largest relative error anywhere on the lattice; the promise is 1e-9. */
    private static final double TABLE_REL = 2e-11;

    /** Relative error where a row holds single lattice points. */
    private static final double EXACT_REL = 1e-14;

    /** Amounts of money that are nothing. */
    private static final double NOTHING = 1e-280;

    /** Absolute error of a normal score near 0. */
    private static final double SCORE_ABS = 1e-14;

    private static final int WORDS = 4000;
    private static final long SEED = 20260101;

    /** The value that the lattice cell of a word has under the law itself. */
    private static double exact(LossLaw law, long word) {
        long cell = word >>> 11;
        double value = word >= 0
                ? law.quantile((cell + 0.5) * 0x1p-53)
                : law.upperQuantile(((1L << 53) - 1 - cell + 0.5) * 0x1p-53);
        return Math.min(1e300, value);
    }

    /** Words over all octaves of both tails. */
    private static long[] words(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        long[] words = new long[count];
        for (int i = 0; i < count; i++) {
            long word = random.nextLong() >>> (i % 3 == 0 ? 0 : random.nextInt(54));
            words[i] = i % 2 == 0 ? word : ~word;
        }
        return words;
    }

    static Stream<LossLaw> smoothLaws() {
        return Stream.of(
                Lognormal.ofMedian(200_000, 3.59343339),
                new Lognormal(0, 50),
                new Exponential(3),
                new GammaLaw(3, 400),
                new GammaLaw(0.05, 2),
                new Weibull(0.3, 10),
                new Weibull(5, 10),
                new Pareto(1.2, 1e6),
                new Pareto(0.3, 1e6),
                new Lomax(2, 1000),
                new Gpd(2, 7, 10),
                new Gpd(-0.3, 7, 10),
                new Gpd(0, 7, 10),
                new Burr(1.5, 2.2, 1000),
                new Loglogistic(1.1, 1000),
                new TruncatedPareto(1.1, 10, 1e6),
                new Pert(0, 10, 100, 4),
                new Uniform(10, 20),
                new RecordsCost(new Pareto(0.9, 1000), 7.68, 0.76, 0),
                new RecordsCost(new Lognormal(8, 2), 7.68, 0.76, 1));
    }

    static Stream<LossLaw> kinkedLaws() {
        return Stream.of(
                new Splice(new Lognormal(10, 1.5), new Gpd(0.7, 1e6, 0), 1e6, 0.01),
                new Splice(new Exponential(1000), new Pareto(1.1, 10), 3000, 0.3),
                new Capped(new Lognormal(10, 2), 1e6),
                new Mixture(List.of(new Lognormal(10, 1), new Pareto(1.2, 1e5)), List.of(0.8, 0.2)),
                new Mixture(List.of(new Degenerate(0), new Uniform(5, 10)), List.of(0.6, 0.4)),
                new Discrete(List.of(1.0, 5.0, 10.0), List.of(0.2, 0.3, 0.5)));
    }

    static Stream<LossLaw> allLaws() {
        return Stream.concat(smoothLaws(), kinkedLaws());
    }

    @ParameterizedTest
    @MethodSource("allLaws")
    void tableReproducesTheLawOverTheWholeLattice(LossLaw law) {
        QuantileTable table = QuantileTable.of(law);
        for (long word : words(WORDS)) {
            double expected = exact(law, word);
            assertThat(table.value(word))
                    .as("word %x", word)
                    .isEqualTo(expected, within(TABLE_REL * expected + NOTHING));
        }
    }

    @ParameterizedTest
    @MethodSource("allLaws")
    void outermostCellsAreExact(LossLaw law) {
        QuantileTable table = QuantileTable.of(law);
        for (long cell = 0; cell < 32; cell++) {
            for (long word : new long[] {cell << 11, ~(cell << 11)}) {
                double expected = exact(law, word);
                assertThat(table.value(word)).isEqualTo(expected, within(EXACT_REL * expected + NOTHING));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("smoothLaws")
    void lawsWithoutKinksDoNotFallWithTheWord(LossLaw law) {
        QuantileTable table = QuantileTable.of(law);
        double before = 0;
        for (long word :
                Stream.of(words(WORDS)).flatMapToLong(Arrays::stream).sorted().toArray()) {
            double value = table.value(word ^ Long.MIN_VALUE);
            assertThat(value).isGreaterThanOrEqualTo(before * (1 - TABLE_REL) - NOTHING);
            before = value;
        }
    }

    @Test
    void fillAgreesWithTheSingleValueToTheBit() {
        QuantileTable table = QuantileTable.of(new Splice(new Lognormal(10, 1.5), new Gpd(0.7, 1e6, 0), 1e6, 0.01));
        long[] words = words(1000);
        double[] out = new double[1000];

        QuantileTable.fill(table.rows(), words, 1000, out);

        for (int i = 0; i < words.length; i++) {
            assertThat(out[i]).isEqualTo(table.value(words[i]));
        }
    }

    @Test
    void normalTableIsOddToTheBit() {
        QuantileTable table = QuantileTable.inverseNormal();
        for (long word : words(WORDS)) {
            assertThat(table.value(~word)).isEqualTo(-table.value(word));
            double expected = Normal.inverse(((word >>> 11) + 0.5) * 0x1p-53);
            if (word >= 0) {
                assertThat(table.value(word)).isEqualTo(expected, within(TABLE_REL * Math.abs(expected) + SCORE_ABS));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("allLaws")
    void scoreTableReproducesTheLawAtEveryScore(LossLaw law) {
        NormalScoreTable table = NormalScoreTable.of(law);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < WORDS; i++) {
            double z = 17 * random.nextDouble() - 8.5;
            double expected =
                    Math.min(1e300, z < 0 ? law.quantile(Normal.cdf(z)) : law.upperQuantile(Normal.survival(z)));
            assertThat(table.value(z)).as("score %s", z).isEqualTo(expected, within(TABLE_REL * expected + NOTHING));
        }
    }

    @Test
    void scoresBeyondTheTableAreTakenAtItsEnds() {
        NormalScoreTable table = NormalScoreTable.of(new Lognormal(0, 1));

        assertThat(table.value(40)).isEqualTo(StableMath.exp(8.5), within(TABLE_REL * StableMath.exp(8.5)));
        assertThat(table.value(-40)).isEqualTo(StableMath.exp(-8.5), within(TABLE_REL));
    }

    @Test
    void costTableFromTheLatticeAgreesWithTheLawFromQuadrature() {
        RecordsCost law = new RecordsCost(new GammaLaw(2, 1000), 7.68, 0.76, 1);
        QuantileTable table = QuantileTable.of(law);
        for (long word : words(24)) {
            double expected = exact(law, word);
            assertThat(table.value(word)).isEqualTo(expected, within(TABLE_REL * expected));
        }
    }
}
