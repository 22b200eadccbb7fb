package org.duecare.scenarios.binding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** All keys of a scenario by path, walked once from the root record. */
public final class KeyTree {
    private static final int DEEPEST = 8;
    private static final Map<Class<?>, Map<String, KeyedComponent>> KNOWN = new ConcurrentHashMap<>();

    private KeyTree() {}

    /** All keys under a record by path: {@code insurance.takeUp.share}; lists and maps add no step. */
    public static Map<String, KeyedComponent> paths(Class<?> record) {
        return KNOWN.computeIfAbsent(record, KeyTree::collect);
    }

    private static Map<String, KeyedComponent> collect(Class<?> record) {
        Map<String, KeyedComponent> paths = new LinkedHashMap<>();
        walk(KeyedComponent.of(record), "", paths, 0);
        return Collections.unmodifiableMap(paths);
    }

    private static void walk(List<KeyedComponent> keys, String prefix, Map<String, KeyedComponent> paths, int depth) {
        for (KeyedComponent key : keys) {
            String path = prefix + key.name();
            boolean inline = key.key().inline();
            if (!inline) {
                paths.put(path, key);
            }
            Class<?> held = heldType(key);
            if (held.isRecord() && depth < DEEPEST) {
                walk(KeyedComponent.of(held), inline ? prefix : path + ".", paths, depth + 1);
            }
        }
    }

    /** The type of a value, looking into lists and maps. */
    public static Class<?> heldType(KeyedComponent key) {
        return key.raw() == List.class || key.raw() == Map.class ? key.element().raw() : key.raw();
    }

    /** The blocks that have a key of this name. */
    static Set<String> parentsOf(Class<?> root, String name) {
        Set<String> parents = new TreeSet<>();
        paths(root).keySet().stream()
                .filter(path -> path.endsWith("." + name) && !path.startsWith("variants."))
                .forEach(path -> parents.add(path.substring(0, path.length() - name.length() - 1)));
        return parents;
    }
}
