package org.duecare.scenarios;

import java.util.List;
import java.util.Map;
import org.duecare.scenarios.tree.CanonicalJson;
import org.duecare.scenarios.tree.Numbers;

/** Writes maps, lists and values as indented JSON in their own order. */
final class SchemaText {
    private final StringBuilder out = new StringBuilder();

    private SchemaText() {}

    static String write(Object value) {
        SchemaText text = new SchemaText();
        text.value(value, "");
        return text.out.toString();
    }

    private void value(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            map(map, indent);
        } else if (value instanceof List<?> list) {
            list(list, indent);
        } else if (value instanceof Double number) {
            out.append(Numbers.text(number));
        } else if (value instanceof String text) {
            out.append(CanonicalJson.quoted(text));
        } else {
            out.append(value);
        }
    }

    private void map(Map<?, ?> map, String indent) {
        String separator = "{\n";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator).append(indent).append("  ").append(CanonicalJson.quoted((String) entry.getKey()));
            out.append(": ");
            value(entry.getValue(), indent + "  ");
            separator = ",\n";
        }
        out.append(map.isEmpty() ? "{}" : "\n" + indent + "}");
    }

    private void list(List<?> list, String indent) {
        boolean flat = list.stream().noneMatch(item -> item instanceof Map || item instanceof List);
        String separator = flat ? "[" : "[\n" + indent + "  ";
        for (Object item : list) {
            out.append(separator);
            value(item, indent + "  ");
            separator = flat ? ", " : ",\n" + indent + "  ";
        }
        out.append(list.isEmpty() ? "[]" : flat ? "]" : "\n" + indent + "]");
    }
}
