package org.duecare.scenarios.binding;

import org.duecare.scenarios.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of binding one node.
 *
 * @param ok false where a problem was reported; the value is then meaningless
 * @param value the bound value; null for an absent one
 * @param node the resolved node: defaults filled in, units resolved, origins kept
 */
public record Bound(boolean ok, @Nullable Object value, Node node) {
    /** A value. */
    static Bound of(@Nullable Object value, Node node) {
        return new Bound(true, value, node);
    }

    /** A fault, already reported. */
    static Bound failed(Node node) {
        return new Bound(false, null, node);
    }
}
