package org.duecare.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.duecare.premium.AggregateAnswer;
import org.duecare.premium.AggregateCase;
import org.duecare.premium.AggregateLoss;
import org.duecare.premium.TransformLibrary;
import org.duecare.scenarios.AggregateFile;
import org.duecare.scenarios.Overrides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The exact engine alone: the law of a year's sum of claims and its layers. */
@Command(
        name = "aggregate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Compute the law of a year's sum of claims, and layers on it, without simulation.")
final class AggregateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "FILE", description = "A file of the exact engine, or library:two-layers.")
    private String file;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(
            names = "--second-opinion",
            description = "Compute again with the transform of Apache Commons Math and tell the largest difference.")
    private boolean secondOpinion;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Set a key, for example severity.scale=500 or layers[0].limit=2000.")
    private List<String> set = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        AggregateCase asked = AggregateFile.read(file, new Overrides(set, null, null));
        AggregateAnswer answer = AggregateLoss.answer(asked);
        Double difference = secondOpinion
                ? answer.largestDifference(AggregateLoss.answer(asked, TransformLibrary.COMMONS_MATH))
                : null;
        if (json) {
            out.println(AggregateText.json(answer, difference));
        } else {
            out.print(AggregateText.table(answer, difference));
        }
        AggregateAnswer.SelfCheck check = answer.selfCheck();
        if (!check.passed()) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "error: the tolerance %.3g is not met with %d buckets of %.6g: error of the grid %.3g, of moments"
                                    + " %.3g, aliasing %.3g. Ask for a larger tolerance or more buckets%n",
                            check.tolerance(),
                            answer.buckets(),
                            answer.step(),
                            check.gridError(),
                            check.momentError(),
                            check.aliasing());
            return ExitCode.QUALITY;
        }
        return ExitCode.OK;
    }
}
