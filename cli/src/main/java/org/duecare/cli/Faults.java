package org.duecare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.duecare.quantity.InvalidValueException;
import org.duecare.reports.RunFolderException;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.ScenarioException;
import picocli.CommandLine.Help.Ansi;

/** From a fault to one clear message and an exit code; a stack trace only on request. */
final class Faults {
    private Faults() {}

    static int report(Throwable thrown, PrintWriter plain, Ansi ansi, boolean debug) {
        Messages err = new Messages(plain, ansi);
        if (debug) {
            thrown.printStackTrace(plain);
        }
        Throwable cause = thrown.getCause();
        Throwable fault = thrown instanceof UncheckedIOException && cause != null ? cause : thrown;
        if (fault instanceof ScenarioException bad) {
            err.println(bad.render());
            return bad.kind() == Problem.Kind.FILE ? ExitCode.FILE : ExitCode.SCENARIO;
        }
        if (fault instanceof InvalidValueException bad) {
            err.println("error: " + bad.getMessage());
            return ExitCode.SCENARIO;
        }
        if (fault instanceof RunFolderException bad) {
            err.println("error: " + bad.getMessage());
            return ExitCode.OVERWRITE;
        }
        if (fault instanceof FileSystemException bad) {
            err.println("error: " + describe(bad));
            return ExitCode.FILE;
        }
        if (fault instanceof IOException) {
            err.println("error: " + describe(fault));
            return ExitCode.FILE;
        }
        if (fault instanceof OutOfMemoryError) {
            err.println("error: out of memory. Raise the heap with DUECARE_JAVA_OPTS=-Xmx8g, or ask for fewer trials");
            return ExitCode.RESOURCES;
        }
        err.println("error: fault of the program: " + describe(fault) + " (--debug shows where)");
        return ExitCode.FAULT;
    }

    /** Prints messages with the word that says how bad they are in its colour. */
    private record Messages(PrintWriter to, Ansi ansi) {
        void println(String message) {
            to.println(ansi.enabled() ? Ink.graded(message) : message);
        }
    }

    private static String describe(FileSystemException fault) {
        if (fault instanceof NoSuchFileException) {
            return "there is no " + fault.getFile();
        }
        if (fault instanceof AccessDeniedException) {
            return fault.getFile() + " may not be read or written. Ask for the right to it, or name another place";
        }
        String reason = fault.getReason();
        return fault.getFile() + " cannot be read or written" + (reason == null ? "" : ": " + reason);
    }

    private static String describe(Throwable fault) {
        String message = fault.getMessage();
        return fault.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
