package org.duecare.scenarios.binding;

import org.duecare.quantity.Key;

/** What a {@link Key} says, read once: asking the annotation itself for every value of a file is slow. */
public record KeyFacts(
        String doc,
        String unit,
        double min,
        double max,
        boolean aboveMin,
        String fallback,
        boolean unlimited,
        String source,
        boolean inline) {
    /** The facts of an annotation. */
    public static KeyFacts of(Key key) {
        return new KeyFacts(
                key.doc(),
                key.unit(),
                key.min(),
                key.max(),
                key.aboveMin(),
                key.fallback(),
                key.unlimited(),
                key.source(),
                key.inline());
    }
}
