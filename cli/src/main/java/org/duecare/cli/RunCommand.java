package org.duecare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.duecare.assessment.Assessment;
import org.duecare.scenarios.LoadedScenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Simulates, settles every variant, assesses and writes the run folder. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Simulate a scenario, settle every variant and write tables, summary and report.",
        footer = {"", "Example:", "  duecare run library:eu-joint-fund --trials 20000 -o my-run"})
final class RunCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int HASH_DIGITS = 8;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files, or library:NAME.")
    private List<String> files;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Run folder; with several files their parent.")
    private @Nullable Path output;

    @Option(names = "--force", description = "Replace an earlier run in the folder.")
    private boolean force;

    @Option(names = "--threads", paramLabel = "N", description = "Number of threads. Default: all processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--quiet", description = "No progress and no headline numbers.")
    private boolean quiet;

    @Option(names = "--json", description = "Print one JSON document with the folder and the summary.")
    private boolean json;

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (json && files.size() > 1) {
            err.println("error: --json prints one document; give one FILE");
            return ExitCode.USAGE;
        }
        if (threads < 1 || threads > 1024) {
            err.println("error: --threads = " + threads + " must be between 1 and 1024");
            return ExitCode.USAGE;
        }
        List<LoadedScenario> scenarios = files.stream().map(options::read).toList();
        int code = ExitCode.OK;
        for (LoadedScenario loaded : scenarios) {
            loaded.warnings().forEach(warning -> err.println("warning: " + warning));
            Path folder = folder(loaded, scenarios.size() > 1);
            ScenarioRun run = new ScenarioRun(loaded, threads, command(), quiet || json ? null : err);
            ScenarioRun.Finished finished = run.into(folder, force);
            if (json) {
                out.println(finished.json());
            } else {
                if (!quiet) {
                    out.print(Headlines.of(finished.result(), finished.assessment()));
                }
                out.println(finished.folder());
            }
            code = Math.max(code, missed(loaded, finished, err));
        }
        return code;
    }

    /** Tells variants whose probability of proration is known less well than the scenario asks for. */
    private static int missed(LoadedScenario loaded, ScenarioRun.Finished finished, PrintWriter err) {
        Double target = loaded.scenario().accuracy().targetError();
        int code = ExitCode.OK;
        for (Assessment.Sharpness sharp : finished.assessment().sharpness()) {
            double error = sharp.proration().relativeError();
            if (target != null && !(error <= target)) {
                err.printf(
                        Locale.ROOT,
                        "error: %s: relative standard error of the probability of proration is %.3g,"
                                + " accuracy.targetError asks for %.3g%n  Take more trials, or accuracy.method: auto%n",
                        sharp.variant(),
                        error,
                        target);
                code = ExitCode.QUALITY;
            }
        }
        return code;
    }

    private String command() {
        return "duecare " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
    }

    private Path folder(LoadedScenario loaded, boolean several) {
        String name = loaded.scenario().scenario();
        Path given = output;
        if (given != null) {
            return several ? given.resolve(name) : given;
        }
        String stamp = STAMP.format(Instant.now());
        return Path.of(
                "runs", name + "-" + stamp + "-" + loaded.scenarioSha256().substring(0, HASH_DIGITS));
    }
}
