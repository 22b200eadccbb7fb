package org.duecare.scenarios.binding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.duecare.operation.Operation;
import org.duecare.quantity.InvalidValueException;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Numbers;
import org.duecare.scenarios.tree.Position;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.Problems;
import org.duecare.scenarios.tree.TreeReader;
import org.duecare.threat.ThreatType.ReferencePosture;
import org.jspecify.annotations.Nullable;

/**
 * Binds trees to records by the keys at their components. Goes on after a fault, so that all faults of a tree are found in
 * one pass; a record is made only when all its keys are sound.
 */
public final class Binder {
    private static final Map<String, Node> DEFAULTS = new ConcurrentHashMap<>();

    private final BindingContext context;
    private final ScalarBinder scalars;
    private final LawBinder laws;
    private final UnknownKeys unknown;
    private final Map<KeyedComponent, Map<String, Bound>> repeated = new IdentityHashMap<>();
    private final Map<KeyedComponent, Bound> absent = new IdentityHashMap<>();
    private boolean repeats;
    private final Answers answers;

    /** A binder for one reading. */
    public Binder(BindingContext context) {
        this.context = context;
        this.scalars = new ScalarBinder(context);
        this.laws = new LawBinder(this, context);
        this.unknown = new UnknownKeys(context);
        this.answers = new Answers(context);
    }

    /**
     * Binds a row of a table, whose resolved nodes nobody asks for, so that none are made: a value that stood in the same
     * column before, sound, is taken from there.
     */
    Bound row(Class<?> record, Node.Mapping map, String path) {
        repeats = true;
        try {
            return record(record, map, path, Set.of());
        } finally {
            repeats = false;
        }
    }

    /** Binds a map to a record. */
    public Bound record(Class<?> record, Node.Mapping map, String path) {
        return record(record, map, path, Set.of());
    }

    private Bound record(Class<?> record, Node.Mapping map, String path, Set<String> foreign) {
        List<KeyedComponent> keys = KeyedComponent.of(record);
        unknown.check(keys, map, path, foreign);
        int before = context.problems().size();
        Node.Mapping full = record == Operation.class ? answers.expand(map, path) : map;
        Map<String, Node.Entry> resolved = new LinkedHashMap<>();
        Object[] values = values(keys, full, path, resolved);
        Node.Mapping node = new Node.Mapping(map.position(), resolved);
        if (values == null || context.problems().size() > before) {
            return Bound.failed(node);
        }
        return made(() -> LawCatalogue.invoke(LawCatalogue.constructor(record), values), full, node, path);
    }

    /** Binds all keys of a block; null when one of them failed. Resolved nodes go into the map given. */
    @Nullable
    Object @Nullable [] values(
            List<KeyedComponent> keys, Node.Mapping map, String path, Map<String, Node.Entry> resolved) {
        @Nullable Object[] values = new Object[keys.size()];
        boolean ok = true;
        for (int i = 0; i < keys.size(); i++) {
            KeyedComponent key = keys.get(i);
            Bound bound = key.key().inline() ? inline(key, keys, map, path) : component(key, map, path);
            ok &= bound.ok();
            values[i] = bound.value();
            if (repeats) {
                continue;
            }
            if (key.key().inline()) {
                resolved.putAll(((Node.Mapping) bound.node()).entries());
            } else {
                resolved.put(key.name(), new Node.Entry(map.keyPosition(key.name()), bound.node()));
            }
        }
        return ok ? values : null;
    }

    private Bound inline(KeyedComponent key, List<KeyedComponent> siblings, Node.Mapping map, String path) {
        Set<String> foreign = new LinkedHashSet<>();
        siblings.stream().filter(other -> other != key).forEach(other -> foreign.add(other.name()));
        return LawCatalogue.isFamily(key.raw())
                ? laws.bind(key, map, path, foreign)
                : record(key.raw(), map.without(foreign.toArray(String[]::new)), path, Set.of());
    }

    private Bound component(KeyedComponent key, Node.Mapping map, String path) {
        Node given = map.get(key.name());
        if (!repeats || (given != null && !(given instanceof Node.Scalar))) {
            return once(key, map, path);
        }
        if (!(given instanceof Node.Scalar scalar)) {
            return kept(absent, key, key, map, path);
        }
        Map<String, Bound> before = repeated.computeIfAbsent(key, any -> new HashMap<>());
        return kept(before, scalar.style() + scalar.text(), key, map, path);
    }

