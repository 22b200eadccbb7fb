package org.duecare.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.duecare.distribution.ReferenceFile.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every severity law against values of sixty digits, over all parameter sets. */
class LossLawReferenceTest {
    /** Relative tolerance of every value. */
    private static final double EXACT_REL = 1e-12;

    /**
     * How far the argument may be moved instead, in units in its last place, near the lower end of the law of costs: that
     * end, e^intercept minimum^slope, is no floating-point number, and just above it the probability hangs on the bits
     * that its rounding loses.
     */
    private static final int END_ULPS = 4;

    private static final int PROMISED_SETS = 150;
    private static final int PROMISED_SETS_PER_FAMILY = 12;
    private static final String[] FAMILIES = {
        "lognormal",
        "exponential",
        "gamma",
        "weibull",
        "pareto",
        "lomax",
        "levy",
        "gpd",
        "burr",
        "loglogistic",
        "truncatedPareto",
        "pert",
        "uniform",
        "capped",
        "mixture",
        "splice",
        "recordsCost"
    };

    static Stream<Parameters> sets() {
        return Stream.of(FAMILIES).flatMap(family -> ReferenceFile.read("law-" + family + ".txt").stream());
    }

    @Test
    void thereAreAsManyParameterSetsAsPromised() {
        for (String family : FAMILIES) {
            assertThat(ReferenceFile.read("law-" + family + ".txt"))
                    .as(family)
                    .hasSizeGreaterThanOrEqualTo(PROMISED_SETS_PER_FAMILY);
        }
        assertThat(sets().count()).isGreaterThanOrEqualTo(PROMISED_SETS);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void cumulativeProbabilitiesAreExact(Parameters set) {
        LossLaw law = LawText.loss(set.text());
        for (String[] row : set.rows("cdf")) {
            double x = number(row[1]);
            double shift = law instanceof RecordsCost ? END_ULPS * Math.ulp(x) : 0;
            double expected = number(row[2]);
            double nearest = Math.max(law.cdf(x - shift), Math.min(law.cdf(x + shift), expected));
            assertExact(nearest, expected, set, row);
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void survivalProbabilitiesAreExactToTheFarTail(Parameters set) {
        LossLaw law = LawText.loss(set.text());
        for (String[] row : set.rows("sf")) {
            assertExact(law.survival(number(row[1])), number(row[2]), set, row);
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void quantilesAreExactInBothTails(Parameters set) {
        LossLaw law = LawText.loss(set.text());
        for (String[] row : set.rows("quantile")) {
            assertExact(law.quantile(number(row[1])), number(row[2]), set, row);
        }
        for (String[] row : set.rows("upper")) {
            assertExact(law.upperQuantile(number(row[1])), number(row[2]), set, row);
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void momentsAreExact(Parameters set) {
        LossLaw law = LawText.loss(set.text());
        for (String[] row : set.rows("mean")) {
            assertExact(law.mean(), number(row[1]), set, row);
        }
        for (String[] row : set.rows("variance")) {
            assertExact(law.variance(), number(row[1]), set, row);
        }
        for (String[] row : set.rows("limited")) {
            assertExact(law.limitedMean(number(row[1])), number(row[2]), set, row);
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static void assertExact(double actual, double expected, Parameters set, String[] row) {
        boolean equal = actual == expected || Math.abs(actual - expected) <= EXACT_REL * Math.abs(expected);
        assertThat(equal)
                .as("%s: %s is %s, relative error %.2e", set, String.join(" ", row), actual, actual / expected - 1)
                .isTrue();
    }
}
