package org.duecare.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.duecare.diligence.DiligenceElement;
import org.duecare.operation.Operation;
import org.duecare.threat.Contagion;
import org.jspecify.annotations.Nullable;

/**
 * Expected incidents of a threat, secondary ones included, in closed form. In a group of n operations with primary incidents
 * {@code P_j} and success probabilities {@code v_j}, each incident makes {@code c = offspring x kept} secondary attempts, each
 * at one of the n - 1 others:
 *
 * <pre>T_j = P_j + a_j (S - T_j)     a_j = c v_j / (n - 1)     S = sum T = sum(P / (1 + a)) / (1 - sum(a / (1 + a)))</pre>
 *
 * Secondary incidents are counted in the year of their first attempt.
 */
final class SecondaryIncidents {
    private final @Nullable Contagion contagion;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    SecondaryIncidents(@Nullable Contagion contagion) {
        this.contagion = contagion;
    }

    /** Members of a group as growing columns. */
    private static final class Group {
        private final java.util.ArrayList<double[]> members = new java.util.ArrayList<>();
        private double exchange;
    }

    /**
     * Adds an operation.
     *
     * @param primary its primary incidents
     * @param success success probability of a secondary attempt at it
     * @param levels its nine levels
     */
    void add(Operation operation, double primary, double success, double[] levels) {
        String name = contagion == null
                ? ""
                : contagion.group(operation.operation(), operation.sector(), operation.technology());
        Group group = groups.computeIfAbsent(name, fresh -> new Group());
        group.members.add(new double[] {primary, success});
        group.exchange += levels[DiligenceElement.INFORMATION_EXCHANGE.ordinal()];
    }

    /** All incidents over all groups; infinite where they would never end. */
    double total() {
        double total = 0;
        for (Group group : groups.values()) {
            total += total(group);
        }
        return total;
    }

    private double total(Group group) {
        int others = group.members.size() - 1;
        double attempts = contagion == null || others == 0
                ? 0
                : contagion.offspring()
                        * Contagion.kept(contagion.exchangeEffect(), group.exchange / group.members.size())
                        / others;
        double primary = 0;
        double fed = 0;
        for (double[] member : group.members) {
            double a = attempts * member[1];
            primary += member[0] / (1 + a);
            fed += a / (1 + a);
        }
        return fed < 1 ? primary / (1 - fed) : Double.POSITIVE_INFINITY;
    }
}
