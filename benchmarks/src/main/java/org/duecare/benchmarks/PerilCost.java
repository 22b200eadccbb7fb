package org.duecare.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.StandardOfCare;
import org.duecare.diligence.Upkeep;
import org.duecare.diligence.Vulnerability;
import org.duecare.distribution.Exponential;
import org.duecare.operation.Operation;
import org.duecare.operation.Portfolio;
import org.duecare.operation.Provider;
import org.duecare.settlement.Measure;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Scenario;
import org.duecare.simulation.ScenarioCompiler;
import org.duecare.simulation.SimulationPlan;
import org.duecare.simulation.Simulator;
import org.duecare.threat.Contagion;
import org.duecare.threat.ThreatType;

/**
 * What contagion, providers and posture dynamics cost above the common task, in nanoseconds of processor time an attempt:
 * the same operators and attempts with and without them, one after the other in one process, the least of several turns of
 * each. Processor time of the one worker, so that other work on the machine shows little. Perils are as frequent as in
 * {@code library:eu-baseline}: one attempt in ten can spread, within one of twelve sectors, and one incident in ten comes
 * through a provider.
 *
 * <p>Three times: in the order of compensation of the shipped schemes, in which a fund pays what is left; and in that of the common
 * task, whose fund pays first what an event does beyond a deductible, so that the incidents of one event must be settled
 * together; and there once more with the largest events of the payers.
 *
 * <pre>java -cp benchmarks.jar org.duecare.benchmarks.PerilCost [blocks] [turns]</pre>
 */
public final class PerilCost {
    private static final int BLOCK = 2_048;
    private static final int YEARS = 5;
    private static final int SECTORS = 12;
    private static final String[] NAMES = {"common task", "posture", "contagion", "providers", "all three"};

    /** Share of the attempts that can spread, and mean secondary attempts of each: ransomware of the shipped baseline. */
    private static final double SPREADING = 0.1;

    private static final double OFFSPRING = 0.2;

    private enum Order {
        FUND_LAST("fund last, for what is left"),
        FUND_FIRST("fund first, beyond a deductible"),
        FUND_FIRST_LARGEST("fund first, and the largest events of insurer and fund");

        private final String title;

        Order(String title) {
            this.title = title;
        }
    }

    private PerilCost() {}

    /** Prints the cost of each and of all together. */
    public static void main(String[] args) {
        int blocks = args.length > 0 ? Integer.parseInt(args[0]) : 4;
        int turns = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        for (Order order : Order.values()) {
            double[] best = best(blocks * BLOCK, turns, order);
            System.out.println(order.title);
            for (int k = 0; k < NAMES.length; k++) {
                System.out.printf(
                        Locale.ROOT, "  %-12s %7.2f ns an attempt, %+6.2f%n", NAMES[k], best[k], best[k] - best[0]);
            }
        }
    }

    private static double[] best(int trials, int turns, Order order) {
        double[] best = new double[NAMES.length];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        CompiledScenario[] tasks = new CompiledScenario[NAMES.length];
        for (int k = 0; k < NAMES.length; k++) {
            boolean all = k == NAMES.length - 1;
            tasks[k] = compiled(trials, order, k == 1 || all, k == 2 || all, k == 3 || all);
        }
        for (int turn = 0; turn < turns; turn++) {
            for (int k = 0; k < NAMES.length; k++) {
                best[k] = Math.min(best[k], perAttempt(tasks[k], trials));
            }
        }
        return best;
    }

    /** With the live columns of the common task: sums of harm, insurer and fund and the largest harm. */
    static CompiledScenario compiled(int trials, Order order, boolean moves, boolean spreads, boolean depends) {
        EnumSet<Measure> sums = EnumSet.of(Measure.HARM, Measure.INSURER, Measure.FUND);
        return ScenarioCompiler.compile(
                scenario(trials, order != Order.FUND_LAST, moves, spreads, depends),
                sums,
                order == Order.FUND_FIRST_LARGEST ? sums : EnumSet.of(Measure.HARM));
    }

