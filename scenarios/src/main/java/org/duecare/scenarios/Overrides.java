package org.duecare.scenarios;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line lays over a scenario.
 *
 * @param set {@code path=value}, in order
 * @param seed as written after {@code --seed}; null without
 * @param trials as written after {@code --trials}; null without
 */
public record Overrides(
        List<String> set, @Nullable String seed, @Nullable String trials) {
    /** Nothing overridden. */
    public static final Overrides NONE = new Overrides(List.of(), null, null);

    /** Copies the list. */
    public Overrides {
        set = List.copyOf(set);
    }

    /** Only {@code --set}. */
    public static Overrides set(String... assignments) {
        return new Overrides(List.of(assignments), null, null);
    }
}
