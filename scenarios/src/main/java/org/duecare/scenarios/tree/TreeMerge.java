package org.duecare.scenarios.tree;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lays one tree over another: maps merge deeply; single values and lists replace. */
public final class TreeMerge {
    private TreeMerge() {}

    /** The base with the overlay laid over it. Keys keep the order of the base; new ones follow. */
    public static Node.Mapping merge(Node.Mapping base, Node.Mapping overlay) {
        Map<String, Node.Entry> merged = new LinkedHashMap<>(base.entries());
        overlay.entries().forEach((key, entry) -> {
            Node.Entry below = merged.get(key);
            merged.put(key, below == null ? entry : over(below, entry));
        });
        return new Node.Mapping(overlay.position(), merged);
    }

    private static Node.Entry over(Node.Entry below, Node.Entry above) {
        boolean deep = below.value() instanceof Node.Mapping lower
                && above.value() instanceof Node.Mapping upper
                && !isOtherLaw(lower, upper);
        return deep
                ? new Node.Entry(above.key(), merge((Node.Mapping) below.value(), (Node.Mapping) above.value()))
                : above;
    }

    /** Another law replaces the one below: parameters of two laws never mix. */
    private static boolean isOtherLaw(Node.Mapping lower, Node.Mapping upper) {
        return lower.get("law") instanceof Node.Scalar below
                && upper.get("law") instanceof Node.Scalar above
                && !below.text().equals(above.text());
    }
}
