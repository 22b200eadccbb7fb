package org.duecare.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Position;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.Problems;
import org.duecare.scenarios.tree.ScenarioException;
import org.duecare.scenarios.tree.Suggestions;

/**
 * Disasters in files of their own, to be laid over any scenario: where {@code events} or {@code stress.disasters} name a file
 * or {@code library:NAME} in place of a block, what the file holds is put there.
 */
final class Disasters {
    /** The key that makes a file one. */
    static final String KEY = "disaster";

    private static final String EVENTS = "events";
    private static final String STRESS = "stress";
    private static final String DISASTERS = "disasters";
    private static final Set<String> KEYS = Set.of("schemaVersion", KEY, EVENTS, "source", "confidence");

    private final Reader reader;
    private final Problems problems;

    /** Reads the tree of a file named at a place. */
    @FunctionalInterface
    interface Reader {
        Node.Mapping read(String reference, Position from);
    }

    Disasters(Reader reader, Problems problems) {
        this.reader = reader;
        this.problems = problems;
    }

    /** Whether a tree is a disaster rather than a scenario. */
    static boolean is(Node.Mapping tree) {
        return tree.get(KEY) != null && tree.get("operations") == null;
    }

    /** The tree with what the command line adds, and with every named file put in. */
    Node.Mapping expand(Node.Mapping tree, Overrides overrides) {
        Node.Mapping whole = listed(tree, EVENTS, overrides.happening(), this::eventsOf);
        Node stress = whole.get(STRESS);
        if (stress != null && !(stress instanceof Node.Mapping)) {
            return whole;
        }
        Position position = whole.keyPosition(STRESS);
        Node.Mapping plan = stress instanceof Node.Mapping map ? map : Node.emptyMap(position);
        Node.Mapping filled = listed(plan, DISASTERS, overrides.disasters(), node -> List.of(disasterOf(node)));
        return filled.entries().isEmpty() ? whole : whole.with(STRESS, new Node.Entry(position, filled));
    }

    @FunctionalInterface
    private interface Expansion {
        List<Node> of(Node.Scalar reference);
    }

    private static Node.Mapping listed(Node.Mapping map, String key, List<String> added, Expansion expansion) {
        Node list = map.get(key);
        boolean absent = list == null || (list instanceof Node.Scalar scalar && scalar.isNone());
        if ((absent && added.isEmpty()) || !(absent || list instanceof Node.Sequence)) {
            return map;
        }
        List<Node> items = new ArrayList<>(list instanceof Node.Sequence given ? given.items() : List.of());
        for (String reference : added) {
            items.add(Node.text(new Position("--disaster " + Problem.shown(reference), 0, 0), reference));
        }
        List<Node> expanded = new ArrayList<>();
        for (Node item : items) {
            boolean named = item instanceof Node.Scalar scalar && isText(scalar);
            expanded.addAll(named ? expansion.of((Node.Scalar) item) : List.of(item));
        }
        Position position = list == null ? map.position() : list.position();
        Node.Sequence sequence = new Node.Sequence(position, expanded);
        return map.with(key, new Node.Entry(map.keyPosition(key), sequence));
    }

    private static boolean isText(Node.Scalar scalar) {
        return scalar.style() == Node.Style.PLAIN || scalar.style() == Node.Style.TEXT;
    }

    private List<Node> eventsOf(Node.Scalar reference) {
        return disasterOf(reference) instanceof Node.Mapping map && map.get(EVENTS) instanceof Node.Sequence events
                ? events.items()
                : List.of(broken(reference));
    }

    /** The block that a file holds, without its version; broken where the file is none. */
    private Node disasterOf(Node.Scalar reference) {
        Node.Mapping file;
        try {
            file = reader.read(reference.text(), reference.position());
        } catch (ScenarioException missing) {
            problems.addAll(missing.problems());
            return broken(reference);
        }
        if (!is(file) || !(file.get(EVENTS) instanceof Node.Sequence)) {
            problems.add(
                    reference.position(),
                    "",
                    Problem.shown(reference.text()) + " is no disaster: it needs " + KEY + " (its name) and " + EVENTS
                            + " (a list)",
                    "See `duecare library` for disasters that are shipped");
            return broken(reference);
        }
        Map<String, Node.Entry> kept = new LinkedHashMap<>();
        file.entries().forEach((key, entry) -> {
            if (!KEYS.contains(key)) {
                String near = Suggestions.nearest(key, KEYS)
                        .map(word -> "did you mean '" + word + "'?")
                        .orElse("A disaster has "
                                + String.join(", ", KEYS.stream().sorted().toList()));
                problems.add(entry.key(), key, "unknown key '" + Problem.shown(key) + "' in a disaster", near);
            } else if (!key.equals("schemaVersion")) {
                kept.put(key, entry);
            }
        });
        return new Node.Mapping(file.position(), kept);
    }

    private static Node broken(Node.Scalar reference) {
        return new Node.Scalar(reference.position(), reference.text(), Node.Style.BROKEN);
    }
}
