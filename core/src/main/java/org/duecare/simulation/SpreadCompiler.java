package org.duecare.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.EdgeColumns;
import org.duecare.compiled.PairColumns;
import org.duecare.compiled.SpreadColumns;
import org.duecare.operation.Operation;
import org.duecare.quantity.InvalidValueException;
import org.duecare.random.DrawAddress;
import org.duecare.threat.Contagion;
import org.duecare.threat.ThreatType;

/** Turns the contagion of threats into arrays: groups and offspring of the world, kept edges of a variant. */
final class SpreadCompiler {
    private static final int HALF = 32;
    private static final long[] EVERY_INCIDENT = {0};

    private final List<ThreatType> threats;
    private final PairColumns pairs;
    private final SpreadColumns spread;

    SpreadCompiler(List<ThreatType> threats, CompiledWorld world) {
        this.threats = threats;
        this.pairs = world.pairs;
        this.spread = world.spread;
    }

    /** Groups and offspring; operations and threats in the engine's order. */
    static SpreadColumns columns(List<Operation> operations, List<ThreatType> threats, PairColumns pairs) {
        long[][] offspring = new long[threats.size()][];
        double[] mean = new double[threats.size()];
        double[] exchangeEffect = new double[threats.size()];
        boolean[] worm = new boolean[threats.size()];
        double[] delay = new double[threats.size()];
        for (int t = 0; t < offspring.length; t++) {
            Contagion contagion = threats.get(t).contagion();
            offspring[t] = SpreadColumns.noOffspring();
            if (contagion != null && contagion.offspring() > 0) {
                mean[t] = contagion.offspring();
                exchangeEffect[t] = contagion.exchangeEffect();
                worm[t] = contagion.form() == Contagion.Form.WORM;
                offspring[t] = worm[t] ? EVERY_INCIDENT : offspringFrom(mean[t]);
                delay[t] = contagion.delayDays() / Contagion.DAYS_PER_YEAR;
            }
        }
        int[] groupOfPair = new int[pairs.threat.length];
        List<List<Integer>> members = groups(operations, threats, pairs, groupOfPair);
        int[] first = new int[members.size() + 1];
        List<Integer> member = new ArrayList<>();
        for (int group = 0; group < members.size(); group++) {
            member.addAll(members.get(group));
            first[group + 1] = member.size();
        }
        int[] flat = member.stream().mapToInt(Integer::intValue).toArray();
        int[][] keys = new int[members.size()][];
        for (int group = 0; group < keys.length; group++) {
            keys[group] = members.get(group).stream()
                    .mapToInt(pair -> (int) (pairs.key0[pair] >>> HALF) ^ (int) pairs.key1[pair])
                    .toArray();
        }
        return new SpreadColumns(
                offspring,
                mean,
                exchangeEffect,
                worm,
                delay,
                groupOfPair,
                first,
                flat,
                keys,
                struckWith(operations, pairs));
    }

    /** The pair at which a secondary attempt from or to a pair's operation strikes: its established services. */
    private static int[] struckWith(List<Operation> operations, PairColumns pairs) {
        int[] base = new int[pairs.threat.length];
        for (int i = 0; i < operations.size(); i++) {
            int last = pairs.first[i];
            for (int pair = pairs.first[i]; pair < pairs.first[i + 1]; pair++) {
                last = pairs.layer[pair] == 0 ? pair : last;
                base[pair] = last;
            }
        }
        return base;
    }

