package org.duecare.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.duecare.diligence.Vulnerability;
import org.duecare.operation.Operation;
import org.duecare.operation.Provider;
import org.duecare.operation.ProviderGraph;
import org.duecare.quantity.InvalidValueException;

/**
 * Expected hits a year of an operation by the providers that count under a type of threat, exactly. For each set of providers
 * that operations name, and each provider where an event may begin, the probability of every pattern of the set's providers
 * that are down together is summed up over all states of the providers between; the rest is one maximum for each operation.
 */
final class ProviderHitRates {
    /** Most providers between the beginning of an event and an operation: their states are enumerated. */
    private static final int MOST_BETWEEN = 16;

    private final List<Provider> providers;
    private final ProviderGraph graph;
    private final Vulnerability vulnerability;
    private final double[] success;
    private final Map<List<String>, List<Pattern>> patterns = new HashMap<>();

    /**
     * Rates under the diligence of the scenario itself.
     *
     * @param success probability that what comes at the operation that a provider is succeeds; 1 for the others
     */
    ProviderHitRates(List<Provider> providers, Vulnerability vulnerability, double[] success) {
        this.providers = providers;
        this.graph = new ProviderGraph(providers);
        this.vulnerability = vulnerability;
        this.success = success;
    }

    /** A pattern of providers of a set that fail together: how often a year, and in the hits of which type it counts. */
    private record Pattern(int root, int[] failing, double perYear) {}

    /** Hits a year of an operation with a posture by providers of a type. */
    double perYear(String type, Operation operation, double[] posture) {
        if (operation.providers().isEmpty()) {
            return 0;
        }
        double sum = 0;
        for (Pattern pattern : patterns.computeIfAbsent(operation.providers(), this::patterns)) {
            if (type.equals(providers.get(pattern.root()).type())) {
                double most = 0;
                for (int p : pattern.failing()) {
                    Provider provider = providers.get(p);
                    double v = AttemptRates.success(vulnerability, provider, posture, operation);
                    most = Math.max(most, provider.reach() * v);
                }
                sum += pattern.perYear() * most;
            }
        }
        return sum;
    }

    private List<Pattern> patterns(List<String> names) {
        int[] set = names.stream()
                .mapToInt(name -> graph.require(name, "an operation"))
                .toArray();
        TreeSet<Integer> roots = new TreeSet<>();
        for (int p : set) {
            for (int cause : graph.causes(p)) {
                roots.add(cause);
            }
        }
        List<Pattern> all = new ArrayList<>();
        for (int root : roots) {
            if (providers.get(root).type() != null && providers.get(root).eventsPerYear() > 0) {
                patterns(root, set, all);
            }
        }
        return all;
    }

    /** The providers between a root and a set, in order of dependence, the root first. */
    private int[] between(int root, int[] set) {
        TreeSet<Integer> above = new TreeSet<>();
        for (int p : set) {
            for (int cause : graph.causes(p)) {
                above.add(cause);
            }
        }
        int[] nodes = java.util.Arrays.stream(graph.downstream(root))
                .filter(above::contains)
                .toArray();
        if (nodes.length > MOST_BETWEEN) {
            throw new InvalidValueException(
                    "providers",
                    "put " + nodes.length + " providers between "
                            + providers.get(root).provider()
                            + " and an operation; rates with counts: all are computed for at most " + MOST_BETWEEN,
                    "State the rate with counts: primary, or leave the type of "
                            + providers.get(root).provider() + " out");
        }
        return nodes;
    }

    private void patterns(int root, int[] set, List<Pattern> all) {
        int[] nodes = between(root, set);
        Map<Integer, Integer> place = new HashMap<>();
        for (int i = 0; i < nodes.length; i++) {
            place.put(nodes[i], i);
        }
        double events = providers.get(root).eventsPerYear() * success[root];
        TreeSet<Double> waits = new TreeSet<>();
        for (int p : set) {
            waits.add(providers.get(p).waitingHours());
        }
        for (int down = 1; down < 1 << nodes.length; down += 2) {
            double probability = probability(down, nodes, place);
            for (double wait : waits) {
                Double longer = waits.higher(wait);
                double duration = providers.get(root).durationHours().survival(wait)
                        - (longer == null
                                ? 0
                                : providers.get(root).durationHours().survival(longer));
                int state = down;
                int[] failing = java.util.Arrays.stream(set)
                        .filter(p -> place.containsKey(p) && (state >> place.get(p) & 1) != 0)
                        .filter(p -> providers.get(p).waitingHours() <= wait)
                        .toArray();
                if (failing.length > 0 && probability * duration > 0) {
                    all.add(new Pattern(root, failing, events * probability * duration));
                }
            }
        }
    }

    /** Probability of a state of the nodes given that the first is down; each has a mark of its own. */
    private double probability(int down, int[] nodes, Map<Integer, Integer> place) {
        double probability = 1;
        for (int node = 1; node < nodes.length; node++) {
            double most = 0;
            for (int above : graph.upstream(nodes[node])) {
                Integer at = place.get(above);
                if (at != null && (down >> at & 1) != 0) {
                    most = Math.max(most, providers.get(above).reach() * success[nodes[node]]);
                }
            }
            probability *= (down >> node & 1) != 0 ? most : 1 - most;
        }
        return probability;
    }
}
