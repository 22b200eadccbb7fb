package org.duecare.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions under the laws against values of sixty digits. */
class SpecialFunctionsTest {
    /** Relative tolerance of the normal law and of the logarithm of the gamma function. */
    private static final double ELEMENTARY_REL = 1e-15;

    /** Relative tolerance of the incomplete functions and their inverses. */
    private static final double INCOMPLETE_REL = 1e-12;

    private static final Map<String, ToDoubleFunction<double[]>> ELEMENTARY = Map.of(
            "survival", x -> Normal.survival(x[0]),
            "cdf", x -> Normal.cdf(x[0]),
            "inverseUpper", x -> Normal.inverseUpper(x[0]),
            "logGamma", x -> StableMath.logGamma(x[0]));

    private static final Map<String, ToDoubleFunction<double[]>> INCOMPLETE = Map.of(
            "gammaP", x -> IncompleteGamma.p(x[0], x[1]),
            "gammaQ", x -> IncompleteGamma.q(x[0], x[1]),
            "gammaInverseP", x -> IncompleteGamma.inverseP(x[0], x[1]),
            "gammaInverseQ", x -> IncompleteGamma.inverseQ(x[0], x[1]),
            "beta", x -> IncompleteBeta.lower(x[0], x[1], x[2], 1 - x[2]),
            "betaInverse", x -> IncompleteBeta.inverse(x[0], x[1], x[2]));

    @ParameterizedTest
    @ValueSource(strings = {"survival", "cdf", "inverseUpper", "logGamma"})
    void elementaryFunctionsAreExactToRounding(String name) {
        check(name, Objects.requireNonNull(ELEMENTARY.get(name)), ELEMENTARY_REL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gammaP", "gammaQ", "gammaInverseP", "gammaInverseQ", "beta", "betaInverse"})
    void incompleteFunctionsAreExactInBothTails(String name) {
        check(name, Objects.requireNonNull(INCOMPLETE.get(name)), INCOMPLETE_REL);
    }

    private static void check(String name, ToDoubleFunction<double[]> function, double tolerance) {
        List<String[]> rows = ReferenceFile.lines("functions.txt").stream()
                .map(line -> line.split(" "))
                .filter(row -> row[0].equals(name))
                .toList();
        assertThat(rows).hasSizeGreaterThan(20);
        for (String[] row : rows) {
            double[] arguments = new double[row.length - 2];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = Double.parseDouble(row[i + 1]);
            }
            double expected = Double.parseDouble(row[row.length - 1]);
            double actual = function.applyAsDouble(arguments);
            assertThat(Math.abs(actual - expected) <= tolerance * Math.abs(expected))
                    .as("%s is %s, relative error %.2e", String.join(" ", row), actual, actual / expected - 1)
                    .isTrue();
        }
    }

    @Test
    void theInverseNormalIsOddToTheBit() {
        for (double p = 1e-300; p < 0.5; p *= 3) {
            assertThat(Normal.inverseUpper(p)).isEqualTo(-Normal.inverse(p));
        }
    }

    @Test
    void theEndsOfTheUnitIntervalAreInfinite() {
        assertThat(Normal.inverse(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Normal.inverseUpper(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Normal.survival(Double.POSITIVE_INFINITY)).isZero();
        assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }
}
