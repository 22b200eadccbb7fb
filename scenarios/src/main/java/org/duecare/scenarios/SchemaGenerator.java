package org.duecare.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.duecare.assessment.StressPlan;
import org.duecare.compensation.NetAssets;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.ControlAnswer;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.StandardOfCare;
import org.duecare.diligence.Upkeep;
import org.duecare.distribution.LossLaw;
import org.duecare.liability.Liability;
import org.duecare.liability.LiabilityLimit;
import org.duecare.operation.Operation;
import org.duecare.operation.OperationGroup;
import org.duecare.operation.Portfolio;
import org.duecare.operation.Provider;
import org.duecare.premium.RateTable;
import org.duecare.scenarios.binding.KeyFacts;
import org.duecare.scenarios.binding.KeyedComponent;
import org.duecare.scenarios.binding.LawCatalogue;
import org.duecare.scenarios.binding.Shorthands;
import org.duecare.scenarios.binding.Spelling;
import org.duecare.simulation.Adjustment;
import org.duecare.simulation.StatedEvent;
import org.duecare.threat.ThreatType.ReferencePosture;
import org.duecare.underwriting.Claims;

/**
 * The JSON Schema (draft 2020-12) of scenario files and of the other kinds of files, made from the keys at the records. Keys are required only in the items
 * of lists and in laws: elsewhere a file may inherit them.
 */
public final class SchemaGenerator {
    private static final String MONEY = "^[-+]?[0-9][0-9_]*(\\.[0-9]*)?([eE][-+]?[0-9]+)? ?(k|m|bn)? ?[A-Z]{3}$";
    private static final String SHARE = "^[-+]?[0-9.]+([eE][-+]?[0-9]+)? ?%$|^[0-9.]+ in [0-9_.eE]+( years?)?$";
    private static final String DIGITS = "^[-+]?[0-9]{1,3}(_[0-9]{3})+$";

    private final Map<String, Object> definitions = new TreeMap<>();

    private SchemaGenerator() {}

    /** The schema of scenario files as text. */
    public static String schema() {
        return schema(ScenarioForm.class, "scenario", List.of("schemaVersion"));
    }

    /** The schema of another kind of files as text. */
    public static String schema(FileKind kind) {
        return schema(kind.form(), kind.word(), kind.required());
    }

    private static String schema(Class<?> form, String name, List<String> required) {
        SchemaGenerator generator = new SchemaGenerator();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", "urn:duecare:" + name + ":1");
        root.put("title", "duecare " + name);
        root.putAll(generator.object(form, false));
        root.put("required", required);
        root.put("$defs", generator.definitions);
        return SchemaText.write(root) + "\n";
    }

    private Map<String, Object> object(Class<?> record, boolean inList) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        collect(record, inList, properties, required);
        if (record == Operation.class && inList) {
            // The posture is stated or follows from answers.
            required.remove("posture");
            Map<String, Object> operation = object(properties, required);
            operation.put(
                    "anyOf", List.of(Map.of("required", List.of("posture")), Map.of("required", List.of("answers"))));
            return operation;
        }
        return object(properties, inList ? required : List.of());
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private void collect(Class<?> record, boolean inList, Map<String, Object> properties, List<String> required) {
        for (KeyedComponent key : KeyedComponent.of(record)) {
            if (key.key().inline()) {
                collect(key.raw(), inList, properties, required);
                continue;
            }
            Map<String, Object> schema = new LinkedHashMap<>(value(key, inList));
            schema.put("description", description(key));
            properties.put(key.name(), schema);
            if (key.required()) {
                required.add(key.name());
            }
        }
    }

    private static String description(KeyedComponent key) {
        String unit = key.key().unit().isEmpty() ? "" : " Unit: " + key.key().unit() + ".";
        String fallback = key.required()
                ? ""
                : " Default: "
                        + (key.key().fallback().isEmpty() ? "empty" : key.key().fallback()) + ".";
        return key.key().doc() + unit + fallback;
    }

