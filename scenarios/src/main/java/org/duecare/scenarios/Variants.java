package org.duecare.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.compensation.SizedAmount;
import org.duecare.diligence.Vulnerability;
import org.duecare.liability.Liability;
import org.duecare.operation.Operation;
import org.duecare.quantity.Key;
import org.duecare.scenarios.binding.Binder;
import org.duecare.scenarios.binding.Bound;
import org.duecare.scenarios.binding.KeyedComponent;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Numbers;
import org.duecare.scenarios.tree.Position;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.Problems;
import org.duecare.scenarios.tree.Suggestions;
import org.duecare.scenarios.tree.TreeMerge;
import org.duecare.simulation.Policy;
import org.duecare.simulation.States;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;

/** Makes one policy of each variant: the overlay laid over the scenario, bound and checked. */
final class Variants {
    private static final String ALONE = "base";
    private static final Set<String> OVERLAID = Set.of(
            "diligence",
            "liability",
            "insurance",
            "compensation",
            "fund",
            "adjust",
            "season",
            "territories",
            "stateLiability",
            "pillars",
            "netAssets",
            "behaviour",
            "threats");

    private final Binder binder;
    private final Problems problems;
    private final Node.Mapping world;

    Variants(Binder binder, Problems problems, Node.Mapping world) {
        this.binder = binder;
        this.problems = problems;
        this.world = world;
    }

    /** A policy and the resolved keys it was made from. */
    record Made(Policy policy, Node node) {}

    /** All policies, in the order of the file; none where a fault was found. */
    List<Made> all(Node.Mapping tree, Bound bound) {
        @Nullable ScenarioForm form = bound.value() instanceof ScenarioForm sound ? sound : null;
        Node variants = tree.get("variants");
        if (variants == null || (variants instanceof Node.Scalar scalar && scalar.isNone())) {
            return form == null ? List.of() : alone(form, (Node.Mapping) bound.node());
        }
        if (!(variants instanceof Node.Mapping named)) {
            problems.add(
                    variants.position(),
                    "variants",
                    "variants is a map of overlays by name, found " + variants.kind(),
                    "");
            return List.of();
        }
        if (named.entries().isEmpty()) {
            return form == null ? List.of() : alone(form, (Node.Mapping) bound.node());
        }
        List<Made> made = new ArrayList<>();
        named.entries().forEach((name, entry) -> {
            boolean removed = entry.value() instanceof Node.Scalar scalar && scalar.isNone();
            Made one = removed ? null : variant(name, entry, form);
            if (one != null) {
                made.add(one);
            }
        });
        return form != null && made.isEmpty() && problems.isEmpty() ? alone(form, (Node.Mapping) bound.node()) : made;
    }

    private List<Made> alone(ScenarioForm form, Node.Mapping node) {
        checkPolicy(form.policy(), form, world, "");
        Policy policy = policy(ALONE, form.policy(), form, Map.of());
        return List.of(new Made(policy, Node.emptyMap(node.position())));
    }

    private @Nullable Made variant(String name, Node.Entry entry, @Nullable ScenarioForm form) {
        String path = "variants." + name;
        if (name.isBlank()) {
            problems.add(entry.key(), "variants", "a variant needs a name", "");
            return null;
        }
        if (!(entry.value() instanceof Node.Mapping overlay)) {
            problems.add(
                    entry.value().position(),
                    path,
                    "a variant is a map of keys, found " + entry.value().kind(),
                    "Write {} for the scenario as it stands");
            return null;
        }
        int before = problems.size();
        checkKeys(overlay, path);
        Map<String, Double> ceilings = ceilings(overlay, form, path);
        Node.Mapping policyKeys = TreeMerge.merge(onlyPolicy(world), onlyPolicy(overlay));
        Bound bound = binder.record(PolicyForm.class, policyKeys, path);
        if (form == null || problems.size() > before || !(bound.value() instanceof PolicyForm made)) {
            return null;
        }
        checkPolicy(made, form, policyKeys, path + ".");
        return new Made(
                policy(name, made, form, ceilings), withCeilings((Node.Mapping) bound.node(), ceilings, overlay));
    }

    private static Node.Mapping only(Node.Mapping map, String key) {
        Node.Entry entry = map.entries().get(key);
        return new Node.Mapping(map.position(), entry == null ? Map.of() : Map.of(key, entry));
    }

    private static Node.Mapping onlyPolicy(Node.Mapping map) {
        Map<String, Node.Entry> kept = new LinkedHashMap<>();
        for (KeyedComponent key : KeyedComponent.of(PolicyForm.class)) {
            Node.Entry entry = map.entries().get(key.name());
            if (entry != null) {
                kept.put(key.name(), entry);
            }
        }
        return new Node.Mapping(map.position(), kept);
    }

