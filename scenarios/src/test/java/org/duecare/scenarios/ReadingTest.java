package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.distribution.Lognormal;
import org.duecare.liability.Liability;
import org.duecare.operation.Operation;
import org.duecare.simulation.Adjustment;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Scenario;
import org.duecare.threat.ThreatType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound scenario files become the records that they describe. */
class ReadingTest {
    @TempDir
    private Path folder;

    @Test
    void smallestScenarioIsReadAsWritten() {
        Scenario scenario =
                ScenarioFile.read("library:one-operator", Overrides.NONE).scenario();

        assertThat(scenario.trials()).isEqualTo(100_000);
        assertThat(scenario.operations().listed())
                .extracting(Operation::operator)
                .containsExactly("acme");
        assertThat(scenario.threats().get(0).severity()).isEqualTo(new Lognormal(10, 1));
        assertThat(scenario.policies()).extracting(Policy::variant).containsExactly("base");
        assertThat(scenario.policies().get(0).liability().rule()).isEqualTo(Liability.Rule.STRICT);
        Layer layer = scenario.policies().get(0).compensation().get(0);
        assertThat(layer.deductible()).isEqualTo(2e4);
        assertThat(layer.annualLimit()).isEqualTo(3e5);
    }

    @Test
    void jsonIsReadLikeYaml() {
        LoadedScenario yaml = Samples.read(folder, Samples.SMALL);

        Path json = Samples.write(folder, "small.json", yaml.resolvedJson());

        assertThat(ScenarioFile.read(json, Overrides.NONE).scenario()).isEqualTo(yaml.scenario());
    }

    @Test
    void exponentsAndGroupedDigitsAreWholeNumbers() {
        assertThat(Samples.read(folder, Samples.SMALL, "trials=1e6").scenario().trials())
                .isEqualTo(1_000_000);
        assertThat(Samples.read(folder, Samples.SMALL, "trials=20_000")
                        .scenario()
                        .trials())
                .isEqualTo(20_000);
    }

    @Nested
    class Units {
        private double limit(String written) {
            return Samples.given(Samples.read(folder, Samples.SMALL, "insurance.limit=" + written)
                            .scenario()
                            .policies()
                            .get(0)
                            .insurance())
                    .limit();
        }

        @Test
        void amountsCarryTheScenariosCurrency() {
            assertThat(limit("5 mEUR")).isEqualTo(5e6);
            assertThat(limit("250 kEUR")).isEqualTo(250e3);
            assertThat(limit("1.5 bn EUR")).isEqualTo(1.5e9);
            assertThat(limit("7 EUR")).isEqualTo(7);
            assertThat(limit("none")).isInfinite();
        }

        @Test
        void sharesAndRatesMayBePercentOrOdds() {
            LoadedScenario loaded = Samples.read(
                    folder,
                    Samples.SMALL,
                    "insurance.coinsurance=5 %",
                    "threats[ransomware].incidentsPerYear=1 in 200");

            assertThat(Samples.given(loaded.scenario().policies().get(0).insurance())
                            .coinsurance())
                    .isEqualTo(0.05);
            assertThat(loaded.scenario().threats().get(0).incidentsPerYear()).isEqualTo(0.005);
        }
    }

    @Nested
    class Shorthand {
        @Test
        void oneLevelStandsForAllNineElements() {
            assertThat(Samples.read(folder, Samples.SMALL)
                            .scenario()
                            .operations()
                            .listed()
                            .get(0)
                            .posture()
                            .toArray())
                    .containsOnly(0.5)
                    .hasSize(9);
        }

        @Test
        void bareCourtNoiseIsItsStandardDeviation() {
            Liability liability = Samples.read(folder, Samples.SMALL, "liability={courtNoise: 0.2}")
                    .scenario()
                    .policies()
                    .get(0)
                    .liability();

            assertThat(liability.courtNoise()).isEqualTo(new Liability.CourtNoise(0.2, Liability.NoiseScope.EVENT));
        }

        @Test
        void referencePostureMayBeThePortfolio() {
            ThreatType threat = Samples.read(folder, Samples.SMALL, "threats[0].referencePosture=portfolio")
                    .scenario()
                    .threats()
                    .get(0);

            assertThat(threat.referencePosture().portfolio()).isTrue();
        }

        @Test
        void dottedKeysOfAChangeNameSingleElements() {
            Adjustment change = Samples.read(
                            folder,
                            Samples.SMALL,
                            "adjust=[{where: {sector: energy}, set: {posture: 0.8}, add: {posture.continuity: 0.2}}]")
                    .scenario()
                    .policies()
                    .get(0)
                    .adjust()
                    .get(0);

            assertThat(Samples.given(Samples.given(change.set()).posture()).goodFaith())
                    .isEqualTo(0.8);
            assertThat(Samples.given(Samples.given(change.add()).posture()).continuity())
                    .isEqualTo(0.2);
            assertThat(Samples.given(Samples.given(change.add()).posture()).goodFaith())
                    .isNull();
        }
    }

