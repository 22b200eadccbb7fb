package org.duecare.scenarios;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line lays over a scenario.
 *
 * @param set {@code path=value}, in order
 * @param seed as written after {@code --seed}; null without
 * @param trials as written after {@code --trials}; null without
 * @param happening files of disasters that happen, appended to {@code events}
 * @param disasters files of disasters that a stress test asks about, appended to {@code stress.disasters}
 */
public record Overrides(
        List<String> set,
        @Nullable String seed,
        @Nullable String trials,
        List<String> happening,
        List<String> disasters) {
    /** Nothing overridden. */
    public static final Overrides NONE = new Overrides(List.of(), null, null);

    /** Copies the lists. */
    public Overrides {
        set = List.copyOf(set);
        happening = List.copyOf(happening);
        disasters = List.copyOf(disasters);
    }

    /** No disasters. */
    public Overrides(List<String> set, @Nullable String seed, @Nullable String trials) {
        this(set, seed, trials, List.of(), List.of());
    }

    /** Only {@code --set}. */
    public static Overrides set(String... assignments) {
        return new Overrides(List.of(assignments), null, null);
    }

    /** The same with disasters that happen. */
    public Overrides with(List<String> files) {
        return new Overrides(set, seed, trials, files, disasters);
    }

    /** The same with disasters that a stress test asks about. */
    public Overrides asking(List<String> files) {
        return new Overrides(set, seed, trials, happening, files);
    }
}
