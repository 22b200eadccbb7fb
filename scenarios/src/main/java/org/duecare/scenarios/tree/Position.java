package org.duecare.scenarios.tree;

/**
 * Where something stands.
 *
 * @param file the file as the user knows it, {@code library:NAME}, an option such as {@code --set ...}, or {@code default}
 * @param line from 1; 0 where lines mean nothing
 * @param column from 1; 0 where columns mean nothing
 */
public record Position(String file, int line, int column) {
    /** The origin of values that nobody wrote. */
    public static final Position DEFAULT = new Position("default", 0, 0);

    /** {@code FILE:LINE:COLUMN}, shorter where there is no line. */
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ":" + column : file;
    }

    /** {@code FILE:LINE}, as written beside resolved values. */
    public String origin() {
        return line > 0 ? file + ":" + line : file;
    }
}
