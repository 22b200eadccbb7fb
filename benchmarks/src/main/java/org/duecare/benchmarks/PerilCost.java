package org.duecare.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
 * each. Processor time of the one worker, so that other work on the machine shows little.
 *
 * <pre>java -cp benchmarks.jar org.duecare.benchmarks.PerilCost [blocks] [turns]</pre>
 */
public final class PerilCost {
    private static final int BLOCK = 2_048;
    private static final int YEARS = 5;

    /** Mean secondary attempts of an incident: an assumption of the size that worms of the last decade suggest. */
    private static final double OFFSPRING = 0.2;

    private PerilCost() {}

    /** Prints the cost of each and of all together. */
    public static void main(String[] args) {
        int blocks = args.length > 0 ? Integer.parseInt(args[0]) : 4;
        int turns = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        String[] names = {"common task", "posture", "contagion", "providers", "all three"};
        double[] best = new double[names.length];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        CompiledScenario[] tasks = new CompiledScenario[names.length];
        for (int k = 0; k < names.length; k++) {
            tasks[k] = ScenarioCompiler.compile(
                    scenario(blocks * BLOCK, k == 1 || k == 4, k == 2 || k == 4, k == 3 || k == 4));
        }
        for (int turn = 0; turn < turns; turn++) {
            for (int k = 0; k < names.length; k++) {
                best[k] = Math.min(best[k], perAttempt(tasks[k], blocks * BLOCK));
            }
        }
        for (int k = 0; k < names.length; k++) {
            System.out.printf(Locale.ROOT, "%-12s %7.2f ns an attempt, %+6.2f%n", names[k], best[k], best[k] - best[0]);
        }
    }

    private static double perAttempt(CompiledScenario task, int trials) {
        long[] used = new long[1];
        long start = cpu();
        Simulator.run(task, new SimulationPlan(trials, 1, 1), (block, count, columns) -> used[0] += count);
        return (cpu() - start) / (CommonTask.INCIDENTS_PER_YEAR * YEARS * trials);
    }

    /** Processor time of all threads, nanoseconds. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** The common task over some years, with what is asked for. */
    static Scenario scenario(int trials, boolean moves, boolean spreads, boolean depends) {
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
        Policy policy = new Policy(
                "base",
                care,
                first.liability(),
                null,
                first.compensation(),
                first.fund(),
                List.of(),
                List.of(),
                java.util.Map.of());
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
                List.of(threat(base.threats().get(0), spreads)),
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
                    o.sector(),
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

    private static ThreatType threat(ThreatType t, boolean spreads) {
        return new ThreatType(
                t.type(),
                t.sectors(),
                t.incidentsPerYear(),
                t.count(),
                t.counts(),
                t.referencePosture(),
                t.referenceRevenue(),
                t.frequencyElasticity(),
                t.severityElasticity(),
                t.mixing(),
                spreads ? new Contagion(OFFSPRING, Contagion.Among.ALL, 10, 0.5) : null,
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
