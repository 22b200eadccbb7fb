package org.duecare.distribution;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the one-line laws of the reference files: {@code splice body=(lognormal mu=1 sigma=2) ... threshold=5}. */
final class LawText {
    private LawText() {}

    static LossLaw loss(String text) {
        String name = text.substring(0, text.indexOf(' '));
        Map<String, Object> values = values(text, true);
        return switch (name) {
            case "capped" -> new Capped((LossLaw) given(values, "law"), (Double) given(values, "cap"));
            case "mixture" -> mixture(values);
            default -> create(given(LossLaws.NAMES, name), values);
        };
    }

    static CountLaw count(String text) {
        return create(given(CountLaws.NAMES, text.substring(0, text.indexOf(' '))), values(text, false));
    }

    private static <T> T given(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static LossLaw mixture(Map<String, Object> values) {
        List<LossLaw> laws = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        values.forEach((key, value) -> {
            if (value instanceof LossLaw law) {
                laws.add(law);
            } else {
                weights.add((Double) value);
            }
        });
        return new Mixture(laws, weights);
    }

    private static Map<String, Object> values(String text, boolean loss) {
        Map<String, Object> values = new LinkedHashMap<>();
        String rest = text.substring(text.indexOf(' ') + 1);
        while (!rest.isEmpty()) {
            int equals = rest.indexOf('=');
            String key = rest.substring(0, equals);
            int end = end(rest, equals + 1);
            String value = rest.substring(equals + 1, end);
            if (value.startsWith("(")) {
                String inner = value.substring(1, value.length() - 1);
                values.put(key, loss ? loss(inner) : count(inner));
            } else {
                values.put(key, Double.parseDouble(value));
            }
            rest = rest.substring(end).trim();
        }
        return values;
    }

    private static int end(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && c == ' ') {
                return i;
            }
        }
        return text.length();
    }

    private static <T> T create(Class<? extends T> type, Map<String, Object> values) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            Object value = given(values, components[i].getName());
            arguments[i] = types[i] == int.class ? Integer.valueOf(((Double) value).intValue()) : value;
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " from " + values, e);
        }
    }
}
