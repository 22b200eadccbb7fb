package org.duecare.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.StandardOfCare;
import org.duecare.operation.Operation;
import org.duecare.operation.Territory;
import org.duecare.quantity.InvalidValueException;

/** The care that each operation owes in one year, from the postures held at its start. */
final class OwedCare {
    private final StandardOfCare standard;
    private final List<Operation> operations;
    private final double[][] held;

    /**
     * Care owed under one standard.
     *
     * @param held nine effective levels of each operation at the start of the year
     */
    OwedCare(StandardOfCare standard, List<Operation> operations, double[][] held) {
        this.standard = standard;
        this.operations = operations;
        this.held = held;
    }

    /** Nine levels owed by each operation. */
    double[][] levels(Map<String, Territory> territories) {
        double[][] base = switch (standard.basis()) {
            case ABSOLUTE -> absolute();
            case PEERS -> peers(territories);
            case BEST_AVAILABLE -> bestInUse();
        };
        if (standard.proportionality() == null && standard.feasibility().isEmpty()) {
            return base;
        }
        double[][] owed = new double[base.length][];
        for (int i = 0; i < owed.length; i++) {
            Operation operation = operations.get(i);
            requirePotentialHarm(operation);
            owed[i] = standard.owed(base[i], operation.potentialHarm(), operation.revenue());
        }
        return owed;
    }

    private void requirePotentialHarm(Operation operation) {
        if (standard.proportionality() != null && operation.potentialHarm() == Double.POSITIVE_INFINITY) {
            throw new InvalidValueException(
                    "diligence.standard.proportionality",
                    "needs the potential harm of every operation, but " + operation.operation() + " states none",
                    "Give it potentialHarm, or remove proportionality");
        }
    }

    private double[][] absolute() {
        double[][] base = new double[operations.size()][];
        Arrays.fill(base, standard.absolute());
        return base;
    }

    /** Members of each group, as positions in the list of operations. */
    private List<int[]> groups(Function<Operation, String> name) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            members.computeIfAbsent(name.apply(operations.get(i)), key -> new ArrayList<>())
                    .add(i);
        }
        return members.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private double[][] peers(Map<String, Territory> territories) {
        double[][] base = new double[operations.size()][];
        double[] absolute = atLeastFloor(standard.absolute());
        for (int[] group : groups(operation -> operation.sector() + "\n" + region(operation, territories))) {
            if (group.length <= StandardOfCare.FEWEST_PEERS) {
                for (int i : group) {
                    base[i] = absolute;
                }
            } else {
                percentiles(group, base);
            }
        }
        return base;
    }

    /** The region of an operation: that of its territory where one is stated, else the territory itself. */
    static String region(Operation operation, Map<String, Territory> territories) {
        Territory territory = territories.get(operation.territory());
        return territory == null || territory.region().isEmpty() ? operation.territory() : territory.region();
    }

    private void percentiles(int[] group, double[][] base) {
        for (int i : group) {
            base[i] = new double[DiligenceElement.COUNT];
        }
        for (int k = 0; k < DiligenceElement.COUNT; k++) {
            double[] sorted = new double[group.length];
            for (int j = 0; j < group.length; j++) {
                sorted[j] = held[group[j]][k];
            }
            Arrays.sort(sorted);
            for (int i : group) {
                int own = Arrays.binarySearch(sorted, held[i][k]);
                double level = StandardOfCare.percentileOfOthers(sorted, own, standard.percentile());
                base[i][k] = Math.max(standard.floor(), level);
            }
        }
    }

    private double[] atLeastFloor(double[] levels) {
        double[] raised = levels.clone();
        for (int k = 0; k < raised.length; k++) {
            raised[k] = Math.max(standard.floor(), raised[k]);
        }
        return raised;
    }

    /** A share of the best level among the other operations of the sector; of all that the art offers where there is none. */
    private double[][] bestInUse() {
        double[][] base = new double[operations.size()][];
        for (int[] group : groups(Operation::sector)) {
            for (int i : group) {
                base[i] = new double[DiligenceElement.COUNT];
                Arrays.fill(base[i], standard.share());
            }
            for (int k = 0; group.length > 1 && k < DiligenceElement.COUNT; k++) {
                best(group, k, base);
            }
        }
        return base;
    }

    private void best(int[] group, int element, double[][] base) {
        int leader = group[0];
        double second = Double.NEGATIVE_INFINITY;
        for (int j = 1; j < group.length; j++) {
            double level = held[group[j]][element];
            if (level > held[leader][element]) {
                second = held[leader][element];
                leader = group[j];
            } else {
                second = Math.max(second, level);
            }
        }
        for (int i : group) {
            base[i][element] = standard.share() * (i == leader ? second : held[leader][element]);
        }
    }
}
