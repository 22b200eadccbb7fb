package org.duecare.scenarios.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads YAML 1.2 or JSON into a tree, refusing whatever other readers might understand differently. */
public final class TreeReader {
    /** Deepest nesting of maps and lists. */
    public static final int MAX_DEPTH = 50;

    private static final int CONSTRAINT = Math.toIntExact(SourceText.MAX_BYTES);
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(10 * MAX_DEPTH)
            .maxStringLength(CONSTRAINT)
            .maxNumberLength(CONSTRAINT)
            .build();
    private static final TokenStreamFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(LIMITS)
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .loadSettings(LoadSettings.builder()
                    .setAllowDuplicateKeys(true)
                    .setCodePointLimit(CONSTRAINT)
                    .build())
            .build();
    private static final TokenStreamFactory JSON = JsonFactory.builder()
            .streamReadConstraints(LIMITS)
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final SourceText source;
    private final Problems problems;
    private final boolean json;
    private final @Nullable Position fixed;

    private TreeReader(SourceText source, Problems problems, boolean json, @Nullable Position fixed) {
        this.source = source;
        this.problems = problems;
        this.json = json;
        this.fixed = fixed;
    }

    /**
     * Reads a whole document, which must be a map. Faults are added to the problems.
     *
     * @return the map; an empty one where the text is no map at all
     */
    public static Node.Mapping document(SourceText source, boolean json, Problems problems) {
        TreeReader reader = new TreeReader(source, problems, json, null);
        Position start = new Position(source.name(), 1, 1);
        if (source.text()
                .lines()
                .allMatch(line -> line.isBlank() || (!json && line.strip().startsWith("#")))) {
            problems.add(
                    new Position(source.name(), 0, 0), "", source.name() + " is empty", "Start with `duecare init`");
            return Node.emptyMap(start);
        }
        if (!json && reader.hasTabs()) {
            return Node.emptyMap(start);
        }
        Node root = reader.read();
        if (root instanceof Node.Mapping map) {
            return map;
        }
        if (root != null && !isBroken(root)) {
            problems.add(start, "", "a scenario is a map of keys, found " + root.kind(), "");
        }
        return Node.emptyMap(start);
    }

    /** Reads one value written on the command line or as a default; every node gets the same position. */
    public static Node fragment(String text, Position position, Problems problems) {
        SourceText source = SourceText.of(position.file(), text);
        Node node = text.isEmpty() ? null : new TreeReader(source, problems, false, position).read();
        return node == null ? new Node.Scalar(position, "", Node.Style.NULL) : node;
    }

    private static boolean isBroken(Node node) {
        return node instanceof Node.Scalar scalar && scalar.style() == Node.Style.BROKEN;
    }

    private boolean hasTabs() {
        int before = problems.size();
        for (int i = 0; i < source.lines().size(); i++) {
            String line = source.lines().get(i);
            int first = line.length() - line.stripLeading().length();
            int tab = line.substring(0, first).indexOf('\t');
            if (tab >= 0 && first < line.length()) {
                problems.add(
                        new Position(source.name(), i + 1, tab + 1), "", "tabs are not allowed here", "Use spaces");
            }
        }
        return problems.size() > before;
    }