    private void checkKeys(Node.Mapping overlay, String path) {
        Set<String> known = new TreeSet<>();
        KeyedComponent.of(ScenarioForm.class).forEach(key -> known.add(key.name()));
        for (String key : overlay.entries().keySet()) {
            if (OVERLAID.contains(key)) {
                continue;
            }
            Position position = overlay.keyPosition(key);
            String child = path + "." + Problem.shown(key);
            String allowed = "a variant may overlay " + String.join(", ", new TreeSet<>(OVERLAID));
            if (known.contains(key)) {
                String message = "a variant may not overlay '" + key + "'";
                problems.add(position, child, message, "Make it a second scenario and use compare; " + allowed);
            } else {
                String near = Suggestions.nearest(key, OVERLAID)
                        .map(word -> "did you mean '" + word + "'?   ")
                        .orElse("");
                problems.add(position, child, "unknown key '" + Problem.shown(key) + "'", near + allowed);
            }
        }
        if (overlay.get("diligence") instanceof Node.Mapping diligence && diligence.get("questionnaire") != null) {
            problems.add(
                    diligence.keyPosition("questionnaire"),
                    path + ".diligence.questionnaire",
                    "a variant may not overlay the questionnaire, which says what care operations hold",
                    "Make it a second scenario and use compare");
        }
        if (overlay.get("diligence") instanceof Node.Mapping diligence
                && diligence.get("vulnerability") instanceof Node.Mapping vulnerability
                && vulnerability.get("form") != null) {
            problems.add(
                    vulnerability.keyPosition("form"),
                    path + ".diligence.vulnerability.form",
                    "a variant may not overlay the form of the vulnerability",
                    "Make it a second scenario and use compare");
        }
    }

    private Map<String, Double> ceilings(Node.Mapping overlay, @Nullable ScenarioForm form, String path) {
        Map<String, Double> ceilings = new LinkedHashMap<>();
        if (overlay.get("threats") == null) {
            return ceilings;
        }
        refuseThreatKeys(overlay, path);
        Bound bound = binder.record(CeilingsOnly.class, only(overlay, "threats"), path);
        if (!(bound.value() instanceof CeilingsOnly given) || form == null) {
            return ceilings;
        }
        List<String> types = form.threats().stream().map(ThreatType::type).toList();
        for (VariantForm.Ceiling ceiling : given.threats()) {
            ceilings.put(ceiling.type(), ceiling.ceilingFactor());
            if (!types.contains(ceiling.type())) {
                String near = Suggestions.nearest(ceiling.type(), types)
                        .map(word -> "did you mean '" + word + "'?   ")
                        .orElse("");
                problems.add(
                        overlay.keyPosition("threats"),
                        path + ".threats",
                        "no threat has the type '" + Problem.shown(ceiling.type()) + "'",
                        near + "there are: " + String.join(", ", types));
            }
        }
        return ceilings;
    }

    private void refuseThreatKeys(Node.Mapping overlay, String path) {
        Set<String> keys = new TreeSet<>();
        KeyedComponent.of(ThreatType.class).forEach(key -> keys.add(key.name()));
        keys.removeAll(Set.of("type", "ceilingFactor"));
        if (overlay.get("threats") instanceof Node.Sequence list) {
            for (Node item : list.items()) {
                if (item instanceof Node.Mapping threat) {
                    threat.entries().keySet().stream()
                            .filter(keys::contains)
                            .forEach(key -> problems.add(
                                    threat.keyPosition(key),
                                    path + ".threats." + key,
                                    "a variant may not overlay '" + key + "' of a threat, only its ceilingFactor",
                                    "Make it a second scenario and use compare"));
                }
            }
        }
    }

    /** Ceilings of a variant, bound alone. */
    public record CeilingsOnly(
            @Key(doc = "Share of the attempts left, by type of threat.", fallback = "[]")
            List<VariantForm.Ceiling> threats) {}

    private static Node withCeilings(Node.Mapping policy, Map<String, Double> ceilings, Node.Mapping overlay) {
        if (ceilings.isEmpty()) {
            return policy;
        }
        Map<String, Node.Entry> factors = new LinkedHashMap<>();
        Position position = overlay.keyPosition("threats");
        ceilings.forEach((type, factor) -> factors.put(
                type, new Node.Entry(position, new Node.Scalar(position, Numbers.text(factor), Node.Style.NUMBER))));
        return policy.with("ceilingFactors", new Node.Entry(position, new Node.Mapping(position, factors)));
    }

