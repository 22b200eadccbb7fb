package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.duecare.insurance.Insurance;
import org.duecare.simulation.Policy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file laid over another, overrides over both, variants over all. */
class OverlayTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheBase() {
        Samples.write(folder, "base.yaml", Samples.SMALL);
    }

    private LoadedScenario over(String text, String... set) {
        return Samples.read(folder, "schemaVersion: 1\nextends: base.yaml\n" + text, set);
    }

    @Nested
    class Extends {
        @Test
        void mapsMergeAndSingleValuesReplace() {
            Policy policy = over("insurance: {limit: 5}\ntrials: 7\n")
                    .scenario()
                    .policies()
                    .get(0);

            assertThat(Samples.given(policy.insurance()).limit()).isEqualTo(5);
            assertThat(Samples.given(policy.insurance()).deductible()).isEqualTo(1e4);
        }

        @Test
        void listsReplace() {
            assertThat(over("compensation: [{payer: insurer}]\n")
                            .scenario()
                            .policies()
                            .get(0)
                            .compensation())
                    .hasSize(1);
        }

        @Test
        void noneRemovesABlock() {
            assertThat(over("fund: none\n").scenario().policies().get(0).fund()).isNull();
        }

        @Test
        void basesOfBasesAreLaidFirst() {
            Samples.write(folder, "middle.yaml", "schemaVersion: 1\nextends: base.yaml\nyears: 3\ntrials: 5\n");

            LoadedScenario loaded =
                    Samples.read(folder, "schemaVersion: 1\nextends: middle.yaml\ntrials: 6\nscenario: top\n");

            assertThat(loaded.scenario().years()).isEqualTo(3);
            assertThat(loaded.scenario().trials()).isEqualTo(6);
            assertThat(loaded.inputs()).hasSize(3);
        }

        @Test
        void effectsMergeElementByElement() {
            String text = "diligence: {vulnerability: {effect: {continuity: 1}}}\n";

            Policy policy = over(text).scenario().policies().get(0);

            assertThat(policy.diligence().vulnerability().effect().continuity()).isEqualTo(1);
        }
    }

    @Nested
    class Variants {
        private static final String TWO =
                "variants:\n  alone: {fund: none, insurance: {obligation: takeUp, takeUp: [{share: 0.2}]}}\n  joint: {}\n";

        @Test
        void eachVariantIsLaidOverTheScenario() {
            List<Policy> policies = over(TWO).scenario().policies();

            assertThat(policies).extracting(Policy::variant).containsExactly("alone", "joint");
            assertThat(policies.get(0).fund()).isNull();
            assertThat(Samples.given(policies.get(0).insurance()).obligation()).isEqualTo(Insurance.Obligation.TAKE_UP);
            assertThat(Samples.given(policies.get(0).insurance()).deductible()).isEqualTo(1e4);
            assertThat(policies.get(1).fund()).isNotNull();
        }

        @Test
        void noneClearsInheritedVariants() {
            Samples.write(folder, "base.yaml", Samples.SMALL + TWO);

            assertThat(over("variants: none\n").scenario().policies())
                    .extracting(Policy::variant)
                    .containsExactly("base");
        }

        @Test
        void noneRemovesOneInheritedVariant() {
            Samples.write(folder, "base.yaml", Samples.SMALL + TWO);

            assertThat(over("variants: {alone: none}\n").scenario().policies())
                    .extracting(Policy::variant)
                    .containsExactly("joint");
        }

        @Test
        void ceilingFactorIsTheOnlyChangeOfAThreat() {
            Policy policy = over("variants: {a: {threats: [{type: ransomware, ceilingFactor: 0.8}]}}\n")
                    .scenario()
                    .policies()
                    .get(0);

            assertThat(policy.ceilingFactors()).containsEntry("ransomware", 0.8);
        }

        @Test
        void unknownThreatOfAVariantIsRefused() {
            String text = Samples.SMALL + "variants: {a: {threats: [{type: ransomwar, ceilingFactor: 0.8}]}}\n";

            assertThat(Samples.refusal(folder, text)).contains("did you mean 'ransomware'?");
        }

        @Test
        void addingAVariantLeavesTheOthersAlone() {
            Policy before = over(TWO).scenario().policies().get(1);

            Policy after = over("variants: {first: {fund: none}, joint: {}}\n")
                    .scenario()
                    .policies()
                    .get(1);

            assertThat(after).isEqualTo(before);
        }
    }

    @Nested
    class Set {
        @Test
        void itemsAreNamedOrCounted() {
            LoadedScenario loaded = over(
                    "scenario: x\n",
                    "threats[ransomware].incidentsPerYear=2",
                    "operations[bolt].revenue=9e6",
                    "compensation[1].annualLimit=none",
                    "operations[0].posture=0.1");

            assertThat(loaded.scenario().threats().get(0).incidentsPerYear()).isEqualTo(2);
            assertThat(loaded.scenario().operations().listed().get(1).revenue()).isEqualTo(9e6);
            assertThat(loaded.scenario().operations().listed().get(0).posture().goodFaith())
                    .isEqualTo(0.1);
        }

        @Test
        void flowValuesAndVariantsMayBeSet() {
            LoadedScenario loaded = over(
                    "variants: {joint-fund: {}}\n", "fund={target: 5 mEUR}", "variants.joint-fund.fund.initial=3 kEUR");

            assertThat(Samples.given(loaded.scenario().policies().get(0).fund()).target())
                    .isEqualTo(5e6);
            assertThat(Samples.given(loaded.scenario().policies().get(0).fund()).initial())
                    .isEqualTo(3e3);
        }

        @Test
        void seedAndTrialsAreOverrides() {
            Path file = Samples.write(folder, "s.yaml", Samples.SMALL);

            LoadedScenario loaded = ScenarioFile.read(file, new Overrides(List.of(), "42", "1e3"));

            assertThat(loaded.scenario().seed()).isEqualTo(42);
            assertThat(loaded.scenario().trials()).isEqualTo(1000);
        }

        @Test
        void mistypedPathsAreRefusedWithSuggestions() {
            assertThat(Samples.refusal(folder, Samples.SMALL, "threats[ransomwar].x=1"))
                    .contains("did you mean 'ransomware'?");
            assertThat(Samples.refusal(folder, Samples.SMALL, "insurance.limitt=1"))
                    .contains("--set insurance.limitt=1", "did you mean 'limit'?");
            assertThat(Samples.refusal(folder, Samples.SMALL, "trials")).contains("--set takes path=value");
            assertThat(Samples.refusal(folder, Samples.SMALL, "[0]=5")).contains("is no path");
            assertThat(Samples.refusal(folder, Samples.SMALL, "trials=&a 5")).contains("anchors");
        }
    }
}
