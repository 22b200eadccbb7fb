package org.duecare.scenarios.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path into a tree, as {@code --set} takes it: {@code threats[ransomware].incidentsPerYear},
 * {@code compensation[0].limit}, {@code variants[joint-fund].fund.target}.
 */
public final class TreePath {
    /** Keys that name the items of a list. */
    private static final List<String> NAME_KEYS =
            List.of("operation", "type", "event", "provider", "insurer", "variant", "payer");

    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[([^\\[\\]]+)\\]");

    private final String text;
    private final List<String> steps;

    private TreePath(String text, List<String> steps) {
        this.text = text;
        this.steps = List.copyOf(steps);
    }

    /** Parses a path; empty where it is no path. */
    public static Optional<TreePath> parse(String text) {
        List<String> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            boolean bracket = matcher.group(1) == null;
            if (steps.isEmpty() && (bracket || text.startsWith("."))) {
                return Optional.empty();
            }
            steps.add(
                    bracket ? "[" + matcher.group(2).strip() : matcher.group(1).strip());
            end = matcher.end();
        }
        return end == text.length() && !steps.isEmpty() ? Optional.of(new TreePath(text, steps)) : Optional.empty();
    }

    /** The first key. */
    public String root() {
        return steps.get(0);
    }

    /** The tree with a value put at this path; missing maps are made, missing list items are a problem. */
    public Node.Mapping put(Node.Mapping tree, Node value, Problems problems) {
        return (Node.Mapping) put(tree, 0, value, problems);
    }

    private Node put(Node node, int depth, Node value, Problems problems) {
        if (depth == steps.size()) {
            return value;
        }
        String step = steps.get(depth);
        if (!step.startsWith("[")) {
            return putKey(node, step, depth, value, problems);
        }
        if (node instanceof Node.Sequence list) {
            return putItem(list, step.substring(1), depth, value, problems);
        }
        if (node instanceof Node.Mapping map && map.get("listed") instanceof Node.Sequence) {
            return putKey(map, "listed", depth - 1, value, problems);
        }
        return putKey(node, step.substring(1), depth, value, problems);
    }

    private Node putKey(Node node, String key, int depth, Node value, Problems problems) {
        boolean list = node instanceof Node.Sequence && depth < steps.size();
        if (list) {
            problems.add(
                    value.position(), text, "'" + Problem.shown(key) + "' follows a list", "Write [0] or [name] first");
            return node;
        }
        Node.Mapping map = node instanceof Node.Mapping given ? given : Node.emptyMap(value.position());
        Node below = map.get(key);
        Node child = put(below == null ? Node.emptyMap(value.position()) : below, depth + 1, value, problems);
        Position position = child == value || below == null ? value.position() : map.keyPosition(key);
        return map.with(key, new Node.Entry(position, child));
    }

    private Node putItem(Node.Sequence list, String name, int depth, Node value, Problems problems) {
        int index = indexOf(list, name);
        if (index < 0) {
            problems.add(
                    value.position(),
                    text,
                    "no item [" + Problem.shown(name) + "] in a list of "
                            + list.items().size(),
                    advice(list, name));
            return list;
        }
        List<Node> items = new ArrayList<>(list.items());
        items.set(index, put(items.get(index), depth + 1, value, problems));
        return new Node.Sequence(list.position(), items);
    }

    private static String advice(Node.Sequence list, String name) {
        List<String> names = list.items().stream()
                .map(TreePath::nameOf)
                .filter(n -> !n.isEmpty())
                .toList();
        return Suggestions.nearest(name, names)
                .map(near -> "did you mean '" + near + "'?")
                .orElse(names.isEmpty() ? "Items are counted from 0" : "there are: " + shortList(names));
    }

    private static String shortList(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(8, names.size()))) + (names.size() > 8 ? ", ..." : "");
    }

    private static int indexOf(Node.Sequence list, String name) {
        for (int i = 0; i < list.items().size(); i++) {
            if (nameOf(list.items().get(i)).equals(name)) {
                return i;
            }
        }
        boolean number = name.matches("[0-9]{1,9}")
                && Integer.parseInt(name) < list.items().size();
        return number ? Integer.parseInt(name) : -1;
    }

    /** The name of a list item: the value of the first naming key it has; empty where it has none. */
    public static String nameOf(Node item) {
        if (item instanceof Node.Mapping map) {
            for (String key : NAME_KEYS) {
                if (map.get(key) instanceof Node.Scalar scalar) {
                    return scalar.text();
                }
            }
        }
        return "";
    }
}
