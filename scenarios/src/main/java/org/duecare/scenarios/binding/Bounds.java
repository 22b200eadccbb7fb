package org.duecare.scenarios.binding;

import org.duecare.scenarios.tree.Numbers;

/** The range of a key, in words. */
public final class Bounds {
    private Bounds() {}

    /** What a value violates; empty where it is allowed. */
    static String violated(KeyedComponent component, double value) {
        KeyFacts key = component.key();
        boolean low = key.aboveMin() ? value > key.min() : value >= key.min();
        return low && value <= key.max() ? "" : "must be " + words(key);
    }

    /** The range in words; empty where every number is allowed. */
    public static String words(KeyFacts key) {
        boolean low = key.min() != Double.NEGATIVE_INFINITY;
        boolean high = key.max() != Double.POSITIVE_INFINITY;
        if (low && high) {
            return key.aboveMin()
                    ? "above " + Numbers.text(key.min()) + " and at most " + Numbers.text(key.max())
                    : "between " + Numbers.text(key.min()) + " and " + Numbers.text(key.max());
        }
        if (low) {
            return (key.aboveMin() ? "above " : "at least ") + Numbers.text(key.min());
        }
        return high ? "at most " + Numbers.text(key.max()) : "";
    }

    /** A way out for a value beyond its range. */
    static String advice(KeyedComponent component, double value) {
        KeyFacts key = component.key();
        if (key.unit().equals("share") && value > 1 && value <= 100) {
            return "did you mean " + Numbers.text(value) + " %?";
        }
        return key.unlimited() && value == 0 ? "Write none for unlimited, or remove the layer" : "";
    }
}
