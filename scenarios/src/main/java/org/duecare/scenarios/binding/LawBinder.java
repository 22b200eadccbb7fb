package org.duecare.scenarios.binding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duecare.distribution.LossLaw;
import org.duecare.quantity.Key;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Position;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.ScenarioException;
import org.duecare.scenarios.tree.SourceText;
import org.duecare.scenarios.tree.Suggestions;
import org.jspecify.annotations.Nullable;

/** Binds a law by its name and one of its sets of parameters. */
final class LawBinder {
    private static final Set<String> FILE_KEYS = Set.of("file", "column");
    private static final KeyedComponent CAP = KeyedComponent.of(Cap.class).get(0);
    private static final KeyedComponent NAME = KeyedComponent.of(Cap.class).get(1);

    private final Binder binder;
    private final BindingContext context;

    LawBinder(Binder binder, BindingContext context) {
        this.binder = binder;
        this.context = context;
    }

    /** The keys beside the parameters. */
    record Cap(
            @Key(
                    doc = "Largest amount: the law is cut there, larger amounts become the cap.",
                    unit = "money",
                    min = 0,
                    aboveMin = true,
                    fallback = "none",
                    unlimited = true)
            double cap,

            @Key(doc = "Text.", fallback = "") String text) {}

    /** The key {@code cap} that every loss law takes. */
    static KeyedComponent cap() {
        return CAP;
    }

    Bound bind(KeyedComponent key, Node.Mapping map, String path, Set<String> foreign) {
        boolean loss = key.raw() == LossLaw.class;
        Map<String, Class<?>> laws = LawCatalogue.laws(key.raw());
        if (!(map.get("law") instanceof Node.Scalar name)) {
            String advice =
                    "Write for example {law: " + laws.keySet().iterator().next() + ", ...}";
            context.refuse(map.position(), path, "'law' is missing in " + key.name(), advice);
            return Bound.failed(map);
        }
        Class<?> law = laws.get(name.text());
        if (law == null) {
            String advice = Suggestions.nearest(name.text(), laws.keySet())
                    .map(near -> "did you mean '" + near + "'?   ")
                    .orElse("");
            context.refuse(
                    name.position(),
                    path + ".law",
                    "unknown law '" + Problem.shown(name.text()) + "'",
                    advice + "available: " + String.join(", ", laws.keySet()));
            return Bound.failed(map);
        }
        Node.Mapping own = withoutForeign(map, foreign, loss);
        Node.Mapping parameters = loss && own.get("file") != null ? fromFile(own, path) : own;
        if (parameters == null) {
            return Bound.failed(map);
        }
        Bound made = parameters(law, name, parameters, path, loss, foreign);
        return capped(made, map, path, loss);
    }

    private static Node.Mapping withoutForeign(Node.Mapping map, Set<String> foreign, boolean loss) {
        Set<String> dropped = new TreeSet<>(foreign);
        dropped.add("law");
        if (loss) {
            dropped.add(CAP.name());
        }
        return map.without(dropped.toArray(String[]::new));
    }

    private Bound parameters(
            Class<?> law, Node.Scalar name, Node.Mapping map, String path, boolean loss, Set<String> foreign) {
        List<LawCatalogue.ParameterSet> sets = LawCatalogue.parameterSets(law);
        LawCatalogue.ParameterSet set = best(sets, map.entries().keySet());
        int before = context.problems().size();
        for (String given : map.entries().keySet()) {
            if (!set.names().contains(given)) {
                refuseParameter(name.text(), sets, given, map, path, others(loss, foreign));
            }
        }
        Map<String, Node.Entry> resolved = new LinkedHashMap<>();
        resolved.put("law", new Node.Entry(name.position(), Node.text(name.position(), name.text())));
        Object[] values = binder.values(set.keys(), map, path, resolved);
        Node.Mapping node = new Node.Mapping(map.position(), resolved);
        if (values == null || context.problems().size() > before) {
            return Bound.failed(node);
        }
        return binder.made(() -> set.make(values), map, node, path);
    }

    private static LawCatalogue.ParameterSet best(List<LawCatalogue.ParameterSet> sets, Set<String> given) {
        return sets.stream()
                .min(Comparator.comparingLong((LawCatalogue.ParameterSet set) -> given.stream()
                                .filter(key -> !set.names().contains(key))
                                .count())
                        .thenComparingLong(set -> set.keys().stream()
                                .filter(key -> key.required() && !given.contains(key.name()))
                                .count()))
                .orElseThrow();
    }

    private static Set<String> others(boolean loss, Set<String> foreign) {
        Set<String> others = new TreeSet<>(foreign);
        if (loss) {
            others.add(CAP.name());
        }
        return others;
    }

    private void refuseParameter(
            String name,
            List<LawCatalogue.ParameterSet> sets,
            String given,
            Node.Mapping map,
            String path,
            Set<String> others) {
        Set<String> all = new TreeSet<>();
        sets.forEach(set -> all.addAll(set.names()));
        String takes = name + " takes "
                + sets.stream().map(set -> String.join(", ", set.names())).collect(Collectors.joining(" | "));
        Position position = map.keyPosition(given);
        if (all.contains(given)) {
            String message = "'" + given + "' does not go with the other parameters";
            context.refuse(position, path + "." + given, message, takes);
            return;
        }
        all.add("law");
        all.addAll(others);
        String near = Suggestions.nearest(given, all)
                .map(word -> "did you mean '" + word + "'?   ")
                .orElse("");
        String shown = Problem.shown(given);
        String beside = others.isEmpty() ? "" : ", and " + String.join(", ", others);
        context.refuse(position, path + "." + shown, "unknown key '" + shown + "'", near + takes + beside);
    }

    private Bound capped(Bound made, Node.Mapping map, String path, boolean loss) {
        Node cap = map.get(CAP.name());
        if (!loss || cap == null) {
            return made;
        }
        Bound amount = binder.value(CAP, cap, path + "." + CAP.name());
        if (!made.ok() || !amount.ok()) {
            return Bound.failed(made.node());
        }
        Node.Mapping node = ((Node.Mapping) made.node())
                .with(CAP.name(), new Node.Entry(map.keyPosition(CAP.name()), amount.node()));
        double limit = amount.value() instanceof Double value ? value : Double.POSITIVE_INFINITY;
        if (limit == Double.POSITIVE_INFINITY || !(made.value() instanceof LossLaw law)) {
            return Bound.of(made.value(), node);
        }
        return binder.made(() -> LawCatalogue.capped(law, limit), map, node, path);
    }

    /** Replaces {@code file, column} by the values read from there. */
    private Node.@Nullable Mapping fromFile(Node.Mapping map, String path) {
        Bound file = binder.value(NAME, map.get("file"), path + ".file");
        Node columnNode = map.get("column");
        Bound column = columnNode == null ? file : binder.value(NAME, columnNode, path + ".column");
        if (columnNode == null || map.get("values") != null) {
            context.refuse(map.keyPosition("file"), path + ".file", "file needs column, and takes no values", "");
            return null;
        }
        if (!(file.value() instanceof String reference) || !(column.value() instanceof String wanted)) {
            return null;
        }
        List<Node> values = new ArrayList<>();
        try {
            SourceText text = context.data().read(reference, map.keyPosition("file"));
            values.addAll(Csv.read(text).column(wanted));
        } catch (ScenarioException refused) {
            context.problems().addAll(refused.problems());
            return null;
        }
        Node.Sequence list = new Node.Sequence(map.keyPosition("file"), values);
        return map.without(FILE_KEYS.toArray(String[]::new))
                .with("values", new Node.Entry(map.keyPosition("file"), list));
    }
}