    private static Policy policy(String name, PolicyForm form, ScenarioForm scenario, Map<String, Double> ceilings) {
        Map<String, Double> factors = new LinkedHashMap<>();
        for (ThreatType threat : scenario.threats()) {
            if (threat.ceilingFactor() < 1) {
                factors.put(threat.type(), threat.ceilingFactor());
            }
        }
        factors.putAll(ceilings);
        List<Layer> layers =
                form.compensation().stream().filter(layer -> pays(layer, form)).toList();
        return new Policy(
                        name,
                        form.diligence(),
                        form.liability(),
                        form.insurance(),
                        layers,
                        form.fund(),
                        form.adjust(),
                        form.season(),
                        factors,
                        new States(form.territories(), form.stateLiability()),
                        form.pillars(),
                        form.behaviour(),
                        null)
                .with(form.netAssets());
    }

    /** A layer whose payer's block is absent pays nothing. */
    private static boolean pays(Layer layer, PolicyForm form) {
        if (layer.payer() == Payer.FUND) {
            return form.fund() != null;
        }
        if (layer.payer() == Payer.INSURER && layer.isBare() || layer.layer() == Layer.Kind.DEDUCTIBLE) {
            return form.insurance() != null;
        }
        return true;
    }

    private void checkPolicy(PolicyForm policy, ScenarioForm form, Node.Mapping keys, String prefix) {
        checkLayers(policy, keys, prefix);
        checkUnits(policy, form, keys, prefix);
        Liability liability = policy.liability();
        boolean neverCausal = liability.rule() == Liability.Rule.NEGLIGENCE
                && liability.causation() == Liability.Causation.BUT_FOR
                && policy.diligence().vulnerability().form() == Vulnerability.Form.NONE
                && policy.diligence().continuityFactor() == 0;
        if (neverCausal && !form.threats().isEmpty()) {
            problems.add(Problem.at(
                            keys.keyPosition("liability"),
                            prefix + "liability",
                            "negligence with but-for causation and vulnerability none: no shortfall could ever be causal",
                            "Give diligence.vulnerability an effect, or write causation: none or rule: strict")
                    .withHelp("liability.causation"));
        }
    }

    private void checkLayers(PolicyForm policy, Node.Mapping keys, String prefix) {
        if (policy.insurance() == null) {
            return;
        }
        for (int i = 0; i < policy.compensation().size(); i++) {
            Layer layer = policy.compensation().get(i);
            if (layer.payer() == Payer.INSURER && !layer.isBare()) {
                Position position = keys.get("compensation") instanceof Node.Sequence list
                        ? list.items().get(i).position()
                        : keys.position();
                problems.add(Problem.at(
                                position,
                                prefix + "compensation[" + i + "]",
                                "the insurer's terms stand in this layer and in insurance",
                                "Write {payer: insurer} to take the terms of insurance, or remove the insurance block")
                        .withHelp("compensation.payer"));
            }
        }
    }

    /** Amounts by size need the size of every operation. */
    private void checkUnits(PolicyForm policy, ScenarioForm form, Node.Mapping keys, String prefix) {
        for (int i = 0; i < policy.compensation().size(); i++) {
            Layer layer = policy.compensation().get(i);
            Stream.of(layer.limitBySize(), layer.annualLimitBySize())
                    .filter(Objects::nonNull)
                    .map(SizedAmount::unit)
                    .forEach(unit -> withoutUnit(form, unit)
                            .ifPresent(operation -> problems.add(
                                    layerPosition(keys, layer, policy),
                                    prefix + "compensation",
                                    "a limit by " + unit + " needs that size, which " + operation + " does not state",
                                    "Give units: {" + unit + ": ...} for every operation")));
        }
    }

    private static Optional<String> withoutUnit(ScenarioForm form, String unit) {
        Optional<String> listed = form.operations().listed().stream()
                .filter(operation -> operation.size(unit) < 0)
                .map(Operation::operation)
                .findFirst();
        boolean known = Set.of("revenue", "users", "potentialHarm").contains(unit);
        return listed.isPresent() || known || form.operations().synthesise().isEmpty()
                ? listed
                : Optional.of("a synthesised operation");
    }

    private static Position layerPosition(Node.Mapping keys, Layer layer, PolicyForm policy) {
        int index = policy.compensation().indexOf(layer);
        return keys.get("compensation") instanceof Node.Sequence list
                ? list.items().get(index).position()
                : keys.position();
    }

    /** Checks that compareTo names a variant. */
    void checkComparison(ScenarioForm form, List<Made> made, Node.Mapping tree) {
        String against = form.compareTo();
        if (against == null || !problems.isEmpty()) {
            return;
        }
        List<String> names = made.stream().map(one -> one.policy().variant()).toList();
        if (!names.contains(against)) {
            String near = Suggestions.nearest(against, names)
                    .map(word -> "did you mean '" + word + "'?   ")
                    .orElse("");
            problems.add(Problem.at(
                            tree.keyPosition("compareTo"),
                            "compareTo",
                            "compareTo = " + Problem.shown(against) + " is no variant",
                            near + "variants: " + String.join(", ", names))
                    .withHelp("compareTo"));
        }
    }
}
