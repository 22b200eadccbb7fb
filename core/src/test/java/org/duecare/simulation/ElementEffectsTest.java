package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiFunction;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Pillars;
import org.duecare.diligence.Posture;
import org.duecare.settlement.Measure;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.TrialColumn;
import org.junit.jupiter.api.Test;

/** An element moved from 0 to 1, everything else equal and on the same history, moves the outcome that it is there for. */
class ElementEffectsTest {
    private static final ElementValues NO_EFFECT = ElementValues.uniform(0);
    private static final ElementValues MEASURES = PostureRuns.effectOf(DiligenceElement.NECESSARY_MEASURES, 1.6);

    private static ConfidenceInterval moved(
            ScenarioBuilder builder,
            DiligenceElement element,
            BiFunction<RunResult.VariantResult, Integer, TrialColumn> outcome) {
        return PostureRuns.difference(PostureRuns.elementOffAndOn(builder, element), outcome);
    }

    private static void assertFalls(ConfidenceInterval difference) {
        assertThat(difference.estimate()).isNegative();
        assertThat(difference.high()).as("interval must exclude zero").isNegative();
    }

    /** An insurer that rates what is declared plans too little for those who overstate: the gap closes with good faith. */
    @Test
    void goodFaithLowersLossesAbovePlan() {
        assertThat(lossAbovePlan(0).low()).as("interval must exclude zero").isPositive();
        assertThat(lossAbovePlan(0.5).estimate())
                .isPositive()
                .isLessThan(lossAbovePlan(0).estimate());
        assertThat(lossAbovePlan(1).estimate()).isZero();
    }

    /** Harm at the posture held less harm at the posture declared, on one history. */
    private static ConfidenceInterval lossAbovePlan(double goodFaith) {
        ScenarioBuilder builder = PostureRuns.scenario(PostureRuns.care(MEASURES, 0, 0, 0));
        double[] held = ElementValues.uniform(0.5).toArray();
        held[DiligenceElement.GOOD_FAITH.ordinal()] = goodFaith;
        double[] declared = Posture.declared(held, builder.diligence.optimism());
        builder.policies.add(PostureRuns.policy(builder, "plan", List.of(setAll(declared)), Pillars.NONE));
        builder.policies.add(PostureRuns.policy(builder, "held", List.of(setAll(held)), Pillars.NONE));
        return PostureRuns.difference(
                TestRuns.run(builder.build(), 2), (variant, year) -> variant.sum(Measure.HARM, year));
    }

    private static Adjustment setAll(double[] v) {
        Adjustment.PartialElements levels =
                new Adjustment.PartialElements(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8]);
        return new Adjustment(PostureRuns.ALL, new Adjustment.Posture(levels), null, 1);
    }

    @Test
    void territorialControlLowersFindings() {
        ScenarioBuilder builder = PostureRuns.scenario(PostureRuns.care(NO_EFFECT, 0, 0.5, 0));

        assertFalls(moved(builder, DiligenceElement.TERRITORIAL_CONTROL, RunResult.VariantResult::breaches));
    }

    @Test
    void territorialControlLowersIncidentsThroughTheOtherElements() {
        ScenarioBuilder builder = PostureRuns.scenario(PostureRuns.care(MEASURES, 0, 0.5, 0));

        assertFalls(moved(builder, DiligenceElement.TERRITORIAL_CONTROL, RunResult.VariantResult::incidents));
    }

    @Test
    void riskAssessmentLowersIncidentsOfTheThreatsItWorksAgainst() {
        ElementValues effect = PostureRuns.effectOf(DiligenceElement.RISK_ASSESSMENT, 1);
        ScenarioBuilder builder = PostureRuns.scenario(PostureRuns.care(effect, 0, 0, 0));

        assertFalls(moved(builder, DiligenceElement.RISK_ASSESSMENT, RunResult.VariantResult::incidents));
    }

    @Test
    void necessaryMeasuresLowerFrequency() {
        ScenarioBuilder builder = PostureRuns.scenario(PostureRuns.care(MEASURES, 0, 0, 0));

        assertFalls(moved(builder, DiligenceElement.NECESSARY_MEASURES, RunResult.VariantResult::incidents));
    }

    @Test
    void stateOfTheArtLowersIncidents() {
        ElementValues effect = PostureRuns.effectOf(DiligenceElement.STATE_OF_THE_ART, 0.9);
        ScenarioBuilder builder = PostureRuns.scenario(PostureRuns.care(effect, 0, 0, 0));

        assertFalls(moved(builder, DiligenceElement.STATE_OF_THE_ART, RunResult.VariantResult::incidents));
    }

    @Test
    void stateOfTheArtHoldsPostureAgainstDrift() {
        ScenarioBuilder builder = PostureRuns.scenario(PostureRuns.care(MEASURES, 0, 0, 0, 0.2));
        RunResult result = PostureRuns.elementOffAndOn(builder, DiligenceElement.STATE_OF_THE_ART);

        assertFalls(PostureRuns.difference(result, RunResult.VariantResult::incidents));
        assertThat(TestRuns.cents(result.variants().get(1).incidents(1)))
                .as("drift acts from the second year on")
                .isEqualTo(TestRuns.cents(result.variants().get(0).incidents(1)));
    }

    @Test
    void continuityHoldsPostureAgainstErosion() {
        ScenarioBuilder builder = PostureRuns.scenario(PostureRuns.care(MEASURES, 0, 0, 0.2));
        RunResult result = PostureRuns.elementOffAndOn(builder, DiligenceElement.CONTINUITY);

        assertFalls(PostureRuns.difference(result, RunResult.VariantResult::incidents));
        assertThat(TestRuns.cents(result.variants().get(1).incidents(1)))
                .as("erosion acts from the second year on")
                .isEqualTo(TestRuns.cents(result.variants().get(0).incidents(1)));
    }

    @Test
    void continuityLowersSeverity() {
        ScenarioBuilder builder = PostureRuns.scenario(PostureRuns.care(NO_EFFECT, 0.8, 0, 0));
        RunResult result = PostureRuns.elementOffAndOn(builder, DiligenceElement.CONTINUITY);

        assertFalls(PostureRuns.difference(result, (variant, year) -> variant.sum(Measure.HARM, year)));
        assertThat(TestRuns.cents(result.variants().get(1).incidents(10)))
                .isEqualTo(TestRuns.cents(result.variants().get(0).incidents(10)));
    }
}