    @Nested
    class Laws {
        @Test
        void alternativeParametersMakeTheSameLaw() {
            LoadedScenario loaded =
                    Samples.read(folder, Samples.SMALL, "threats[0].severity={law: lognormal, median: 1, sigma: 2}");

            assertThat(loaded.scenario().threats().get(0).severity()).isEqualTo(new Lognormal(0, 2));
        }

        @Test
        void capCutsAnyLaw() {
            LoadedScenario loaded = Samples.read(
                    folder, Samples.SMALL, "threats[0].severity={law: lognormal, mu: 10, sigma: 4, cap: 1e6}");

            assertThat(loaded.scenario().threats().get(0).severity().upperQuantile(1e-9))
                    .isEqualTo(1e6);
        }

        @Test
        void harmHasItsLawAndCorrelationSideBySide() {
            String text = Samples.SMALL.replace(
                    "thirdPartyShare: 1", "harm: {law: exponential, mean: 5 kEUR, correlation: 0.5}");

            ThreatType threat = Samples.read(folder, text).scenario().threats().get(0);

            assertThat(Samples.given(threat.harm()).correlation()).isEqualTo(0.5);
            assertThat(Samples.given(threat.harm()).law().mean()).isEqualTo(5000);
        }

        @Test
        void empiricalValuesMayComeFromAColumn() {
            Samples.write(folder, "claims.csv", "claim,loss\na,100\nb,\"300\"\n");

            ThreatType threat = Samples.read(
                            folder,
                            Samples.SMALL,
                            "threats[0].severity={law: empirical, file: claims.csv, column: loss}")
                    .scenario()
                    .threats()
                    .get(0);

            assertThat(threat.severity().mean()).isEqualTo(200);
        }
    }

    @Nested
    class Compensation {
        @Test
        void layersOfAbsentPayersAreDropped() {
            LoadedScenario loaded = Samples.read(folder, Samples.SMALL, "fund=none", "insurance=none");

            assertThat(loaded.scenario().policies().get(0).compensation()).isEmpty();
        }

        @Test
        void statedInsurerTermsNeedNoInsuranceBlock() {
            LoadedScenario loaded =
                    Samples.read(folder, Samples.SMALL, "insurance=none", "compensation=[{payer: insurer, limit: 5}]");

            assertThat(loaded.scenario().policies().get(0).compensation())
                    .extracting(Layer::payer)
                    .containsExactly(Payer.INSURER);
        }
    }

    @Test
    void operationsMayComeFromATable() {
        Samples.write(
                folder,
                "operations.csv",
                "operation,operator,sector,territory,revenue,posture\na,,energy,DE,5 mEUR,0.5\n\"b, c\",o,energy,DE,1e6,0.6\n");
        String text =
                Samples.SMALL.replaceAll("(?s)operations:.*threats:", "operations: {file: operations.csv}\nthreats:");

        LoadedScenario loaded = Samples.read(folder, text);

        assertThat(loaded.scenario().operations().listed())
                .extracting(Operation::operation)
                .containsExactly("a", "b, c");
        assertThat(loaded.scenario().operations().listed().get(0).revenue()).isEqualTo(5e6);
        assertThat(loaded.inputs()).hasSize(2);
    }

    @Test
    void contagionAmongATechnologyOfNobodyIsWarnedAbout() {
        String[] spreading = {"threats[0].contagion.offspring=0.2", "threats[0].contagion.among=technology"};
        String shared = Samples.SMALL.replace("posture: 0.", "technology: vendor, posture: 0.");

        assertThat(Samples.read(folder, Samples.SMALL, spreading).warnings())
                .anyMatch(warning -> warning.contains("ransomware spreads among technology"));
        assertThat(Samples.read(folder, shared.replaceFirst("vendor", "other"), spreading)
                        .warnings())
                .anyMatch(warning -> warning.contains("it spreads to nobody"));
        assertThat(Samples.read(folder, shared, spreading).warnings())
                .noneMatch(warning -> warning.contains("technology"));
    }

    @Test
    void threatOfNobodyIsWarnedAbout() {
        LoadedScenario loaded = Samples.read(folder, Samples.SMALL, "threats[0].sectors=[enrgy]");

        assertThat(loaded.warnings()).anyMatch(warning -> warning.contains("enrgy"));
    }
}
