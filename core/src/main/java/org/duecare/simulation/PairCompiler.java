package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import org.duecare.compiled.PairColumns;
import org.duecare.operation.Operation;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.duecare.threat.Season;
import org.duecare.threat.ThreatType;

/**
 * Attempts of each operation and threat. Layers beyond the first (new services, seasons above 1) have addresses of their own:
 * whether a variant reads them moves no draw of another.
 */
final class PairCompiler {
    private final Scenario scenario;
    private final List<Operation> operations;
    private final List<ThreatType> threats;
    private final long[][] operationKeys;
    private final LevelCompiler levels;
    private final List<List<Layer>> layers = new ArrayList<>();

    PairCompiler(
            Scenario scenario,
            List<Operation> operations,
            List<ThreatType> threats,
            long[][] operationKeys,
            LevelCompiler levels) {
        this.scenario = scenario;
        this.operations = operations;
        this.threats = threats;
        this.operationKeys = operationKeys;
        this.levels = levels;
    }

    /** A layer of a threat's attempts: number, key, attempts at reference size. */
    private record Layer(int number, long[][] names, double rate) {}

    PairColumns compile() {
        AttemptRates rates = new AttemptRates(scenario, operations);
        threats.forEach(threat -> layers.add(layers(threat, rates.attempts(threat))));
        int[] first = first();
        int total = first[operations.size()];
        int[] ofThreat = new int[total];
        double[] rate = new double[total];
        double[] scale = new double[total];
        int[] level = new int[total];
        int[] layer = new int[total];
        long[] key0 = new long[total];
        long[] key1 = new long[total];
        int pair = 0;
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            for (int t = 0; t < threats.size(); t++) {
                ThreatType threat = threats.get(t);
                if (!threat.strikes(operation.sector())) {
                    continue;
                }
                for (Layer one : layers.get(t)) {
                    long[] key = key(operationKeys[i], one);
                    ofThreat[pair] = t;
                    rate[pair] = one.rate() * AttemptRates.size(operation, threat, threat.frequencyElasticity());
                    scale[pair] =
                            Money.MINOR_PER_MAIN * AttemptRates.size(operation, threat, threat.severityElasticity());
                    level[pair] = levels.of(threat, operation);
                    layer[pair] = one.number();
                    key0[pair] = key[0];
                    key1[pair] = key[1];
                    pair++;
                }
            }
        }
        return new PairColumns(first, ofThreat, rate, key0, key1, scale, level, layer);
    }

    private int[] first() {
        int[] first = new int[operations.size() + 1];
        int total = 0;
        for (int i = 0; i < operations.size(); i++) {
            first[i] = total;
            for (int t = 0; t < threats.size(); t++) {
                total += threats.get(t).strikes(operations.get(i).sector())
                        ? layers.get(t).size()
                        : 0;
            }
        }
        first[operations.size()] = total;
        return first;
    }

    private List<Layer> layers(ThreatType threat, double attempts) {
        List<Layer> all = new ArrayList<>();
        int wholeRates = wholeRates(threat);
        for (int k = 0; k < wholeRates; k++) {
            all.add(new Layer(k, names(threat, false, k), attempts));
        }
        for (int k = 0; k < wholeRates && threat.changeRate() > 0; k++) {
            all.add(new Layer(PairColumns.NEW_SERVICES | k, names(threat, true, k), attempts * threat.changeRate()));
        }
        return all;
    }

    /** Layers that the highest season of any variant needs. */
    private int wholeRates(ThreatType threat) {
        double highest = 1;
        for (Policy policy : scenario.policies()) {
            for (int year = 1; year <= scenario.years() && threat.count() == null; year++) {
                highest = Math.max(highest, Season.factor(policy.season(), threat, year));
            }
        }
        return (int) Math.ceil(highest);
    }

    private static long[][] names(ThreatType threat, boolean newServices, int season) {
        List<long[]> names = new ArrayList<>();
        names.add(DrawAddress.nameKey("threat", threat.type()));
        if (newServices) {
            names.add(DrawAddress.nameKey("services", "new"));
        }
        if (season > 0) {
            names.add(DrawAddress.nameKey("season", Integer.toString(season)));
        }
        return names.toArray(long[][]::new);
    }

    private long[] key(long[] operationKey, Layer layer) {
        long[][] names = new long[layer.names().length + 1][];
        names[0] = operationKey;
        System.arraycopy(layer.names(), 0, names, 1, layer.names().length);
        return DrawAddress.key(scenario.seed(), names);
    }
}
