package org.duecare.scenarios.tree;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the faults of one reading, each once, up to a bound. */
public final class Problems {
    /** Most problems shown for one reading. */
    public static final int MOST = 50;

    private final Map<String, Problem> found = new LinkedHashMap<>();

    /** Adds a fault; the same fault at the same place counts once. */
    public void add(Problem problem) {
        if (found.size() < MOST) {
            found.putIfAbsent(problem.place() + " " + problem.message(), problem);
        }
    }

    /** Adds a fault at a place. */
    public void add(Position position, String path, String message, String advice) {
        add(Problem.at(position, path, message, advice));
    }

    /** Adds many. */
    public void addAll(Collection<Problem> problems) {
        problems.forEach(this::add);
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Number of faults so far. */
    public int size() {
        return found.size();
    }

    /** Whether no more faults are taken. */
    public boolean isFull() {
        return found.size() >= MOST;
    }

    /** All faults, in the order found. */
    public List<Problem> all() {
        return List.copyOf(found.values());
    }

    /** Throws when anything was found. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ScenarioException(all());
        }
    }
}
