package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Upkeep;
import org.duecare.distribution.Exponential;
import org.duecare.operation.Operation;
import org.duecare.quantity.InvalidValueException;
import org.duecare.settlement.Measure;
import org.duecare.threat.Contagion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Incidents that spread: their number, their moments, their coupling, and what it takes for the cut not to show. */
class ContagionTest {
    private static final int TRIALS = 40_960;

    /** Bound on a z-score; with about sixty of them, a false alarm in 2,000 runs at most. */
    private static final double Z = 4.9;

    private static ScenarioBuilder world(int operations, double perYear, @Nullable Contagion contagion) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = TRIALS;
        builder.contagion = contagion;
        for (int i = 0; i < operations; i++) {
            builder.operation("op-" + i, 0);
        }
        builder.threat("ransomware", perYear, new Exponential(1000));
        builder.policy("base", ScenarioBuilder.strict(), List.of());
        return builder;
    }

    private static Contagion contagion(double offspring, double delayDays) {
        return new Contagion(offspring, Contagion.Among.SECTOR, delayDays, 0);
    }

    /** Incidents by trial, summed over years {@code [from, to]}. */
    private static double[] counts(RunResult result, int from, int to) {
        double[] total = new double[result.scenario().trials()];
        for (int year = from; year <= to; year++) {
            long[] count = TestRuns.cents(result.variants().get(0).incidents(year));
            for (int t = 0; t < total.length; t++) {
                total[t] += count[t];
            }
        }
        return total;
    }

    private static void meanIs(double expected, double[] sample, String name) {
        double mean = Arrays.stream(sample).average().orElseThrow();
        double variance =
                Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).sum() / (sample.length - 1);
        assertThat((mean - expected) / Math.sqrt(variance / sample.length))
                .as("%s: mean %.5f, expected %.5f", name, mean, expected)
                .isBetween(-Z, Z);
    }

    private static void varianceIs(double expected, double[] sample, double mean, String name) {
        double[] squares =
                Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).toArray();
        meanIs(expected, squares, name + ", variance");
    }

    @Nested
    class ClosedForms {
        /** Hawkes process with base rate 0.5, jumps 0.6, decay 1 (Hawkes 1971; Da Fonseca and Zaatour 2014). */
        @Test
        void startedEmptyItHasThePublishedMeans() {
            ScenarioBuilder builder = world(2, 0.25, contagion(0.6, 365));
            builder.years = 10;
            RunResult result = TestRuns.run(builder.build(), 2);

            meanIs(0.631850086, counts(result, 1, 1), "t = 1");
            meanIs(10.6593418, counts(result, 1, 10), "t = 10");
        }

        @Test
        void afterAHundredYearsItHasThePublishedMean() {
            ScenarioBuilder builder = world(3, 0.5 / 3, contagion(0.6, 365));
            builder.trials = 4096;
            builder.years = 100;

            meanIs(123.125, counts(TestRuns.run(builder.build(), 2), 1, 100), "t = 100");
        }

        @Test
        void onceStationaryItHasThePublishedMeansAndVariances() {
            ScenarioBuilder builder = world(2, 0.25, contagion(0.6, 365));
            builder.years = 45;
            builder.trials = 20_480;
            RunResult result = TestRuns.run(builder.build(), 2);

            meanIs(1.25, counts(result, 36, 36), "t = 1");
            varianceIs(2.40368826, counts(result, 36, 36), 1.25, "t = 1");
            meanIs(12.5, counts(result, 36, 45), "t = 10");
            varianceIs(62.0192410, counts(result, 36, 45), 12.5, "t = 10");
        }

        @Test
        void overAHundredStationaryYearsItHasThePublishedMeanAndVariance() {
            ScenarioBuilder builder = world(2, 0.25, contagion(0.6, 365));
            builder.years = 135;
            builder.trials = 8192;
            double[] counts = counts(TestRuns.run(builder.build(), 2), 36, 135);

            meanIs(125, counts, "t = 100");
            varianceIs(764.84375, counts, 125, "t = 100");
        }

        /**
         * Without delay a Poisson number of roots with Borel clusters: the generalised Poisson law of Consul and Jain,
         * {@code P(k) = l (l + n k)^(k-1) exp(-l - n k) / k!} with l roots a year and n secondary incidents an incident.
         */
        @ParameterizedTest
        @CsvSource({"2, 0.5, 0.6, 0, 0", "7, 0.3, 0.9, 0, 0", "5, 0.8, 1.4, 0.5, 0.6", "40, 0.02, 0.3, 0.2, 1"})
        void clustersAreBorel(int operations, double perYear, double offspring, double measures, double exchange) {
            ScenarioBuilder builder = new ScenarioBuilder();
            builder.trials = TRIALS;
            builder.diligence = ScenarioBuilder.diligence(0, 1.6, 0.6, 0);
            builder.contagion = new Contagion(offspring, Contagion.Among.ALL, 0, 0.5);
            ElementValues levels = new ElementValues(0, 0, 0, 0, measures, 0, exchange, 0, 0);
            for (int i = 0; i < operations; i++) {
                double none = ScenarioBuilder.NONE;
                builder.operations.add(
                        new Operation("op-" + i, "op-" + i, "sector-" + i % 2, "DE", 1e8, none, none, 0, levels));
            }
            builder.threat("worm", perYear, new Exponential(1000));
            builder.policy("base", ScenarioBuilder.strict(), List.of());
            double success = StrictMath.exp(-1.6 * measures);
            double roots = operations * perYear * success;
            double n = offspring * (1 - 0.5 * exchange) * success;

            double[] counts = counts(TestRuns.run(builder.build(), 2), 1, 1);

            meanIs(roots / (1 - n), counts, "mean");
            for (int k = 0; k <= 12; k++) {
                int number = k;
                double log = (k - 1) * StrictMath.log(roots + n * k) - roots - n * k;
                for (int j = 2; j <= k; j++) {
                    log -= StrictMath.log(j);
                }
                double[] hits =
                        Arrays.stream(counts).map(c -> c == number ? 1 : 0).toArray();
                double p = roots * StrictMath.exp(log);
                if (p * TRIALS > 25) {
                    meanIs(p, hits, "P(" + k + ")");
                }
            }
        }

        @Test
        void allOthersAreEquallyLikelyToBeStruck() {
            ScenarioBuilder builder = world(6, 1, contagion(0.5, 0));
            builder.operations.add(
                    new Operation("far", "far", "water", "DE", 1e8, 1e9, 1e9, 0, ElementValues.uniform(0)));
            long[] counts = TestRuns.run(builder.build(), 2).variants().get(0).operationIncidents();

            double sector = 0;
            for (int i = 1; i < counts.length; i++) {
                sector += counts[i];
            }
            assertThat(counts[0]).as("no sector to be struck from").isBetween(TRIALS - 1000L, TRIALS + 1000L);
            for (int i = 1; i < counts.length; i++) {
                assertThat((counts[i] - sector / 6) / Math.sqrt(3 * sector / 6)).isBetween(-Z, Z);
            }
        }
    }

    @Nested
    class SpectralRadius {
        @Test
        void equalMembersGiveOffspringTimesSuccess() {
            double[] success = {0.4, 0.4, 0.4};
            assertThat(Contagion.spectralRadius(2, success)).isCloseTo(0.8, within(1e-12));
        }

        @Test
        void twoMembersGiveTheGeometricMean() {
            double[] success = {0.9, 0.1};
            assertThat(Contagion.spectralRadius(1.5, success)).isCloseTo(1.5 * Math.sqrt(0.09), within(1e-12));
            assertThat(Contagion.spectralRadius(1.5, new double[] {1, 0})).isZero();
            assertThat(Contagion.spectralRadius(1.5, new double[] {1})).isZero();
        }

        @Test
        void oneOrMoreIsRefusedWithRadiusAndYear() {
            ScenarioBuilder builder = world(2, 0.25, contagion(1.3, 10));

            assertThatThrownBy(builder::compile)
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContainingAll("ransomware", "1.3000", "year 1", "variant base", "below 1");
        }

        /** Posture 0.5 erodes by 0.3 (1 - d) a year: 0.425, 0.351688, 0.283286; 1.7 exp(-1.6 d) passes 1 in year 4. */
        @Test
        void oneOrMoreIsRefusedInWhicheverYearItIsReached() {
            for (int years = 3; years <= 4; years++) {
                ScenarioBuilder builder = world(2, 0.25, contagion(1.7, 10));
                Diligence plain = ScenarioBuilder.diligence(0, 1.6, 0.6, 0);
                builder.diligence = new Diligence(
                        plain.vulnerability(),
                        plain.standard(),
                        0,
                        0,
                        0,
                        0.3,
                        0,
                        new Upkeep(ElementValues.uniform(0)),
                        null,
                        0,
                        Assurance.WITHOUT_EFFECT);
                builder.years = years;
                builder.operations.clear();
                builder.operation("a", 0.5).operation("b", 0.5);
                builder.policies.clear();
                builder.policy("base", ScenarioBuilder.strict(), List.of());

                if (years == 3) {
                    assertThat(builder.compile().variants()).hasSize(1);
                } else {
                    assertThatThrownBy(builder::compile)
                            .isInstanceOf(InvalidValueException.class)
                            .hasMessageContainingAll("ransomware", "1.0804", "year 4");
                }
            }
        }
    }

    @Nested
    class Coupling {
        @Test
        void exchangeOfInformationRemovesOthersIncidents() {
            ScenarioBuilder builder = world(8, 0.5, new Contagion(0.8, Contagion.Among.SECTOR, 20, 0.5));
            builder.years = 3;
            Adjustment.PartialElements more =
                    new Adjustment.PartialElements(null, null, null, null, null, null, 1.0, null, null);
            Adjustment all = new Adjustment(
                    new Adjustment.Where(null, null, null, null, 1), new Adjustment.Posture(more), null, 2);
            builder.policy("warned", builder.diligence, ScenarioBuilder.strict(), null, List.of(), null, List.of(all));
            RunResult result = TestRuns.run(builder.build(), 2);

            long removed = 0;
            for (int year = 1; year <= 3; year++) {
                long[] before = TestRuns.cents(result.variants().get(0).incidents(year));
                long[] after = TestRuns.cents(result.variants().get(1).incidents(year));
                for (int t = 0; t < before.length; t++) {
                    assertThat(after[t]).isLessThanOrEqualTo(before[t]);
                    removed += before[t] - after[t];
                }
                assertThat(removed).as("year " + year).isEqualTo(year == 1 ? 0 : removed);
            }
            assertThat(removed).isGreaterThan(TRIALS);
        }
    }

    @Nested
    class Cuts {
        private static final int TRIALS = 5_000;

        private Scenario scenario(int trials, int rotation) {
            ScenarioBuilder builder = new ScenarioBuilder();
            builder.seed = 20210309;
            builder.trials = trials;
            builder.years = 3;
            builder.diligence = ScenarioBuilder.diligence(0.03, 1.6, 0.6, 0.5);
            for (int i = 0; i < 30; i++) {
                builder.operation("op-" + i, "owner-" + i / 2, 0.3 + 0.015 * i, 2e6, 1e7 * (1 + i % 5));
            }
            builder.contagion = new Contagion(1.5, Contagion.Among.SECTOR, 60, 0.5);
            builder.threat("ransomware", 0.2, new org.duecare.distribution.Lognormal(11, 1.5));
            builder.contagion = null;
            builder.threat("outage", 0.1, new Exponential(2e5));
            builder.event("cloud", 2, 5e4);
            Collections.rotate(builder.operations, rotation);
            Collections.rotate(builder.threats, rotation);
            ReferencePolicies.add(builder);
            Collections.rotate(builder.policies, rotation);
            return builder.build();
        }

        @Test
        void threadsCutsAndOrderDoNotShow() {
            CompiledScenario compiled = ScenarioCompiler.compile(scenario(TRIALS, 0));
            String hash =
                    TestRuns.run(compiled, new SimulationPlan(TRIALS, 1, 1)).resultSha256();
            for (int threads : new int[] {2, 3, 8}) {
                for (int slices : new int[] {1, 2, 7}) {
                    assertThat(TestRuns.run(compiled, new SimulationPlan(TRIALS, threads, slices))
                                    .resultSha256())
                            .as("%d threads, %d slices", threads, slices)
                            .isEqualTo(hash);
                }
            }
            assertThat(TestRuns.run(scenario(TRIALS, 1), 2).resultSha256()).isEqualTo(hash);
            assertThat(TestRuns.run(scenario(TRIALS, 3), 2).resultSha256()).isEqualTo(hash);
        }

        @Test
        void firstTrialsOfALongRunAreTheShortRun() {
            RunResult whole = TestRuns.run(scenario(TRIALS, 0), 2);
            for (int trials : new int[] {1, 2049}) {
                RunResult part = TestRuns.run(scenario(trials, 0), 2);
                for (int v = 0; v < part.variants().size(); v++) {
                    for (Measure measure : part.variants().get(v).measures()) {
                        assertThat(TestRuns.cents(part.variants().get(v).sum(measure, 3)))
                                .as("%d trials, %s", trials, measure)
                                .isEqualTo(Arrays.copyOf(
                                        TestRuns.cents(whole.variants().get(v).sum(measure, 3)), trials));
                    }
                }
            }
        }

        @Test
        void nobodyToStrikeIsTheSameAsNoContagion() {
            ScenarioBuilder with = world(1, 2, contagion(0.9, 10));
            ScenarioBuilder without = world(1, 2, null);
            with.policies.clear();
            without.policies.clear();
            List<Layer> layers = List.of(ScenarioBuilder.layer(Payer.INSURER, 100, 5000, 8000));
            with.policy("base", ScenarioBuilder.strict(), layers);
            without.policy("base", ScenarioBuilder.strict(), layers);

            assertThat(TestRuns.run(with.build(), 2).resultSha256())
                    .isEqualTo(TestRuns.run(without.build(), 2).resultSha256());
        }
    }

    /** A pool pays a cluster as one event, and the largest event is the cluster's sum. */
    @Test
    void aClusterIsOneEvent() {
        ScenarioBuilder builder = world(4, 0.2, contagion(0.7, 5));
        builder.policies.clear();
        List<Layer> layers =
                List.of(new Layer(Payer.STATE, Layer.Kind.TERMS, 0, 1500, 0, ScenarioBuilder.NONE, 1, null));
        builder.policy("base", ScenarioBuilder.strict(), layers);
        RunResult result = TestRuns.run(builder.build(), 2);
        RunResult.VariantResult base = result.variants().get(0);

        long[] largestHarm = TestRuns.cents(java.util.Objects.requireNonNull(base.max(Measure.HARM, 1)));
        long[] largestPaid = TestRuns.cents(java.util.Objects.requireNonNull(base.max(Measure.STATE, 1)));
        long[] harm = TestRuns.cents(base.sum(Measure.HARM, 1));
        int single = 0;
        for (int t = 0; t < harm.length; t++) {
            assertThat(largestPaid[t]).isEqualTo(Math.min(150_000, largestHarm[t]));
            single += harm[t] > 0 && largestHarm[t] == harm[t] ? 1 : 0;
        }
        assertThat(single).isPositive();
    }
}
