package org.duecare.cli;

import java.util.ArrayList;
import java.util.List;
import org.duecare.scenarios.LoadedScenario;
import org.duecare.scenarios.Overrides;
import org.duecare.scenarios.ScenarioFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the command line lays over a scenario. */
final class ScenarioOptions {
    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Set a key, for example fund.initial=5e8 or threats[ransomware].incidentsPerYear=0.1.")
    private List<String> set = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the run.")
    private @Nullable String seed;

    @Option(names = "--trials", paramLabel = "N", description = "Number of trials.")
    private @Nullable String trials;

    @Option(
            names = "--disaster",
            paramLabel = "FILE",
            description =
                    "A disaster, a file or library:NAME: stress asks about it, elsewhere it happens in every trial."
                            + " May be given several times.")
    private List<String> disasters = new ArrayList<>();

    /** Reads a scenario with everything laid over it; disasters happen. */
    LoadedScenario read(String file) {
        return ScenarioFile.read(file, new Overrides(set, seed, trials).with(disasters));
    }

    /** Reads a scenario with everything laid over it; disasters are asked about. */
    LoadedScenario readAsking(String file) {
        return ScenarioFile.read(file, new Overrides(set, seed, trials).asking(disasters));
    }
}
