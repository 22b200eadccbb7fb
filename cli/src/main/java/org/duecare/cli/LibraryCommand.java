package org.duecare.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.duecare.scenarios.Library;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the shipped scenarios, regimes and threat sets, or prints one. */
@Command(
        name = "library",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "List the shipped scenarios and threat sets, or print one of them.")
final class LibraryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Print this one.")
    private @Nullable String name;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String wanted = name;
        if (wanted != null) {
            out.print(Library.open(
                    wanted.startsWith(Library.PREFIX) ? wanted.substring(Library.PREFIX.length()) : wanted));
            return ExitCode.OK;
        }
        for (Library.Item item : Library.list()) {
            out.printf("%-34s %-10s %s%n", Library.PREFIX + item.name(), item.kind(), item.description());
        }
        out.println("Try: duecare run library:one-operator");
        return ExitCode.OK;
    }
}
