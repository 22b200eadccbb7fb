package org.duecare.scenarios.binding;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.duecare.distribution.CountLaw;
import org.duecare.distribution.Degenerate;
import org.duecare.distribution.FixedCount;
import org.duecare.distribution.LossLaw;
import org.jspecify.annotations.Nullable;

/** The laws by name, each with its sets of parameters. */
public final class LawCatalogue {
    private LawCatalogue() {}

    /**
     * One way to state a law.
     *
     * @param maker constructor or factory
     * @param keys its parameters
     */
    public record ParameterSet(Executable maker, List<KeyedComponent> keys) {
        /** Makes the law; the constructor's own refusal comes out unwrapped. */
        Object make(Object[] values) {
            return invoke(maker, values);
        }

        /** The names of the parameters. */
        public List<String> names() {
            return keys.stream().map(KeyedComponent::name).toList();
        }
    }

    /** The laws of a family, {@link LossLaw} or {@link CountLaw}, by name. */
    public static Map<String, Class<?>> laws(Class<?> family) {
        return family == LossLaw.class ? Holder.LOSS : Holder.COUNT;
    }

    /** Whether a type is a family of laws. */
    public static boolean isFamily(Class<?> type) {
        return type == LossLaw.class || type == CountLaw.class;
    }

    /** The ways to state a law, the canonical one first. */
    public static List<ParameterSet> parameterSets(Class<?> law) {
        List<ParameterSet> sets = new ArrayList<>();
        List<KeyedComponent> canonical = KeyedComponent.of(law);
        if (!canonical.isEmpty()) {
            sets.add(new ParameterSet(constructor(law), canonical));
        }
        for (Method method : law.getDeclaredMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && isAlternative(method)) {
                sets.add(new ParameterSet(method, KeyedComponent.of(method)));
            }
        }
        sets.subList(Math.min(1, sets.size()), sets.size())
                .sort((a, b) -> a.names().toString().compareTo(b.names().toString()));
        return List.copyOf(sets);
    }

    /** All parameter names of a law. */
    public static Set<String> parameterNames(Class<?> law) {
        Set<String> names = new LinkedHashSet<>();
        parameterSets(law).forEach(set -> names.addAll(set.names()));
        return names;
    }

    /** The canonical constructor of a record. */
    static Constructor<?> constructor(Class<?> record) {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
    }

    /** Calls a constructor or static method. */
    static Object invoke(Executable maker, @Nullable Object[] values) {
        try {
            return maker instanceof Method method
                    ? method.invoke(null, values)
                    : constructed((Constructor<?>) maker, values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(maker.toString(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(maker.toString(), e);
        }
    }

    private static Object constructed(Constructor<?> maker, @Nullable Object[] values)
            throws ReflectiveOperationException {
        maker.trySetAccessible();
        return maker.newInstance(values);
    }

    private static boolean isAlternative(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getSimpleName().equals("AlternativeKeys"));
    }

    /** The key {@code cap} that every law of sizes takes. */
    public static KeyedComponent capKey() {
        return LawBinder.cap();
    }

    /** A law cut at a cap. */
    static LossLaw capped(LossLaw law, double cap) {
        try {
            Class<?> capped = Class.forName("org.duecare.distribution.Capped");
            return (LossLaw) invoke(constructor(capped), new Object[] {law, cap});
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no law can be capped", e);
        }
    }

    /** The names, looked up once. */
    private static final class Holder {
        static final Map<String, Class<?>> LOSS = names("LossLaws", Map.of("degenerate", Degenerate.class));
        static final Map<String, Class<?>> COUNT = names("CountLaws", Map.of("fixed", FixedCount.class));

        private static Map<String, Class<?>> names(String holder, Map<String, Class<?>> otherwise) {
            Map<String, Class<?>> sorted = new TreeMap<>();
            try {
                Object names = Class.forName("org.duecare.distribution." + holder)
                        .getField("NAMES")
                        .get(null);
                ((Map<?, ?>) names).forEach((name, law) -> sorted.put((String) name, (Class<?>) law));
            } catch (ReflectiveOperationException e) {
                sorted.putAll(otherwise);
            }
            return sorted;
        }
    }
}
