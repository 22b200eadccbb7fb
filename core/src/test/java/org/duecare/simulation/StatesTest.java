package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.duecare.compensation.Payer;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.Exponential;
import org.duecare.liability.Liability;
import org.duecare.liability.LiabilityLimit;
import org.duecare.liability.StateLiability;
import org.duecare.operation.Territory;
import org.duecare.settlement.Measure;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.PairedDifference;
import org.duecare.statistics.TailMoments;
import org.duecare.statistics.TrialWeights;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** States and borders: harm abroad, claims of foreigners, limits of liability, liability of states, sanctions. */
class StatesTest {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final int TRIALS = 20_000;
    private static final double FOREIGN = 0.4;
    private static final Adjustment.Where ALL = new Adjustment.Where(null, null, null, null, 1);

    private static ScenarioBuilder world() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = TRIALS;
        builder.diligence = care(0.5);
        builder.operation("low", 0.2).operation("high", 0.9);
        builder.threat("attack", 2, new Exponential(1e5));
        return builder;
    }

    private static Diligence care(double neighbourliness) {
        Diligence plain = ScenarioBuilder.diligence(0.03, 1.6, 0.6, 0.5);
        return new Diligence(plain.vulnerability(), plain.standard(), 0.5, neighbourliness);
    }

    private static Territory territory(ElementValues state, double rate, double home, @Nullable Double foreign) {
        return new Territory(
                "",
                state,
                rate,
                new Territory.Sanction(1000, 1e-5),
                new Territory.ClaimProbability(home, foreign),
                Map.of("DE", 1 - FOREIGN, "FR", FOREIGN));
    }

    private static States states(double home, @Nullable Double foreign, StateLiability liability) {
        return new States(Map.of("DE", territory(ElementValues.uniform(1), 0, home, foreign)), liability);
    }

    private static void add(
            ScenarioBuilder builder, String name, Liability law, @Nullable Adjustment change, States states) {
        builder.policy(name, law, List.of(), change == null ? List.of() : List.of(change), states);
    }

    private static Liability negligence(LiabilityLimit limit, double breakLimitAbove) {
        Liability.CourtNoise noise = new Liability.CourtNoise(0.1, Liability.NoiseScope.EVENT);
        return new Liability(
                Liability.Rule.NEGLIGENCE, noise, 0, 0, Liability.Causation.BUT_FOR, limit, breakLimitAbove);
    }

    private static Adjustment neighbourliness(double level) {
        return set(new Adjustment.PartialElements(null, level, null, null, null, null, null, null, null));
    }

    private static Adjustment equalTreatment(double level) {
        return set(new Adjustment.PartialElements(null, null, null, null, null, null, null, level, null));
    }

    private static Adjustment set(Adjustment.PartialElements levels) {
        return new Adjustment(ALL, new Adjustment.Posture(levels), null, 1);
    }

    private static ConfidenceInterval difference(RunResult result, Measure measure) {
        return PairedDifference.of(
                List.of(result.variants().get(1).sum(measure, 1)),
                List.of(result.variants().get(0).sum(measure, 1)),
                TrialWeights.UNIFORM,
                100,
                TailMoments.FINITE_VARIANCE);
    }

    private static long total(RunResult result, int variant, Measure measure) {
        return List.of(
                        result.variants().get(variant).operationTotals(measure)[0],
                        result.variants().get(variant).operationTotals(measure)[1])
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Test
    void goodNeighbourlinessLowersHarmAbroadAndNothingElse() {
        ScenarioBuilder builder = world();
        States states = states(1, null, StateLiability.NONE);
        add(builder, "0", ScenarioBuilder.strict(), neighbourliness(0), states);
        add(builder, "1", ScenarioBuilder.strict(), neighbourliness(1), states);
        RunResult result = TestRuns.run(builder.build(), 2);

        ConfidenceInterval harm = difference(result, Measure.HARM);
        double expected = -FOREIGN * 0.5 * total(result, 0, Measure.HARM) / 100 / TRIALS;
        assertThat(harm.high()).isNegative();
        assertThat(harm.estimate() / expected).isCloseTo(1, within(1e-6));
        assertThat(TestRuns.cents(result.variants().get(1).incidents(1)))
                .isEqualTo(TestRuns.cents(result.variants().get(0).incidents(1)));
        assertThat(TestRuns.cents(result.variants().get(1).sum(Measure.OWN_LOSS, 1)))
                .isEqualTo(TestRuns.cents(result.variants().get(0).sum(Measure.OWN_LOSS, 1)));
    }

    @Test
    void equalTreatmentRaisesTheClaimsOfForeignersToThoseAtHome() {
        ScenarioBuilder builder = world();
        add(builder, "0", ScenarioBuilder.strict(), equalTreatment(0), states(0.8, 0.2, StateLiability.NONE));
        add(builder, "1", ScenarioBuilder.strict(), equalTreatment(1), states(0.8, 0.2, StateLiability.NONE));
        RunResult result = TestRuns.run(builder.build(), 2);

        assertThat(difference(result, Measure.DAMAGES).low()).isPositive();
        assertThat(difference(result, Measure.UNCOMPENSATED).estimate()).isZero();
        assertThat(difference(result, Measure.HARM).estimate()).isZero();
    }

    @Test
    void theStateBoundsEqualTreatment() {
        ScenarioBuilder builder = world();
        ElementValues unfair = new ElementValues(1, 1, 1, 1, 1, 1, 1, 0, 1);
        States lax = new States(Map.of("DE", territory(unfair, 0, 0.8, 0.2)), StateLiability.NONE);
        add(builder, "operators alone", ScenarioBuilder.strict(), equalTreatment(1), lax);
        add(builder, "nobody", ScenarioBuilder.strict(), equalTreatment(0), states(0.8, 0.2, StateLiability.NONE));
        RunResult result = TestRuns.run(builder.build(), 2);

        assertThat(TestRuns.cents(result.variants().get(0).sum(Measure.DAMAGES, 1)))
                .isEqualTo(TestRuns.cents(result.variants().get(1).sum(Measure.DAMAGES, 1)));
    }

    /**
     * A state without control lets an operator's care reach less far, so that more attempts succeed: those of an operator with
     * {@code 0.8 (1 - 0.5)} of the measures in effect instead of {@code 0.8 (1 - 0.5 x 0.2)}. The court judges the operator.
     */
    @Test
    void aCarefulOperatorOfAWeakStateSuffersMoreAndOwesNothing() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = TRIALS;
        builder.diligence = PostureRuns.care(new ElementValues(0, 0, 0, 0, 1, 0, 0, 0, 0), 0, 0.5, 0);
        builder.operation("careful", 0.8);
        builder.threat("attack", 2, new Exponential(1e5));
        Liability law = ScenarioBuilder.liability(Liability.Rule.NEGLIGENCE, 0, Liability.Causation.BUT_FOR);
        ElementValues weak = new ElementValues(1, 1, 0, 1, 1, 1, 1, 1, 1);
        States without = new States(Map.of("DE", territory(weak, 0, 1, null)), StateLiability.NONE);
        add(builder, "weak", law, null, without);
        add(builder, "strong", law, null, states(1, null, StateLiability.NONE));
        RunResult result = TestRuns.run(builder.build(), 2);

        double[] expected = {2 * StrictMath.exp(-0.8 * 0.5), 2 * StrictMath.exp(-0.8 * 0.9)};
        for (int v = 0; v < 2; v++) {
            double mean = result.variants().get(v).operationIncidents()[0] / (double) TRIALS;
            assertThat(mean).isCloseTo(expected[v], within(4 * Math.sqrt(expected[v] / TRIALS)));
            assertThat(result.variants().get(v).operationBreaches()[0]).isZero();
            assertThat(result.variants().get(v).operationTotals(Measure.DAMAGES))
                    .containsOnly(0);
        }
    }

    @Test
    void butForDamagesOfAShortfallInNeighbourlinessAloneAreTheHarmAbroadItCaused() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = TRIALS;
        builder.diligence = care(0.5);
        builder.operation("careless", 1);
        builder.threat("attack", 2, new Exponential(1e5));
        Liability law = ScenarioBuilder.liability(Liability.Rule.NEGLIGENCE, 0, Liability.Causation.BUT_FOR);
        add(builder, "0", law, neighbourliness(0), states(1, null, StateLiability.NONE));
        RunResult result = TestRuns.run(builder.build(), 1);
        double harm = result.variants().get(0).operationTotals(Measure.HARM)[0];
        double damages = result.variants().get(0).operationTotals(Measure.DAMAGES)[0];

        // Mended neighbourliness is the standard 0.6: 0.4 x 0.5 x 0.6 of the harm would have been avoided.
        assertThat(damages / harm).isCloseTo(FOREIGN * 0.5 * 0.6, within(1e-6));
    }

    @Test
    void aDiligentStateOwesNothingAlthoughItsOperatorsBreach() {
        ScenarioBuilder builder = world();
        ElementValues careless = ElementValues.uniform(0.3);
        States diligent = states(1, null, StateLiability.NEGLIGENCE);
        States negligent = new States(Map.of("DE", territory(careless, 0, 1, null)), StateLiability.NEGLIGENCE);
        States none = new States(Map.of("DE", territory(careless, 0, 1, null)), StateLiability.NONE);
        Liability law = negligence(LiabilityLimit.NONE, NONE);
        add(builder, "none", law, null, none);
        add(builder, "diligent", law, null, diligent);
        add(builder, "negligent", law, null, negligent);
        add(builder, "vicarious", law, null, states(1, null, StateLiability.VICARIOUS));
        RunResult result = TestRuns.run(builder.build(), 2);

        for (int v : new int[] {0, 1}) {
            assertThat(result.variants().get(v).measures()).doesNotContain(Measure.STATE);
            assertThat(result.variants().get(v).operationBreaches()[0]).isPositive();
            assertThat(total(result, v, Measure.UNCOMPENSATED)).isEqualTo(total(result, v, Measure.HARM));
        }
        for (int v : new int[] {2, 3}) {
            assertThat(total(result, v, Measure.STATE))
                    .isEqualTo(total(result, v, Measure.DAMAGES))
                    .isPositive();
        }
    }

    @Test
    void aStateAnswersOnlyForWhatOthersLeave() {
        ScenarioBuilder builder = world();
        States vicarious = states(0.9, 0.5, StateLiability.VICARIOUS);
        builder.policy(
                "insured",
                negligence(new LiabilityLimit(2e5, NONE, 0, 0, "users", NONE, NONE), NONE),
                List.of(
                        ScenarioBuilder.layer(Payer.INSURER, 1e4, 5e4, NONE),
                        ScenarioBuilder.layer(Payer.STATE, 0, 1e4, NONE)),
                List.of(),
                vicarious);
        RunResult result = TestRuns.run(builder.build(), 2);

        long[] damages = TestRuns.cents(result.variants().get(0).sum(Measure.DAMAGES, 1));
        long[] insurer = TestRuns.cents(result.variants().get(0).sum(Measure.INSURER, 1));
        long[] state = TestRuns.cents(result.variants().get(0).sum(Measure.STATE, 1));
        for (int t = 0; t < damages.length; t++) {
            assertThat(insurer[t] + state[t] == damages[t]).as("trial " + t).isTrue();
        }
        assertThat(total(result, 0, Measure.INSURER)).isPositive();
    }

    @Test
    void limitsLeaveTheRestUncompensatedAndGrossShortfallBreaksThem() {
        ScenarioBuilder builder = world();
        LiabilityLimit flat = new LiabilityLimit(5e4, NONE, 0, 0, "users", NONE, NONE);
        States plain = States.NONE;
        add(builder, "unlimited", negligence(LiabilityLimit.NONE, NONE), null, plain);
        add(builder, "limited", negligence(flat, NONE), null, plain);
        add(builder, "broken", negligence(flat, 0.3), null, plain);
        RunResult result = TestRuns.run(builder.build(), 2);

        long[] unlimited = result.variants().get(0).operationTotals(Measure.DAMAGES);
        long[] limited = result.variants().get(1).operationTotals(Measure.DAMAGES);
        long[] broken = result.variants().get(2).operationTotals(Measure.DAMAGES);
        int low = result.operations().get(0).operation().equals("low") ? 0 : 1;
        assertThat(limited[low]).isLessThan(unlimited[low]).isPositive();
        assertThat(broken[low]).isEqualTo(unlimited[low]);
        assertThat(TestRuns.cents(result.variants().get(1).breaches(1)))
                .isEqualTo(TestRuns.cents(result.variants().get(0).breaches(1)));
        assertThat(total(result, 1, Measure.UNCOMPENSATED)).isEqualTo(total(result, 1, Measure.HARM));
    }

    @Test
    void butForDamagesNeverExceedDamagesWithoutItUnderClaimsAndLimits() {
        LiabilityLimit flat = new LiabilityLimit(5e4, NONE, 0, 0, "users", NONE, NONE);
        for (LiabilityLimit limit : List.of(LiabilityLimit.NONE, flat)) {
            ScenarioBuilder builder = world();
            States states = states(0.7, 0.3, StateLiability.NONE);
            Liability butFor = negligence(limit, NONE);
            Liability whole =
                    new Liability(butFor.rule(), butFor.courtNoise(), 0, 0, Liability.Causation.NONE, limit, NONE);
            add(builder, "but-for", butFor, null, states);
            add(builder, "whole", whole, null, states);
            RunResult result = TestRuns.run(builder.build(), 2);
            long[] less = TestRuns.cents(result.variants().get(0).sum(Measure.DAMAGES, 1));
            long[] more = TestRuns.cents(result.variants().get(1).sum(Measure.DAMAGES, 1));
            for (int t = 0; t < less.length; t++) {
                assertThat(less[t] <= more[t]).as("trial " + t).isTrue();
            }
        }
    }

    @Test
    void claimsAreBroughtWithTheirProbabilities() {
        ScenarioBuilder builder = world();
        builder.diligence = care(0);
        add(builder, "all", ScenarioBuilder.strict(), null, states(1, null, StateLiability.NONE));
        add(builder, "some", ScenarioBuilder.strict(), equalTreatment(0.25), states(0.8, 0.4, StateLiability.NONE));
        RunResult result = TestRuns.run(builder.build(), 2);

        double claimed = (double) total(result, 1, Measure.DAMAGES) / total(result, 0, Measure.DAMAGES);
        double expected = (1 - FOREIGN) * 0.8 + FOREIGN * (0.25 * 0.8 + 0.75 * 0.4);
        // The share claimed of n exponential amounts has a standard error below sqrt(2 / n).
        double error = Math.sqrt(2
                / (result.variants().get(1).operationIncidents()[0]
                        + (double) result.variants().get(1).operationIncidents()[1]));
        assertThat(claimed).isCloseTo(expected, within(4 * error));
        assertThat(error).isLessThan(0.02);
        assertThat(TestRuns.cents(result.variants().get(1).breaches(1)))
                .isEqualTo(TestRuns.cents(result.variants().get(0).breaches(1)));
    }

    @Test
    void auditsSanctionThoseWhoFallShortAtTheRateOfTheState() {
        ScenarioBuilder builder = world();
        ElementValues half = new ElementValues(1, 1, 0.5, 1, 1, 1, 1, 1, 1);
        States full = new States(Map.of("DE", territory(ElementValues.uniform(1), 0.4, 1, null)), StateLiability.NONE);
        States lax = new States(Map.of("DE", territory(half, 0.4, 1, null)), StateLiability.NONE);
        add(builder, "full", negligence(LiabilityLimit.NONE, NONE), null, full);
        add(builder, "lax", negligence(LiabilityLimit.NONE, NONE), null, lax);
        RunResult result = TestRuns.run(builder.build(), 3);
        double sanction = 1000 + 1e-5 * 1e8;
        int low = result.operations().get(0).operation().equals("low") ? 0 : 1;

        for (int v = 0; v < 2; v++) {
            double rate = v == 0 ? 0.4 : 0.2;
            double count = result.variants().get(v).operationTotals(Measure.SANCTIONS)[low] / 100.0 / sanction;
            assertThat(count).isCloseTo(rate * TRIALS, within(4 * Math.sqrt(rate * TRIALS)));
            assertThat(result.variants().get(v).operationTotals(Measure.SANCTIONS)[1 - low])
                    .isZero();
        }
        long[] more = TestRuns.cents(result.variants().get(0).sum(Measure.SANCTIONS, 1));
        long[] fewer = TestRuns.cents(result.variants().get(1).sum(Measure.SANCTIONS, 1));
        for (int t = 0; t < more.length; t++) {
            assertThat(fewer[t] <= more[t]).as("trial " + t).isTrue();
        }
        assertThat(TestRuns.run(builder.build(), 1).resultSha256()).isEqualTo(result.resultSha256());
    }
}
