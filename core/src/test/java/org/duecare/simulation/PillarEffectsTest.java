package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.Assurance.Evidence;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Pillars;
import org.duecare.distribution.Exponential;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.threat.Contagion;
import org.duecare.threat.ThreatType;
import org.junit.jupiter.api.Test;

/** Each pillar pulled alone, on the same history, moves the outcome that it is there for. */
class PillarEffectsTest {
    private static final ElementValues MEASURES = PostureRuns.effectOf(DiligenceElement.NECESSARY_MEASURES, 1.6);
    private static final Diligence CARE = PostureRuns.care(MEASURES, 0, 0, 0);

    private static void assertFalls(ConfidenceInterval difference) {
        assertThat(difference.estimate()).isNegative();
        assertThat(difference.high()).as("interval must exclude zero").isNegative();
    }

    @Test
    void capacityLowersIncidents() {
        Pillars pillars = new Pillars(null, 0.02, 1, 1, 0, 0);
        RunResult result = PostureRuns.pillarOffAndOn(PostureRuns.scenario(CARE), pillars);

        assertFalls(PostureRuns.difference(result, RunResult.VariantResult::incidents));
        assertThat(result.variants().get(1).posture(10, 0)
                        - result.variants().get(0).posture(10, 0))
                .as("nine years of 0.02 on one of nine elements")
                .isCloseTo(9 * 0.02 / 9, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void certificationLowersFindingsAgainstThoseWhoMeetTheStandard() {
        Diligence care = new Diligence(
                CARE.vulnerability(),
                CARE.standard(),
                0,
                0,
                0,
                0,
                0,
                CARE.upkeep(),
                null,
                0,
                new Assurance(Evidence.NONE, new Evidence(0.7, 0), Evidence.NONE));
        ScenarioBuilder builder = PostureRuns.scenario(care);
        builder.operations.clear();
        builder.operation("careful", 0.6).operation("other", 0.6);
        Pillars pillars = new Pillars(new Pillars.Certification(1, Assurance.Level.SUBSTANTIAL), 0, 1, 1, 0, 0);
        RunResult result = PostureRuns.pillarOffAndOn(builder, pillars);

        assertFalls(PostureRuns.difference(result, RunResult.VariantResult::breaches));
        // P(liable) = 1 - Phi(0.1 / (0.1 x 0.7)) = 0.0765637 against 1 - Phi(1) = 0.1586553.
        assertThat(shareLiable(result, 0)).isCloseTo(0.1586553, within(5e-3));
        assertThat(shareLiable(result, 1)).isCloseTo(0.0765637, within(5e-3));
    }

    private static double shareLiable(RunResult result, int variant) {
        RunResult.VariantResult of = result.variants().get(variant);
        return Arrays.stream(of.operationBreaches()).sum()
                / (double) Arrays.stream(of.operationIncidents()).sum();
    }

    @Test
    void presumptionExcusesShortfallsUpToItsSizeWithoutNoise() {
        Diligence care = new Diligence(
                CARE.vulnerability(),
                CARE.standard(),
                0,
                0,
                0,
                0,
                0,
                CARE.upkeep(),
                null,
                0,
                new Assurance(Evidence.NONE, Evidence.NONE, new Evidence(0, 0.1)));
        ScenarioBuilder builder = PostureRuns.scenario(care);
        builder.operations.clear();
        builder.operation("nearly", 0.45).operation("far", 0.3);
        RunResult result = PostureRuns.pillarOffAndOn(
                builder, new Pillars(new Pillars.Certification(1, Assurance.Level.HIGH), 0, 1, 1, 0, 0));
        long[] incidents = result.variants().get(1).operationIncidents();
        long[] breaches = result.variants().get(1).operationBreaches();
        int far = result.operations().get(0).operation().equals("far") ? 0 : 1;

        assertThat(breaches[far]).as("shortfall 0.2 beyond the presumption").isEqualTo(incidents[far]);
        assertThat(breaches[1 - far]).as("shortfall 0.05 within it").isZero();
    }

    @Test
    void guidanceLowersFindingsAgainstThoseWhoMeetTheStandard() {
        ScenarioBuilder builder = PostureRuns.scenario(CARE);
        builder.operations.clear();
        builder.operation("careful", 0.6);
        RunResult result = PostureRuns.pillarOffAndOn(builder, new Pillars(null, 0, 0.5, 1, 0, 0));

        assertFalls(PostureRuns.difference(result, RunResult.VariantResult::breaches));
    }

    @Test
    void awarenessLowersTheAttemptsThatWorkThroughAPerson() {
        ScenarioBuilder builder = PostureRuns.scenario(CARE);
        ThreatType machines = builder.threats.get(0);
        builder.threats.set(0, throughPersons(machines, "fraud", 0.6));
        Pillars pillars = new Pillars(null, 0, 1, 0.8, 0, 0);
        RunResult result = PostureRuns.pillarOffAndOn(builder, pillars);
        ConfidenceInterval difference = PostureRuns.difference(result, RunResult.VariantResult::incidents);

        assertFalls(difference);
        double before = result.variants().get(0).operationIncidents()[0];
        double after = result.variants().get(1).operationIncidents()[0];
        double sd = Math.sqrt(0.12 * 0.88 / before);
        assertThat(after / before).as("1 - 0.6 x 0.2").isBetween(0.88 - 4.9 * sd, 0.88 + 4.9 * sd);
    }

    private static ThreatType throughPersons(ThreatType like, String type, double humanElement) {
        return new ThreatType(
                type,
                List.of(),
                like.incidentsPerYear(),
                null,
                like.counts(),
                like.referencePosture(),
                1e8,
                0,
                0,
                null,
                null,
                0,
                0,
                like.changeEffect(),
                new Exponential(1e5),
                null,
                1.0,
                null,
                1,
                like.stateBackedShare(),
                humanElement,
                List.of(),
                "test",
                "assumption");
    }

    @Test
    void communicationRaisesInformationExchangeYearByYear() {
        ElementValues effect = PostureRuns.effectOf(DiligenceElement.INFORMATION_EXCHANGE, 0.5);
        ScenarioBuilder builder = PostureRuns.scenario(PostureRuns.care(effect, 0, 0, 0));
        RunResult result = PostureRuns.pillarOffAndOn(builder, new Pillars(null, 0, 1, 1, 0.03, 0));

        assertFalls(PostureRuns.difference(result, RunResult.VariantResult::incidents));
        assertThat(TestRuns.cents(result.variants().get(1).incidents(1)))
                .isEqualTo(TestRuns.cents(result.variants().get(0).incidents(1)));
    }

    @Test
    void communicationLowersSecondaryIncidents() {
        ScenarioBuilder builder = PostureRuns.scenario(CARE);
        builder.threats.clear();
        builder.contagion = new Contagion(0.9, Contagion.Among.SECTOR, 20, 0.5);
        builder.threat("attack", 0.5, new Exponential(1e5));

        assertFalls(PostureRuns.difference(
                PostureRuns.pillarOffAndOn(builder, new Pillars(null, 0, 1, 1, 0.03, 0)),
                RunResult.VariantResult::incidents));
    }

    @Test
    void synergyContainsEventsOfProviders() {
        ScenarioBuilder builder = PostureRuns.scenario(CARE);
        PostureRuns.cloud(builder, ElementValues.uniform(0));

        assertFalls(PostureRuns.difference(
                PostureRuns.pillarOffAndOn(builder, new Pillars(null, 0, 1, 1, 0, 0.3)),
                RunResult.VariantResult::incidents));
    }
}
