package org.duecare.simulation;

import java.util.List;
import java.util.Map;
import org.duecare.behaviour.Behaviour;
import org.duecare.behaviour.CareBill;
import org.duecare.behaviour.CareCost;
import org.duecare.behaviour.Equilibrium;
import org.duecare.operation.Operation;
import org.duecare.operation.RiskClass;

/**
 * The care that operators choose under one policy, found once before the first trial.
 *
 * @param classes in order of their first operation
 * @param careOf level of care by operation
 * @param weights of the nine elements in the cost of care; those above 0 are chosen
 * @param sweeps how often all classes answered each other's choices
 * @param residual largest change of a class's care in the last sweep
 * @param converged whether that change is within {@link #TOLERANCE} and every class's premium reproduces itself
 */
public record ChosenCare(
        List<ClassChoice> classes,
        Map<String, Double> careOf,
        List<Double> weights,
        int sweeps,
        double residual,
        boolean converged) {
    /** Largest change of care between sweeps that counts as none. */
    public static final double TOLERANCE = 1e-12;

    /** Copies the collections. */
    public ChosenCare {
        classes = List.copyOf(classes);
        careOf = Map.copyOf(careOf);
        weights = List.copyOf(weights);
    }

    /**
     * The choice of one class: operations of equal sector, territory, size, posture at the start, assurance and cover.
     *
     * @param insured whether its operations are insured
     * @param operations how many they are
     * @param before mean level at the start on the elements that are chosen, by their weight in the cost
     * @param care level chosen
     * @param bill what the class expects to pay a year at that level, all its operations together
     * @param premium the premium of one operation that its class justifies, with residual and iterations
     */
    public record ClassChoice(
            RiskClass riskClass,
            boolean insured,
            int operations,
            double before,
            double care,
            CareBill bill,
            Equilibrium premium) {}

    /** Nine levels of an operation at the start of the first year. */
    double[] levels(Operation operation) {
        double[] start = operation.posture().toArray();
        Double care = careOf.get(operation.operation());
        return care == null ? start : CareCost.moved(start, weightArray(), care);
    }

    private double[] weightArray() {
        return weights.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Nine levels of an operation at the start of the first year under a policy. */
    static double[] levels(Operation operation, Policy policy) {
        ChosenCare chosen = policy.care();
        return chosen == null ? operation.posture().toArray() : chosen.levels(operation);
    }

    /** Whether operators choose under a policy and have not chosen yet. */
    static boolean isOpen(Policy policy) {
        Behaviour behaviour = policy.behaviour();
        return behaviour != null && behaviour.respond() && policy.care() == null;
    }
}
