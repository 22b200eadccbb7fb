package org.duecare.cli;

import java.util.concurrent.Callable;
import org.duecare.scenarios.SchemaGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(names = "--aggregate", description = "Print the schema of the files of the exact engine instead.")
    private boolean aggregate;

    @Override
    public Integer call() {
        String schema = aggregate ? SchemaGenerator.aggregateSchema() : SchemaGenerator.schema();
        spec.commandLine().getOut().print(schema);
        return ExitCode.OK;
    }
}
