package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The resolved scenario, its origins and its hash. */
class ResolvedTest {
    @TempDir
    private Path folder;

    private String hash(String text, String... set) {
        return Samples.read(folder, text, set).scenarioSha256();
    }

    @Test
    void whatOnlyReadersSeeDoesNotChangeTheHash() {
        String plain = hash(Samples.SMALL);

        assertThat(hash(Samples.SMALL + "title: Another title\n")).isEqualTo(plain);
        assertThat(hash(Samples.SMALL, "threats[0].source=somewhere", "threats[0].confidence=found"))
                .isEqualTo(plain);
        assertThat(hash(Samples.SMALL, "outputs={returnPeriods: [10]}")).isEqualTo(plain);
        assertThat(hash("# a comment\n" + Samples.SMALL.replace("1e8", "100 mEUR")))
                .isEqualTo(plain);
        assertThat(hash(Samples.SMALL, "years=1")).isEqualTo(plain);
    }

    @Test
    void whatChangesAResultChangesTheHash() {
        String plain = hash(Samples.SMALL);

        assertThat(hash(Samples.SMALL, "insurance.limit=999999")).isNotEqualTo(plain);
        assertThat(hash(Samples.SMALL, "seed=2")).isNotEqualTo(plain);
        assertThat(hash(Samples.SMALL, "trials=1001")).isNotEqualTo(plain);
        assertThat(hash(Samples.SMALL + "variants: {a: {}}\n")).isNotEqualTo(plain);
    }

    @Test
    void contentOfADataFileIsPartOfTheHash() {
        String text = Samples.SMALL.replaceAll("(?s)operations:.*threats:", "operations: {file: o.csv}\nthreats:");
        String header = "operation,sector,territory,revenue,posture\n";
        Samples.write(folder, "o.csv", header + "a,energy,DE,1e6,0.5\n");
        String before = hash(text);

        Samples.write(folder, "o.csv", header + "a,energy,DE,2e6,0.5\n");

        assertThat(hash(text)).isNotEqualTo(before);
    }

    @Test
    void everyValueCarriesItsOrigin() {
        Samples.write(folder, "base.yaml", Samples.SMALL);
        String text = "schemaVersion: 1\nextends: base.yaml\nyears: 2\n";

        String yaml = Samples.read(folder, text, "trials=77").resolvedYaml();

        assertThat(yaml).containsPattern("years: 2 +# .*scenario.yaml:3");
        assertThat(yaml).containsPattern("currency: EUR +# .*base.yaml:3");
        assertThat(yaml).containsPattern("trials: 77 +# --set trials=77");
        assertThat(yaml).containsPattern("portfolioSeed: 1 +# default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-operator", "first-run", "eu-joint-fund"})
    void resolvedScenarioIsTheSameScenario(String name) {
        LoadedScenario first = ScenarioFile.read(Library.PREFIX + name, Overrides.NONE);

        LoadedScenario yaml = Samples.read(folder, first.resolvedYaml());
        Path json = Samples.write(folder, "resolved.json", first.resolvedJson());

        assertThat(yaml.scenario()).isEqualTo(first.scenario());
        assertThat(yaml.scenarioSha256()).isEqualTo(first.scenarioSha256());
        assertThat(ScenarioFile.read(json, Overrides.NONE).scenarioSha256()).isEqualTo(first.scenarioSha256());
    }
}
