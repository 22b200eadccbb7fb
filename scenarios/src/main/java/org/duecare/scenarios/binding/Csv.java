package org.duecare.scenarios.binding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Position;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.ScenarioException;
import org.duecare.scenarios.tree.SourceText;
import org.duecare.scenarios.tree.Suggestions;

/**
 * A table of comma-separated values with a header row. Fields may stand in double quotes; a quote inside is doubled. Other
 * separators and ragged rows are refused.
 *
 * @param header names of the columns
 * @param rows the fields of each row, with their places
 */
record Csv(String file, List<String> header, List<List<Node.Scalar>> rows) {
    /** Reads a table. */
    static Csv read(SourceText source) {
        Reader reader = new Reader(source);
        List<Node.Scalar> first = reader.row();
        if (first.isEmpty()) {
            throw reader.refused(1, 1, source.name() + " is empty", "The first row names the columns");
        }
        List<String> header = first.stream().map(field -> field.text().strip()).toList();
        if (header.size() == 1 && header.get(0).matches(".*[;\\t|].*")) {
            throw reader.refused(1, 1, "the columns are not separated by commas", "Save the table with commas");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            if (!seen.add(header.get(i))) {
                String message = "the column '" + Problem.shown(header.get(i)) + "' stands twice in the header";
                throw reader.refused(1, first.get(i).position().column(), message, "");
            }
        }
        List<List<Node.Scalar>> rows = new ArrayList<>();
        while (reader.hasMore()) {
            List<Node.Scalar> row = reader.row();
            if (row.isEmpty()) {
                continue;
            }
            if (row.size() != header.size()) {
                Position start = row.get(0).position();
                String message = "the row has " + row.size() + " fields, the header " + header.size();
                throw reader.refused(start.line(), start.column(), message, "Put fields with commas in quotes");
            }
            rows.add(row);
        }
        return new Csv(source.name(), header, List.copyOf(rows));
    }

    /** The fields of one column. */
    List<Node.Scalar> column(String name) {
        int index = header.indexOf(name);
        if (index < 0) {
            String near = Suggestions.nearest(name, header)
                    .map(word -> "did you mean '" + word + "'?   ")
                    .orElse("");
            throw new ScenarioException(Problem.at(
                    new Position(file, 1, 1),
                    "",
                    "there is no column '" + Problem.shown(name) + "'",
                    near + "columns: " + Problem.shown(String.join(", ", header))));
        }
        return rows.stream().map(row -> row.get(index)).toList();
    }

    /** Walks through the text once. */
    private static final class Reader {
        private final SourceText source;
        private final String text;
        private int at;
        private int line = 1;
        private int lineStart;

        Reader(SourceText source) {
            this.source = source;
            this.text = source.text();
        }

        boolean hasMore() {
            return at < text.length();
        }

        /** The next row; empty for a blank line. */
        List<Node.Scalar> row() {
            List<Node.Scalar> fields = new ArrayList<>();
            while (true) {
                fields.add(field());
                if (!hasMore() || text.charAt(at) != ',') {
                    break;
                }
                at++;
            }
            endOfLine();
            return fields.size() == 1 && fields.get(0).text().isBlank() ? List.of() : fields;
        }

        private Node.Scalar field() {
            Position position = new Position(source.name(), line, at - lineStart + 1);
            if (hasMore() && text.charAt(at) == '"') {
                return new Node.Scalar(position, quoted(position), Node.Style.PLAIN);
            }
            int start = at;
            while (hasMore() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                if (text.charAt(at++) == '"') {
                    throw refused(line, at - lineStart, "a quote stands inside a field", "Quote the whole field");
                }
            }
            return new Node.Scalar(position, text.substring(start, at).strip(), Node.Style.PLAIN);
        }

        private String quoted(Position opened) {
            StringBuilder out = new StringBuilder();
            at++;
            while (true) {
                if (!hasMore()) {
                    throw refused(opened.line(), opened.column(), "the quote opened here is never closed", "");
                }
                char c = text.charAt(at++);
                if (c == '"' && (!hasMore() || text.charAt(at) != '"')) {
                    return out.toString();
                }
                at += c == '"' ? 1 : 0;
                out.append(c);
                if (c == '\n') {
                    line++;
                    lineStart = at;
                }
            }
        }

        private void endOfLine() {
            if (hasMore() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                throw refused(line, at - lineStart + 1, "text follows a closing quote", "Quote the whole field");
            }
            if (hasMore() && text.charAt(at) == '\r') {
                at++;
            }
            if (hasMore() && text.charAt(at) == '\n') {
                at++;
            }
            line++;
            lineStart = at;
        }

        ScenarioException refused(int atLine, int column, String message, String advice) {
            return new ScenarioException(Problem.at(new Position(source.name(), atLine, column), "", message, advice));
        }
    }
}
