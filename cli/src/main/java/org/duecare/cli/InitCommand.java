package org.duecare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.duecare.reports.WholeFile;
import org.duecare.scenarios.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a commented scenario that runs in seconds. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Write a commented scenario that runs in seconds.")
final class InitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", defaultValue = "scenario", description = "Name of the scenario.")
    private String name;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path file = Path.of(name.endsWith(".yaml") ? name : name + ".yaml");
        if (Files.exists(file)) {
            err.println("error: " + file + " exists already. Choose another name");
            return ExitCode.OVERWRITE;
        }
        byte[] template = Library.template().getBytes(StandardCharsets.UTF_8);
        WholeFile.at(file).write(stream -> stream.write(template));
        err.println("Next: duecare run " + file);
        out.println(file);
        return ExitCode.OK;
    }
}