    private static double perAttempt(CompiledScenario task, int trials) {
        long[] used = new long[1];
        long start = cpu();
        Simulator.run(task, new SimulationPlan(trials, 1, 1), (block, count, columns) -> used[0] += count);
        return (cpu() - start) / (CommonTask.INCIDENTS_PER_YEAR * YEARS * trials);
    }

    /** Processor time of this thread, the one worker of a run, nanoseconds. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The common task over some years, with what is asked for. */
    static Scenario scenario(int trials, boolean fundFirst, boolean moves, boolean spreads, boolean depends) {
        Scenario base = CommonTask.scenario(trials, 1);
        Diligence plain = base.diligence();
        Diligence care = new Diligence(
                moves
                        ? new Vulnerability(
                                Vulnerability.Form.EXPONENTIAL, 0.03, new ElementValues(0, 0, 0, 0, 0.2, 0, 0, 0, 0))
                        : plain.vulnerability(),
                new StandardOfCare(0.6, null, null, StandardOfCare.ShortfallMeasure.WEIGHTED),
                0,
                0,
                0,
                moves ? 0.08 : 0,
                moves ? 0.03 : 0,
                moves ? new Upkeep(ElementValues.uniform(0.02)) : Upkeep.STATIONARY,
                null,
                0,
                Assurance.WITHOUT_EFFECT);
        Policy first = base.policies().get(0);
        List<Layer> layers = first.compensation();
        Layer fund = new Layer(
                Payer.FUND, Layer.Kind.TERMS, 0, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, 1, null);
        Policy policy = new Policy(
                "base",
                care,
                first.liability(),
                null,
                fundFirst ? layers : List.of(layers.get(1), layers.get(2), fund),
                first.fund(),
                List.of(),
                List.of(),
                java.util.Map.of());
        ThreatType threat = base.threats().get(0);
        return new Scenario(
                "peril-cost",
                "",
                "EUR",
                1,
                1,
                trials,
                YEARS,
                2026,
                Scenario.Generator.KEYED_HASH,
                new Portfolio(operations(base, depends), List.of()),
                List.of(threat("spreads", threat, SPREADING, spreads), threat("stays", threat, 1 - SPREADING, false)),
                depends ? List.of(provider("cloud"), provider("dns")) : List.of(),
                List.of(),
                care,
                List.of(policy),
                null);
    }

    private static List<Operation> operations(Scenario base, boolean depends) {
        List<Operation> operations = new ArrayList<>();
        for (Operation o : base.operations().listed()) {
            operations.add(new Operation(
                    o.operation(),
                    o.operator(),
                    "sector-" + operations.size() % SECTORS,
                    o.territory(),
                    o.revenue(),
                    o.netAssets(),
                    o.potentialHarm(),
                    o.users(),
                    o.posture(),
                    o.units(),
                    depends ? List.of("cloud", "dns") : List.of()));
        }
        return operations;
    }

    private static Provider provider(String id) {
        return new Provider(
                id,
                "",
                0.05,
                0.3,
                new Exponential(8),
                new Provider.Hourly(1000, 0, 0),
                new Provider.Hourly(1000, 0, 0),
                0,
                null,
                0,
                List.of(),
                null,
                ElementValues.uniform(0));
    }

    private static ThreatType threat(String type, ThreatType t, double share, boolean spreads) {
        return new ThreatType(
                type,
                t.sectors(),
                share * Objects.requireNonNull(t.incidentsPerYear()),
                t.count(),
                t.counts(),
                t.referencePosture(),
                t.referenceRevenue(),
                t.frequencyElasticity(),
                t.severityElasticity(),
                t.mixing(),
                spreads ? new Contagion(OFFSPRING, Contagion.Among.SECTOR, 10, 0.5) : null,
                t.trendPerYear(),
                t.changeRate(),
                t.changeEffect(),
                t.severity(),
                t.harm(),
                t.thirdPartyShare(),
                null,
                t.ceilingFactor(),
                t.stateBackedShare(),
                t.source(),
                t.confidence());
    }
}
