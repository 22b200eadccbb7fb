package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessor;
import org.duecare.assessment.CoverAssessment;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.Degenerate;
import org.duecare.distribution.Exponential;
import org.duecare.insurance.Exclusions;
import org.duecare.liability.Liability;
import org.duecare.operation.Provider;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Exclusions read where an incident came from; findings do not, and what insurers leave passes to the next payers. */
class ExclusionsTest {
    private static final int TRIALS = 4_096;
    private static final Liability COURT =
            ScenarioBuilder.liability(Liability.Rule.NEGLIGENCE, 0.1, Liability.Causation.BUT_FOR);

    private static ScenarioBuilder world() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = TRIALS;
        builder.diligence = ScenarioBuilder.diligence(0.03, 1.6, 0.6, 0.5);
        builder.operation("low", 0.3).operation("high", 0.7);
        builder.threat("attack", 1, new Exponential(1e5)).threat("malfunction", 0.5, new Exponential(1e4));
        return builder;
    }

    private static void variant(ScenarioBuilder builder, String name, Liability law, Exclusions exclusions) {
        Insurances cover = new Insurances();
        cover.exclusions = exclusions;
        List<Layer> layers = List.of(
                Layer.of(Payer.INSURER, Layer.Kind.TERMS),
                new Layer(Payer.STATE, Layer.Kind.TERMS, 0, ScenarioBuilder.NONE, 0, ScenarioBuilder.NONE, 1, null));
        builder.policy(name, builder.diligence, law, cover.make(), layers, null, List.of());
    }

    private static Exclusions stateBacked(@Nullable Double share, double proof) {
        return new Exclusions(new Exclusions.StateBacked(share, proof), false);
    }

    private static long[] cents(RunResult run, int variant, Measure measure) {
        return TestRuns.cents(run.variants().get(variant).sum(measure, 1));
    }

    @Test
    void findingsAreEqualForAllSharesAndTheGapPassesToTheNextPayer() {
        ScenarioBuilder builder = world();
        for (double share : new double[] {0, 0.1, 0.5, 1}) {
            variant(builder, "share " + share, COURT, stateBacked(share, 0.5));
        }
        RunResult run = TestRuns.run(builder.build(), 2);

        for (int v = 1; v < 4; v++) {
            assertThat(cents(run, v, Measure.DAMAGES)).isEqualTo(cents(run, 0, Measure.DAMAGES));
            assertThat(TestRuns.cents(run.variants().get(v).breaches(1)))
                    .isEqualTo(TestRuns.cents(run.variants().get(0).breaches(1)));
            long[] insurer = cents(run, v, Measure.INSURER);
            long[] state = cents(run, v, Measure.STATE);
            long[] damages = cents(run, v, Measure.DAMAGES);
            long[] fewer = cents(run, v - 1, Measure.INSURER);
            for (int t = 0; t < TRIALS; t++) {
                assertThat(insurer[t] + state[t]).isEqualTo(damages[t]);
                assertThat(insurer[t]).isLessThanOrEqualTo(fewer[t]);
            }
        }
        assertThat(cents(run, 0, Measure.STATE)).containsOnly(0L);
    }

    @Test
    void incidentsAreExcludedWithProbabilityShareTimesProof() {
        ScenarioBuilder builder = world();
        builder.stateBackedShare = 0.4;
        builder.threats.clear();
        builder.threat("attack", 1, new Exponential(1e5));
        variant(builder, "proved", ScenarioBuilder.strict(), stateBacked(null, 0.5));
        RunResult run = TestRuns.run(builder.build(), 2);

        int excluded = 0;
        List<Boolean> stateBacked = new ArrayList<>();
        for (int block = 0; block < 2; block++) {
            EventRows rows = run.events().read(0, block, 1);
            for (int i = 0; i < rows.size(); i++) {
                boolean unpaid = rows.amount(Measure.INSURER, i) == 0 && rows.amount(Measure.HARM, i) > 0;
                excluded += unpaid ? 1 : 0;
                stateBacked.add(rows.stateBacked(i));
                assertThat(!unpaid || rows.stateBacked(i)).isTrue();
            }
        }
        double n = stateBacked.size();
        assertThat(excluded / n).isCloseTo(0.2, within(4 * Math.sqrt(0.2 * 0.8 / n)));
    }

    /** One event of exactly ten hours, harm from the second hour on: insurers pay from the fourth on, or nothing at all. */
    @Test
    void waitingHoursAndInfrastructureConcernEventsOfProviders() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = TRIALS;
        builder.operation("a", 0.5);
        builder.operations.set(0, Operations.dependingOn(builder.operations.get(0), List.of("cloud")));
        builder.providers.add(new Provider(
                "cloud",
                "",
                1,
                1,
                new Degenerate(10),
                Provider.Hourly.NOTHING,
                new Provider.Hourly(100, 0, 0),
                2,
                null,
                0,
                List.of(),
                null,
                ElementValues.uniform(0)));
        Insurances waiting = new Insurances();
        waiting.waitingHours = 4;
        Insurances excluding = new Insurances();
        excluding.exclusions = new Exclusions(null, true);
        Insurances patient = new Insurances();
        patient.waitingHours = 10;
        Insurances whole = new Insurances();
        whole.waitingHours = 2;
        for (Insurances cover : List.of(waiting, excluding, patient, whole)) {
            builder.policy(
                    "variant " + builder.policies.size(),
                    builder.diligence,
                    ScenarioBuilder.strict(),
                    cover.make(),
                    List.of(Layer.of(Payer.INSURER, Layer.Kind.TERMS)),
                    null,
                    List.of());
        }
        RunResult run = TestRuns.run(builder.build(), 1);
        long[] harm = cents(run, 0, Measure.HARM);

        assertThat(Arrays.stream(harm).sum()).isPositive();
        for (int t = 0; t < TRIALS; t++) {
            assertThat(cents(run, 0, Measure.INSURER)[t]).isEqualTo(harm[t] / 8 * 6);
        }
        assertThat(cents(run, 1, Measure.INSURER)).containsOnly(0L);
        assertThat(cents(run, 2, Measure.INSURER)).containsOnly(0L);
        assertThat(cents(run, 3, Measure.INSURER)).isEqualTo(harm);
    }

    @Test
    void costOfExclusionsIsThePairedDifferenceToTheSameVariantWithoutThem() {
        ScenarioBuilder builder = world();
        variant(builder, "covering", COURT, Exclusions.NONE);
        variant(builder, "excluding", COURT, stateBacked(0.5, 1));
        CompiledScenario compiled = ScenarioCompiler.compile(builder.build());
        RunResult run = TestRuns.run(compiled, SimulationPlan.of(compiled, 1));
        Assessment assessment = Assessor.assess(compiled, run, List.of(10.0), 1);

        assertThat(assessment.variants().get(0).cover().exclusions()).isNull();
        CoverAssessment.ExclusionCost cost =
                Objects.requireNonNull(assessment.variants().get(1).cover().exclusions());
        assertThat(cost.without()).isEqualTo("covering");
        double moved = (Arrays.stream(cents(run, 1, Measure.STATE)).sum()
                        - Arrays.stream(cents(run, 0, Measure.STATE)).sum())
                / 100.0
                / TRIALS;
        assertThat(moved).isPositive();
        assertThat(cost.differences())
                .anySatisfy(difference -> {
                    assertThat(difference.measure()).isEqualTo(Measure.STATE);
                    assertThat(difference.mean().estimate()).isCloseTo(moved, within(1e-6));
                })
                .anySatisfy(difference -> {
                    assertThat(difference.measure()).isEqualTo(Measure.INSURER);
                    assertThat(difference.mean().estimate()).isCloseTo(-moved, within(1e-6));
                });
    }
}
