package org.duecare.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.EventColumns;
import org.duecare.compiled.OperatorColumns;
import org.duecare.compiled.PairColumns;
import org.duecare.compiled.SizeColumns;
import org.duecare.compiled.ThreatColumns;
import org.duecare.distribution.QuantileTable;
import org.duecare.operation.Operation;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;

/** Turns operations, threats and stated events into the arrays of a {@link CompiledWorld}. */
final class WorldCompiler {
    private final Scenario scenario;
    private final List<Operation> operations;
    private final List<ThreatType> threats;
    private final long[][] operationKeys;

    WorldCompiler(Scenario scenario, List<Operation> operations) {
        this.scenario = scenario;
        this.operations = operations;
        this.threats = inKeyOrder(scenario.threats());
        this.operationKeys = operations.stream()
                .map(operation -> DrawAddress.nameKey("operation", operation.operation()))
                .toArray(long[][]::new);
    }

    /** Threats in the order of their keys: the order of results must not follow the order of the file. */
    static List<ThreatType> inKeyOrder(List<ThreatType> threats) {
        Comparator<ThreatType> byKey = Comparator.comparing(
                threat -> DrawAddress.nameKey("threat", threat.type()), (a, b) -> Arrays.compareUnsigned(a, b));
        return threats.stream().sorted(byKey).toList();
    }

    CompiledWorld compile() {
        LevelCompiler levels = new LevelCompiler(scenario.seed());
        PairColumns pairs = new PairCompiler(scenario, operations, threats, operationKeys, levels).compile();
        return new CompiledWorld(
                scenario.generator() == Scenario.Generator.PHILOX,
                scenario.years(),
                operators(),
                pairs,
                threatColumns(),
                levels.columns(),
                events(),
                SpreadCompiler.columns(operations, threats, pairs),
                new ProviderCompiler(scenario, operations).columns());
    }

    static long[] lane(List<long[]> keys, int lane) {
        return keys.stream().mapToLong(key -> key[lane]).toArray();
    }

    private OperatorColumns operators() {
        List<Integer> first = new ArrayList<>();
        List<Long> netAssets = new ArrayList<>();
        String before = null;
        int count = operations.size();
        long[][] keys = new long[count][];
        for (int i = 0; i < count; i++) {
            Operation operation = operations.get(i);
            keys[i] = DrawAddress.key(scenario.seed(), operationKeys[i]);
            long owned = Money.minor(operation.netAssets());
            if (operation.operator().equals(before)) {
                int last = netAssets.size() - 1;
                netAssets.set(last, Math.min(Money.UNLIMITED, netAssets.get(last) + owned));
            } else {
                first.add(i);
                netAssets.add(owned);
                before = operation.operator();
            }
        }
        first.add(count);
        List<long[]> keyList = List.of(keys);
        return new OperatorColumns(
                first.stream().mapToInt(Integer::intValue).toArray(),
                netAssets.stream().mapToLong(Long::longValue).toArray(),
                operations.stream()
                        .mapToLong(operation -> Money.minor(operation.potentialHarm()))
                        .toArray(),
                lane(keyList, 0),
                lane(keyList, 1),
                ranks(),
                territories());
    }

    private int[] territories() {
        Map<String, Integer> numbers = new HashMap<>();
        return operations.stream()
                .mapToInt(operation -> numbers.computeIfAbsent(operation.territory(), name -> numbers.size()))
                .toArray();
    }

    private int[] ranks() {
        Integer[] order = new Integer[operations.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(i -> operations.get(i).operation(), Utf8Order.COMPARATOR));
        int[] rank = new int[order.length];
        for (int r = 0; r < order.length; r++) {
            rank[order[r]] = r;
        }
        return rank;
    }

    private ThreatColumns threatColumns() {
        int count = threats.size();
        double[][] trend = new double[count][scenario.years()];
        @Nullable SizeColumns[] counts = new SizeColumns[count];
        SizeColumns[] own = new SizeColumns[count];
        SizeColumns[] harm = new SizeColumns[count];
        double[] share = new double[count];
        double[] correlation = new double[count];
        long[] stateBacked = new long[count];
        boolean scored = false;
        for (int t = 0; t < count; t++) {
            ThreatType threat = threats.get(t);
            double factor = 1;
            for (int y = 0; y < scenario.years(); y++) {
                trend[t][y] = factor;
                factor *= 1 + threat.trendPerYear();
            }
            counts[t] = threat.count() == null ? null : SizeCompiler.of(threat.count());
            stateBacked[t] = DrawAddress.threshold(threat.stateBackedShare());
            own[t] = SizeCompiler.of(threat.severity());
            share[t] = threat.thirdPartyShare() == null ? 0 : threat.thirdPartyShare();
            harm[t] = SizeColumns.none();
            if (threat.harm() != null) {
                correlation[t] = threat.harm().correlation();
                harm[t] = correlation[t] == 0
                        ? SizeCompiler.of(threat.harm().law())
                        : SizeCompiler.ofScore(threat.harm().law());
                scored |= correlation[t] != 0;
            }
        }
        double[] normal = scored ? QuantileTable.inverseNormal().rows() : new double[0];
        return new ThreatColumns(trend, counts, own, harm, share, correlation, normal, stateBacked);
    }

    private EventColumns events() {
        List<StatedEvent> events = scenario.events();
        int[][] struck = new int[operations.size()][];
        long[][] harm = new long[struck.length][];
        long[][] ownLoss = new long[struck.length][];
        for (int i = 0; i < struck.length; i++) {
            Operation operation = operations.get(i);
            struck[i] = java.util.stream.IntStream.range(0, events.size())
                    .filter(e ->
                            OperationFilter.matches(events.get(e).operations(), operation, scenario.portfolioSeed()))
                    .toArray();
            harm[i] = minor(struck[i], e -> events.get(e).harm().at(operation));
            ownLoss[i] = minor(struck[i], e -> events.get(e).ownLoss().at(operation));
        }
        List<long[]> keys = events.stream()
                .map(event -> DrawAddress.key(scenario.seed(), DrawAddress.nameKey("event", event.event())))
                .toList();
        int[] number = new int[1];
        return new EventColumns(
                events.stream().mapToInt(StatedEvent::year).toArray(),
                events.stream()
                        .mapToLong(event -> DrawAddress.threshold(event.time()) - number[0]++)
                        .toArray(),
                harm,
                ownLoss,
                events.stream()
                        .mapToInt(event -> switch (event.liable()) {
                            case TRUE -> EventColumns.LIABLE;
                            case FALSE -> EventColumns.NOT_LIABLE;
                            case FINDING -> EventColumns.BY_FINDING;
                        })
                        .toArray(),
                lane(keys, 0),
                lane(keys, 1),
                struck,
                scenario.years());
    }

    private static long[] minor(int[] events, IntToDoubleFunction amount) {
        return Arrays.stream(events)
                .mapToLong(e -> Money.minor(amount.applyAsDouble(e)))
                .toArray();
    }
}