    private <K> Bound kept(Map<K, Bound> before, K value, KeyedComponent key, Node.Mapping map, String path) {
        Bound known = before.get(value);
        if (known != null) {
            return known;
        }
        Bound bound = once(key, map, path);
        if (bound.ok()) {
            before.put(value, bound);
        }
        return bound;
    }

    private Bound once(KeyedComponent key, Node.Mapping map, String path) {
        String childPath = path.isEmpty() ? key.name() : path + "." + key.name();
        Node node = map.get(key.name());
        if (node == null || isRemoved(key, node)) {
            return absent(key, map, childPath, node);
        }
        return value(key, node, childPath);
    }

    /** {@code none} removes a block, a list or a value that may be absent. */
    private static boolean isRemoved(KeyedComponent key, Node node) {
        if (!(node instanceof Node.Scalar scalar)
                || !scalar.isNone()
                || key.key().unlimited()) {
            return false;
        }
        boolean word = key.raw().isEnum() && Spelling.words(key.raw()).contains("none");
        boolean removable = key.nullable() || key.isBlock() || key.raw() == List.class || key.raw() == Map.class;
        return removable && !word;
    }

    private Bound absent(KeyedComponent key, Node.Mapping map, String path, @Nullable Node removed) {
        if (key.required()) {
            String what = removed == null ? "is missing" : "is needed, found none";
            Position position = removed == null ? map.position() : removed.position();
            context.refuse(
                    position, path, "'" + key.name() + "' " + what, key.key().doc());
            return Bound.failed(map);
        }
        Position origin = removed == null ? Position.DEFAULT : removed.position();
        String fallback = key.key().fallback();
        if (key.nullable() && fallback.equals("none")) {
            return Bound.of(null, Node.text(origin, "none"));
        }
        return key.raw() == String.class && !key.nullable()
                ? Bound.of(fallback, Node.text(origin, fallback))
                : value(key, defaultNode(fallback), path);
    }

    private static Node defaultNode(String fallback) {
        return DEFAULTS.computeIfAbsent(fallback, text -> {
            Problems problems = new Problems();
            Node node = TreeReader.fragment(text, Position.DEFAULT, problems);
            problems.throwIfAny();
            return node;
        });
    }

    /** Binds one value. */
    Bound value(KeyedComponent key, @Nullable Node given, String path) {
        if (given == null) {
            throw new IllegalArgumentException(path);
        }
        Node node = Shorthands.expand(key, given);
        if (node instanceof Node.Scalar scalar && scalar.style() == Node.Style.BROKEN) {
            return Bound.failed(node);
        }
        if (node instanceof Node.Scalar scalar && scalar.style() == Node.Style.NULL) {
            context.refuse(
                    node.position(),
                    path,
                    "nothing is written after '" + key.name() + "'",
                    "Write a value, or none where the key allows it");
            return Bound.failed(node);
        }
        Class<?> type = key.raw();
        if (type == ReferencePosture.class) {
            return referencePosture(key, node, path);
        }
        if (type == List.class) {
            return list(key, node, path);
        }
        return type == Map.class || type.isRecord() || LawCatalogue.isFamily(type)
                ? block(key, node, path)
                : single(key, node, path);
    }

    private Bound single(KeyedComponent key, Node node, String path) {
        if (node instanceof Node.Scalar scalar) {
            return scalars.bind(key, scalar, path);
        }
        context.refuse(node.position(), path, "'" + key.name() + "' takes a single value, found " + node.kind(), "");
        return Bound.failed(node);
    }

    private Bound block(KeyedComponent key, Node node, String path) {
        if (!(node instanceof Node.Mapping map)) {
            String advice = LawCatalogue.isFamily(key.raw()) ? "Write for example {law: degenerate, value: 1000}" : "";
            String found = node instanceof Node.Scalar scalar ? "'" + Problem.shown(scalar.text()) + "'" : node.kind();
            context.refuse(node.position(), path, "'" + key.name() + "' takes a map of keys, found " + found, advice);
            return Bound.failed(node);
        }
        if (LawCatalogue.isFamily(key.raw())) {
            return laws.bind(key, map, path, Set.of());
        }
        if (key.raw() == Map.class) {
            return map(key, map, path);
        }
        if (RecordTable.takes(key.raw()) && map.get("file") != null) {
            return new RecordTable(this, context).bind(key.raw(), map, path);
        }
        if (Shorthands.needsAllElements(key)) {
            return allElements(key, map, path);
        }
        return record(key.raw(), map, path, Set.of());
    }