    private static List<List<Integer>> groups(
            List<Operation> operations, List<ThreatType> threats, PairColumns pairs, int[] groupOfPair) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<List<Integer>> members = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            for (int pair = pairs.first[i]; pair < pairs.first[i + 1]; pair++) {
                groupOfPair[pair] = SpreadColumns.NO_GROUP;
                int threat = pairs.threat[pair];
                Contagion contagion = threats.get(threat).contagion();
                if (contagion != null && contagion.offspring() > 0) {
                    Operation operation = operations.get(i);
                    String name = threat + "/"
                            + contagion.group(operation.operation(), operation.sector(), operation.technology());
                    int group = numbers.computeIfAbsent(name, fresh -> numbers.size());
                    if (group == members.size()) {
                        members.add(new ArrayList<>());
                    }
                    if (pairs.layer[pair] == 0) {
                        members.get(group).add(pair);
                    }
                    groupOfPair[pair] = group;
                }
            }
        }
        return members;
    }

    /** Thresholds of a Poisson count by inversion from 0 upwards: the count is the number of thresholds at or below. */
    private static long[] offspringFrom(double mean) {
        List<Long> thresholds = new ArrayList<>();
        double probability = StrictMath.exp(-mean);
        double sum = probability;
        for (int count = 0; ; count++) {
            long threshold = DrawAddress.threshold(sum);
            if (threshold >= DrawAddress.CELLS || (count > mean && probability < DrawAddress.UNIT / 4)) {
                return thresholds.isEmpty()
                        ? SpreadColumns.noOffspring()
                        : thresholds.stream().mapToLong(Long::longValue).toArray();
            }
            thresholds.add(threshold);
            probability *= mean / (count + 1);
            sum += probability;
        }
    }

    /**
     * Kept edges at levels of information exchange.
     *
     * @param held level of element 7 by operation
     * @param mended the same had the shortfalls been mended
     * @param success threshold of the success of a secondary attempt, by pair
     * @param careSuccess the same had the shortfalls been mended
     */
    EdgeColumns edges(double[] held, double[] mended, long[] success, long[] careSuccess) {
        long[] kept = new long[spread.groupCount()];
        long[] careKept = new long[pairs.threat.length];
        for (int group = 0; group < kept.length; group++) {
            int from = spread.first[group];
            int end = spread.first[group + 1];
            double sum = 0;
            for (int i = from; i < end; i++) {
                sum += held[pairs.operation[spread.member[i]]];
            }
            double effect = contagion(group).exchangeEffect();
            kept[group] = DrawAddress.threshold(Contagion.kept(effect, sum / (end - from)));
            for (int i = from; i < end; i++) {
                int operation = pairs.operation[spread.member[i]];
                double mean = (sum - held[operation] + mended[operation]) / (end - from);
                careKept[spread.member[i]] = Math.min(kept[group], DrawAddress.threshold(Contagion.kept(effect, mean)));
            }
        }
        return new EdgeColumns(kept, careKept, success, careSuccess, held, mended);
    }

    private ThreatType threat(int group) {
        return threats.get(pairs.threat[spread.member[spread.first[group]]]);
    }

    private Contagion contagion(int group) {
        Contagion contagion = threat(group).contagion();
        if (contagion == null) {
            throw new IllegalStateException("a group of a threat that does not spread");
        }
        return contagion;
    }

    /** Refuses a variant in which the incidents of a cluster would not die out. */
    void requireSubcritical(EdgeColumns edges, String variant, int year) {
        for (int group = 0; group < spread.groupCount(); group++) {
            if (contagion(group).form() == Contagion.Form.WORM) {
                continue;
            }
            int from = spread.first[group];
            double[] success = new double[spread.first[group + 1] - from];
            for (int i = 0; i < success.length; i++) {
                success[i] = edges.successBelow[spread.member[from + i]] * DrawAddress.UNIT;
            }
            double offspring = contagion(group).offspring() * (edges.keptBelow[group] * DrawAddress.UNIT);
            double radius = Contagion.spectralRadius(offspring, success);
            if (!(radius < 1)) {
                throw new InvalidValueException(
                        "threats",
                        "= " + threat(group).type()
                                + String.format(
                                        Locale.ROOT,
                                        ": its contagion has the spectral radius %.4f in year %d of variant %s;"
                                                + " it must be below 1, or incidents would never end",
                                        radius,
                                        year,
                                        variant),
                        "Lower offspring, or raise the posture of the operations that it strikes");
            }
        }
    }
}
