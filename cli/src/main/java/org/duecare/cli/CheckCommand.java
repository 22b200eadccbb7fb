package org.duecare.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.duecare.compiled.CompiledVariant;
import org.duecare.scenarios.LoadedScenario;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.ScenarioException;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.RunCollector;
import org.duecare.simulation.ScenarioCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads and validates scenarios, tells all problems at once and what a run would cost. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Read and validate scenarios, all problems at once, and tell what a run would cost.")
final class CheckCommand implements Callable<Integer> {
    /** Measured on one core: history of one attempt, and one more for each variant it is settled in. */
    private static final double NANOS_PER_ATTEMPT = 5;

    private static final double NANOS_PER_ATTEMPT_AND_VARIANT = 5;
    private static final double BYTES_PER_TABLE_VALUE = 5;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files, or library:NAME.")
    private List<String> files;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--quiet", description = "Print problems only.")
    private boolean quiet;

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<String> documents = new ArrayList<>();
        int code = ExitCode.OK;
        for (String file : files) {
            try {
                LoadedScenario loaded = options.read(file);
                loaded.warnings().forEach(warning -> err.println("warning: " + warning));
                Plan plan = Plan.of(ScenarioCompiler.compile(loaded.scenario()), loaded);
                documents.add(plan.json(file));
                if (!json && !quiet) {
                    out.print(plan.text(file));
                }
            } catch (ScenarioException bad) {
                err.println(bad.render());
                code = Math.max(code, bad.kind() == Problem.Kind.FILE ? ExitCode.FILE : ExitCode.SCENARIO);
            }
        }
        if (json) {
            out.println("[" + String.join(", ", documents) + "]");
        }
        return code;
    }

    /** What a run costs. */
    private record Plan(
            long operations,
            long variants,
            long trials,
            long years,
            double attempts,
            double megabytes,
            double diskMegabytes,
            double seconds,
            String sha256) {
        static Plan of(CompiledScenario compiled, LoadedScenario loaded) {
            double attempts = compiled.attemptsPerYear()
                    * compiled.scenario().years()
                    * compiled.scenario().trials();
            int variants = compiled.variants().size();
            int cores = Runtime.getRuntime().availableProcessors();
            double columns = RunCollector.columns(compiled);
            double measures = 0;
            for (CompiledVariant variant : compiled.variants()) {
                measures += variant.measures.count / 2.0;
            }
            boolean yearLoss = loaded.outputs().tables().contains("year_loss");
            double values = yearLoss
                    ? measures
                            * compiled.scenario().years()
                            * compiled.scenario().trials()
                    : 0;
            return new Plan(
                    compiled.operations().size(),
                    variants,
                    compiled.scenario().trials(),
                    compiled.scenario().years(),
                    attempts,
                    columns * compiled.scenario().trials() * Long.BYTES / 1e6 + 100,
                    values * BYTES_PER_TABLE_VALUE / 1e6 + 1,
                    1 + attempts * (NANOS_PER_ATTEMPT + variants * NANOS_PER_ATTEMPT_AND_VARIANT) / 1e9 / cores,
                    loaded.scenarioSha256());
        }

        String text(String file) {
            return String.format(
                    Locale.ROOT,
                    "%s is sound%n  %d operations, %d variants, %d trials of %d years%n"
                            + "  about %.3g attempts, %.0f MB of memory, %.0f MB on disk, %.0f s%n  scenarioSha256 %s%n",
                    file,
                    operations,
                    variants,
                    trials,
                    years,
                    attempts,
                    megabytes,
                    diskMegabytes,
                    seconds,
                    sha256);
        }

        String json(String file) {
            return String.format(
                    Locale.ROOT,
                    "{\"file\": \"%s\", \"operations\": %d, \"variants\": %d, \"trials\": %d, \"years\": %d, \"attempts\":"
                            + " %.0f, \"memoryMegabytes\": %.0f, \"diskMegabytes\": %.0f, \"seconds\": %.1f,"
                            + " \"scenarioSha256\": \"%s\"}",
                    file.replace("\\", "\\\\").replace("\"", "\\\""),
                    operations,
                    variants,
                    trials,
                    years,
                    attempts,
                    megabytes,
                    diskMegabytes,
                    seconds,
                    sha256);
        }
    }
}