    private Bound allElements(KeyedComponent key, Node.Mapping map, String path) {
        List<String> missing = KeyedComponent.of(key.raw()).stream()
                .map(KeyedComponent::name)
                .filter(name -> map.get(name) == null)
                .toList();
        Bound bound = record(key.raw(), map, path, Set.of());
        if (missing.isEmpty()) {
            return bound;
        }
        String message = key.name() + " needs all nine elements, missing: " + String.join(", ", missing);
        context.refuse(map.position(), path, message, "Write one number for all nine, or a level for each");
        return Bound.failed(map);
    }

    private Bound map(KeyedComponent key, Node.Mapping map, String path) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Node.Entry> resolved = new LinkedHashMap<>();
        boolean ok = true;
        for (Map.Entry<String, Node.Entry> entry : map.entries().entrySet()) {
            Bound bound = value(key.element(), entry.getValue().value(), path + "." + entry.getKey());
            ok &= bound.ok();
            if (bound.value() != null) {
                values.put(entry.getKey(), bound.value());
            }
            resolved.put(entry.getKey(), new Node.Entry(entry.getValue().key(), bound.node()));
        }
        Node.Mapping node = new Node.Mapping(map.position(), resolved);
        return ok ? Bound.of(values, node) : Bound.failed(node);
    }

    private Bound list(KeyedComponent key, Node node, String path) {
        if (node instanceof Node.Scalar scalar
                && scalar.text().equals("all")
                && key.key().fallback().equals("all")) {
            return Bound.of(List.of(), Node.text(node.position(), "all"));
        }
        if (!(node instanceof Node.Sequence list)) {
            context.refuse(
                    node.position(), path, "'" + key.name() + "' takes a list, found " + node.kind(), "Write [ ... ]");
            return Bound.failed(node);
        }
        if (list.items().isEmpty() && key.key().fallback().equals("all")) {
            context.refuse(node.position(), path, "'" + key.name() + "' is an empty list", "Write all, or name some");
            return Bound.failed(node);
        }
        List<Object> values = new ArrayList<>();
        List<Node> resolved = new ArrayList<>();
        boolean ok = true;
        for (int i = 0; i < list.items().size() && !context.problems().isFull(); i++) {
            Bound bound = value(key.element(), list.items().get(i), path + "[" + i + "]");
            ok &= bound.ok() && bound.value() != null;
            if (bound.value() != null) {
                values.add(bound.value());
            }
            resolved.add(bound.node());
        }
        Node.Sequence resolvedList = new Node.Sequence(list.position(), resolved);
        return ok ? Bound.of(values, resolvedList) : Bound.failed(resolvedList);
    }

    private Bound referencePosture(KeyedComponent key, Node node, String path) {
        if (node instanceof Node.Scalar scalar && scalar.text().equals("portfolio")) {
            return Bound.of(new ReferencePosture(true, 0), Node.text(node.position(), "portfolio"));
        }
        if (!(node instanceof Node.Scalar scalar)) {
            return single(key, node, path);
        }
        Bound level = scalars.bind(LEVEL, scalar, path);
        return level.ok() && level.value() instanceof Double value
                ? made(() -> new ReferencePosture(false, value), node, level.node(), path)
                : level;
    }

    private static final KeyedComponent LEVEL = new KeyedComponent(
            "referencePosture",
            KeyedComponent.of(org.duecare.operation.OperationGroup.PostureLaw.class)
                    .get(0)
                    .key(),
            double.class,
            false);

    /** Makes a record; a refusal by its constructor becomes a problem at the key it names. */
    Bound made(Supplier<Object> maker, Node given, Node resolved, String path) {
        try {
            return Bound.of(maker.get(), resolved);
        } catch (InvalidValueException refused) {
            String name = refused.name().replaceAll("[.\\[].*", "");
            Position position = given instanceof Node.Mapping map ? map.keyPosition(name) : given.position();
            String whole = String.valueOf(refused.getMessage());
            int tail = refused.advice().isEmpty() ? 0 : refused.advice().length() + 2;
            String message = whole.substring(0, whole.length() - tail);
            String at = name.isEmpty() || path.isEmpty() ? path + name : path + "." + name;
            context.refuse(position, at, tidy(message), refused.advice());
            return Bound.failed(resolved);
        }
    }

    /** Numbers in a constructor's message as the file would write them. */
    private static String tidy(String message) {
        return java.util.regex.Pattern.compile("(?<![\\w.])-?[0-9]+\\.[0-9]+(E-?[0-9]+)?(?![\\w.])")
                .matcher(message)
                .replaceAll(match -> Numbers.text(Double.parseDouble(match.group())));
    }
}
