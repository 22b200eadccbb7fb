package org.duecare.scenarios.tree;

/**
 * One fault of a scenario.
 *
 * @param file the file as the user knows it
 * @param line from 1; 0 where there is none
 * @param column from 1; 0 where there is none
 * @param path key path, for example {@code threats[0].severity.sigma}; may be empty
 * @param message what was found and what is allowed
 * @param advice a way out; may be empty
 * @param kind whether the scenario or a file is at fault
 * @param help what to ask {@code duecare explain} for; may be empty
 * @param excerpt lines around the fault; may be empty
 */
public record Problem(
        String file,
        int line,
        int column,
        String path,
        String message,
        String advice,
        Kind kind,
        String help,
        String excerpt) {

    /** Whose fault it is. */
    public enum Kind {
        /** A file is missing or cannot be read: exit code 6. */
        FILE,
        /** The scenario or its data is wrong: exit code 3. */
        SCENARIO
    }

    /** A fault at a place, without help and excerpt. */
    public static Problem at(Position position, String path, String message, String advice) {
        return new Problem(
                position.file(), position.line(), position.column(), path, message, advice, Kind.SCENARIO, "", "");
    }

    /** A file that cannot be read. */
    public static Problem file(String file, String message, String advice) {
        return new Problem(file, 0, 0, "", message, advice, Kind.FILE, "", "");
    }

    /** The same with a pointer to {@code duecare explain}. */
    public Problem withHelp(String key) {
        return new Problem(file, line, column, path, message, advice, kind, key, excerpt);
    }

    /** The same with the lines around the fault. */
    public Problem withExcerpt(String lines) {
        return new Problem(file, line, column, path, message, advice, kind, help, lines);
    }

    /** Where it stands: {@code FILE:LINE:COLUMN}. */
    public String place() {
        return new Position(file, line, column).toString();
    }

    /** The message as printed, several lines without a final line end. */
    public String render() {
        StringBuilder out = new StringBuilder("error: ").append(message);
        out.append("\n  ").append(place());
        if (!path.isEmpty()) {
            out.append("   at ").append(path);
        }
        if (!advice.isEmpty()) {
            out.append("\n  ").append(advice);
        }
        if (!excerpt.isEmpty()) {
            excerpt.lines().forEach(line -> out.append("\n    ").append(line));
        }
        if (!help.isEmpty()) {
            out.append("\n  help: duecare explain ").append(help);
        }
        return out.toString();
    }

    /** A foreign text made safe for messages: control characters escaped, cut at 80 characters. */
    public static String shown(String foreign) {
        StringBuilder out = new StringBuilder();
        foreign.codePoints().limit(SHOWN_LENGTH + 1L).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.length() > SHOWN_LENGTH ? out.substring(0, SHOWN_LENGTH) + "…" : out.toString();
    }

    private static final int SHOWN_LENGTH = 80;
}
