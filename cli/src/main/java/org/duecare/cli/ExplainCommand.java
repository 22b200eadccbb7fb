package org.duecare.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.duecare.scenarios.FileKind;
import org.duecare.scenarios.KeyCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells meaning, unit, range, default and source of a scenario key. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Tell meaning, unit, range, default and source of a scenario key.")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "KEY", description = "A key or the end of its path, for example fund.levy.")
    private String key;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        KeyCatalogue.Answer answer = KeyCatalogue.scenario().find(key);
        for (FileKind kind : FileKind.values()) {
            KeyCatalogue.Answer other = KeyCatalogue.of(kind).find(key);
            if (!other.matches().isEmpty() && (answer.matches().isEmpty() || (is(other) && !is(answer)))) {
                answer = other;
            }
        }
        if (answer.matches().isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("error: there is no key '" + key + "'");
            if (!answer.suggestions().isEmpty()) {
                err.println("  did you mean " + String.join(", ", answer.suggestions()) + "?");
            }
            return ExitCode.SCENARIO;
        }
        answer.matches().forEach(match -> out.println(match.render()));
        return ExitCode.OK;
    }

    /** Whether the question was the whole path of a key. */
    private boolean is(KeyCatalogue.Answer answer) {
        return !answer.matches().isEmpty() && answer.matches().get(0).path().equals(key);
    }
}
