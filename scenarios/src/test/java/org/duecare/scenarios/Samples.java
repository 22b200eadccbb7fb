package org.duecare.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.duecare.scenarios.tree.ScenarioException;
import org.jspecify.annotations.Nullable;

/** Small scenarios written into a folder of the test. */
final class Samples {
    static final String SMALL = """
            schemaVersion: 1
            scenario: small
            currency: EUR
            trials: 1000
            operations:
              - {operation: acme, sector: energy, territory: DE, revenue: 1e8, netAssets: 1e8, posture: 0.5}
              - {operation: bolt, sector: health, territory: FR, revenue: 5e7, netAssets: 2e7, posture: 0.7}
            threats:
              - {type: ransomware, incidentsPerYear: 0.5, severity: {law: lognormal, mu: 10, sigma: 1}, thirdPartyShare: 1}
            insurance: {obligation: mandatory, deductible: 1e4, limit: 1e6}
            compensation: [{payer: operator, layer: deductible}, {payer: insurer}, {payer: fund}]
            fund: {target: 1e9, levy: {ratePerYear: 1e-4}}
            """;

    private Samples() {}

    static LoadedScenario read(Path folder, String text, String... set) {
        return ScenarioFile.read(write(folder, "scenario.yaml", text), Overrides.set(set));
    }

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value that must be there. */
    static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    /** The rendered problems of a scenario that must be refused. */
    static String refusal(Path folder, String text, String... set) {
        try {
            read(folder, text, set);
        } catch (ScenarioException refused) {
            return refused.render();
        }
        throw new AssertionError("the scenario was accepted:\n" + text);
    }
}
