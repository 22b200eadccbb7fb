package org.duecare.scenarios.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.duecare.distribution.Capped;
import org.duecare.distribution.CountLaw;
import org.duecare.distribution.CountLaws;
import org.duecare.distribution.LossLaw;
import org.duecare.distribution.LossLaws;
import org.duecare.quantity.AlternativeKeys;
import org.jspecify.annotations.Nullable;

/** The laws by name, each with its sets of parameters. */
public final class LawCatalogue {
    private static final Map<String, Class<?>> LOSS = sorted(LossLaws.NAMES);
    private static final Map<String, Class<?>> COUNT = sorted(CountLaws.NAMES);

    private static final Map<Class<?>, Constructor<?>> CONSTRUCTORS = new ConcurrentHashMap<>();
    private static final Map<Class<?>, List<ParameterSet>> SETS = new ConcurrentHashMap<>();

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
        return family == LossLaw.class ? LOSS : COUNT;
    }

    /** Whether a type is a family of laws. */
    public static boolean isFamily(Class<?> type) {
        return type == LossLaw.class || type == CountLaw.class;
    }

    /** The ways to state a law, the canonical one first. */
    public static List<ParameterSet> parameterSets(Class<?> law) {
        return SETS.computeIfAbsent(law, LawCatalogue::inspect);
    }

    private static List<ParameterSet> inspect(Class<?> law) {
        List<ParameterSet> sets = new ArrayList<>();
        List<KeyedComponent> canonical = KeyedComponent.of(law);
        if (!canonical.isEmpty()) {
            sets.add(new ParameterSet(constructor(law), canonical));
        }
        for (Method method : law.getDeclaredMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && method.isAnnotationPresent(AlternativeKeys.class)) {
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
        return CONSTRUCTORS.computeIfAbsent(record, LawCatalogue::canonical);
    }

    private static Constructor<?> canonical(Class<?> record) {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
    }

    /** Calls a constructor or static method. */
    static Object invoke(Executable maker, @Nullable Object[] values) {
        try {
            return maker instanceof Method method
                    ? method.invoke(null, values)
                    : ((Constructor<?>) maker).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(maker.toString(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(maker.toString(), e);
        }
    }

    /** The key {@code cap} that every law of sizes takes. */
    public static KeyedComponent capKey() {
        return LawBinder.cap();
    }

    /** A law cut at a cap. */
    static LossLaw capped(LossLaw law, double cap) {
        return new Capped(law, cap);
    }

    private static Map<String, Class<?>> sorted(Map<String, ? extends Class<?>> names) {
        return Collections.unmodifiableMap(new TreeMap<>(names));
    }
}
