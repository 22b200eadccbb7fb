package org.duecare.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.duecare.compiled.ProviderColumns;
import org.duecare.compiled.SizeColumns;
import org.duecare.operation.Operation;
import org.duecare.operation.Provider;
import org.duecare.operation.ProviderGraph;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;

/** Turns providers and what depends on them into columns. */
final class ProviderCompiler {
    private static final int[] NOTHING = {};

    private final List<Operation> operations;
    private final List<Provider> providers;
    private final ProviderGraph graph;
    private final long seed;
    private final ProviderColumns.Draft draft = new ProviderColumns.Draft();
    private final Map<List<String>, Integer> sets = new HashMap<>();
    private final List<int[]> roots = new ArrayList<>();
    private final List<int[][]> places = new ArrayList<>();
    private final List<int[]> members = new ArrayList<>();

    ProviderCompiler(Scenario scenario, List<Operation> operations) {
        this.operations = operations;
        this.providers = inOrder(scenario.providers());
        this.graph = new ProviderGraph(providers);
        this.seed = scenario.seed();
    }

    /** Providers in the order of their identifiers: the order of results must not follow the order of the file. */
    static List<Provider> inOrder(List<Provider> providers) {
        return providers.stream()
                .sorted(Comparator.comparing(Provider::provider, Utf8Order.COMPARATOR))
                .toList();
    }

    ProviderColumns columns() {
        events();
        graph();
        dependences();
        recourse();
        return new ProviderColumns(draft);
    }

    private void events() {
        int count = providers.size();
        draft.rate = providers.stream().mapToDouble(Provider::eventsPerYear).toArray();
        draft.reach = providers.stream().mapToDouble(Provider::reach).toArray();
        draft.waiting = providers.stream().mapToDouble(Provider::waitingHours).toArray();
        draft.recourse = providers.stream().mapToDouble(Provider::recourseShare).toArray();
        draft.duration = providers.stream()
                .map(provider -> SizeCompiler.of(provider.durationHours()))
                .toArray(SizeColumns[]::new);
        draft.key0 = new long[count];
        draft.key1 = new long[count];
        draft.name0 = new long[count];
        draft.name1 = new long[count];
        for (int p = 0; p < count; p++) {
            long[] name = DrawAddress.nameKey("provider", providers.get(p).provider());
            long[] key = DrawAddress.key(seed, name);
            draft.key0[p] = key[0];
            draft.key1[p] = key[1];
            draft.name0[p] = name[0];
            draft.name1[p] = name[1];
        }
        draft.operation = runBy(providers, operations);
    }

    /** The operation that each provider is, by place in the list; -1 for none. */
    static int[] runBy(List<Provider> providers, List<Operation> operations) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < operations.size() && !providers.isEmpty(); i++) {
            index.put(operations.get(i).operation(), i);
        }
        return providers.stream()
                .mapToInt(provider -> {
                    String id = provider.operation();
                    Integer found = id == null ? Integer.valueOf(ProviderColumns.NO_OPERATION) : index.get(id);
                    if (found == null) {
                        throw new InvalidValueException(
                                "providers",
                                "name the operation " + id + " of " + provider.provider()
                                        + ", which is none of the operations",
                                "");
                    }
                    return found;
                })
                .toArray();
    }

    private void graph() {
        int count = providers.size();
        draft.nodes = new int[count][];
        draft.causes = new int[count][][];
        for (int p = 0; p < count; p++) {
            int[] nodes = graph.downstream(p);
            Map<Integer, Integer> place = new HashMap<>();
            for (int node = 0; node < nodes.length; node++) {
                place.put(nodes[node], node);
            }
            draft.nodes[p] = nodes;
            draft.causes[p] = new int[nodes.length][];
            for (int node = 0; node < nodes.length; node++) {
                draft.causes[p][node] = Arrays.stream(graph.upstream(nodes[node]))
                        .map(above -> place.getOrDefault(above, -1))
                        .filter(above -> above >= 0)
                        .toArray();
            }
        }
    }

    private void dependences() {
        int count = operations.size();
        draft.first = new int[count + 1];
        draft.setOf = new int[count];
        sets.put(List.of(), 0);
        roots.add(NOTHING);
        places.add(new int[0][]);
        members.add(NOTHING);
        int total = 0;
        for (int i = 0; i < count; i++) {
            draft.first[i] = total;
            draft.setOf[i] = set(operations.get(i));
            total += members.get(draft.setOf[i]).length;
        }
        draft.first[count] = total;
        draft.roots = roots.toArray(int[][]::new);
        draft.places = places.toArray(int[][][]::new);
        draft.provider = new int[total];
        draft.lossPerHour = new double[total];
        draft.harmPerHour = new double[total];
        for (int i = 0; i < count; i++) {
            int[] of = members.get(draft.setOf[i]);
            for (int k = 0; k < of.length; k++) {
                Provider provider = providers.get(of[k]);
                int edge = draft.first[i] + k;
                draft.provider[edge] = of[k];
                draft.lossPerHour[edge] =
                        Money.MINOR_PER_MAIN * provider.lossPerHour().at(operations.get(i));
                draft.harmPerHour[edge] =
                        Money.MINOR_PER_MAIN * provider.harmPerHour().at(operations.get(i));
            }
        }
    }

    /** The set of providers that an operation names. */
    private int set(Operation operation) {
        Integer known = sets.get(operation.providers());
        if (known != null) {
            return known;
        }
        int[] of = operation.providers().stream()
                .mapToInt(id -> graph.require(id, "operation " + operation.operation()))
                .sorted()
                .toArray();
        TreeSet<Integer> causes = new TreeSet<>();
        for (int p : of) {
            Arrays.stream(graph.causes(p)).forEach(causes::add);
        }
        int[] root = causes.stream().mapToInt(Integer::intValue).toArray();
        int[][] place = new int[root.length][of.length];
        for (int r = 0; r < root.length; r++) {
            for (int k = 0; k < of.length; k++) {
                place[r][k] = placeOf(of[k], draft.nodes[root[r]]);
            }
        }
        members.add(of);
        roots.add(root);
        places.add(place);
        sets.put(operation.providers(), members.size() - 1);
        return members.size() - 1;
    }

    private static int placeOf(int provider, int[] nodes) {
        for (int node = 0; node < nodes.length; node++) {
            if (nodes[node] == provider) {
                return node;
            }
        }
        return -1;
    }

    private void recourse() {
        int count = operations.size();
        draft.run = new int[count][];
        Arrays.fill(draft.run, NOTHING);
        draft.dependants = new int[providers.size()][];
        Arrays.fill(draft.dependants, NOTHING);
        List<List<Integer>> reached = new ArrayList<>();
        for (int p = 0; p < providers.size(); p++) {
            reached.add(new ArrayList<>());
            if (draft.recourse[p] > 0) {
                int[] others = draft.run[draft.operation[p]];
                int[] with = Arrays.copyOf(others, others.length + 1);
                with[others.length] = p;
                draft.run[draft.operation[p]] = with;
            }
        }
        for (int i = 0; i < count; i++) {
            for (int root : draft.roots[draft.setOf[i]]) {
                if (draft.recourse[root] > 0) {
                    if (draft.operation[root] == i) {
                        throw new InvalidValueException(
                                "providers",
                                "let " + operations.get(i).operation() + " depend on "
                                        + providers.get(root).provider()
                                        + ", which it runs itself with a recourseShare",
                                "An operation has no recourse against itself: remove the dependence");
                    }
                    reached.get(root).add(i);
                }
            }
        }
        for (int p = 0; p < providers.size(); p++) {
            draft.dependants[p] =
                    reached.get(p).stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
