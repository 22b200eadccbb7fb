package org.duecare.cli;

import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Whether messages and help are coloured. Results on stdout never are. */
final class Ink {
    private static final String OPTION = "--color";

    private Ink() {}

    /** The choices of {@code --color}. */
    enum When {
        /** On a terminal, unless NO_COLOR is set. */
        AUTO,
        /** Always. */
        ALWAYS,
        /** Never. */
        NEVER
    }

    /** A message with the words {@code error:} and {@code warning:} at the start of its lines in bold red and yellow. */
    static String graded(String message) {
        return message.replaceAll("(?m)^error:", "\u001B[1;31merror:\u001B[0m")
                .replaceAll("(?m)^warning:", "\u001B[1;33mwarning:\u001B[0m");
    }

    /** What the command line asks for; read before parsing, because refusals of the parser are coloured too. */
    static Ansi asked(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String value = arguments[i].startsWith(OPTION + "=")
                    ? arguments[i].substring(OPTION.length() + 1)
                    : arguments[i].equals(OPTION) && i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (value.toLowerCase(Locale.ROOT)) {
                case "always":
                    return Ansi.ON;
                case "never":
                    return Ansi.OFF;
                default:
                    break;
            }
        }
        return Ansi.AUTO;
    }
}
