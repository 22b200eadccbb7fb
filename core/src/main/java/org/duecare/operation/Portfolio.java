package org.duecare.operation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** The operations of a scenario: listed, synthesised, or both. */
public record Portfolio(
        @Key(doc = "Operations one by one.", fallback = "[]")
        List<Operation> listed,

        @Key(doc = "Operations made from counts and laws.", fallback = "[]")
        List<OperationGroup> synthesise) {
    /** Checks that there is at least one operation and no identifier twice. */
    public Portfolio {
        listed = List.copyOf(listed);
        synthesise = List.copyOf(synthesise);
        Require.that(!listed.isEmpty() || !synthesise.isEmpty(), "", "must hold at least one operation", "");
        Set<String> seen = new HashSet<>();
        for (Operation operation : listed) {
            Require.that(
                    seen.add(operation.operation()),
                    "operation",
                    "= " + operation.operation() + " occurs twice; identifiers must be unique",
                    "");
        }
    }
}
