package org.duecare.scenarios.binding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.duecare.diligence.ControlAnswer;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.StandardOfCare;
import org.duecare.diligence.Upkeep;
import org.duecare.liability.Liability;
import org.duecare.liability.LiabilityLimit;
import org.duecare.operation.OperationGroup;
import org.duecare.operation.Portfolio;
import org.duecare.operation.Provider;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Position;
import org.duecare.scenarios.tree.TreeMerge;
import org.duecare.simulation.Adjustment;
import org.duecare.simulation.StatedEvent;

/** Short ways to write a block: a bare number or list where a block of keys is meant, dotted keys in changes. */
public final class Shorthands {
    private static final Set<String> UNIFORM = Set.of("posture", "levels", "declared", "gain");
    private static final Set<String> WHOLE = Set.of("posture", "declared");

    private Shorthands() {}

    /** The block that a shorthand stands for; the node itself where it is none. */
    static Node expand(KeyedComponent key, Node node) {
        Class<?> type = key.raw();
        if (node instanceof Node.Scalar scalar && !scalar.isNone()) {
            return scalar(type, key, scalar);
        }
        boolean none = type == OperationGroup.Sized.class || type == LiabilityLimit.class;
        if (node instanceof Node.Scalar scalar && none) {
            return Node.emptyMap(scalar.position());
        }
        if (node instanceof Node.Sequence list && type == Portfolio.class) {
            return single("listed", list);
        }
        if (node instanceof Node.Sequence pair && type == StandardOfCare.FeasiblePoint.class) {
            return point(pair);
        }
        if (node instanceof Node.Mapping map && type == Upkeep.class && map.get("perYear") == null) {
            return map.entries().isEmpty() ? map : single("perYear", map);
        }
        return node instanceof Node.Mapping map && type == Adjustment.Posture.class ? undotted(map) : node;
    }

    private static Node scalar(Class<?> type, KeyedComponent key, Node.Scalar scalar) {
        if (type == Liability.CourtNoise.class) {
            return single("sd", scalar);
        }
        if (type == ControlAnswer.class) {
            return single("answer", scalar);
        }
        if (type == OperationGroup.Sized.class || type == Provider.Hourly.class || type == StatedEvent.Amount.class) {
            return single("amount", scalar);
        }
        if (type == LiabilityLimit.class) {
            return single("flat", scalar);
        }
        if (type == Upkeep.class) {
            return scalar.text().equals("stationary")
                    ? Node.emptyMap(scalar.position())
                    : single("perYear", uniform(scalar));
        }
        boolean levels = type == ElementValues.class && takesUniform(key);
        return levels || type == Adjustment.PartialElements.class ? uniform(scalar) : scalar;
    }

    /** Whether one number may stand for all nine elements. */
    public static boolean takesUniform(KeyedComponent key) {
        return UNIFORM.contains(key.name()) && key.raw() != OperationGroup.PostureLaw.class;
    }

    /** Whether a map of elements must hold all nine. */
    public static boolean needsAllElements(KeyedComponent key) {
        return key.raw() == ElementValues.class && WHOLE.contains(key.name());
    }

    private static Node uniform(Node.Scalar scalar) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (DiligenceElement element : DiligenceElement.values()) {
            entries.put(element.key(), new Node.Entry(scalar.position(), scalar));
        }
        return new Node.Mapping(scalar.position(), entries);
    }

    /** A point [revenue, level]; other lengths are left for the binder to refuse. */
    private static Node point(Node.Sequence pair) {
        if (pair.items().size() != 2) {
            return pair;
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        entries.put("revenue", new Node.Entry(pair.position(), pair.items().get(0)));
        entries.put("level", new Node.Entry(pair.position(), pair.items().get(1)));
        return new Node.Mapping(pair.position(), entries);
    }

    private static Node.Mapping single(String key, Node value) {
        return new Node.Mapping(value.position(), Map.of(key, new Node.Entry(value.position(), value)));
    }

    private static Node.Mapping undotted(Node.Mapping map) {
        Node.Mapping plain = Node.emptyMap(map.position());
        for (Map.Entry<String, Node.Entry> entry : map.entries().entrySet()) {
            Node.Mapping part = new Node.Mapping(map.position(), Map.of(entry.getKey(), entry.getValue()));
            if (entry.getKey().startsWith("posture.")) {
                Position position = entry.getValue().key();
                String element = entry.getKey().substring("posture.".length());
                part = single(
                        "posture",
                        new Node.Mapping(
                                position,
                                Map.of(
                                        element,
                                        new Node.Entry(
                                                position, entry.getValue().value()))));
            }
            plain = TreeMerge.merge(plain, part);
        }
        return plain;
    }
}
