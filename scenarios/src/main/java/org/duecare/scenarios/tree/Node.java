package org.duecare.scenarios.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of a scenario's tree: a map, a list or a single value, each with the place where it stands. */
public sealed interface Node {
    /** Where the node stands. */
    Position position();

    /** What kind of node it is, in the words of messages. */
    String kind();

    /** How a single value was written. */
    enum Style {
        /** Without quotes: may be a number, a truth value or text. */
        PLAIN,
        /** Text, in quotes or resolved as text. */
        TEXT,
        /** A resolved number. */
        NUMBER,
        /** Nothing at all, or the word null. */
        NULL,
        /** Already reported as a problem; readers pass it by in silence. */
        BROKEN
    }

    /** A single value. */
    record Scalar(Position position, String text, Style style) implements Node {
        @Override
        public String kind() {
            return style == Style.NULL ? "nothing" : "a single value";
        }

        /** Whether the value is the word {@code none}. */
        public boolean isNone() {
            return text.equals("none") && (style == Style.PLAIN || style == Style.TEXT);
        }
    }

    /** A list. */
    record Sequence(Position position, List<Node> items) implements Node {
        /** Copies the list. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A value of a map, with the place of its key. */
    record Entry(Position key, Node value) {}

    /** A map in the order of the file. */
    record Mapping(Position position, Map<String, Entry> entries) implements Node {
        /** Copies the map. */
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a map";
        }

        /** The value of a key; null where the key is absent. */
        public @Nullable Node get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        /** The place of a key; the place of the map where the key is absent. */
        public Position keyPosition(String key) {
            Entry entry = entries.get(key);
            return entry == null ? position : entry.key();
        }

        /** This map with one entry replaced or appended. */
        public Mapping with(String key, Entry entry) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, entry);
            return new Mapping(position, changed);
        }

        /** This map without some keys. */
        public Mapping without(String... keys) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.keySet().removeAll(List.of(keys));
            return new Mapping(position, changed);
        }
    }

    /** An empty map at a place. */
    static Mapping emptyMap(Position position) {
        return new Mapping(position, Map.of());
    }

    /** A resolved text. */
    static Scalar text(Position position, String text) {
        return new Scalar(position, text, Style.TEXT);
    }
}
