package org.duecare.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duecare.behaviour.Behaviour;
import org.duecare.behaviour.CareBill;
import org.duecare.behaviour.CareChoice;
import org.duecare.behaviour.CareCost;
import org.duecare.behaviour.Equilibrium;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.LayerColumns;
import org.duecare.diligence.StandardOfCare;
import org.duecare.insurance.Insurance;
import org.duecare.operation.Operation;
import org.duecare.operation.RiskClass;
import org.duecare.premium.PrincipleChoice;
import org.duecare.premium.ReinsuranceCost;
import org.duecare.quantity.InvalidValueException;
import org.duecare.simulation.ChosenCare.ClassChoice;

/**
 * The fixed point of care before the first trial: every class answers the incentives of the policy and, where a standard or a
 * premium is made of what others do, the choices of the other classes. Care is rounded up to a multiple of 1e-12, so that who
 * meets a standard still meets it.
 */
final class CareResponse {
    /** Sweeps at most. */
    private static final int MOST_SWEEPS = 100;

    private static final int MOST_PREMIUMS = 100;
    private static final double PREMIUM_TOLERANCE = 1e-9;
    private static final double STEPS = 1e12;

    private final List<Operation> operations;
    private final Policy policy;
    private final Behaviour behaviour;
    private final CareIncentives incentives;
    private final RiskClass[] classes;
    private List<Group> groups;
    private final double[] weights;

    /** The operations of one class. */
    private record Group(RiskClass riskClass, boolean insured, int[] members) {}

    CareResponse(
            Scenario scenario, List<Operation> operations, CompiledWorld world, Policy policy, Behaviour behaviour) {
        this.operations = operations;
        this.policy = policy;
        this.behaviour = behaviour;
        this.weights = behaviour.careCost().weights();
        LayerColumns layers = new LayerCompiler(scenario, operations, policy, null).compile()[0];
        Certificates certificates = new Certificates(scenario, operations, policy);
        this.classes = operations.stream()
                .map(operation -> RiskClass.of(operation, certificates.level(operation, 1)))
                .toArray(RiskClass[]::new);
        boolean[] insured = new boolean[operations.size()];
        for (int i = 0; i < insured.length; i++) {
            insured[i] = policy.insurance() != null && layers.insured[i];
        }
        this.groups = groups(insured);
        Loads loads = loads(scenario, policy, operations.size(), groups.stream().anyMatch(Group::insured));
        this.incentives = new CareIncentives(scenario, operations, world, policy, behaviour, layers, loads);
    }

    /** The scenario with the care chosen under each policy where operators respond; the scenario itself where none do. */
    static Scenario resolve(Scenario scenario, List<Operation> operations, CompiledWorld world) {
        if (scenario.policies().stream().noneMatch(ChosenCare::isOpen)) {
            return scenario;
        }
        Map<Policy, ChosenCare> known = new HashMap<>();
        List<Policy> resolved = new ArrayList<>();
        for (Policy policy : scenario.policies()) {
            Behaviour behaviour = policy.behaviour();
            if (behaviour != null && ChosenCare.isOpen(policy)) {
                Policy unnamed = policy.with("unnamed", policy.fund(), policy.adjust());
                ChosenCare chosen = known.computeIfAbsent(
                        unnamed, same -> new CareResponse(scenario, operations, world, policy, behaviour).solve());
                resolved.add(policy.choosing(chosen));
            } else {
                resolved.add(policy);
            }
        }
        return scenario.resolved(resolved);
    }

