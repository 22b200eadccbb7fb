package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.distribution.Exponential;
import org.duecare.fund.LiabilityFund;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A fund with a constant levy and Poisson-exponential claims, against the theory of ruin. The fund's year is a step of the
 * continuous process: the levy of a step comes at its start and shortage is seen at its end. Whoever is ruined at the end of a
 * step is ruined in continuous time, and whoever is ruined within a step with the levy of one step more is ruined at its end:
 * {@code psi(u + c step) <= P(shortage within the horizon) <= psi(u)}. That is the discretisation error.
 */
class RuinTest {
    private static final int STEPS = 200;
    private static final int TRIALS = 12_288;
    private static final double Z = 4;
    private static final double UNIT = 1e6;

    /**
     * Probability of ruin within a time, exponential claims of mean 1, premium 1 a unit of time, claims at a rate below 1.
     * S. Asmussen, H. Albrecher, Ruin Probabilities (2010), proposition V.1.3.
     */
    private static double ruin(double capital, double time, double rate) {
        int nodes = 4_000;
        double root = Math.sqrt(rate);
        double sum = 0;
        for (int i = 0; i < nodes; i++) {
            double x = Math.PI * (i + 0.5) / nodes;
            double turn = capital * root * Math.sin(x);
            double size = rate
                    * Math.exp(2 * root * time * Math.cos(x) - (1 + rate) * time + capital * (root * Math.cos(x) - 1));
            sum += size * (Math.cos(turn) - Math.cos(turn + 2 * x)) / (1 + rate - 2 * root * Math.cos(x));
        }
        return rate * Math.exp(-(1 - rate) * capital) - sum / nodes;
    }

    /** RC-55 and RC-58: the oracle is the published one. */
    @Test
    void oracleReproducesPublishedRuin() {
        double[][] oneYear = {{1, 0.757164, 0.147955, 0.025005, 0.003605}, {2, 0.766264, 0.168728, 0.035478, 0.007012}};
        for (double[] row : oneYear) {
            for (int u = 0; u < 4; u++) {
                assertThat(ruin(6.3789 * u, 1.3 * 34.2 * row[0], 1 / 1.3)).isCloseTo(row[u + 1], within(1.1e-6));
            }
        }
        assertThat(ruin(5, 20_000, 1 / 1.1)).isCloseTo(0.577033108, within(1e-9));
        assertThat(ruin(1, 2_000, 1 / 1.5)).isCloseTo(0.477687540, within(1e-9));
    }

    /** RC-58 (rows 0 to 3) for the fund: 34.2 claims a year, loading 0.3, steps of 1/200 of the horizon. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 1", "0, 2", "1, 2", "2, 2"})
    void fundRunsShortAsOftenAsTheoryWithinAFiniteTime(double billions, double years) {
        double claims = 34.2 * years;
        bracket(6.3789 * billions, claims, 1.3, 1.3 * claims);
    }

    /** RC-55: over a long time and with much loading the finite horizon is the infinite one within a thousandth. */
    @ParameterizedTest
    @CsvSource({"0, 0.666666667", "1, 0.477687540"})
    void fundRunsShortAsOftenAsTheoryOverALongTime(double capital, double published) {
        double time = 80;
        assertThat(ruin(capital, 1.5 * time, 1 / 1.5)).isCloseTo(published, within(1e-3));

        bracket(capital, time, 1.5, 1.5 * time);
    }

    private static void bracket(double capital, double claims, double premiumOfClaims, double time) {
        double levy = premiumOfClaims * claims / STEPS;
        double found = shortage(capital, levy, claims / STEPS, 0);
        double high = ruin(capital, time, 1 / premiumOfClaims);
        double low = ruin(capital + levy, time, 1 / premiumOfClaims);

        assertThat(found).isBetween(low - Z * error(low), high + Z * error(high));
    }

    /** RC-61: interest force 0.05, premium 1.1; the published values are log-concave in the capital. */
    @Test
    void fundWithInterestRunsShortAsOftenAsTheory() {
        double time = 50;
        double levy = 1.1 * time / STEPS;
        double found = shortage(5, levy, time / STEPS, Math.expm1(0.05 * time / STEPS));
        double at5 = 0.177611102;
        double at10 = 0.0241449177;
        // A levy more for the step, and one for the interest that runs within it.
        double low = at5 * Math.pow(at10 / at5, 2 * levy / 5);

        assertThat(found).isBetween(low - Z * error(low), at5 + Z * error(at5));
    }

    private static double error(double probability) {
        return Math.sqrt(probability * (1 - probability) / TRIALS);
    }

    /** Share of trials in which the fund runs short at least once. */
    private static double shortage(double capital, double levy, double claims, double interest) {
        LiabilityFund.Levy flat =
                new LiabilityFund.Levy(LiabilityFund.Levy.Rule.EX_ANTE, LiabilityFund.Levy.Base.FLAT, levy * UNIT);
        LiabilityFund fund = new LiabilityFund(
                ScenarioBuilder.NONE,
                capital * UNIT,
                flat,
                ScenarioBuilder.NONE,
                ScenarioBuilder.NONE,
                interest,
                0,
                LiabilityFund.Shortage.PRO_RATA);
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = TRIALS;
        builder.years = STEPS;
        builder.operation("a", 0.5);
        builder.policy(
                "base",
                builder.diligence,
                ScenarioBuilder.strict(),
                null,
                List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS)),
                fund,
                List.of());
        builder.threat("claim", claims, new Exponential(UNIT));
        RunResult result = TestRuns.run(builder.build(), 2);
        RunResult.FundPath path =
                Objects.requireNonNull(result.variants().get(0).fund());
        boolean[] everShort = new boolean[TRIALS];
        for (int year = 1; year <= STEPS; year++) {
            long[] flags = TestRuns.cents(path.proration(year));
            for (int t = 0; t < TRIALS; t++) {
                everShort[t] |= flags[t] == 1;
            }
        }
        int count = 0;
        for (boolean one : everShort) {
            count += one ? 1 : 0;
        }
        return (double) count / TRIALS;
    }
}
