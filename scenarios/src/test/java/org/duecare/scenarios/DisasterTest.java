package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.duecare.assessment.StressPlan;
import org.duecare.scenarios.tree.ScenarioException;
import org.duecare.settlement.Measure;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.Run;
import org.duecare.simulation.RunCollector;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.ScenarioCompiler;
import org.duecare.simulation.SimulationPlan;
import org.duecare.statistics.MemoryColumnStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Disasters in files of their own: shipped ones, those beside a scenario, and what is no disaster. */
class DisasterTest {
    private static final double CENT_AN_OPERATION = 0.01;

    private static final String WORLD = """
            schemaVersion: 1
            scenario: small
            currency: EUR
            trials: 4
            years: 2
            operations:
              - {operation: a, sector: energy, territory: DE, revenue: 1e8, users: 1000, posture: 0.5}
              - {operation: b, sector: water, territory: DE, revenue: 2e8, users: 500, potentialHarm: 3e6, posture: 0.5}
            liability: {rule: strict}
            compensation: [{payer: operator, limit: 1e6}]
            """;

    private static final String FLOOD = """
            schemaVersion: 1
            disaster: flood
            source: "a book"
            events: [{event: flood, year: 1, harm: {amount: 1e5, ofRevenue: 0.01, perUser: 2}, ownLoss: 5}]
            """;

    @TempDir
    private Path folder;

    static List<String> shipped() {
        return Library.list().stream()
                .filter(item -> item.kind().equals("disaster"))
                .map(Library.Item::name)
                .toList();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static double harm(LoadedScenario loaded) {
        CompiledScenario compiled = ScenarioCompiler.compile(loaded.scenario());
        int trials = loaded.scenario().trials();
        try (MemoryColumnStore store = new MemoryColumnStore(RunCollector.columns(compiled), trials)) {
            RunResult result = Run.run(compiled, SimulationPlan.of(compiled, 1), store, done -> {});
            long[] cents = new long[1];
            result.variants().get(0).sum(Measure.HARM, 1).read(0, 1, cents);
            return cents[0] / 100.0;
        }
    }

    @Test
    void thereAreFiveNarrativesAndTheEventsThatWerePublished() {
        assertThat(shipped())
                .hasSize(17)
                .contains("cloud-outage", "ransomware", "denial-of-service", "data-breach", "power-outage");
    }

    /** Every shipped disaster over the shipped portfolio, by itself: the harm of a trial is that of its events. */
    @ParameterizedTest
    @MethodSource("shipped")
    void shippedDisasterHappensAsStated(String name) {
        Overrides alone = Overrides.set(
                        "years=1",
                        "trials=2",
                        "variants=none",
                        "compareTo=none",
                        "fund=none",
                        "threats=[]",
                        "stress=none")
                .with(List.of("library:" + name));
        LoadedScenario loaded = ScenarioFile.read("library:eu-joint-fund", alone);
        double stated = loaded.scenario().events().stream()
                .mapToDouble(event -> ScenarioCompiler.harm(loaded.scenario(), event))
                .sum();

        assertThat(stated).isGreaterThan(1e6);
        assertThat(harm(loaded)).isEqualTo(stated, within(1000 * CENT_AN_OPERATION));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedDisasterNamesItsSource(String name) {
        LoadedScenario loaded = ScenarioFile.read(
                "library:eu-joint-fund", Overrides.set("stress.disasters=[]").asking(List.of("library:" + name)));
        StressPlan.Disaster disaster = loaded.stress().disasters().get(0);

        assertThat(disaster.disaster()).isEqualTo(name);
        assertThat(disaster.source()).isNotBlank();
        assertThat(disaster.confidence()).isIn("found", "derived", "assumption");
        assertThat(loaded.scenario().events()).isEmpty();
    }

    @Test
    void amountsGrowWithRevenueAndUsersUpToThePotentialHarm() throws IOException {
        String world = file("world.yaml", WORLD + "events: [flood.yaml]\n");
        file("flood.yaml", FLOOD);

        // a: 100,000 + 1,000,000 + 2,000; b: 100,000 + 2,000,000 + 1,000 under a potential harm of 3,000,000.
        assertThat(harm(ScenarioFile.read(world, Overrides.NONE))).isEqualTo(1_102_000 + 2_101_000, within(0.01));
        Overrides less = Overrides.set("operations[b].potentialHarm=2e6");
        assertThat(harm(ScenarioFile.read(world, less))).isEqualTo(1_102_000 + 2_000_000, within(0.01));
    }

    @Test
    void disasterNamedInTheFileOrOnTheCommandLineIsTheSameScenario() throws IOException {
        String flood = file("flood.yaml", FLOOD);
        String named = file("named.yaml", WORLD + "events: [flood.yaml]\n");
        String plain = file("plain.yaml", WORLD + "events: []\n");
        LoadedScenario happening = ScenarioFile.read(plain, Overrides.NONE.with(List.of(flood)));

        assertThat(happening.scenarioSha256())
                .isEqualTo(ScenarioFile.read(named, Overrides.NONE).scenarioSha256());
        assertThat(happening.inputs()).extracting(DataFile::name).contains(flood);
    }

    @Test
    void disasterIsNoScenario() throws IOException {
        String flood = file("flood.yaml", FLOOD);

        assertThatThrownBy(() -> ScenarioFile.read(flood, Overrides.NONE))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("flood.yaml:2")
                .hasMessageContaining("is a disaster, not a scenario")
                .hasMessageContaining("duecare stress FILE --disaster");
    }

    @Test
    void faultsAreToldWhereTheyStand() throws IOException {
        String world = file("world.yaml", WORLD + "events: [flood.yaml, plain.yaml, nowhere.yaml]\n");
        file("plain.yaml", WORLD);
        file("flood.yaml", FLOOD.replace("source", "sorce").replace("0.01", "-0.01"));

        assertThatThrownBy(() -> ScenarioFile.read(world, Overrides.NONE))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("flood.yaml:3")
                .hasMessageContaining("did you mean 'source'?")
                .hasMessageContaining("plain.yaml is no disaster")
                .hasMessageContaining("nowhere.yaml")
                .hasMessageContaining("flood.yaml:4")
                .hasMessageContaining("ofRevenue");
    }
}
