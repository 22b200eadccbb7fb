package org.duecare.scenarios.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Canonical JSON of a resolved tree (RFC 8785): sorted keys, shortest numbers, no blanks. */
public final class CanonicalJson {
    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?");

    private CanonicalJson() {}

    /** The canonical text. Whole numbers beyond 2^53 stand as text, as RFC 8785 advises. */
    public static String of(Node node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    /** SHA-256 of the canonical text, in hex. */
    public static String sha256(Node node) {
        return sha256(of(node).getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of bytes, in hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    private static void write(Node node, StringBuilder out) {
        if (node instanceof Node.Mapping map) {
            writeMap(map, out);
        } else if (node instanceof Node.Sequence list) {
            String separator = "[";
            for (Node item : list.items()) {
                out.append(separator);
                write(item, out);
                separator = ",";
            }
            out.append(list.items().isEmpty() ? "[]" : "]");
        } else {
            writeScalar((Node.Scalar) node, out);
        }
    }

    private static void writeMap(Node.Mapping map, StringBuilder out) {
        String separator = "{";
        for (Map.Entry<String, Node.Entry> entry : new TreeMap<>(map.entries()).entrySet()) {
            out.append(separator);
            quote(entry.getKey(), out);
            out.append(':');
            write(entry.getValue().value(), out);
            separator = ",";
        }
        out.append(map.entries().isEmpty() ? "{}" : "}");
    }

    private static void writeScalar(Node.Scalar scalar, StringBuilder out) {
        boolean number = scalar.style() == Node.Style.PLAIN
                && JSON_NUMBER.matcher(scalar.text()).matches()
                && Double.isFinite(Double.parseDouble(scalar.text()));
        if (number) {
            out.append(Numbers.text(Double.parseDouble(scalar.text())));
        } else if (scalar.style() == Node.Style.NUMBER || isTruth(scalar)) {
            out.append(scalar.text());
        } else {
            quote(scalar.text(), out);
        }
    }

    private static boolean isTruth(Node.Scalar scalar) {
        return scalar.style() == Node.Style.PLAIN
                && (scalar.text().equals("true") || scalar.text().equals("false"));
    }

    /** A text as JSON string literal. */
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        quote(text, out);
        return out.toString();
    }

    /** Writes a JSON string literal as RFC 8785 wants it. */
    static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        out.append('"');
    }
}
