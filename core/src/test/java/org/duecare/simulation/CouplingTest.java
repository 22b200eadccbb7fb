package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duecare.diligence.Diligence;
import org.duecare.settlement.Measure;
import org.junit.jupiter.api.Test;

/** Better posture removes incidents and adds none, in each single trial and year, on the same history. */
class CouplingTest {
    private static final int SCENARIOS = 1_000;

    @Test
    void betterPostureNeverAddsAnIncident() {
        long removed = 0;
        for (int number = 0; number < SCENARIOS; number++) {
            RunResult result = TestRuns.run(withBetterPosture(RandomScenarios.scheme(3_000_000 + number)), 1);
            RunResult.VariantResult worse = result.variants().get(0);
            RunResult.VariantResult better = result.variants().get(1);
            for (int year = 1; year <= result.scenario().years(); year++) {
                long[] before = TestRuns.cents(worse.incidents(year));
                long[] after = TestRuns.cents(better.incidents(year));
                removed += dominated(after, before, "scenario " + number + ", incidents");
                for (Measure measure : List.of(Measure.OWN_LOSS, Measure.HARM)) {
                    dominated(
                            TestRuns.cents(better.sum(measure, year)),
                            TestRuns.cents(worse.sum(measure, year)),
                            "scenario " + number + ", " + measure);
                }
            }
        }
        assertThat(removed).as("the test must have had something to remove").isGreaterThan(SCENARIOS);
    }

    private static long dominated(long[] lower, long[] upper, String name) {
        long difference = 0;
        for (int t = 0; t < lower.length; t++) {
            if (lower[t] > upper[t]) {
                throw new AssertionError(name + ", trial " + t + ": " + lower[t] + " above " + upper[t]);
            }
            difference += upper[t] - lower[t];
        }
        return difference;
    }

    private static Scenario withBetterPosture(Scenario s) {
        Policy first = s.policies().get(0);
        Adjustment.Where all = new Adjustment.Where(null, null, null, null, 1);
        Adjustment better =
                new Adjustment(all, null, new Adjustment.Posture(Adjustment.PartialElements.uniform(0.3)), 1);
        Policy worse = policy(first, "worse", List.of());
        return s.withPolicies(List.of(worse, policy(first, "better", List.of(better))));
    }

    /** With hardening, care may keep an operation from the incident that would have taught it more. */
    private static Diligence withoutHardening(Diligence d) {
        return new Diligence(
                d.vulnerability(),
                d.standard(),
                d.continuityFactor(),
                d.neighbourlinessFactor(),
                d.territorialFactor(),
                d.erosionPerYear(),
                d.driftPerYear(),
                d.upkeep(),
                null,
                d.optimism(),
                d.assurance());
    }

    private static Policy policy(Policy p, String name, List<Adjustment> adjust) {
        return new Policy(
                name,
                withoutHardening(p.diligence()),
                p.liability(),
                p.insurance(),
                p.compensation(),
                p.fund(),
                adjust,
                p.season(),
                p.ceilingFactors(),
                p.states(),
                p.pillars());
    }

    @Test
    void operationsThatAVariantDoesNotTouchDifferByExactlyNothing() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.diligence = ScenarioBuilder.diligence(0.03, 1.6, 0.6, 0);
        builder.operation("touched", 0.3).operation("untouched", 0.3);
        builder.threat("outage", 2, new org.duecare.distribution.Exponential(1e5));
        Adjustment.Where one = new Adjustment.Where("touched", null, null, null, 1);
        Adjustment better =
                new Adjustment(one, null, new Adjustment.Posture(Adjustment.PartialElements.uniform(0.5)), 1);
        builder.policy("base", ScenarioBuilder.strict(), List.of());
        builder.policy("better", builder.diligence, ScenarioBuilder.strict(), null, List.of(), null, List.of(better));

        RunResult result = TestRuns.run(builder.build(), 1);

        long[] base = result.variants().get(0).operationTotals(Measure.HARM);
        long[] changed = result.variants().get(1).operationTotals(Measure.HARM);
        assertThat(changed[0]).isLessThan(base[0]);
        assertThat(changed[1]).isEqualTo(base[1]).isPositive();
    }
}
