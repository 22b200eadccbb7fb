package org.duecare.scenarios.binding;

import java.math.BigDecimal;
import java.util.List;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Numbers;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.Suggestions;

/** Binds single values: numbers, truth values, words of a choice, texts. */
final class ScalarBinder {
    private static final int LONGEST_NAME = 20_000;

    private final BindingContext context;

    ScalarBinder(BindingContext context) {
        this.context = context;
    }

    Bound bind(KeyedComponent key, Node.Scalar scalar, String path) {
        Class<?> type = key.raw();
        if (type == double.class || type == Double.class) {
            return number(key, scalar, path);
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return whole(key, scalar, path);
        }
        if (type == boolean.class || type == Boolean.class) {
            return truth(key, scalar, path);
        }
        return type.isEnum() ? choice(key, scalar, path) : text(key, scalar, path);
    }

    private Bound number(KeyedComponent key, Node.Scalar scalar, String path) {
        if (scalar.isNone() && key.key().unlimited()) {
            return Bound.of(Double.POSITIVE_INFINITY, Node.text(scalar.position(), "none"));
        }
        try {
            double value = finite(decimal(key, scalar));
            String bounds = Bounds.violated(key, value);
            if (!bounds.isEmpty()) {
                return refused(key, scalar, path, bounds, Bounds.advice(key, value));
            }
            return Bound.of(value, numberNode(scalar, value));
        } catch (Quantities.Refused e) {
            return refused(key, scalar, path, String.valueOf(e.getMessage()), noneAdvice(key, scalar, e.advice()));
        }
    }

    private static String noneAdvice(KeyedComponent key, Node.Scalar scalar, String advice) {
        if (!scalar.isNone()) {
            return advice;
        }
        return key.required()
                ? advice
                : "Leave the key out for its default " + key.key().fallback();
    }

    private static double finite(BigDecimal decimal) throws Quantities.Refused {
        double value = decimal.doubleValue();
        if (Double.isInfinite(value)) {
            throw new Quantities.Refused("is too large to represent", "");
        }
        if (value == 0 && decimal.signum() != 0) {
            throw new Quantities.Refused("is too small to represent", "Write 0");
        }
        return value;
    }

    private BigDecimal decimal(KeyedComponent key, Node.Scalar scalar) throws Quantities.Refused {
        return Quantities.parse(scalar.text(), key.key().unit(), context.currency(), scalar.style() == Node.Style.TEXT);
    }

    private Bound whole(KeyedComponent key, Node.Scalar scalar, String path) {
        boolean isLong = key.raw() == long.class || key.raw() == Long.class;
        BigDecimal low = limit(key.key().min(), isLong ? Long.MIN_VALUE : Integer.MIN_VALUE);
        BigDecimal high = limit(key.key().max(), isLong ? Long.MAX_VALUE : Integer.MAX_VALUE);
        try {
            BigDecimal value = decimal(key, scalar);
            if (value.stripTrailingZeros().scale() > 0) {
                return refused(key, scalar, path, "must be a whole number", "");
            }
            if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
                String range = "must be between " + low.toBigInteger() + " and " + high.toBigInteger();
                return refused(key, scalar, path, range, "");
            }
            long exact = value.longValueExact();
            Node node = new Node.Scalar(
                    scalar.position(),
                    Long.toString(exact),
                    Math.abs(exact) > 1L << 53 ? Node.Style.PLAIN : Node.Style.NUMBER);
            return isLong ? Bound.of(exact, node) : Bound.of((int) exact, node);
        } catch (Quantities.Refused e) {
            return refused(key, scalar, path, String.valueOf(e.getMessage()), e.advice());
        }
    }

    private static BigDecimal limit(double stated, long otherwise) {
        return Double.isInfinite(stated) ? BigDecimal.valueOf(otherwise) : new BigDecimal(stated);
    }

    private Bound truth(KeyedComponent key, Node.Scalar scalar, String path) {
        if (scalar.text().equals("true") || scalar.text().equals("false")) {
            return Bound.of(
                    scalar.text().equals("true"), new Node.Scalar(scalar.position(), scalar.text(), Node.Style.PLAIN));
        }
        return refused(key, scalar, path, "must be true or false", "");
    }

    private Bound choice(KeyedComponent key, Node.Scalar scalar, String path) {
        List<String> words = Spelling.words(key.raw());
        int index = words.indexOf(scalar.text());
        if (index < 0) {
            String advice = Suggestions.nearest(scalar.text(), words)
                    .map(word -> "did you mean '" + word + "'?")
                    .orElse("");
            return refused(key, scalar, path, "must be one of " + String.join(", ", words), advice);
        }
        return Bound.of(key.raw().getEnumConstants()[index], Node.text(scalar.position(), scalar.text()));
    }

    private Bound text(KeyedComponent key, Node.Scalar scalar, String path) {
        if (scalar.text().length() > LONGEST_NAME) {
            return refused(key, scalar, path, "is longer than " + LONGEST_NAME + " characters", "");
        }
        return Bound.of(scalar.text(), Node.text(scalar.position(), scalar.text()));
    }

    private Bound refused(KeyedComponent key, Node.Scalar scalar, String path, String message, String advice) {
        String found = key.name() + " = " + Problem.shown(scalar.text());
        context.refuse(scalar.position(), path, found + " " + message, advice);
        return Bound.failed(scalar);
    }

    private static Node numberNode(Node.Scalar scalar, double value) {
        String text = Numbers.isShortest(scalar.text()) ? scalar.text() : Numbers.text(value);
        return new Node.Scalar(scalar.position(), text, Node.Style.NUMBER);
    }
}
