package org.duecare.simulation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.duecare.settlement.Measure;
import org.duecare.statistics.MemoryColumnStore;
import org.duecare.statistics.RareEvent;
import org.duecare.statistics.TrialColumn;
import org.jspecify.annotations.Nullable;

/** Runs of which only the proration of the funds is read: no largest events, no curves, nothing written. */
public final class Prorations {
    private Prorations() {}

    /**
     * The probability of proration within the horizon of each variant, in the order of the scenario.
     *
     * @param threads number of threads; does not show in the result
     * @return null for a variant without a fund
     */
    public static List<@Nullable RareEvent> of(Scenario scenario, int threads) {
        CompiledScenario compiled = ScenarioCompiler.compile(scenario, EnumSet.allOf(Measure.class), Set.of());
        List<@Nullable RareEvent> found = new ArrayList<>();
        try (MemoryColumnStore store = new MemoryColumnStore(RunCollector.columns(compiled), scenario.trials())) {
            RunResult result = Run.run(compiled, SimulationPlan.of(compiled, threads), store, done -> {});
            for (RunResult.VariantResult variant : result.variants()) {
                RunResult.FundPath fund = variant.fund();
                found.add(
                        fund == null ? null : RareEvent.withinHorizon(years(fund, scenario.years()), result.weights()));
            }
        }
        return found;
    }

    private static List<TrialColumn> years(RunResult.FundPath fund, int years) {
        List<TrialColumn> columns = new ArrayList<>();
        for (int year = 1; year <= years; year++) {
            columns.add(fund.proration(year));
        }
        return columns;
    }
}
