package org.duecare.cli;

import java.util.concurrent.Callable;
import org.duecare.scenarios.FileKind;
import org.duecare.scenarios.SchemaGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of scenario files. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Print the JSON Schema of scenario files, for editors.")
final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            description = "Print the schema of another kind of files: ${COMPLETION-CANDIDATES}.")
    private @Nullable FileKind kind;

    @Option(names = "--aggregate", hidden = true, description = "The same as the kind aggregate.")
    private boolean aggregate;

    @Override
    public Integer call() {
        FileKind wanted = aggregate ? FileKind.AGGREGATE : kind;
        spec.commandLine().getOut().print(wanted == null ? SchemaGenerator.schema() : SchemaGenerator.schema(wanted));
        return ExitCode.OK;
    }
}
