package org.duecare.scenarios.binding;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.Suggestions;

/** Refuses keys that a block does not have: did you mean, what is allowed, where it belongs. */
final class UnknownKeys {
    private static final int MOST_SHOWN = 30;
    private static final int MOST_PARENTS = 4;

    private final BindingContext context;
    private final Map<List<KeyedComponent>, Allowed> known = new IdentityHashMap<>();

    /** The words a block takes, and whether it takes others, too. */
    private record Allowed(Set<String> words, boolean open) {
        static Allowed of(List<KeyedComponent> keys) {
            Set<String> words = new LinkedHashSet<>();
            collect(keys, words);
            return new Allowed(
                    words, keys.stream().anyMatch(key -> key.key().inline() && LawCatalogue.isFamily(key.raw())));
        }
    }

    UnknownKeys(BindingContext context) {
        this.context = context;
    }

    /** Reports each key of the map that is neither a key of the block nor among the foreign ones. */
    void check(List<KeyedComponent> keys, Node.Mapping map, String path, Set<String> foreign) {
        Allowed allowed = known.computeIfAbsent(keys, Allowed::of);
        if (allowed.open) {
            return;
        }
        for (String given : map.entries().keySet()) {
            if (!allowed.words.contains(given) && !foreign.contains(given)) {
                refuse(given, List.copyOf(allowed.words), map, path);
            }
        }
    }

    private static void collect(List<KeyedComponent> keys, Set<String> allowed) {
        for (KeyedComponent key : keys) {
            if (key.key().inline()) {
                collect(KeyedComponent.of(key.raw()), allowed);
            } else {
                allowed.add(key.name());
            }
        }
    }

    private void refuse(String given, List<String> allowed, Node.Mapping map, String path) {
        Set<String> parents = new TreeSet<>(KeyTree.parentsOf(context.root(), given));
        String words = "allowed here: " + String.join(", ", allowed.subList(0, Math.min(MOST_SHOWN, allowed.size())));
        String near = Suggestions.nearest(given, allowed).orElse("");
        String shown = Problem.shown(given);
        boolean elsewhere = !parents.isEmpty() && (near.isEmpty() || Suggestions.distance(given, near) > 1);
        String message = elsewhere
                ? "'" + shown + "' belongs under "
                        + parents.stream().limit(MOST_PARENTS).collect(Collectors.joining(" or ")) + ", found "
                        + (path.isEmpty() ? "at the top" : "under " + path)
                : "unknown key '" + shown + "'";
        String advice = near.isEmpty() || elsewhere ? words : "did you mean '" + near + "'?   " + words;
        String child = path.isEmpty() ? shown : path + "." + shown;
        String help =
                BindingContext.helpKey(near.isEmpty() || elsewhere ? path : path.isEmpty() ? near : path + "." + near);
        context.problems()
                .add(Problem.at(map.keyPosition(given), child, message, advice).withHelp(help));
    }
}
