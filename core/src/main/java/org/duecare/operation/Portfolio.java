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

    /** Whether an operation of this name is listed or will be synthesised. */
    public boolean holds(String name) {
        return listed.stream().anyMatch(operation -> operation.operation().equals(name)) || synthesises(name);
    }

    private boolean synthesises(String name) {
        int digits = name.lastIndexOf('-') + 1;
        String prefix = name.substring(0, digits);
        long count = 0;
        for (OperationGroup group : synthesise) {
            count += group.prefix().equals(prefix) ? group.count() : 0;
        }
        // Compared as written: 00001 is a name, 1 is none.
        return count > 0
                && name.substring(digits).matches("\\d{1,9}")
                && Integer.parseInt(name.substring(digits)) >= 1
                && Integer.parseInt(name.substring(digits)) <= count
                && name.equals(OperationGroup.name(prefix, Integer.parseInt(name.substring(digits))));
    }
}
