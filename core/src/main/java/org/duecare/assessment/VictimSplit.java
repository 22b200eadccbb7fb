package org.duecare.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.duecare.operation.Operation;
import org.duecare.operation.Territory;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.LargestRemainder;
import org.duecare.settlement.Measure;
import org.duecare.simulation.States;

/**
 * Splits harm and payments of single incidents over groups of victims: those in the territory of the operation and those in
 * each other territory of its row. Exact in minor units: floors, then largest remainder, ties by territory.
 */
final class VictimSplit {
    /** Shares of a row as whole numbers. */
    private static final double WEIGHT = 1e12;

    /** Groups of victims, in order of territory, at home before abroad. */
    final List<Group> groups;

    private final int[] rowOfOperation;
    private final List<Row> rows = new ArrayList<>();
    private final LargestRemainder remainder = new LargestRemainder();

    /** All groups, for harm of operations in several territories. */
    private final Row ofDependants;

    /** Victims in a territory, of operations there or elsewhere. */
    record Group(String territory, boolean home) {}

    /** The groups of an operation's territory, those at home first. */
    private record Row(
            int homes, int[] group, long[] weight, int[] rank, long[] harm, long[] damages, long[] paid, long[] rest) {
        static Row of(int homes, int[] group, long[] weight) {
            int n = group.length;
            return new Row(homes, group, weight, group.clone(), new long[n], new long[n], new long[n], new long[n]);
        }

        int size() {
            return group.length;
        }
    }

    VictimSplit(List<Operation> operations, States states) {
        Map<String, Integer> known = new LinkedHashMap<>();
        TreeSet<Group> found =
                new TreeSet<>(Comparator.comparing(Group::territory).thenComparing(group -> group.home() ? 0 : 1));
        for (Operation operation : operations) {
            String home = operation.territory();
            if (known.putIfAbsent(home, known.size()) == null) {
                found.add(new Group(home, true));
                abroad(home, states.of(home)).forEach(territory -> found.add(new Group(territory, false)));
            }
        }
        this.groups = List.copyOf(found);
        known.keySet().forEach(home -> rows.add(row(home, states.of(home))));
        this.ofDependants = ofAll(groups);
        this.rowOfOperation = operations.stream()
                .mapToInt(operation -> known.getOrDefault(operation.territory(), -1))
                .toArray();
    }

    private static List<String> abroad(String home, Territory territory) {
        return territory.victims().entrySet().stream()
                .filter(entry -> entry.getValue() > 0 && !entry.getKey().equals(home))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Row row(String home, Territory territory) {
        List<String> others = abroad(home, territory);
        int[] group = new int[others.size() + 1];
        long[] weight = new long[group.length];
        group[0] = groups.indexOf(new Group(home, true));
        for (int i = 1; i < group.length; i++) {
            String other = others.get(i - 1);
            group[i] = groups.indexOf(new Group(other, false));
            weight[i] = Math.max(1, Math.round(territory.victimsIn(home, other) * WEIGHT));
        }
        return Row.of(1, group, weight);
    }

    private static Row ofAll(List<Group> groups) {
        int[] group = IntStream.range(0, groups.size())
                .boxed()
                .sorted(Comparator.comparing(g -> groups.get(g).home() ? 0 : 1))
                .mapToInt(Integer::intValue)
                .toArray();
        int homes = (int) groups.stream().filter(Group::home).count();
        return Row.of(homes, group, new long[group.length]);
    }

    /** Adds the parts of an incident to the groups' harm and payments in its trial, {@code [group][slot]}. */
    void add(EventRows events, int i, long[][] harm, long[][] paid) {
        Row row = events.isRecourse(i) ? ofDependants(events, i) : ofStruck(events, i);
        int slot = events.slot(i);
        long whole = events.amount(Measure.HARM, i);
        long withheld = events.withheld(i);
        long ofFund = withheld == 0 ? 0 : events.amount(Measure.FUND, i);
        pay(
                row,
                whole - events.amount(Measure.UNCOMPENSATED, i) - ofFund,
                events.amount(Measure.DAMAGES, i),
                events.foreignDamages(i));
        if (ofFund > 0) {
            payAdmitted(row, ofFund, withheld);
        }
        for (int g = 0; g < row.group.length; g++) {
            harm[row.group[g]][slot] += row.harm[g];
            paid[row.group[g]][slot] += row.paid[g];
        }
    }

    private Row ofStruck(EventRows events, int i) {
        Row row = rows.get(rowOfOperation[events.struck(i)]);
        parts(row, events.amount(Measure.HARM, i), events.foreignHarm(i), row.weight, row.harm);
        return row;
    }

    /** Harm for which the operation that a provider is answers, where its dependants' victims are. */
    private Row ofDependants(EventRows events, int i) {
        Row all = ofDependants;
        Arrays.fill(all.harm, 0);
        events.eachDependant(i, (operation, harm, foreign) -> {
            Row row = rows.get(rowOfOperation[operation]);
            parts(row, harm, foreign, row.weight, row.rest);
            for (int g = 0; g < row.size(); g++) {
                for (int to = 0; to < all.size(); to++) {
                    all.harm[to] += all.group[to] == row.group[g] ? row.rest[g] : 0;
                }
            }
        });
        return all;
    }

    /**
     * What the fund pays follows the damages that it admits of each group. No group gets more than its harm: what others have
     * paid of it already goes to the other groups, as far as harm is left there.
     */
    private void payAdmitted(Row row, long ofFund, long withheld) {
        long[] weights = new long[row.paid.length];
        remainder.split(withheld, row.damages, row.rank, row.homes, weights.length, weights);
        for (int g = 0; g < weights.length; g++) {
            weights[g] = row.damages[g] - (g < row.homes ? 0 : weights[g]);
        }
        remainder.split(ofFund, weights, row.rank, 0, weights.length, row.rest);
        long over = 0;
        for (int g = 0; g < weights.length; g++) {
            long gets = Math.min(row.rest[g], row.harm[g] - row.paid[g]);
            over += row.rest[g] - gets;
            row.paid[g] += gets;
            weights[g] = row.harm[g] - row.paid[g];
        }
        if (over > 0) {
            remainder.split(over, weights, row.rank, 0, weights.length, row.rest);
            for (int g = 0; g < weights.length; g++) {
                row.paid[g] += row.rest[g];
            }
        }
    }

    private void parts(Row row, long amount, long foreign, long[] weights, long[] into) {
        if (foreign == 0) {
            Arrays.fill(into, 0);
        } else {
            remainder.split(foreign, weights, row.rank, row.homes, into.length, into);
        }
        if (row.homes == 1) {
            into[0] = amount - foreign;
        } else {
            remainder.split(amount - foreign, weights, row.rank, 0, row.homes, into);
        }
    }

    /** Payments follow the damages owed to each group; what is paid beyond them follows the harm not owed. */
    private void pay(Row row, long paid, long damages, long foreignDamages) {
        parts(row, damages, foreignDamages, row.harm, row.damages);
        long owed = Math.min(paid, damages);
        if (owed == damages) {
            System.arraycopy(row.damages, 0, row.paid, 0, row.paid.length);
        } else {
            remainder.split(owed, row.damages, row.rank, 0, row.paid.length, row.paid);
        }
        if (paid > damages) {
            for (int g = 0; g < row.rest.length; g++) {
                row.rest[g] = row.harm[g] - row.damages[g];
            }
            remainder.split(paid - damages, row.rest, row.rank, 0, row.rest.length, row.rest);
            for (int g = 0; g < row.rest.length; g++) {
                row.paid[g] += row.rest[g];
            }
        }
    }
}