    /** Classes of operations that are marked alike. */
    private List<Group> groups(boolean[] marked) {
        Map<Group, List<Integer>> members = new LinkedHashMap<>();
        int[] none = {};
        Map<String, Group> keys = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            RiskClass riskClass = classes[i];
            boolean insured = marked[i];
            Group key = keys.computeIfAbsent(riskClass + " " + insured, name -> new Group(riskClass, insured, none));
            members.computeIfAbsent(key, group -> new ArrayList<>()).add(i);
        }
        return members.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().riskClass,
                        entry.getKey().insured,
                        entry.getValue().stream().mapToInt(Integer::intValue).toArray()))
                .toList();
    }

    /**
     * What premiums are made of besides expected loss.
     *
     * @param price over expected loss, by operation
     * @param reinsurance by operation
     */
    record Loads(double[] price, ReinsuranceCost[] reinsurance) {}

    /** At the posture held before anybody responds. */
    private static Loads loads(Scenario scenario, Policy policy, int count, boolean anybody) {
        double[] price = new double[count];
        ReinsuranceCost[] reinsurance = new ReinsuranceCost[count];
        Arrays.fill(price, 1);
        Arrays.fill(reinsurance, ReinsuranceCost.NONE);
        Insurance insurance = policy.insurance();
        if (!anybody || insurance == null) {
            return new Loads(price, reinsurance);
        }
        PrincipleChoice choice = CareIncentives.rule(policy).choice();
        boolean plain = choice.principle() == PrincipleChoice.Name.EXPECTED_VALUE;
        if (plain && !insurance.carriesReinsurance()) {
            Arrays.fill(price, 1 + Objects.requireNonNullElse(choice.load(), 0.0));
            return new Loads(price, reinsurance);
        }
        ExAntePrices held = ExAntePricing.ofHeld(scenario, policy);
        Arrays.setAll(reinsurance, i -> held.reinsurance(i, choice));
        return new Loads(held.loadsByOperation(choice), reinsurance);
    }

    private ChosenCare solve() {
        return solve(starting());
    }

    /** Levels at the start of those who have not responded, by operation. */
    double[][] starting() {
        return operations.stream()
                .map(operation -> operation.posture().toArray())
                .toArray(double[][]::new);
    }

    /** Levels of operations that hold a level of care each. */
    double[][] levels(double[] careOf) {
        double[][] levels = starting();
        for (int i = 0; i < levels.length; i++) {
            levels[i] = CareCost.moved(levels[i], weights, careOf[i]);
        }
        return levels;
    }

    /** Makes classes of operations that are marked alike. */
    void group(boolean[] marked) {
        groups = groups(marked);
    }

    /** The level of care that every operation answers with where all hold some levels. */
    double[] reply(double[][] levels) {
        double[][] owed = owed(levels);
        double[] care = new double[operations.size()];
        for (Group group : groups) {
            double chosen = choose(group, owed).care();
            for (int i : group.members) {
                care[i] = chosen;
            }
        }
        return care;
    }

    /** What each operation expects to pay a year at a level of care beside premium and damages, where all hold some levels. */
    double[] beside(double[] care, double[][] levels) {
        double[][] owed = owed(levels);
        double[] beside = new double[care.length];
        for (int i = 0; i < beside.length; i++) {
            CareBill bill = incentives.bill(i, care[i], owed[i]);
            beside[i] = bill.care() + bill.levy() + bill.ownLoss() + bill.sanctions();
        }
        return beside;
    }

    /** Care stated for every operation, as it can be settled. */
    ChosenCare stated(double[] careOf) {
        Map<String, Double> of = new HashMap<>();
        for (int i = 0; i < careOf.length; i++) {
            of.put(operations.get(i).operation(), careOf[i]);
        }
        return new ChosenCare(List.of(), of, Arrays.stream(weights).boxed().toList(), 0, 0, true);
    }

    /** The fixed point, found from levels that operations hold. */
    ChosenCare solve(double[][] from) {
        double[] care = new double[groups.size()];
        Arrays.setAll(care, g -> mean(groups.get(g), from));
        double[][] owed = owed(from);
        List<ClassChoice> choices = List.of();
        int sweeps = 0;
        double residual = Double.POSITIVE_INFINITY;
        while (sweeps < MOST_SWEEPS && residual > ChosenCare.TOLERANCE) {
            residual = 0;
            List<ClassChoice> next = new ArrayList<>();
            for (int g = 0; g < care.length; g++) {
                ClassChoice choice = choose(groups.get(g), owed);
                residual = Math.max(residual, Math.abs(choice.care() - care[g]));
                care[g] = choice.care();
                next.add(choice);
            }
            choices = next;
            owed = owed(levels(byOperation(care)));
            sweeps++;
        }
        boolean premiums = choices.stream().allMatch(choice -> choice.premium().converged());
        Map<String, Double> careOf = new HashMap<>();
        for (int g = 0; g < care.length; g++) {
            for (int i : groups.get(g).members) {
                careOf.put(operations.get(i).operation(), care[g]);
            }
        }
        return new ChosenCare(
                choices,
                careOf,
                Arrays.stream(weights).boxed().toList(),
                sweeps,
                residual,
                premiums && residual <= ChosenCare.TOLERANCE);
    }

    private double[] byOperation(double[] careOfGroup) {
        double[] care = new double[operations.size()];
        for (int g = 0; g < careOfGroup.length; g++) {
            for (int i : groups.get(g).members) {
                care[i] = careOfGroup[g];
            }
        }
        return care;
    }

    private double before(Group group) {
        return mean(group, starting());
    }

    private double mean(Group group, double[][] levels) {
        double sum = 0;
        for (int i : group.members) {
            sum += CareCost.share(weights, levels[i], 1);
        }
        return sum / group.members.length;
    }

    /** Care owed by each operation where all hold some levels before the reach of territorial control. */
    private double[][] owed(double[][] levels) {
        double[][] held = new double[levels.length][];
        for (int i = 0; i < held.length; i++) {
            held[i] = HeldPosture.effective(levels[i], policy.diligence());
        }
        StandardOfCare standard = policy.diligence().standard();
        return new OwedCare(standard, operations, held).levels(policy.states().territories());
    }

    private ClassChoice choose(Group group, double[][] owed) {
        double[] breaks = Arrays.stream(group.members)
                .mapToObj(i -> incentives.breaks(i, owed[i]))
                .flatMapToDouble(Arrays::stream)
                .distinct()
                .toArray();
        int size = group.members.length;
        double start = bill(group, before(group), owed).premium() / size;
        Equilibrium premium = Equilibrium.of(
                price -> bill(group, best(group, owed, price, breaks), owed).premium() / size,
                start,
                PREMIUM_TOLERANCE,
                MOST_PREMIUMS);
        double care = best(group, owed, premium.price(), breaks);
        return new ClassChoice(
                group.riskClass, group.insured, size, before(group), care, bill(group, care, owed), premium);
    }

    /** The class's care of least cost at a premium, as it is settled at. */
    private double best(Group group, double[][] owed, double price, double[] breaks) {
        double grading = behaviour.premiumGrading();
        double care = CareChoice.least(
                        level -> finite(bill(group, level, owed).total(grading, group.members.length * price)),
                        0,
                        1,
                        breaks)
                .care();
        return Math.min(1, Math.ceil(care * STEPS) / STEPS);
    }

    private static double finite(double cost) {
        if (!Double.isFinite(cost)) {
            throw new InvalidValueException(
                    "behaviour",
                    "needs a finite expected cost of every level of care, but a threat has no mean",
                    "Cap the law, give netAssets to every operation, or set ownLossShare: 0");
        }
        return cost;
    }

    private CareBill bill(Group group, double care, double[][] owed) {
        CareBill sum = CareBill.NONE;
        for (int i : group.members) {
            sum = sum.plus(incentives.bill(i, care, owed[i]));
        }
        return sum;
    }
}