    private @Nullable Node read() {
        try (JsonParser parser = (json ? JSON : YAML).createParser(ObjectReadContext.empty(), source.text())) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return null;
            }
            Node root = value(parser, first, "", 1);
            rest(parser);
            return root;
        } catch (TooDeep deep) {
            return new Node.Scalar(position(1, 1), "", Node.Style.BROKEN);
        } catch (JacksonException refused) {
            problems.add(syntax(refused));
            return new Node.Scalar(position(1, 1), "", Node.Style.BROKEN);
        }
    }

    private void rest(JsonParser parser) {
        JsonToken more;
        try {
            more = parser.nextToken();
        } catch (JacksonException junk) {
            Problem problem = syntax(junk);
            problems.add(Problem.at(
                    new Position(problem.file(), problem.line(), problem.column()),
                    "",
                    "unexpected text after the end of the document",
                    "Remove it"));
            return;
        }
        if (more == null) {
            return;
        }
        String message = json
                ? "unexpected text after the end of the document"
                : "one scenario per file; found another document";
        problems.add(here(parser), "", message, json ? "Remove it" : "Remove the line --- and what follows it");
    }

    private Node value(JsonParser parser, JsonToken token, String path, int depth) {
        Position position = here(parser);
        boolean sound = noYamlTricks(parser, position, path);
        if (depth > MAX_DEPTH) {
            problems.add(position, path.length() > 200 ? "" : path, "nested deeper than " + MAX_DEPTH, "");
            throw new TooDeep();
        }
        Node node = switch (token) {
            case START_OBJECT -> map(parser, position, path, depth);
            case START_ARRAY -> list(parser, position, path, depth);
            default -> scalar(parser, token, position);
        };
        return sound ? node : new Node.Scalar(position, "", Node.Style.BROKEN);
    }

    private Node map(JsonParser parser, Position position, String path, int depth) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            Position keyPosition = here(parser);
            String childPath = path.isEmpty() ? key : path + "." + key;
            boolean sound = noYamlTricks(parser, keyPosition, childPath);
            Node child = value(parser, parser.nextToken(), childPath, depth + 1);
            if (!json && key.equals("<<")) {
                problems.add(keyPosition, path, "merge keys are not supported", "Use extends");
                continue;
            }
            Node.Entry first = entries.get(key);
            if (first != null) {
                String message = "duplicate key '" + Problem.shown(key) + "', first at line "
                        + first.key().line();
                problems.add(keyPosition, childPath, message, "Remove one of the two");
            } else if (sound) {
                entries.put(key, new Node.Entry(keyPosition, child));
            }
        }
        return new Node.Mapping(position, entries);
    }

    private Node list(JsonParser parser, Position position, String path, int depth) {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token, path + "[" + items.size() + "]", depth + 1));
        }
        return new Node.Sequence(position, items);
    }

    private Node scalar(JsonParser parser, JsonToken token, Position position) {
        String text = parser.getString();
        if (token == JsonToken.VALUE_STRING) {
            boolean quoted = json || isQuoted(parser.currentTokenLocation());
            if (!quoted && (text.equals("~") || text.isEmpty())) {
                return new Node.Scalar(position, "", Node.Style.NULL);
            }
            return new Node.Scalar(position, text, quoted ? Node.Style.TEXT : Node.Style.PLAIN);
        }
        return new Node.Scalar(position, text, token == JsonToken.VALUE_NULL ? Node.Style.NULL : Node.Style.PLAIN);
    }

    private boolean isQuoted(TokenStreamLocation location) {
        return "\"'|>".indexOf(source.charAt(location.getLineNr(), location.getColumnNr())) >= 0;
    }

    private boolean noYamlTricks(JsonParser parser, Position position, String path) {
        if (!(parser instanceof YAMLParser yaml)) {
            return true;
        }
        TokenStreamLocation location = parser.currentTokenLocation();
        int first = source.charAt(location.getLineNr(), location.getColumnNr());
        if (yaml.isCurrentAlias()) {
            problems.add(position, path, "aliases (*name) are not supported", "Write the value out, or use extends");
            return false;
        }
        if (yaml.getObjectId() != null || first == '&') {
            problems.add(position, path, "anchors (&name) are not supported", "Remove it, or use extends");
            return false;
        }
        boolean key = parser.currentToken() == JsonToken.PROPERTY_NAME;
        if (first == '!' || (yaml.getTypeId() != null && !key)) {
            problems.add(position, path, "tags (!name) are not supported", "Remove the tag");
            return false;
        }
        return true;
    }

    private Position here(JsonParser parser) {
        TokenStreamLocation location = parser.currentTokenLocation();
        return position(location.getLineNr(), location.getColumnNr());
    }

    private Position position(int line, int column) {
        return fixed == null ? new Position(source.name(), line, column) : fixed;
    }

    private Problem syntax(JacksonException refused) {
        if (refused.getCause() instanceof MarkedYamlEngineException yaml) {
            boolean opened = yaml.getContext() != null
                    && (yaml.getContext().contains("simple key")
                            || yaml.getContext().contains("quoted"));
            Mark mark = (opened ? yaml.getContextMark() : yaml.getProblemMark())
                    .orElseGet(() -> yaml.getProblemMark().orElseThrow());
            String what = opened && yaml.getContext().contains("quoted")
                    ? "the quotation opened here is never closed"
                    : plainWords(yaml.getProblem());
            return at(mark.getLine() + 1, mark.getColumn() + 1, what);
        }
        TokenStreamLocation location = refused.getLocation();
        String first = refused.getOriginalMessage().lines().findFirst().orElse("");
        return location == null ? at(1, 1, first) : at(location.getLineNr(), location.getColumnNr(), first);
    }

    private static String plainWords(String problem) {
        return problem.contains("could not find expected ':'") ? "a colon after the key is missing" : problem;
    }

    private Problem at(int line, int column, String what) {
        String form = json ? "JSON" : "YAML";
        Problem problem = Problem.at(
                position(line, column),
                "",
                "cannot be read as " + form + ": " + Problem.shown(what),
                "Check colons, indentation and brackets");
        return fixed == null ? problem.withExcerpt(source.excerpt(line)) : problem;
    }

    /** Ends the reading of a text nested too deep; already reported. */
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooDeep() {
            super("nested deeper than " + MAX_DEPTH, null, false, false);
        }
    }
}
