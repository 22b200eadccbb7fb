package org.duecare.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.duecare.assessment.StressAssessment;
import org.duecare.reports.StressFile;
import org.duecare.scenarios.LoadedScenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Named disasters, reverse stress, adequacy of the fund. */
@Command(
        name = "stress",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Named disasters, the smallest that exhausts the fund, and the fund that a bound on proration asks for.",
        footer = {
            "",
            "Examples:",
            "  duecare stress library:eu-joint-fund --set stress.bound=0.001",
            "  duecare stress library:eu-joint-fund --disaster library:cloud-outage"
        })
final class StressCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "FILE", description = "Scenario file, or library:NAME.")
    private String file;

    @Option(names = "--threads", paramLabel = "N", description = "Number of threads. Default: all processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (threads < 1 || threads > 1024) {
            err.println("error: --threads = " + threads + " must be between 1 and 1024");
            return ExitCode.USAGE;
        }
        LoadedScenario loaded = options.readAsking(file);
        loaded.warnings().forEach(warning -> err.println("warning: " + warning));
        StressAssessment stress = StressAssessment.of(loaded.scenario(), loaded.stress(), threads);
        if (json) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new StressFile(stress).writeTo(bytes);
            out.println(bytes.toString(StandardCharsets.UTF_8).strip());
        } else {
            out.print(StressText.of(stress));
        }
        return ExitCode.OK;
    }
}
