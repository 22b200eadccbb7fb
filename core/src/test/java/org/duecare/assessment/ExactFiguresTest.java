package org.duecare.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.duecare.assessment.Assessment.Exact;
import org.duecare.assessment.Assessment.ExactPoint;
import org.duecare.assessment.Assessment.MeasureAssessment;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.distribution.Binomial;
import org.duecare.distribution.Exponential;
import org.duecare.distribution.GammaLaw;
import org.duecare.distribution.Lognormal;
import org.duecare.distribution.Lomax;
import org.duecare.liability.Liability;
import org.duecare.settlement.Measure;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.ScenarioBuilder;
import org.duecare.simulation.SimulationPlan;
import org.duecare.simulation.TestRuns;
import org.duecare.threat.ThreatType;
import org.junit.jupiter.api.Test;

/**
 * The exact engine beside whole runs: means within 4 standard errors, points of the curve within 5 (the error of a quantile
 * is itself estimated). Some 30 means and 60 points alarm falsely with at most 30 x 6.4e-5 + 60 x 5.8e-7 = 0.2 %.
 */
class ExactFiguresTest {
    private static final double NONE = ScenarioBuilder.NONE;
    private static final double MEAN_BOUND = 4;
    private static final double POINT_BOUND = 5;
    private static final double UNIT = 1e5;
    private static final List<Double> PERIODS = List.of(2.0, 10.0, 100.0);

    private static Assessment.VariantAssessment assessed(ScenarioBuilder builder) {
        builder.trials = 40_000;
        CompiledScenario compiled = builder.compile();
        RunResult result = TestRuns.run(compiled, SimulationPlan.of(compiled, 2));
        return Assessor.assess(compiled, result, PERIODS, 2).variants().get(0);
    }

