package org.duecare.scenarios;

import java.util.List;
import org.duecare.assessment.StressPlan;
import org.duecare.assessment.WelfarePlan;
import org.duecare.diligence.Questionnaire;
import org.duecare.scenarios.tree.CanonicalJson;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.YamlText;
import org.duecare.simulation.Scenario;
import org.duecare.underwriting.Underwriting;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that was read and found sound.
 *
 * @param scenario for the engine
 * @param outputs what to write
 * @param stress what the command stress asks
 * @param welfare what the account of welfare counts; null for none
 * @param underwriting what the command quote asks
 * @param resolved every key with its value and origin
 * @param scenarioSha256 hash of everything that can change a result
 * @param inputs files it was read from: scenario files, then data files
 * @param warnings what a user should know before running it
 * @param questionnaire the proposal form it names; null for none
 */
public record LoadedScenario(
        Scenario scenario,
        Outputs outputs,
        StressPlan stress,
        @Nullable WelfarePlan welfare,
        Underwriting underwriting,
        Node.Mapping resolved,
        String scenarioSha256,
        List<DataFile> inputs,
        List<String> warnings,
        @Nullable Questionnaire questionnaire) {
    /** Copies the lists. */
    public LoadedScenario {
        inputs = List.copyOf(inputs);
        warnings = List.copyOf(warnings);
    }

    /** The resolved scenario as YAML, the origin of each value beside it. */
    public String resolvedYaml() {
        return YamlText.withOrigins(resolved);
    }

    /** The resolved scenario as canonical JSON, itself a scenario file. */
    public String resolvedJson() {
        return CanonicalJson.of(resolved);
    }
}
