package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.Exponential;
import org.duecare.quantity.InvalidValueException;
import org.duecare.statistics.TrialColumn;
import org.duecare.threat.Season;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Common yearly levels, seasons and attempts at new services against closed forms. Counts given a level are Poisson, so
 * moments of levels are read from counts: {@code E N = m}, {@code Var N = m + (cv m)^2}, {@code Cov(N_t, N_u) = m^2 Cov(Z_t,
 * Z_u)}. Each figure is judged by a z-test with the standard error of its own sample; below 30 figures in all, so that the
 * bound 4.5 makes a false alarm of the whole class less likely than 30 · 6.8e-6 = 2.1e-4.
 */
class ThreatLevelTest {
    private static final double Z_BOUND = 4.5;
    private static final double RATE = 6;
    private static final double CV = 0.5;
    private static final int TRIALS = 60_000;

    private static ScenarioBuilder builder(ThreatType.@Nullable Mixing mixing, int operations, int years) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = TRIALS;
        builder.years = years;
        for (int i = 0; i < operations; i++) {
            builder.operation("op-" + i, 0);
        }
        builder.threat("outage", RATE, null, new Exponential(1000), null, 1.0, mixing);
        return builder;
    }

    private static ThreatType.Mixing lognormal(ThreatType.Mixing.Scope scope, double autocorrelation) {
        return new ThreatType.Mixing(ThreatType.Mixing.LevelLaw.LOGNORMAL, CV, scope, null, autocorrelation);
    }

    private static RunResult run(ScenarioBuilder builder) {
        return TestRuns.run(
                builder.policy("base", ScenarioBuilder.strict(), List.of()).build(), 2);
    }

    private static double[] counts(RunResult result, int variant, int year) {
        TrialColumn column = result.variants().get(variant).incidents(year);
        long[] values = TestRuns.cents(column);
        double[] counts = new double[values.length];
        for (int t = 0; t < counts.length; t++) {
            counts[t] = values[t];
        }
        return counts;
    }

    /** Judges the mean of a sample of independent values. */
    private static void judge(String name, double[] values, double expected) {
        double mean = java.util.Arrays.stream(values).average().orElseThrow();
        double variance = java.util.Arrays.stream(values)
                        .map(x -> (x - mean) * (x - mean))
                        .sum()
                / (values.length - 1);
        double z = (mean - expected) / Math.sqrt(variance / values.length);
        assertThat(Math.abs(z))
                .as("%s: found %.6g, expected %.6g, z = %.2f", name, mean, expected, z)
                .isLessThan(Z_BOUND);
    }

    private static double[] products(double[] x, double meanX, double[] y, double meanY) {
        double[] products = new double[x.length];
        for (int t = 0; t < products.length; t++) {
            products[t] = (x[t] - meanX) * (y[t] - meanY);
        }
        return products;
    }

    @Test
    void autoregressiveLevelsHaveTheirMeanDeviationAndAutocorrelation() {
        double rho = 0.7;
        RunResult result = run(builder(lognormal(ThreatType.Mixing.Scope.ALL, rho), 1, 4));
        double variance = StrictMath.log1p(CV * CV);
        for (int year = 1; year <= 4; year++) {
            double[] counts = counts(result, 0, year);
            judge("mean of year " + year, counts, RATE);
            judge("variance of year " + year, products(counts, RATE, counts, RATE), RATE + CV * CV * RATE * RATE);
        }
        for (int lag = 1; lag <= 3; lag++) {
            double expected = RATE * RATE * StrictMath.expm1(StrictMath.pow(rho, lag) * variance);
            double[] products = products(counts(result, 0, 1), RATE, counts(result, 0, 1 + lag), RATE);
            judge("covariance at lag " + lag, products, expected);
        }
    }

    @Test
    void levelOfOneOperationIsAutoregressiveAndItsOwn() {
        double rho = 0.7;
        ScenarioBuilder builder = builder(lognormal(ThreatType.Mixing.Scope.OPERATION, rho), 2, 3);
        RunResult result = run(builder);
        double variance = StrictMath.log1p(CV * CV);
        double[] second = counts(result, 0, 2);
        judge("mean", second, 2 * RATE);
        judge("variance of two", products(second, 2 * RATE, second, 2 * RATE), 2 * (RATE + CV * CV * RATE * RATE));
        double expected = 2 * RATE * RATE * StrictMath.expm1(rho * variance);
        judge("covariance", products(second, 2 * RATE, counts(result, 0, 3), 2 * RATE), expected);
    }

    @Test
    void threatsOfOneGroupShareTheirLevel() {
        ThreatType.Mixing group =
                new ThreatType.Mixing(ThreatType.Mixing.LevelLaw.LOGNORMAL, CV, ThreatType.Mixing.Scope.ALL, "wave", 0);
        ScenarioBuilder builder = builder(group, 1, 1);
        builder.threat("ransomware", RATE, null, new Exponential(1000), null, 1.0, group);
        double[] counts = counts(run(builder), 0, 1);
        double mean = 2 * RATE;
        judge("variance", products(counts, mean, counts, mean), mean + CV * CV * mean * mean);
    }

    @Test
    void groupWithTwoDifferentLevelsIsRefused() {
        ThreatType.Mixing one =
                new ThreatType.Mixing(ThreatType.Mixing.LevelLaw.GAMMA, 0.5, ThreatType.Mixing.Scope.ALL, "wave", 0);
        ThreatType.Mixing other =
                new ThreatType.Mixing(ThreatType.Mixing.LevelLaw.GAMMA, 0.6, ThreatType.Mixing.Scope.ALL, "wave", 0);
        ScenarioBuilder builder = builder(one, 1, 1);
        builder.threat("ransomware", 1.0, null, new Exponential(1), null, 1.0, other);
        builder.policy("base", ScenarioBuilder.strict(), List.of());

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("group wave with different levels");
    }

    @Test
    void seasonMultipliesAttemptsOfItsYearsAndTypes() {
        for (double factor : new double[] {0, 0.4, 1, 1.4, 3.7}) {
            ScenarioBuilder builder = builder(null, 1, 2);
            builder.threat("ransomware", 2, new Exponential(1000));
            builder.season = List.of(new Season(List.of(2), factor, List.of("outage"), List.of()));
            RunResult result = run(builder);
            judge("year without season", counts(result, 0, 1), RATE + 2);
            double[] season = counts(result, 0, 2);
            double mean = factor * RATE + 2;
            judge("season of factor " + factor, season, mean);
            judge("variance at factor " + factor, products(season, mean, season, mean), mean);
        }
    }

    @Test
    void seasonByCauseIsTheSeasonOfTheTypesThatHaveIt() {
        assertThat(hash(run(seasonOf(List.of("outage"), List.of())), 0))
                .isEqualTo(hash(run(seasonOf(List.of(), List.of("failure"))), 0))
                .isEqualTo(hash(run(seasonOf(List.of("outage"), List.of("failure", "malice"))), 0))
                .isNotEqualTo(hash(run(seasonOf(List.of(), List.of("failure", "malice"))), 0));
    }

    @Test
    void seasonByACauseThatNoThreatHasIsRefused() {
        assertThatThrownBy(() -> seasonOf(List.of(), List.of("flood")).build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("names the cause flood, which no threat has");
    }

    private static ScenarioBuilder seasonOf(List<String> types, List<String> causes) {
        ScenarioBuilder builder = builder(null, 1, 2);
        builder.threat("ransomware", 2, new Exponential(1000));
        builder.threats.replaceAll(threat ->
                Threats.caused(threat, List.of(threat.type().equals("outage") ? "failure" : "malice", "any")));
        builder.season = List.of(new Season(List.of(2), 1.6, types, causes));
        builder.policies.clear();
        builder.policy("base", ScenarioBuilder.strict(), List.of());
        return builder;
    }

    @Test
    void seasonOfOneVariantMovesNoBitOfAnother() {
        ScenarioBuilder alone = builder(null, 2, 2);
        String harm = hash(run(alone), 0);
        ScenarioBuilder both = builder(null, 2, 2);
        both.policy("base", ScenarioBuilder.strict(), List.of());
        both.season = List.of(new Season(List.of(1, 2), 2.5, List.of(), List.of()));
        both.policy("season", ScenarioBuilder.strict(), List.of());

        RunResult result = TestRuns.run(both.build(), 2);

        assertThat(hash(result, 0)).isEqualTo(harm);
        double[] base = counts(result, 0, 1);
        double[] season = counts(result, 1, 1);
        for (int t = 0; t < base.length; t++) {
            assertThat(season[t]).isGreaterThanOrEqualTo(base[t]);
        }
    }

    private static String hash(RunResult result, int variant) {
        StringBuilder text = new StringBuilder();
        for (int year = 1; year <= 2; year++) {
            text.append(java.util.Arrays.hashCode(TestRuns.cents(
                            result.variants().get(variant).sum(org.duecare.settlement.Measure.HARM, year))))
                    .append(' ');
        }
        return text.toString();
    }

    @Test
    void attemptsAtNewServicesAreThoseThatRiskAssessmentDefends() {
        double[] rates = new double[2];
        for (int assessed = 0; assessed < 2; assessed++) {
            ScenarioBuilder builder = builder(null, 1, 1);
            builder.diligence = ScenarioBuilder.diligence(0.01, 1, 0.6, 0);
            double[] levels = new double[9];
            levels[3] = assessed;
            org.duecare.operation.Operation op = builder.operations.get(0);
            builder.operations.set(0, Operations.withPosture(op, ElementValues.of(levels)));
            ElementValues effect = new ElementValues(0, 0, 0, 2, 0, 0, 0, 0, 0);
            builder.threats.replaceAll(threat -> Threats.of(threat, null, 0.5, effect));
            double[] counts = counts(run(builder), 0, 1);
            // The published rate counts both: RATE = a (v + 0.5 v_new), at reference posture 0 a (1 + 0.5).
            double attempts = RATE / 1.5;
            double expected = attempts * (1 + 0.5 * StrictMath.exp(-2.0 * assessed));
            judge("incidents at risk assessment " + assessed, counts, expected);
            rates[assessed] = java.util.Arrays.stream(counts).average().orElseThrow();
        }
        assertThat(rates[1]).isLessThan(rates[0]);
    }
}
