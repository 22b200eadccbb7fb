package org.duecare.simulation;

import org.duecare.settlement.Measure;
import org.duecare.statistics.MemoryColumnStore;
import org.duecare.statistics.TrialColumn;

/** Whole runs in memory. */
public final class TestRuns {
    private TestRuns() {}

    public static RunResult run(Scenario scenario, int threads) {
        CompiledScenario compiled = ScenarioCompiler.compile(scenario);
        return run(compiled, SimulationPlan.of(compiled, threads));
    }

    public static RunResult run(CompiledScenario compiled, SimulationPlan plan) {
        MemoryColumnStore store = new MemoryColumnStore(
                RunCollector.columns(compiled), compiled.scenario().trials());
        return Run.run(compiled, plan, store, done -> {});
    }

    /** Sums of a measure in main units, by trial. */
    public static double[] sums(RunResult result, int variant, Measure measure, int year) {
        return main(result.variants().get(variant).sum(measure, year));
    }

    public static long[] cents(TrialColumn column) {
        long[] values = new long[column.trials()];
        column.read(0, values.length, values);
        return values;
    }

    private static double[] main(TrialColumn column) {
        long[] values = cents(column);
        double[] amounts = new double[values.length];
        for (int t = 0; t < amounts.length; t++) {
            amounts[t] = values[t] / 100.0;
        }
        return amounts;
    }
}
