package org.duecare.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duecare.behaviour.Behaviour;
import org.duecare.compiled.CompiledWorld;
import org.duecare.insurance.Insurance;
import org.duecare.operation.Operation;

/**
 * Cover and care chosen together, before the first trial: what care an operation takes depends on whether it is insured, and
 * whether it buys depends on the care that it would take with cover and without. In each round every class, its buyers and the
 * others apart, finds its best care with cover and its best care without, against what all hold; then every operation buys iff it
 * is better off with cover and that care than without it and the other. A round that moves nobody is the fixed point.
 */
final class JointChoice {
    private static final int MOST_ROUNDS = 20;

    private final Scenario scenario;
    private final Insurance insurance;
    private final Policy everybody;
    private final Policy nobody;
    private final CareResponse covered;
    private final CareResponse bare;

    private JointChoice(
            Scenario scenario,
            List<Operation> operations,
            CompiledWorld world,
            Policy policy,
            Insurance insurance,
            Behaviour behaviour) {
        this.scenario = scenario;
        this.insurance = insurance;
        this.everybody = policy.with(insurance.under(Insurance.Obligation.MANDATORY), null);
        this.nobody = policy.with(insurance.under(Insurance.Obligation.NONE), null);
        this.covered = new CareResponse(scenario, operations, world, everybody, behaviour);
        this.bare = new CareResponse(scenario, operations, world, nobody, behaviour);
    }

    /** The scenario in which every voluntary policy under which operators choose care says who buys and how much care they take. */
    static Scenario resolve(Scenario scenario, List<Operation> operations, CompiledWorld world) {
        Map<Policy, Chosen> known = new HashMap<>();
        List<Policy> resolved = new ArrayList<>();
        for (Policy policy : scenario.policies()) {
            Insurance insurance = policy.insurance();
            Behaviour behaviour = policy.behaviour();
            if (insurance == null || behaviour == null || !isOpen(policy, insurance)) {
                resolved.add(policy);
                continue;
            }
            Policy unnamed = policy.with("unnamed", policy.fund(), policy.adjust());
            Chosen chosen = known.computeIfAbsent(
                    unnamed,
                    same -> new JointChoice(scenario, operations, world, policy, insurance, behaviour).solve());
            Policy bought = policy.with(insurance, chosen.purchase);
            CareResponse response = new CareResponse(scenario, operations, world, bought, behaviour);
            resolved.add(bought.choosing(response.solve(response.levels(chosen.care))));
        }
        return known.isEmpty() ? scenario : scenario.resolved(resolved);
    }

    private static boolean isOpen(Policy policy, Insurance insurance) {
        return insurance.obligation() == Insurance.Obligation.VOLUNTARY
                && policy.purchase() == null
                && ChosenCare.isOpen(policy);
    }

    /** Who buys, and the care of each operation. */
    private record Chosen(Purchase purchase, double[] care) {}

    private Chosen solve() {
        double[][] held = covered.starting();
        double[] care = new double[held.length];
        boolean[] buys = new boolean[held.length];
        Arrays.fill(buys, true);
        Arrays.fill(care, Double.NaN);
        Purchase purchase = null;
        double[] withBefore = {};
        double[] withoutBefore = {};
        int rounds = 0;
        double change = Double.POSITIVE_INFINITY;
        int switched = held.length;
        while (rounds < MOST_ROUNDS && (change > ChosenCare.TOLERANCE || switched > 0)) {
            covered.group(buys);
            bare.group(buys);
            double[] with = covered.reply(held);
            double[] without = bare.reply(held);
            if (purchase == null || !Arrays.equals(with, withBefore) || !Arrays.equals(without, withoutBefore)) {
                purchase = purchase(with, without, held);
            }
            withBefore = with;
            withoutBefore = without;
            change = 0;
            switched = 0;
            for (int i = 0; i < care.length; i++) {
                boolean now = purchase.buys().get(i);
                double chosen = now ? with[i] : without[i];
                switched += now == buys[i] ? 0 : 1;
                change = Math.max(change, Double.isNaN(care[i]) ? 1 : Math.abs(chosen - care[i]));
                buys[i] = now;
                care[i] = chosen;
            }
            held = covered.levels(care);
            rounds++;
        }
        boolean converged = change <= ChosenCare.TOLERANCE && switched == 0;
        return new Chosen(
                Objects.requireNonNull(purchase).with(new Purchase.Joint(rounds, change, switched, converged)), care);
    }

    private Purchase purchase(double[] with, double[] without, double[][] held) {
        double[] dearer = covered.beside(with, held);
        double[] less = bare.beside(without, held);
        for (int i = 0; i < dearer.length; i++) {
            dearer[i] -= less[i];
        }
        return VoluntaryPurchase.find(
                scenario,
                insurance,
                VoluntaryPurchase.everybody(everybody.choosing(covered.stated(with)), insurance),
                VoluntaryPurchase.nobody(nobody.choosing(bare.stated(without)), insurance),
                dearer);
    }
}
