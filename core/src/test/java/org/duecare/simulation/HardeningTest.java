package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Hardening;
import org.duecare.diligence.Pillars;
import org.duecare.diligence.StandardOfCare;
import org.duecare.diligence.Upkeep;
import org.duecare.diligence.Vulnerability;
import org.duecare.settlement.Measure;
import org.duecare.statistics.MemoryColumnStore;
import org.duecare.statistics.TrialColumn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operations learn from incidents of their own: never for the year of the incident, exactly for the years after. */
class HardeningTest {
    private static final double POSTURE = 0.4;
    private static final double GAIN = 0.5;
    private static final int YEARS = 6;

    private static Diligence care(@Nullable Hardening hardening) {
        return new Diligence(
                new Vulnerability(
                        Vulnerability.Form.EXPONENTIAL,
                        0.01,
                        PostureRuns.effectOf(DiligenceElement.NECESSARY_MEASURES, 2)),
                new StandardOfCare(0.6, null, null, StandardOfCare.ShortfallMeasure.WEIGHTED),
                0.8,
                0,
                0,
                0,
                0,
                Upkeep.STATIONARY,
                hardening,
                0,
                Assurance.WITHOUT_EFFECT);
    }

    private static Hardening hardening(double gain, int years) {
        return new Hardening(ElementValues.uniform(gain), years);
    }

    private static ScenarioBuilder scenario(int trials) {
        ScenarioBuilder builder = PostureRuns.scenario(care(null));
        builder.trials = trials;
        builder.years = YEARS;
        builder.operations.clear();
        builder.operation("op", POSTURE);
        return builder;
    }

    private static Policy policy(
            ScenarioBuilder builder, String name, @Nullable Hardening hardening, List<Adjustment> adjust) {
        Diligence before = builder.diligence;
        builder.diligence = care(hardening);
        Policy policy = PostureRuns.policy(builder, name, adjust, Pillars.NONE);
        builder.diligence = before;
        return policy;
    }

    private static Adjustment always(double posture) {
        return new Adjustment(
                PostureRuns.ALL, new Adjustment.Posture(Adjustment.PartialElements.uniform(posture)), null, 1);
    }

