package org.duecare.cli;

import java.util.concurrent.Callable;
import org.duecare.scenarios.LoadedScenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a scenario after all overlays, with the origin of each value. */
@Command(
        name = "resolve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Print a scenario after all overlays, with the origin of each value.")
final class ResolveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "FILE", description = "Scenario file, or library:NAME.")
    private String file;

    @Option(names = "--json", description = "Print canonical JSON, the form that is hashed.")
    private boolean json;

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Override
    public Integer call() {
        LoadedScenario loaded = options.read(file);
        spec.commandLine().getOut().println(json ? loaded.resolvedJson() : loaded.resolvedYaml());
        return ExitCode.OK;
    }
}
