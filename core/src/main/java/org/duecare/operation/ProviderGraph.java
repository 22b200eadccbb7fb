package org.duecare.operation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duecare.quantity.InvalidValueException;

/**
 * Which provider depends on which, without circles. Providers have the order of the list given; {@link #downstream} lists
 * what an event can bring down, each provider behind all that it depends on.
 */
public final class ProviderGraph {
    private final List<Provider> providers;
    private final Map<String, Integer> index = new HashMap<>();
    private final int[][] upstream;
    private final int[][] dependants;
    private final int[] rank;

    /**
     * Builds the graph.
     *
     * @throws InvalidValueException when an identifier occurs twice, an unknown provider is named, or providers depend on
     *     each other in a circle; the shortest circle is named
     */
    public ProviderGraph(List<Provider> providers) {
        this.providers = List.copyOf(providers);
        for (int p = 0; p < providers.size(); p++) {
            String id = providers.get(p).provider();
            if (index.put(id, p) != null) {
                throw new InvalidValueException(
                        "providers",
                        "name " + id + " twice; identifiers must be unique",
                        "Give each a name of its own");
            }
        }
        this.upstream = new int[providers.size()][];
        for (int p = 0; p < upstream.length; p++) {
            String id = providers.get(p).provider();
            upstream[p] = providers.get(p).dependsOn().stream()
                    .mapToInt(other -> require(other, "dependsOn of " + id))
                    .distinct()
                    .sorted()
                    .toArray();
        }
        this.dependants = reversed();
        this.rank = ranks();
    }

    /** The place of a provider in the list; refuses an unknown one and says who names it. */
    public int require(String provider, String where) {
        Integer found = index.get(provider);
        if (found == null) {
            String known = String.join(
                    ", ", providers.stream().limit(20).map(Provider::provider).toList());
            throw new InvalidValueException(
                    "providers",
                    "have no " + provider + ", which " + where + " names",
                    known.isEmpty() ? "There are none" : "There are: " + known);
        }
        return found;
    }

    private int[][] reversed() {
        int[] count = new int[upstream.length];
        for (int[] above : upstream) {
            for (int u : above) {
                count[u]++;
            }
        }
        int[][] below = new int[upstream.length][];
        for (int p = 0; p < below.length; p++) {
            below[p] = new int[count[p]];
        }
        Arrays.fill(count, 0);
        for (int p = 0; p < upstream.length; p++) {
            for (int u : upstream[p]) {
                below[u][count[u]++] = p;
            }
        }
        return below;
    }

    /** Place of each provider in an order in which all stand behind what they depend on. */
    private int[] ranks() {
        int[] open = Arrays.stream(upstream).mapToInt(above -> above.length).toArray();
        int[] place = new int[open.length];
        Deque<Integer> ready = new ArrayDeque<>();
        for (int p = 0; p < open.length; p++) {
            if (open[p] == 0) {
                ready.add(p);
            }
        }
        int next = 0;
        while (!ready.isEmpty()) {
            int p = ready.remove();
            place[p] = next++;
            for (int d : dependants[p]) {
                if (--open[d] == 0) {
                    ready.add(d);
                }
            }
        }
        if (next < open.length) {
            throw new InvalidValueException(
                    "providers",
                    "depend on each other in a circle: " + shortestCircle(open),
                    "Remove one dependsOn of it");
        }
        return place;
    }

    /** The shortest circle among the providers that could not be ordered; of several the first in the list. */
    private String shortestCircle(int[] open) {
        List<Integer> shortest = List.of();
        for (int start = 0; start < open.length && shortest.size() != 1; start++) {
            List<Integer> circle = open[start] == 0 ? List.of() : circleThrough(start, open, shortest.size());
            if (!circle.isEmpty() && (shortest.isEmpty() || circle.size() < shortest.size())) {
                shortest = circle;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int p : shortest) {
            text.append(providers.get(p).provider()).append(" -> ");
        }
        return text.append(providers.get(shortest.get(0)).provider()).toString();
    }

    /** The shortest circle through a provider by breadth; empty when there is none shorter than a length (0: any). */
    private List<Integer> circleThrough(int start, int[] open, int shorterThan) {
        int[] from = new int[open.length];
        int[] depth = new int[open.length];
        Arrays.fill(from, -1);
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            int p = queue.remove();
            if (shorterThan > 0 && depth[p] + 1 >= shorterThan) {
                return List.of();
            }
            for (int u : upstream[p]) {
                if (u == start) {
                    List<Integer> circle = new ArrayList<>();
                    for (int node = p; node != start; node = from[node]) {
                        circle.add(0, node);
                    }
                    circle.add(0, start);
                    return circle;
                }
                if (from[u] < 0 && open[u] > 0) {
                    from[u] = p;
                    depth[u] = depth[p] + 1;
                    queue.add(u);
                }
            }
        }
        return List.of();
    }

    /** Number of providers. */
    public int size() {
        return upstream.length;
    }

    /** Providers on which one depends directly. */
    public int[] upstream(int provider) {
        return upstream[provider].clone();
    }

    /** A provider and all that depend on it, directly or not, each behind those it depends on. */
    public int[] downstream(int provider) {
        return closure(provider, dependants);
    }

    /** A provider and all that it depends on, directly or not, ascending. */
    public int[] causes(int provider) {
        int[] all = closure(provider, upstream);
        Arrays.sort(all);
        return all;
    }

    private int[] closure(int provider, int[][] edges) {
        List<Integer> found = new ArrayList<>(List.of(provider));
        Map<Integer, Boolean> seen = new HashMap<>(Map.of(provider, true));
        for (int i = 0; i < found.size(); i++) {
            for (int next : edges[found.get(i)]) {
                if (seen.putIfAbsent(next, true) == null) {
                    found.add(next);
                }
            }
        }
        return found.stream()
                .sorted((a, b) -> Integer.compare(rank[a], rank[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
