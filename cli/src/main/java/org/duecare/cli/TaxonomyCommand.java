package org.duecare.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.duecare.operation.Taxonomy;
import org.duecare.scenarios.TaxonomyFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a taxonomy: the classes of each scheme beside those of the reference. */
@Command(
        name = "taxonomy",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Show how the classes of one scheme map to those of another.",
        footer = {"", "Example:", "  duecare taxonomy library:sectors --word ppd-21/dams"})
final class TaxonomyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "library:sectors",
            description = "Taxonomy, or library:NAME. Default: ${DEFAULT-VALUE}.")
    private String file;

    @Option(names = "--word", paramLabel = "WORD", description = "Tell only what this word stands for.")
    private @Nullable String word;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Taxonomy taxonomy = TaxonomyFile.read(file);
        String asked = word;
        if (asked != null) {
            List<String> classes = taxonomy.resolve(asked).orElse(null);
            if (classes == null) {
                spec.commandLine()
                        .getErr()
                        .println("error: '" + asked + "' is no class of " + taxonomy.taxonomy() + "\n  there are: "
                                + String.join(", ", taxonomy.allWords()));
                return ExitCode.SCENARIO;
            }
            out.println(classes.isEmpty() ? "no class of " + taxonomy.reference() : String.join(", ", classes));
            return ExitCode.OK;
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(taxonomy.reference()));
        List<Taxonomy.Scheme> others = taxonomy.schemes().stream()
                .filter(scheme -> !scheme.scheme().equals(taxonomy.reference()))
                .toList();
        others.forEach(scheme -> head.add(scheme.scheme()));
        rows.add(head);
        for (String of : taxonomy.words()) {
            List<String> row = new ArrayList<>(List.of(of));
            for (Taxonomy.Scheme scheme : others) {
                List<String> covering = taxonomy.covering(scheme.scheme(), of);
                row.add(covering.isEmpty() ? "-" : String.join(", ", covering));
            }
            rows.add(row);
        }
        out.println(taxonomy.title());
        out.print(Headlines.table(rows));
        for (Taxonomy.Scheme scheme : taxonomy.schemes()) {
            out.println(scheme.scheme() + ": " + scheme.title() + " (" + scheme.source() + ")");
            scheme.classes().stream()
                    .filter(entry -> entry.is().isEmpty() && !scheme.scheme().equals(taxonomy.reference()))
                    .forEach(entry ->
                            out.println("  " + entry.class_() + " corresponds to no class of " + taxonomy.reference()));
        }
        return ExitCode.OK;
    }
}