    /**
     * A single operation, so that a trial's path is known from two runs without hardening: in each year it has the incidents
     * of the posture it would always have had, or those of the hardened one.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 1000})
    void lessonsHoldForTheYearsAfterTheIncidentAndNeverForItsOwn(int years) {
        ScenarioBuilder builder = scenario(5000);
        builder.policies.add(policy(builder, "never", null, List.of()));
        builder.policies.add(policy(builder, "always", null, List.of(always(POSTURE + GAIN * (1 - POSTURE)))));
        builder.policies.add(policy(builder, "learns", hardening(GAIN, years), List.of()));
        RunResult result = TestRuns.run(builder.build(), 2);
        List<long[]> incidents = new ArrayList<>();
        int changed = 0;
        for (int year = 1; year <= YEARS; year++) {
            incidents.add(TestRuns.cents(result.variants().get(2).incidents(year)));
            for (Measure measure : List.of(Measure.HARM, Measure.DAMAGES)) {
                long[] never = TestRuns.cents(result.variants().get(0).sum(measure, year));
                long[] always = TestRuns.cents(result.variants().get(1).sum(measure, year));
                long[] learns = TestRuns.cents(result.variants().get(2).sum(measure, year));
                for (int t = 0; t < learns.length; t++) {
                    boolean taught = taught(incidents, t, year, years);
                    assertThat(learns[t])
                            .as("%s, trial %d, year %d, taught %s", measure, t, year, taught)
                            .isEqualTo(taught ? always[t] : never[t]);
                    changed += taught && always[t] != never[t] ? 1 : 0;
                }
            }
        }
        assertThat(changed).as("the test must have had something to see").isGreaterThan(1000);
    }

    private static boolean taught(List<long[]> incidents, int trial, int year, int years) {
        for (int before = Math.max(1, year - years); before < year; before++) {
            if (incidents.get(before - 1)[trial] > 0) {
                return true;
            }
        }
        return false;
    }

    @Test
    void changedHardeningLeavesTheFindingsOfTheYearBitEqual() {
        ScenarioBuilder builder = scenario(5000);
        builder.operation("other", 0.55);
        builder.policies.add(policy(builder, "none", null, List.of()));
        builder.policies.add(policy(builder, "some", hardening(0.3, 1000), List.of()));
        builder.policies.add(policy(builder, "much", hardening(1, 1000), List.of()));
        RunResult result = TestRuns.run(builder.build(), 2);
        RunResult.VariantResult none = result.variants().get(0);
        for (int v = 1; v < 3; v++) {
            RunResult.VariantResult other = result.variants().get(v);
            assertThat(TestRuns.cents(other.breaches(1))).isEqualTo(TestRuns.cents(none.breaches(1)));
            assertThat(TestRuns.cents(other.sum(Measure.DAMAGES, 1)))
                    .isEqualTo(TestRuns.cents(none.sum(Measure.DAMAGES, 1)));
            assertThat(TestRuns.cents(other.breaches(2))).isNotEqualTo(TestRuns.cents(none.breaches(2)));
        }
        long[] firstYear = TestRuns.cents(none.incidents(1));
        long[] second = TestRuns.cents(none.breaches(2));
        long[] hardened = TestRuns.cents(result.variants().get(2).breaches(2));
        for (int t = 0; t < second.length; t++) {
            if (firstYear[t] == 0) {
                assertThat(hardened[t])
                        .as("the second year's own incidents, trial " + t)
                        .isEqualTo(second[t]);
            }
        }
    }

    @Test
    void hardeningIsTheCounterexampleToMonotonicityOverSeveralYears() {
        ScenarioBuilder builder = scenario(20_000);
        builder.policies.add(policy(builder, "worse", hardening(0.9, 1000), List.of()));
        builder.policies.add(policy(builder, "better", hardening(0.9, 1000), List.of(always(POSTURE + 0.05))));
        RunResult result = TestRuns.run(builder.build(), 2);

        assertThat(moreIncidents(result, 1))
                .as("within a year care is never punished")
                .isZero();
        assertThat(moreIncidents(result, 2))
                .as("care that prevents the first incident prevents its lesson, too")
                .isPositive();
    }

    private static int moreIncidents(RunResult result, int year) {
        long[] worse = TestRuns.cents(result.variants().get(0).incidents(year));
        long[] better = TestRuns.cents(result.variants().get(1).incidents(year));
        int more = 0;
        for (int t = 0; t < worse.length; t++) {
            more += better[t] > worse[t] ? 1 : 0;
        }
        return more;
    }

    @Test
    void lessonsLowerIncidentsOfLaterYears() {
        ScenarioBuilder builder = scenario(4096);
        builder.policies.add(policy(builder, "none", null, List.of()));
        builder.policies.add(policy(builder, "learns", hardening(0.5, 1000), List.of()));
        RunResult result = TestRuns.run(builder.build(), 2);

        assertThat(PostureRuns.difference(result, RunResult.VariantResult::incidents)
                        .high())
                .isNegative();
    }

    @Test
    void threadsAndSlicesDoNotShow() {
        ScenarioBuilder builder = scenario(3000);
        for (int i = 0; i < 5; i++) {
            builder.operation("more-" + i, 0.1 * i);
        }
        builder.policies.add(policy(builder, "learns", hardening(0.5, 2), List.of()));
        CompiledScenario compiled = builder.compile();
        long[] alone = harm(compiled, new SimulationPlan(3000, 1, 1));

        assertThat(harm(compiled, new SimulationPlan(3000, 2, 3))).isEqualTo(alone);
        assertThat(harm(compiled, new SimulationPlan(3000, 3, 6))).isEqualTo(alone);
    }

    private static long[] harm(CompiledScenario compiled, SimulationPlan plan) {
        MemoryColumnStore store = new MemoryColumnStore(RunCollector.columns(compiled), plan.trials());
        TrialColumn column =
                Run.run(compiled, plan, store, done -> {}).variants().get(0).sum(Measure.HARM, YEARS);
        return TestRuns.cents(column);
    }
}
