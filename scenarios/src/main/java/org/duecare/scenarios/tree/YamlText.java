package org.duecare.scenarios.tree;

import java.util.Map;
import java.util.regex.Pattern;

/** Writes a resolved tree as YAML, with the origin of each value as a comment. */
public final class YamlText {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*");
    private static final Pattern RESERVED = Pattern.compile("(?i)true|false|null|yes|no|on|off|nan|y|n");
    private static final Pattern RAW = Pattern.compile("true|false|[-+.]?[0-9][-+.0-9_eE]*");
    private static final int COMMENT_COLUMN = 60;

    private final StringBuilder out = new StringBuilder();
    private final boolean origins;

    private YamlText(boolean origins) {
        this.origins = origins;
    }

    /** The text of a map, with origins. */
    public static String withOrigins(Node.Mapping map) {
        return write(map, true);
    }

    /** The text of a map, without origins. */
    public static String plain(Node.Mapping map) {
        return write(map, false);
    }

    private static String write(Node.Mapping map, boolean origins) {
        YamlText text = new YamlText(origins);
        text.map(map, "");
        return text.out.toString();
    }

    private void map(Node.Mapping map, String indent) {
        String lead = "";
        for (Map.Entry<String, Node.Entry> entry : map.entries().entrySet()) {
            out.append(lead).append(word(entry.getKey())).append(':');
            child(entry.getValue().value(), indent);
            lead = indent;
        }
    }

    private void child(Node node, String indent) {
        if (node instanceof Node.Mapping map && !map.entries().isEmpty()) {
            out.append('\n').append(indent).append("  ");
            map(map, indent + "  ");
        } else if (node instanceof Node.Sequence list && !isFlat(list)) {
            out.append('\n');
            for (Node item : list.items()) {
                out.append(indent).append("  -");
                item(item, indent + "    ");
            }
        } else {
            out.append(' ').append(flow(node));
            origin(node);
        }
    }

    private void item(Node item, String indent) {
        if (item instanceof Node.Mapping map && !map.entries().isEmpty()) {
            out.append(' ');
            map(map, indent);
        } else {
            child(item, indent);
        }
    }

    private void origin(Node node) {
        if (origins) {
            int lineStart = out.lastIndexOf("\n") + 1;
            int missing = COMMENT_COLUMN - (out.length() - lineStart);
            out.append(" ".repeat(Math.max(1, missing))).append("# ");
            out.append(Problem.shown(node.position().origin()));
        }
        out.append('\n');
    }

    private static boolean isFlat(Node.Sequence list) {
        return list.items().stream().allMatch(Node.Scalar.class::isInstance);
    }

    private static String flow(Node node) {
        if (node instanceof Node.Sequence list) {
            return list.items().stream().map(YamlText::flow).toList().toString();
        }
        if (node instanceof Node.Scalar scalar) {
            boolean raw = scalar.style() == Node.Style.NUMBER
                    || RAW.matcher(scalar.text()).matches();
            return raw && scalar.style() != Node.Style.TEXT ? scalar.text() : word(scalar.text());
        }
        return "{}";
    }

    private static String word(String text) {
        if (SAFE.matcher(text).matches() && !RESERVED.matcher(text).matches()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder();
        CanonicalJson.quote(text, quoted);
        return quoted.toString();
    }
}
