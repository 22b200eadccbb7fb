package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.Exponential;
import org.duecare.liability.Liability;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the law promises: who did all that was required owes nothing, and care is never punished. */
class LawTest {
    private static final double STANDARD = 0.6;
    private static final int TRIALS = 20_000;
    private static final double Z = 4;

    private static RunResult run(Diligence care, Liability liability, double... postures) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = TRIALS;
        builder.diligence = care;
        for (double posture : postures) {
            builder.operation("op-" + posture, posture);
        }
        builder.threat("attack", 2, new Exponential(1e5));
        builder.policy("base", liability, List.of());
        return TestRuns.run(builder.build(), 2);
    }

    private static Liability negligence(double sd, Liability.Causation causation) {
        return ScenarioBuilder.liability(Liability.Rule.NEGLIGENCE, sd, causation);
    }

    @Test
    void carefulOperatorsOweExactlyNothingAtZeroNoise() {
        for (Liability.Causation causation : Liability.Causation.values()) {
            RunResult result = run(
                    ScenarioBuilder.diligence(0.03, 1.6, STANDARD, 0.5),
                    negligence(0, causation),
                    0.3,
                    STANDARD,
                    0.61,
                    1.0);
            RunResult.VariantResult variant = result.variants().get(0);
            for (int i = 0; i < result.operations().size(); i++) {
                boolean careful = result.operations().get(i).posture().goodFaith() >= STANDARD;
                long damages = variant.operationTotals(Measure.DAMAGES)[i];
                assertThat(variant.operationTotals(Measure.HARM)[i]).isPositive();
                assertThat(damages == 0)
                        .as(result.operations().get(i).operation())
                        .isEqualTo(careful);
                assertThat(variant.operationBreaches()[i] == 0).isEqualTo(careful);
            }
        }
    }

    @Test
    void liabilityFallsStrictlyWithCareOnBothSidesOfTheStandard() {
        double[] postures = new double[19];
        for (int i = 0; i < postures.length; i++) {
            postures[i] = 0.05 + 0.05 * i;
        }
        ScenarioBuilder builder = new ScenarioBuilder();
        for (double posture : postures) {
            builder.operation("op-%.2f".formatted(posture), posture);
        }
        builder.diligence = ScenarioBuilder.diligence(0.03, 1.6, STANDARD, 0);
        builder.threat("attack", 2, new Exponential(1e5));
        builder.policy("base", negligence(0.3, Liability.Causation.BUT_FOR), List.of());
        long[] liableFrom = builder.compile().variants().get(0).phase(1).liableFrom;

        for (int i = 1; i < postures.length; i++) {
            assertThat(liableFrom[i]).as("posture " + postures[i]).isGreaterThan(liableFrom[i - 1]);
        }
    }

    @Test
    void butForDamagesNeverExceedDamagesWithoutIt() {
        for (double sd : new double[] {0, 0.2}) {
            Diligence care = ScenarioBuilder.diligence(0.03, 1.6, STANDARD, 0.8);
            ScenarioBuilder builder = new ScenarioBuilder();
            builder.trials = TRIALS;
            builder.diligence = care;
            builder.operation("low", 0.1).operation("middle", 0.5).operation("high", 0.9);
            builder.threat("attack", 2, new Exponential(1e5));
            builder.policy("but-for", negligence(sd, Liability.Causation.BUT_FOR), List.of());
            builder.policy("whole", negligence(sd, Liability.Causation.NONE), List.of());
            RunResult result = TestRuns.run(builder.build(), 2);

            long[] butFor = TestRuns.cents(result.variants().get(0).sum(Measure.DAMAGES, 1));
            long[] whole = TestRuns.cents(result.variants().get(1).sum(Measure.DAMAGES, 1));
            long less = 0;
            for (int t = 0; t < butFor.length; t++) {
                assertThat(butFor[t] <= whole[t]).as("trial " + t).isTrue();
                less += butFor[t] < whole[t] ? 1 : 0;
            }
            assertThat(less).isGreaterThan(TRIALS / 10);
        }
    }

    @Test
    void damagesAreNothingWhenPostureMeetsTheStandardEvenIfTheCourtErrs() {
        RunResult result = run(
                ScenarioBuilder.diligence(0.03, 1.6, STANDARD, 0.8),
                negligence(0.3, Liability.Causation.BUT_FOR),
                STANDARD,
                0.8);
        RunResult.VariantResult variant = result.variants().get(0);

        assertThat(variant.operationBreaches()[0]).isPositive();
        assertThat(variant.operationTotals(Measure.DAMAGES)).containsOnly(0);
    }

    @Test
    void shortfallThatOnlyMakesHarmLargerIsPaidForToo() {
        // No element changes success, but continuity changes size: H(0.2) - H(0.6) = 0.8 (0.8 - 0.4) of the base size.
        Diligence care = ScenarioBuilder.diligence(0.03, 0, STANDARD, 0.8);
        RunResult result = run(care, negligence(0, Liability.Causation.BUT_FOR), 0.2);
        RunResult.VariantResult variant = result.variants().get(0);
        double harm = variant.operationTotals(Measure.HARM)[0];
        double damages = variant.operationTotals(Measure.DAMAGES)[0];

        assertThat(damages / harm)
                .isCloseTo(0.8 * 0.4 / (1 + 0.8 * 0.8), org.assertj.core.data.Offset.offset(CENTS_REL));
    }

    /** Rounding of some 40,000 single amounts to cents, relative to their sum. */
    private static final double CENTS_REL = 1e-6;

    @Test
    void noiseOfAYearIsSharedByItsIncidentsAndNoiseOfIncidentsIsNot() {
        double shared = shareOfMixedYears(Liability.NoiseScope.OPERATION_YEAR);
        double own = shareOfMixedYears(Liability.NoiseScope.INCIDENT);

        assertThat(shared).isZero();
        assertThat(own).isGreaterThan(0.2);
    }

    /** Share of trials with several incidents of which some are breaches and some are not. */
    private static double shareOfMixedYears(Liability.NoiseScope scope) {
        Liability liability = new Liability(
                Liability.Rule.NEGLIGENCE, new Liability.CourtNoise(0.3, scope), 0, 0, Liability.Causation.BUT_FOR);
        RunResult result = run(ScenarioBuilder.diligence(0.03, 0.1, STANDARD, 0), liability, 0.5);
        long[] incidents = TestRuns.cents(result.variants().get(0).incidents(1));
        long[] breaches = TestRuns.cents(result.variants().get(0).breaches(1));
        double several = 0;
        double mixed = 0;
        for (int t = 0; t < incidents.length; t++) {
            several += incidents[t] > 1 ? 1 : 0;
            mixed += breaches[t] > 0 && breaches[t] < incidents[t] ? 1 : 0;
        }
        return mixed / several;
    }

    /**
     * Liable iff {@code shortfall + burden + sd z > tolerance}: the share of breaches is
     * {@code Phi((shortfall + burden - tolerance) / sd)}. One operation at 0.4 under a standard of 0.6: shortfall 0.2.
     * Normal probabilities from tables (R 4.2, {@code pnorm}).
     */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.7475075", // pnorm(2 / 3)
        "0.1, 0, 0.8413447", // pnorm(1)
        "-0.1, 0, 0.6305587", // pnorm(1 / 3)
        "-0.2, 0, 0.5", // pnorm(0)
        "0, 0.3, 0.3694413", // pnorm(-1 / 3)
        "0.1, 0.3, 0.5"
    })
    void theBurdenOfProofShiftsFindingsAndToleranceExcuses(double burden, double tolerance, double share) {
        Liability.CourtNoise noise = new Liability.CourtNoise(0.3, Liability.NoiseScope.INCIDENT);
        Liability liability =
                new Liability(Liability.Rule.NEGLIGENCE, noise, tolerance, burden, Liability.Causation.NONE);
        RunResult result = run(ScenarioBuilder.diligence(0.03, 0.1, STANDARD, 0), liability, 0.4);
        double incidents = result.variants().get(0).operationIncidents()[0];
        double breaches = result.variants().get(0).operationBreaches()[0];

        assertThat(incidents).isGreaterThan(TRIALS);
        assertThat((breaches - share * incidents) / Math.sqrt(share * (1 - share) * incidents))
                .isBetween(-Z, Z);
    }

    /** Without error of the court, a burden turned towards the victim finds against who falls short by no more than is excused. */
    @Test
    void withoutNoiseTheBurdenDecidesAtTheEdgeOfTolerance() {
        for (double burden : new double[] {0, 0.15}) {
            Liability liability = new Liability(
                    Liability.Rule.NEGLIGENCE,
                    new Liability.CourtNoise(0, Liability.NoiseScope.EVENT),
                    0.3,
                    burden,
                    Liability.Causation.NONE);
            RunResult result = run(ScenarioBuilder.diligence(0.03, 0.1, STANDARD, 0), liability, 0.4, 0.7);
            RunResult.VariantResult variant = result.variants().get(0);

            assertThat(variant.operationBreaches()[0]).isEqualTo(burden == 0 ? 0 : variant.operationIncidents()[0]);
            assertThat(variant.operationBreaches()[1]).isZero();
        }
    }

    /** Two operations with one posture on one provider: the court errs once for the event, or once for each of them. */
    @Test
    void noiseOfAnEventIsSharedByAllWhomItStrikes() {
        assertThat(shareOfSplitEvents(Liability.NoiseScope.EVENT)).isZero();
        assertThat(shareOfSplitEvents(Liability.NoiseScope.INCIDENT)).isGreaterThan(0.2);
    }

    /** Share of the events that strike both operations for which one of them is found liable and the other is not. */
    private static double shareOfSplitEvents(Liability.NoiseScope scope) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 4096;
        builder.diligence = ScenarioBuilder.diligence(0.03, 0.1, STANDARD, 0);
        builder.operation("one", 0.5).operation("other", 0.5);
        PostureRuns.cloud(builder, ElementValues.uniform(0));
        builder.threat("rare", 1e-9, new Exponential(1e5));
        Liability.CourtNoise noise = new Liability.CourtNoise(0.3, scope);
        builder.policy(
                "base", new Liability(Liability.Rule.NEGLIGENCE, noise, 0, 0, Liability.Causation.NONE), List.of());
        RunResult result = TestRuns.run(builder.build(), 2);
        double both = 0;
        double split = 0;
        for (int block = 0; block < 2; block++) {
            EventRows rows = result.events().read(0, block, 1);
            Map<Long, Integer> found = new HashMap<>();
            for (int row = 0; row < rows.size(); row++) {
                long event = (long) rows.slot(row) << 32 | rows.event(row);
                Integer earlier = found.put(event, rows.liable(row) ? 1 : 0);
                both += earlier == null ? 0 : 1;
                split += earlier == null || earlier == (rows.liable(row) ? 1 : 0) ? 0 : 1;
            }
        }
        assertThat(both).isGreaterThan(1000);
        return split / both;
    }

    @Test
    void nobodyOwesWithoutARule() {
        RunResult result = run(
                ScenarioBuilder.diligence(0.03, 1.6, STANDARD, 0),
                ScenarioBuilder.liability(Liability.Rule.NONE, 0, Liability.Causation.NONE),
                0.1);

        assertThat(result.variants().get(0).measures()).doesNotContain(Measure.DAMAGES);
        assertThat(result.variants().get(0).operationTotals(Measure.UNCOMPENSATED))
                .isEqualTo(result.variants().get(0).operationTotals(Measure.HARM));
    }
}