    private Map<String, Object> value(KeyedComponent key, boolean inList) {
        List<Object> ways = new ArrayList<>(ways(key, inList));
        boolean removable = key.nullable() || key.isBlock() || key.raw() == List.class || key.raw() == Map.class;
        boolean word = key.raw().isEnum() && Spelling.words(key.raw()).contains("none");
        if (key.key().unlimited() || (removable && !word && !key.required())) {
            ways.add(Map.of("const", "none"));
        }
        return anyOf(ways);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> anyOf(List<Object> ways) {
        return ways.size() == 1 ? (Map<String, Object>) ways.get(0) : Map.of("anyOf", ways);
    }

    private List<Object> ways(KeyedComponent key, boolean inList) {
        Class<?> type = key.raw();
        if (type == List.class) {
            Map<String, Object> list = new LinkedHashMap<>();
            list.put("type", "array");
            Class<?> item = key.element().raw();
            boolean named = item == StatedEvent.class || item == StressPlan.Disaster.class;
            Map<String, Object> block = value(key.element(), true);
            list.put("items", named ? anyOf(List.of(block, Map.of("type", "string"))) : block);
            return key.key().fallback().equals("all") ? List.of(Map.of("const", "all"), list) : List.of(list);
        }
        if (type == Map.class) {
            return List.of(ordered("type", "object", "additionalProperties", value(key.element(), false)));
        }
        if (LawCatalogue.isFamily(type)) {
            return List.of(law(type, type.getSimpleName(), Map.of()));
        }
        return type.isRecord() ? block(key, type, inList) : List.of(scalar(key, type));
    }

    private Object scalar(KeyedComponent key, Class<?> type) {
        if (type.isEnum()) {
            List<Object> words = new ArrayList<>();
            Spelling.words(type).forEach(word -> words.add(isTruth(word) ? (Object) word.equals("true") : word));
            return Map.of("enum", words);
        }
        if (type == String.class) {
            return Map.of("type", List.of("string", "number", "boolean"));
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        boolean real = type == double.class || type == Double.class;
        return number(key.key(), real ? "number" : "integer");
    }

    private static boolean isTruth(String word) {
        return word.equals("true") || word.equals("false");
    }

    private static Object number(KeyFacts key, String type) {
        Map<String, Object> number = new LinkedHashMap<>();
        number.put("type", type);
        if (key.min() != Double.NEGATIVE_INFINITY) {
            number.put(key.aboveMin() ? "exclusiveMinimum" : "minimum", key.min());
        }
        if (key.max() != Double.POSITIVE_INFINITY) {
            number.put("maximum", key.max());
        }
        String pattern = switch (key.unit()) {
            case "money" -> MONEY + "|" + DIGITS;
            case "share", "1/year" -> SHARE;
            default -> DIGITS;
        };
        return Map.of("anyOf", List.of(number, ordered("type", "string", "pattern", pattern)));
    }

    private List<Object> block(KeyedComponent key, Class<?> type, boolean inList) {
        Object number = ordered("type", "number");
        if (type == ReferencePosture.class) {
            return List.of(ordered("type", "number", "minimum", 0.0, "maximum", 1.0), Map.of("const", "portfolio"));
        }
        if (type == Portfolio.class) {
            Object file = object(new LinkedHashMap<>(Map.of("file", Map.of("type", "string"))), List.of("file"));
            Object list = ordered("type", "array", "items", reference(Operation.class, true));
            return List.of(list, file, reference(type, inList));
        }
        if (type == Claims.class) {
            Object file = object(new LinkedHashMap<>(Map.of("file", Map.of("type", "string"))), List.of("file"));
            return List.of(file, reference(type, inList));
        }
        if (type == RateTable.class && key.name().equals(TariffFile.REFERENCE)) {
            return List.of(Map.of("type", "string"), reference(type, inList));
        }
        if (type == Upkeep.class) {
            Object elements = reference(ElementValues.class, inList);
            return List.of(Map.of("const", "stationary"), number, elements, reference(type, inList));
        }
        if (type == StandardOfCare.FeasiblePoint.class) {
            Object pair = ordered("type", "array", "minItems", 2, "maxItems", 2);
            return List.of(pair, reference(type, inList));
        }
        if (type == ElementValues.class && Shorthands.needsAllElements(key)) {
            return List.of(number, posture());
        }
        if (type == Adjustment.Posture.class) {
            return List.of(dotted());
        }
        if (type == ControlAnswer.class) {
            return List.of(ordered("type", List.of("string", "number", "boolean")), reference(type, true));
        }
        if (type == NetAssets.class) {
            return List.of(ordered("enum", Spelling.words(NetAssets.Rule.class)), reference(type, inList));
        }
        boolean shorthand = type == Liability.CourtNoise.class
                || type == OperationGroup.Sized.class
                || type == LiabilityLimit.class
                || type == Provider.Hourly.class
                || type == StatedEvent.Amount.class
                || type == Adjustment.PartialElements.class
                || Shorthands.takesUniform(key);
        boolean amount = type == OperationGroup.Sized.class
                || type == LiabilityLimit.class
                || type == Provider.Hourly.class
                || type == StatedEvent.Amount.class;
        Object sized = amount ? number(amountKey(type), "number") : number;
        return shorthand ? List.of(sized, reference(type, inList)) : List.of(reference(type, inList));
    }

    /** The amount that a bare number stands for: the first key. */
    private static KeyFacts amountKey(Class<?> type) {
        return KeyedComponent.of(type).get(0).key();
    }

    /** Posture of an operation as a map: all nine. */
    private Object posture() {
        return definition("Posture", () -> {
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> names = new ArrayList<>();
            for (KeyedComponent element : KeyedComponent.of(ElementValues.class)) {
                properties.put(element.name(), ordered("type", "number", "minimum", 0.0, "maximum", 1.0));
                names.add(element.name());
            }
            return object(properties, names);
        });
    }

    /** Changes of posture, with dotted keys for single elements. */
    private Object dotted() {
        return definition("PostureChange", () -> {
            Map<String, Object> properties = new LinkedHashMap<>();
            Object element = ordered("type", "number", "minimum", -1.0, "maximum", 1.0);
            properties.put(
                    "posture", Map.of("anyOf", List.of(element, reference(Adjustment.PartialElements.class, false))));
            for (KeyedComponent key : KeyedComponent.of(Adjustment.PartialElements.class)) {
                properties.put("posture." + key.name(), element);
            }
            properties.put("assurance", Map.of("enum", Spelling.words(Assurance.Level.class)));
            return object(properties, List.of());
        });
    }

    private Object reference(Class<?> record, boolean inList) {
        Class<?> outer = record.getEnclosingClass();
        String name = (outer == null ? "" : outer.getSimpleName() + ".") + record.getSimpleName();
        List<KeyedComponent> keys = KeyedComponent.of(record);
        for (KeyedComponent key : keys) {
            if (key.key().inline() && LawCatalogue.isFamily(key.raw())) {
                Map<String, Object> others = new LinkedHashMap<>();
                keys.stream()
                        .filter(other -> !other.key().inline())
                        .forEach(other -> others.put(other.name(), value(other, false)));
                return law(key.raw(), name, others);
            }
        }
        return definition(inList ? name : name + ".overlay", () -> object(record, inList));
    }

    private Object law(Class<?> family, String name, Map<String, Object> extra) {
        return definition(name, () -> {
            List<Object> laws = new ArrayList<>();
            LawCatalogue.laws(family).forEach((word, type) -> laws.add(oneLaw(word, type, family, extra)));
            return Map.of("anyOf", laws);
        });
    }

    private Object oneLaw(String word, Class<?> type, Class<?> family, Map<String, Object> extra) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("law", Map.of("const", word));
        List<Object> ways = new ArrayList<>();
        for (LawCatalogue.ParameterSet set : LawCatalogue.parameterSets(type)) {
            List<String> required = new ArrayList<>(List.of("law"));
            for (KeyedComponent key : set.keys()) {
                Map<String, Object> schema = new LinkedHashMap<>(value(key, true));
                schema.put("description", description(key));
                properties.put(key.name(), schema);
                if (key.required()) {
                    required.add(key.name());
                }
            }
            ways.add(Map.of("required", required));
        }
        if (properties.containsKey("values") && family == LossLaw.class) {
            properties.put("file", Map.of("type", "string"));
            properties.put("column", Map.of("type", "string"));
            ways.add(Map.of("required", List.of("law", "file", "column")));
        }
        if (family == LossLaw.class) {
            properties.put("cap", value(LawCatalogue.capKey(), true));
        }
        properties.putAll(extra);
        Map<String, Object> schema = object(properties, List.of());
        schema.put("anyOf", ways);
        return schema;
    }

    private Object definition(String name, Supplier<Object> maker) {
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, maker.get());
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
