package org.duecare.scenarios.binding;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.duecare.quantity.Key;
import org.jspecify.annotations.Nullable;

/**
 * One key of a block: a record component, or a parameter of an alternative factory.
 *
 * @param name the word in the file
 * @param key its documentation
 * @param type its Java type
 * @param nullable whether it may be absent
 */
public record KeyedComponent(String name, KeyFacts key, Type type, boolean nullable) {
    private static final Map<Class<?>, List<KeyedComponent>> KNOWN = new ConcurrentHashMap<>();

    /** The keys of a record, in order; empty where a component has no key. A trailing underscore escapes Java's words. */
    public static List<KeyedComponent> of(Class<?> record) {
        return KNOWN.computeIfAbsent(record, KeyedComponent::inspect);
    }

    /** The keys of an alternative factory, in order. */
    public static List<KeyedComponent> of(Executable factory) {
        List<KeyedComponent> keys = new ArrayList<>();
        for (Parameter parameter : factory.getParameters()) {
            Key key = parameter.getAnnotation(Key.class);
            if (key == null) {
                throw new IllegalStateException(factory + ": parameter " + parameter.getName() + " has no @Key");
            }
            keys.add(new KeyedComponent(
                    parameter.getName(),
                    KeyFacts.of(key),
                    parameter.getParameterizedType(),
                    nullable(parameter.getAnnotatedType())));
        }
        return List.copyOf(keys);
    }

    private static List<KeyedComponent> inspect(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        if (components == null || Arrays.stream(components).anyMatch(c -> c.getAnnotation(Key.class) == null)) {
            return List.of();
        }
        return Arrays.stream(components).map(KeyedComponent::of).toList();
    }

    private static KeyedComponent of(RecordComponent component) {
        String name = component.getName();
        return new KeyedComponent(
                name.endsWith("_") ? name.substring(0, name.length() - 1) : name,
                KeyFacts.of(component.getAnnotation(Key.class)),
                component.getGenericType(),
                nullable(component.getAnnotatedType()));
    }

    private static boolean nullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** Whether the key must be given. */
    public boolean required() {
        return key.fallback().equals(Key.REQUIRED);
    }

    /** The Java class without type parameters. */
    public Class<?> raw() {
        return raw(type);
    }

    /** The class of a type without its parameters. */
    public static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    /** The last type parameter: what a list or map holds. */
    public KeyedComponent element() {
        Type[] parameters = ((ParameterizedType) type).getActualTypeArguments();
        return new KeyedComponent(name, key, parameters[parameters.length - 1], false);
    }

    /** Whether the value is a map of further keys. */
    public boolean isBlock() {
        return raw().isRecord();
    }
}