    private static MeasureAssessment of(Assessment.VariantAssessment variant, Measure measure) {
        return variant.annual().stream()
                .filter(entry -> entry.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    /** The exact figures of a measure, which must agree with the simulated ones. */
    private static Exact agreed(Assessment.VariantAssessment variant, Measure measure, boolean law) {
        MeasureAssessment entry = of(variant, measure);
        Exact exact = Objects.requireNonNull(entry.exact(), measure.key());
        assertThat(Math.abs(exact.differenceInStandardErrors()))
                .as(measure.key() + " mean " + exact.mean() + " simulated " + entry.mean())
                .isLessThan(MEAN_BOUND);
        assertThat(exact.aep()).as(measure.key()).hasSize(law ? PERIODS.size() : 0);
        for (ExactPoint point : exact.aep()) {
            if (!Double.isNaN(point.differenceInStandardErrors())) {
                assertThat(Math.abs(point.differenceInStandardErrors()))
                        .as(measure.key() + " " + point + " of "
                                + entry.curves().get(0))
                        .isLessThan(POINT_BOUND);
            }
        }
        if (law) {
            assertThat(entry.sd() / exact.sd()).isCloseTo(1, within(0.1));
        }
        return exact;
    }

    private static ScenarioBuilder one() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.operation("acme", "acme", 0.5, NONE, 1e8);
        return builder;
    }

    private static Layer insurer(double deductible, double limit, double annual) {
        return new Layer(Payer.INSURER, Layer.Kind.TERMS, deductible, limit, 0, annual, 1, null);
    }

    @Test
    void anAnnualLimitOfOneOperation() {
        ScenarioBuilder builder = one();
        builder.threat("outage", 2, new Lognormal(11, 1));
        builder.policy("base", ScenarioBuilder.strict(), List.of(insurer(3e4, 2e5, 3e5)));
        Assessment.VariantAssessment base = assessed(builder);

        Exact harm = agreed(base, Measure.HARM, true);
        Exact paid = agreed(base, Measure.INSURER, true);
        assertThat(paid.method()).isEqualTo(ExactFigures.ENGINE);
        assertThat(paid.aep().get(2).loss()).isCloseTo(3e5, within(1e-6));
        Exact left = agreed(base, Measure.UNCOMPENSATED, false);
        assertThat(left.mean()).isCloseTo(harm.mean() - paid.mean(), within(1e-6));
    }

    @Test
    void whoIsLiableByANoisyCourtForTheHarmOfTheShortfall() {
        ScenarioBuilder builder = one();
        builder.diligence = ScenarioBuilder.diligence(0.02, 2, 0.7, 0);
        builder.threat("outage", 3, new GammaLaw(2, UNIT));
        builder.threat("breach", 1, new Lomax(3.5, 3 * UNIT));
        Liability rule = ScenarioBuilder.liability(Liability.Rule.NEGLIGENCE, 0.2, Liability.Causation.BUT_FOR);
        builder.policy("base", rule, List.of(insurer(UNIT, 4 * UNIT, 6 * UNIT)));
        Assessment.VariantAssessment base = assessed(builder);

        agreed(base, Measure.HARM, true);
        agreed(base, Measure.DAMAGES, true);
        agreed(base, Measure.INSURER, true);
    }

    @Test
    void countsWithACommonLevelAreNegativeBinomial() {
        ScenarioBuilder builder = one();
        builder.diligence = ScenarioBuilder.diligence(0.02, 1, 0.6, 0);
        ThreatType.Mixing mixing = new ThreatType.Mixing(
                ThreatType.Mixing.LevelLaw.GAMMA, 0.8, ThreatType.Mixing.Scope.OPERATION, null, 0);
        builder.threat("outage", 4.0, null, new Exponential(UNIT), null, 1.0, mixing);
        builder.policy("base", ScenarioBuilder.strict(), List.of(insurer(0, 3 * UNIT, NONE)));
        Assessment.VariantAssessment base = assessed(builder);

        agreed(base, Measure.HARM, true);
        agreed(base, Measure.INSURER, true);
    }

    @Test
    void ownCountsAreThinnedByCare() {
        ScenarioBuilder builder = one();
        builder.diligence = ScenarioBuilder.diligence(0.02, 2, 0.6, 0);
        builder.counted("outage", new Binomial(6, 0.7), new Exponential(UNIT));
        builder.policy("base", ScenarioBuilder.strict(), List.of(insurer(0, 2 * UNIT, 3 * UNIT)));
        Assessment.VariantAssessment base = assessed(builder);

        agreed(base, Measure.HARM, true);
        agreed(base, Measure.INSURER, true);
    }

    @Test
    void independentOperationsAreSummedAndTheirAnnualLimitsHoldEachByItself() {
        ScenarioBuilder builder = one();
        builder.operation("bolt", "bolt", 0.5, NONE, 3e8);
        builder.operation("crux", "crux", 0.5, NONE, 2e8);
        builder.threat("outage", 1, new Lognormal(11, 1.2));
        builder.policy("base", ScenarioBuilder.strict(), List.of(insurer(2e4, 2e5, 3e5)));
        Assessment.VariantAssessment base = assessed(builder);

        agreed(base, Measure.HARM, true);
        agreed(base, Measure.INSURER, false);
        agreed(base, Measure.UNCOMPENSATED, false);
    }

    @Test
    void sharesAndTheLayerAboveThem() {
        ScenarioBuilder builder = one();
        builder.threat("outage", 2, new Exponential(UNIT));
        Layer shared = new Layer(Payer.INSURER, Layer.Kind.TERMS, 2e4, 2e5, 0, NONE, 0.8, null);
        Layer own = new Layer(Payer.OPERATOR, Layer.Kind.TERMS, 1e4, 5e5, 0, NONE, 1, null);
        builder.policy("base", ScenarioBuilder.strict(), List.of(shared, own));
        Assessment.VariantAssessment base = assessed(builder);

        agreed(base, Measure.INSURER, true);
        Exact retained = Objects.requireNonNull(of(base, Measure.OPERATOR).exact());
        assertThat(retained.method()).isEqualTo("closed form");
        agreed(base, Measure.OPERATOR, false);
        agreed(base, Measure.UNCOMPENSATED, false);
    }

    @Test
    void nothingIsClaimedWhereOperationsAreCoupledOrYearsDiffer() {
        ScenarioBuilder builder = one();
        builder.years = 2;
        builder.operation("bolt", "bolt", 0.5, NONE, 3e8);
        ThreatType.Mixing shared =
                new ThreatType.Mixing(ThreatType.Mixing.LevelLaw.GAMMA, 0.8, ThreatType.Mixing.Scope.ALL, null, 0);
        builder.threat("outage", 4.0, null, new Exponential(UNIT), null, 1.0, shared);
        builder.policy("base", ScenarioBuilder.strict(), List.of(insurer(0, 3 * UNIT, 4 * UNIT)));
        Assessment.VariantAssessment base = assessed(builder);

        agreed(base, Measure.HARM, false);
        assertThat(of(base, Measure.INSURER).exact()).isNull();
    }
}
