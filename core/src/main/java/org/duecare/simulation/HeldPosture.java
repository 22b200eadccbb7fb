package org.duecare.simulation;

import java.util.List;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.Posture;
import org.duecare.diligence.Upkeep;
import org.duecare.operation.Operation;

/**
 * The postures held under one policy from year to year, without what operations learn from incidents of their own: one
 * value for each operation and year, the same in every trial. A change of {@code adjust} is made at the start of its first
 * year; from then on upkeep, erosion, drift and yearly gains act on it.
 */
final class HeldPosture {
    private static final int TERRITORIAL_CONTROL = DiligenceElement.TERRITORIAL_CONTROL.ordinal();

    private final Scenario scenario;
    private final List<Operation> operations;
    private final Policy policy;
    private final double[] gain;
    private final boolean moves;
    private final double[][] levels;
    private int year = 1;

    HeldPosture(Scenario scenario, List<Operation> operations, Policy policy) {
        this.scenario = scenario;
        this.operations = operations;
        this.policy = policy;
        this.gain = policy.pillars().gainPerYear();
        this.moves = moves();
        this.levels = operations.stream()
                .map(operation -> ChosenCare.levels(operation, policy))
                .toArray(double[][]::new);
        adjust();
    }

    private boolean moves() {
        Diligence base = scenario.diligence();
        Diligence care = policy.diligence();
        boolean loses = care.erosionPerYear() > 0 || care.driftPerYear() > 0;
        boolean kept = base.erosionPerYear() > 0
                || base.driftPerYear() > 0
                || care.upkeep().perYear() != null;
        boolean gains =
                policy.pillars().capacityPerYear() > 0 || policy.pillars().communicationPerYear() > 0;
        return loses || kept || gains;
    }

    /** Nine levels of each operation at the start of the year; not to be changed. */
    double[][] levels() {
        return levels;
    }

    /** Goes on to the next year; whether any level has changed. */
    boolean next() {
        year++;
        boolean changed = false;
        for (int i = 0; moves && i < levels.length; i++) {
            double[] next = nextYear(operations.get(i), levels[i]);
            changed |= !java.util.Arrays.equals(next, levels[i]);
            levels[i] = next;
        }
        return adjust() | changed;
    }

    private double[] nextYear(Operation operation, double[] held) {
        Diligence care = policy.diligence();
        double loss = Posture.yearlyLoss(held, care.erosionPerYear(), care.driftPerYear());
        return Posture.nextYear(held, loss, upkeep(operation, care.upkeep()), gain);
    }

    /** What is put back every year; stationary is what the scenario itself loses from the posture it starts with. */
    private double[] upkeep(Operation operation, Upkeep upkeep) {
        if (upkeep.perYear() != null) {
            return upkeep.perYear().toArray();
        }
        double[] start = ChosenCare.levels(operation, policy);
        Diligence base = scenario.diligence();
        double loss = Posture.yearlyLoss(start, base.erosionPerYear(), base.driftPerYear());
        double[] amount = new double[start.length];
        for (int k = 0; k < amount.length; k++) {
            amount[k] = loss * start[k];
        }
        return amount;
    }

    private boolean adjust() {
        boolean changed = false;
        for (Adjustment adjustment : policy.adjust()) {
            if (adjustment.fromYear() == year) {
                changed = true;
                for (int i = 0; i < levels.length; i++) {
                    if (OperationFilter.matches(adjustment.where(), operations.get(i), scenario.portfolioSeed())) {
                        levels[i] = adjustment.apply(levels[i]);
                    }
                }
            }
        }
        return changed;
    }

    /** Levels of an operation as far as its own control reaches where it runs: those that are judged. */
    static double[] effective(double[] levels, Diligence diligence) {
        return diligence.territorialFactor() == 0
                ? levels
                : Posture.effective(levels, diligence.reach(levels[TERRITORIAL_CONTROL]));
    }

    /**
     * Levels that an operation declares: what it states itself, moved along with what it holds, or what its good faith lets
     * it overstate.
     */
    static double[] declared(Operation operation, double[] levels, Diligence diligence) {
        if (operation.declared() == null) {
            return Posture.declared(levels, diligence.optimism());
        }
        double[] declared = operation.declared().toArray();
        double[] start = operation.posture().toArray();
        for (int k = 0; k < declared.length; k++) {
            declared[k] = Math.max(0, Math.min(1, declared[k] + levels[k] - start[k]));
        }
        return declared;
    }
}
