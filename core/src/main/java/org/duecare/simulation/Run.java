package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.IntConsumer;
import org.duecare.statistics.ColumnStore;
import org.duecare.statistics.TrialColumn;
import org.duecare.statistics.TrialWeights;

/** One run from a compiled scenario to its result. */
public final class Run {
    private Run() {}

    /**
     * Simulates, settles and collects.
     *
     * @param store takes the columns; must stay open as long as the result is read
     * @param blocksDone is told the number of finished blocks, for progress
     */
    public static RunResult run(
            CompiledScenario compiled, SimulationPlan plan, ColumnStore store, IntConsumer blocksDone) {
        RunCollector collector = new RunCollector(compiled, store);
        Simulator.Outcome outcome = Simulator.run(compiled, plan, (block, trials, columns) -> {
            collector.accept(block, trials, columns);
            blocksDone.accept(block + 1);
        });
        List<RunResult.VariantResult> variants = new ArrayList<>();
        for (int v = 0; v < compiled.variants().size(); v++) {
            variants.add(new CollectedVariant(compiled, v, store, outcome.totals()));
        }
        TrialColumn logWeights = compiled.world().tilt == null ? null : store.column(RunCollector.weights(compiled));
        FutureTask<String> hash =
                new FutureTask<>(() -> ResultHash.of(compiled.scenario(), compiled.operations(), variants, logWeights));
        double attempts = compiled.attemptsPerYear()
                * compiled.scenario().years()
                * compiled.scenario().trials();
        return new RunResult(
                compiled.scenario(),
                compiled.operations(),
                variants,
                outcome.saturatedEvents(),
                hash,
                attempts,
                new CollectedEvents(compiled, variants),
                logWeights == null ? TrialWeights.UNIFORM : TrialWeights.ofLogs(logWeights));
    }
}
