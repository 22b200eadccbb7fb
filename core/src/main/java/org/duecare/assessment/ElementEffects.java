package org.duecare.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.duecare.diligence.DiligenceElement;
import org.duecare.quantity.Money;
import org.duecare.settlement.Measure;
import org.duecare.simulation.Accuracy;
import org.duecare.simulation.Adjustment;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.ExAntePricing;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Run;
import org.duecare.simulation.RunCollector;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.RunResult.VariantResult;
import org.duecare.simulation.Scenario;
import org.duecare.simulation.ScenarioCompiler;
import org.duecare.simulation.SimulationPlan;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.MemoryColumnStore;
import org.duecare.statistics.PairedDifference;
import org.duecare.statistics.TailMoments;
import org.duecare.statistics.TrialColumn;
import org.duecare.statistics.TrialWeights;

/**
 * What each of the nine elements does under one variant: everybody moved from level 0 of it to level 1 at the start of the
 * first year, everything else equal, on one history. Differences are paired trial by trial, so that chance common to both
 * cancels. Runs of their own over the first trials of the scenario.
 *
 * @param variant whose policy is changed
 * @param trials over which the differences are taken
 * @param effects in order of element, then outcome; differences that are 0 in every trial are left out
 */
public record ElementEffects(String variant, int trials, List<Effect> effects) {
    /** Most trials of these runs. */
    public static final int MOST_TRIALS = 8_192;

    /** Word for the outcome that is a number of incidents a year, not money. */
    public static final String INCIDENTS = "incidents";

    private static final List<Measure> MEASURES =
            List.of(Measure.OWN_LOSS, Measure.HARM, Measure.DAMAGES, Measure.UNCOMPENSATED);

    /**
     * One effect.
     *
     * @param outcome a measure in main units a year, or {@link #INCIDENTS}
     * @param difference mean at level 1 less mean at level 0
     */
    public record Effect(DiligenceElement element, String outcome, ConfidenceInterval difference) {}

    /** The effects under the variant compared to, or under the first one. */
    public static ElementEffects of(Scenario scenario, int threads) {
        Policy policy = scenario.policies().stream()
                .filter(one -> one.variant().equals(scenario.compareTo()))
                .findFirst()
                .orElse(scenario.policies().get(0));
        int trials = Math.min(MOST_TRIALS, scenario.trials());
        List<Effect> effects = new ArrayList<>();
        for (DiligenceElement element : DiligenceElement.values()) {
            Scenario moved = scenario.withPolicies(List.of(at(policy, element, 0), at(policy, element, 1)))
                    .drawn(scenario.seed(), trials, Accuracy.CRUDE);
            effects.addAll(effects(element, moved, threads));
        }
        return new ElementEffects(policy.variant(), trials, List.copyOf(effects));
    }

    private static Policy at(Policy policy, DiligenceElement element, double level) {
        Double[] v = new Double[DiligenceElement.COUNT];
        v[element.ordinal()] = level;
        Adjustment.PartialElements levels =
                new Adjustment.PartialElements(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8]);
        List<Adjustment> adjust = new ArrayList<>(policy.adjust());
        Adjustment.Where everybody = new Adjustment.Where(null, null, null, null, 1);
        adjust.add(new Adjustment(everybody, new Adjustment.Posture(levels), null, 1));
        return policy.with(level == 0 ? "without" : "with", policy.fund(), adjust);
    }

    private static List<Effect> effects(DiligenceElement element, Scenario scenario, int threads) {
        CompiledScenario compiled = ExAntePricing.priced(ScenarioCompiler.compile(scenario), threads);
        MemoryColumnStore store = new MemoryColumnStore(RunCollector.columns(compiled), scenario.trials());
        RunResult result = Run.run(compiled, SimulationPlan.of(compiled, threads), store, done -> {});
        VariantResult without = result.variants().get(0);
        VariantResult with = result.variants().get(1);
        List<Effect> effects = new ArrayList<>();
        ConfidenceInterval incidents =
                difference(scenario.years(), with::incidents, without::incidents, 1, TailMoments.FINITE_VARIANCE);
        add(effects, new Effect(element, INCIDENTS, incidents));
        for (Measure measure : MEASURES) {
            if (with.measures().contains(measure) && without.measures().contains(measure)) {
                ConfidenceInterval money = difference(
                        scenario.years(),
                        year -> with.sum(measure, year),
                        year -> without.sum(measure, year),
                        Money.MINOR_PER_MAIN,
                        new Tails(compiled, 0).of(measure));
                add(effects, new Effect(element, measure.key(), money));
            }
        }
        return effects;
    }

    private static void add(List<Effect> effects, Effect effect) {
        if (effect.difference().estimate() != 0) {
            effects.add(effect);
        }
    }

    private static ConfidenceInterval difference(
            int years,
            IntFunction<TrialColumn> with,
            IntFunction<TrialColumn> without,
            double unitsPerMain,
            TailMoments moments) {
        List<TrialColumn> first = new ArrayList<>();
        List<TrialColumn> second = new ArrayList<>();
        for (int year = 1; year <= years; year++) {
            first.add(with.apply(year));
            second.add(without.apply(year));
        }
        return PairedDifference.of(first, second, TrialWeights.UNIFORM, unitsPerMain, moments);
    }
}
