package org.duecare.scenarios.binding;

import java.util.ArrayList;
import java.util.List;
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

    UnknownKeys(BindingContext context) {
        this.context = context;
    }

    /** Reports each key of the map that is neither a key of the block nor among the foreign ones. */
    void check(List<KeyedComponent> keys, Node.Mapping map, String path, Set<String> foreign) {
        List<String> allowed = new ArrayList<>();
        collect(keys, allowed);
        boolean open = keys.stream().anyMatch(key -> key.key().inline() && LawCatalogue.isFamily(key.raw()));
        for (String given : map.entries().keySet()) {
            if (!open && !allowed.contains(given) && !foreign.contains(given)) {
                refuse(given, allowed, map, path);
            }
        }
    }

    private static void collect(List<KeyedComponent> keys, List<String> allowed) {
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
