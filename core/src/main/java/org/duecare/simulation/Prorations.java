package org.duecare.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.duecare.settlement.Measure;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.MemoryColumnStore;
import org.duecare.statistics.PairedDifference;
import org.duecare.statistics.RareEvent;
import org.duecare.statistics.TailMoments;
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

    /**
     * The probability of proration of a variant, beside that of the variant of the same run that has the largest.
     *
     * @param behind by how much the largest is above it, paired by trial, with its 95 % interval; 0 for the largest itself
     */
    public record Ranked(RareEvent proration, ConfidenceInterval behind) {}

    /**
     * The probabilities of proration within the horizon of all variants, which must have funds, and their distances from the
     * largest on the same draws.
     *
     * @param threads number of threads; does not show in the result
     */
    public static List<Ranked> ranked(Scenario scenario, int threads) {
        CompiledScenario compiled = ScenarioCompiler.compile(scenario, EnumSet.allOf(Measure.class), Set.of());
        List<Ranked> ranked = new ArrayList<>();
        try (MemoryColumnStore store = new MemoryColumnStore(RunCollector.columns(compiled), scenario.trials())) {
            RunResult result = Run.run(compiled, SimulationPlan.of(compiled, threads), store, done -> {});
            List<List<TrialColumn>> years = new ArrayList<>();
            List<RareEvent> found = new ArrayList<>();
            int worst = 0;
            for (RunResult.VariantResult variant : result.variants()) {
                years.add(years(Objects.requireNonNull(variant.fund()), scenario.years()));
                found.add(RareEvent.withinHorizon(years.get(found.size()), result.weights()));
                boolean larger = found.get(found.size() - 1).probability()
                        > found.get(worst).probability();
                worst = larger ? found.size() - 1 : worst;
            }
            List<TrialColumn> largest = List.of(new Ever(years.get(worst)));
            for (int v = 0; v < found.size(); v++) {
                List<TrialColumn> own = v == worst ? largest : List.of(new Ever(years.get(v)));
                ranked.add(new Ranked(
                        found.get(v),
                        PairedDifference.of(largest, own, result.weights(), 1, TailMoments.FINITE_VARIANCE)));
            }
        }
        return ranked;
    }

    /** 1 in trials in which any year is not 0. */
    private record Ever(List<TrialColumn> years) implements TrialColumn {
        @Override
        public int trials() {
            return years.get(0).trials();
        }

        @Override
        public void read(int from, int count, long[] target) {
            long[] year = new long[count];
            Arrays.fill(target, 0, count, 0);
            for (TrialColumn column : years) {
                column.read(from, count, year);
                for (int t = 0; t < count; t++) {
                    target[t] |= year[t] == 0 ? 0 : 1;
                }
            }
        }
    }

    private static List<TrialColumn> years(RunResult.FundPath fund, int years) {
        List<TrialColumn> columns = new ArrayList<>();
        for (int year = 1; year <= years; year++) {
            columns.add(fund.proration(year));
        }
        return columns;
    }
}
