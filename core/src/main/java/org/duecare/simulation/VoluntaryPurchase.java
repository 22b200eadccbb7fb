package org.duecare.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duecare.behaviour.Behaviour;
import org.duecare.insurance.Insurance;
import org.duecare.insurance.Voluntary;
import org.duecare.operation.Operation;
import org.duecare.operation.RiskClass;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.ReinsuranceCost;

/**
 * Finds who buys cover by choice, before the first trial. A pilot in which everybody and one in which nobody is insured give
 * what each operation bears with and without cover. Everybody buys at first; at the rates that buyers make, operations for
 * which cover is not worth its premium leave, the rates rise, and so on to a fixed point. If none is found in
 * {@value #FREE_ROUNDS} rounds, operations may only leave from then on, which ends.
 */
final class VoluntaryPurchase {
    private static final int FREE_ROUNDS = 100;

    private final List<Operation> operations;
    private final PremiumRule rule;
    private final double[] with;
    private final double[] without;
    private final double[] expected;
    private final double[] loaded;
    private final double[] dearer;
    private final ReinsuranceCost[] reinsurance;
    private final int[] pool;
    private final double[] exposure;
    private final double insight;
    private final int pools;

    /**
     * A choice.
     *
     * @param compiled pilot in which everybody and pilot in which nobody is insured
     * @param dearer what else cover changes for each operation: what care and all but damages cost more with it than without
     */
    private VoluntaryPurchase(Insurance insurance, CompiledScenario compiled, double[] dearer) {
        this.dearer = dearer;
        Voluntary choice = insurance.choice();
        int threads = Runtime.getRuntime().availableProcessors();
        this.operations = compiled.operations();
        this.rule = Objects.requireNonNull(insurance.premium());
        this.insight = rule.tariff() == null ? choice.insight() : 1;
        Pilot all = Pilot.run(compiled, 0, threads);
        ExAntePrices prices = new ExAntePrices(compiled, 0, all, rule);
        this.reinsurance = new ReinsuranceCost[operations.size()];
        Arrays.setAll(reinsurance, i -> prices.reinsurance(i, rule.choice()));
        double[][] own = prices.ownPrices(rule);
        this.expected = own[0];
        this.loaded = own[1];
        this.with = equivalents(all, choice.riskAversion());
        this.without = equivalents(Pilot.run(compiled, 1, threads), choice.riskAversion());
        this.pool = new int[operations.size()];
        this.exposure = new double[operations.size()];
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < pool.length; i++) {
            pool[i] = numbers.computeIfAbsent(key(operations.get(i), choice), name -> numbers.size());
            exposure[i] = StrictMath.pow(Math.max(1, operations.get(i).revenue()), choice.exposureElasticity());
        }
        this.pools = numbers.size();
    }

    /** The scenario in which every voluntary policy says who buys; where operators choose care too, {@link JointChoice} does. */
    static Scenario resolve(Scenario scenario) {
        List<Policy> resolved = new ArrayList<>();
        boolean any = false;
        for (Policy policy : scenario.policies()) {
            Insurance insurance = policy.insurance();
            if (insurance == null
                    || insurance.obligation() != Insurance.Obligation.VOLUNTARY
                    || policy.purchase() != null
                    || ChosenCare.isOpen(policy)) {
                resolved.add(policy);
            } else {
                resolved.add(policy.with(insurance, find(scenario, policy, insurance)));
                any = true;
            }
        }
        return any ? scenario.resolved(resolved) : scenario;
    }

    private static Purchase find(Scenario scenario, Policy policy, Insurance insurance) {
        Policy held = policy.with((Behaviour) null);
        int operations = PortfolioSynthesis.operations(scenario.operations(), scenario.portfolioSeed())
                .size();
        return find(scenario, insurance, everybody(held, insurance), nobody(held, insurance), new double[operations]);
    }

    /** The pilot's policy in which everybody is insured. */
    static Policy everybody(Policy policy, Insurance insurance) {
        return policy.forPilot().with(insurance.under(Insurance.Obligation.MANDATORY), null);
    }

    /** The pilot's policy in which nobody is. */
    static Policy nobody(Policy policy, Insurance insurance) {
        return policy.with("nobody", null, policy.adjust()).with(insurance.under(Insurance.Obligation.NONE), null);
    }

    /**
     * Who buys.
     *
     * @param insurance offered
     * @param dearer what else cover changes for each operation, in the engine's order
     */
    static Purchase find(Scenario scenario, Insurance insurance, Policy everybody, Policy nobody, double[] dearer) {
        return new VoluntaryPurchase(insurance, Pilot.compile(scenario, List.of(everybody, nobody)), dearer).settle();
    }

    private static String key(Operation operation, Voluntary choice) {
        RiskClass risk = RiskClass.of(operation);
        StringBuilder key = new StringBuilder();
        for (Voluntary.Pooling by : choice.pooledBy()) {
            key.append(
                            switch (by) {
                                case SECTOR -> risk.sector();
                                case TERRITORY -> risk.territory();
                                case SIZE -> risk.size();
                            })
                    .append('/');
        }
        return key.toString();
    }

    private double[] equivalents(Pilot pilot, double relativeAversion) {
        double[][] borne = pilot.borneByYear();
        double[] result = new double[borne.length];
        for (int i = 0; i < result.length; i++) {
            Operation operation = operations.get(i);
            double wealth = Double.isFinite(operation.netAssets()) ? operation.netAssets() : operation.revenue();
            double aversion = wealth > 0 ? relativeAversion / wealth : 0;
            result[i] = Voluntary.certaintyEquivalent(borne[i], 0, borne[i].length, Pilot.trialYears(), aversion);
        }
        return result;
    }

    private Purchase settle() {
        boolean[] buys = new boolean[expected.length];
        Arrays.fill(buys, true);
        double[] rates = new double[pools];
        double[] riskRates = new double[pools];
        int rounds = 0;
        double change = Double.MAX_VALUE;
        boolean[] next = buys;
        do {
            buys = next;
            double[] before = riskRates.clone();
            next = choose(buys, rates, riskRates, rounds >= FREE_ROUNDS);
            change = change(before, riskRates);
            rounds++;
        } while (!Arrays.equals(buys, next));
        int undecided = 0;
        boolean[] free = choose(buys, rates, riskRates, false);
        for (int i = 0; i < buys.length; i++) {
            undecided += buys[i] == free[i] ? 0 : 1;
        }
        return Purchase.of(buys, pool, exposure, insight, rounds, undecided, rounds == 1 ? 0 : change, expected);
    }

    private static double change(double[] before, double[] after) {
        double most = 0;
        for (int p = 0; p < after.length; p++) {
            most = after[p] == 0 ? most : Math.max(most, Math.abs(after[p] - before[p]) / after[p]);
        }
        return most;
    }

    /** Who buys at the rates that some buyers make. */
    private boolean[] choose(boolean[] buyers, double[] rates, double[] riskRates, boolean onlyLeave) {
        double[] pure = Voluntary.pooled(expected, buyers, pool, exposure, insight, rates);
        double[] risk = Voluntary.pooled(loaded, buyers, pool, exposure, insight, riskRates);
        boolean[] buys = new boolean[buyers.length];
        for (int i = 0; i < buys.length; i++) {
            double premium = rule.load(pure[i], Math.max(pure[i], risk[i]), reinsurance[i], 0)
                    .total();
            buys[i] = (buyers[i] || !onlyLeave) && premium + dearer[i] + with[i] <= without[i];
        }
        return buys;
    }
}
