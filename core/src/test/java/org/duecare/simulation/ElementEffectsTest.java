package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Pillars;
import org.duecare.diligence.Posture;
import org.duecare.distribution.Exponential;
import org.duecare.liability.StateLiability;
import org.duecare.operation.Territory;
import org.duecare.settlement.Measure;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.TrialColumn;
import org.duecare.threat.Contagion;
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

    /** A foreign share of 40 %: half of the harm abroad is avoided at full neighbourliness. */
    private static Map<String, Territory> border(ElementValues state) {
        return Map.of(
                "DE",
                new Territory(
                        "",
                        state,
                        0,
                        new Territory.Sanction(0, 0),
                        new Territory.ClaimProbability(0.9, 0.3),
                        Map.of("DE", 0.6, "FR", 0.4)));
    }

    private static RunResult offAndOn(ScenarioBuilder builder, DiligenceElement element) {
        Map<String, Territory> states = border(ElementValues.uniform(1));
        for (double level : new double[] {0, 1}) {
            List<Adjustment> set = List.of(PostureRuns.set(element, level));
            builder.policies.add(PostureRuns.policy(builder, "at " + level, set, Pillars.NONE, states));
        }
        return TestRuns.run(builder.build(), 2);
    }

    @Test
    void goodNeighbourlinessLowersHarmAbroad() {
        Diligence plain = PostureRuns.care(NO_EFFECT, 0, 0, 0);
        Diligence care = new Diligence(plain.vulnerability(), plain.standard(), 0, 0.5);
        RunResult result = offAndOn(PostureRuns.scenario(care), DiligenceElement.GOOD_NEIGHBOURLINESS);

        ConfidenceInterval harm = PostureRuns.difference(result, (variant, year) -> variant.sum(Measure.HARM, year));
        assertFalls(harm);
        long before = total(result, 0, Measure.HARM);
        long after = total(result, 1, Measure.HARM);
        assertThat(after / (double) before)
                .as("0.6 at home, 0.4 x (1 - 0.5) abroad")
                .isCloseTo(0.8, within(1e-4));
    }

    /** Under strict liability, so that nothing but the claims of foreigners moves. */
    @Test
    void nonDiscriminationRaisesWhatForeignersAreOwedToThatOfVictimsAtHome() {
        ScenarioBuilder builder = PostureRuns.scenario(PostureRuns.care(NO_EFFECT, 0, 0, 0));
        States states = new States(border(ElementValues.uniform(1)), StateLiability.NONE);
        for (double level : new double[] {0, 1}) {
            List<Adjustment> set = List.of(PostureRuns.set(DiligenceElement.NON_DISCRIMINATION, level));
            builder.policy("at " + level, ScenarioBuilder.strict(), List.of(), set, states);
        }
        RunResult result = TestRuns.run(builder.build(), 2);

        ConfidenceInterval damages =
                PostureRuns.difference(result, (variant, year) -> variant.sum(Measure.DAMAGES, year));
        assertThat(damages.low()).as("interval must exclude zero").isPositive();
        double owed = total(result, 1, Measure.DAMAGES) / (double) total(result, 1, Measure.HARM);
        assertThat(owed).as("foreigners claim as those at home").isCloseTo(0.9, within(0.01));
    }

    private static long total(RunResult result, int variant, Measure measure) {
        long total = 0;
        for (long ofOperation : result.variants().get(variant).operationTotals(measure)) {
            total += ofOperation;
        }
        return total;
    }

    @Test
    void informationExchangeLowersSecondaryIncidents() {
        ScenarioBuilder builder = PostureRuns.scenario(PostureRuns.care(MEASURES, 0, 0, 0));
        builder.threats.clear();
        builder.contagion = new Contagion(0.9, Contagion.Among.SECTOR, 20, 0.5);
        builder.threat("attack", 0.5, new Exponential(1e5));

        assertFalls(moved(builder, DiligenceElement.INFORMATION_EXCHANGE, RunResult.VariantResult::incidents));
    }

    @Test
    void riskAssessmentLowersIncidentsFromNewServicesAlone() {
        ScenarioBuilder builder = PostureRuns.scenario(PostureRuns.care(NO_EFFECT, 0, 0, 0));
        ElementValues ofNew = PostureRuns.effectOf(DiligenceElement.RISK_ASSESSMENT, 1.5);
        builder.threats.replaceAll(threat -> Threats.of(threat, null, 0.4, ofNew));

        assertFalls(moved(builder, DiligenceElement.RISK_ASSESSMENT, RunResult.VariantResult::incidents));
    }

    @Test
    void stateOfTheArtLowersHitsByProviders() {
        ScenarioBuilder builder = PostureRuns.scenario(PostureRuns.care(NO_EFFECT, 0, 0, 0));
        PostureRuns.cloud(builder, PostureRuns.effectOf(DiligenceElement.STATE_OF_THE_ART, 1.8));

        assertFalls(moved(builder, DiligenceElement.STATE_OF_THE_ART, RunResult.VariantResult::incidents));
    }
}
