package org.duecare.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.fund.FundLevy;
import org.duecare.fund.LiabilityFund;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.ScenarioBuilder;
import org.duecare.simulation.ScenarioCompiler;
import org.duecare.simulation.SimulationPlan;
import org.duecare.simulation.TestRuns;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.RatioEstimator;
import org.duecare.statistics.TrialColumn;
import org.duecare.statistics.TrialWeights;
import org.junit.jupiter.api.Test;

/** Failure of a fund and burden of cover, by arithmetic done by hand. */
class FundMeasuresTest {
    private static final double CENTS = 1e-9;

    private static Assessment.VariantAssessment assessed(ScenarioBuilder builder, LiabilityFund fund) {
        builder.operation("a", "a", 0.5, ScenarioBuilder.NONE, 1e6).operation("b", "b", 0.5, ScenarioBuilder.NONE, 3e7);
        builder.policy(
                "base",
                builder.diligence,
                ScenarioBuilder.strict(),
                null,
                List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS)),
                fund,
                List.of());
        CompiledScenario compiled = ScenarioCompiler.compile(builder.build());
        RunResult result = TestRuns.run(compiled, SimulationPlan.of(compiled, 1));
        return Assessor.assess(compiled, result, List.of(2.0), 1).variants().get(0);
    }

    @Test
    void ruinDepletionAndShortfallStandByYear() {
        // 300 at the start, levy 2 x 100: 500 for 2 x 100 in year 1; 500 again for 2 x 400 in year 2: 300 are missing.
        FundLevy levy = new FundLevy(FundLevy.Rule.EX_ANTE, FundLevy.Base.FLAT, 100);
        LiabilityFund fund = LiabilityFund.withBalance(300).levy(levy).build();
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 4;
        builder.years = 3;
        builder.event("fire", 1, 100).event("flood", 2, 400);
        Assessment.VariantAssessment variant = assessed(builder, fund);
        FundRisk risk =
                Objects.requireNonNull(Objects.requireNonNull(variant.fund()).risk());

        assertThat(risk.years().stream().map(year -> year.ruin().estimate()).toList())
                .containsExactly(0.0, 1.0, 1.0);
        assertThat(risk.years().stream()
                        .map(year -> year.depletion().estimate())
                        .toList())
                .containsExactly(0.0, 1.0, 1.0);
        assertThat(risk.years().stream()
                        .map(year -> year.shortfall().estimate())
                        .toList())
                .containsExactly(0.0, 300.0, 0.0);
        assertThat(risk.years().get(1).levelOfPayments().estimate()).isCloseTo(0.625, within(CENTS));
        assertThat(risk.years().get(2).levelOfPayments().estimate()).isNaN();
        assertThat(risk.yearsToDepletion().estimate()).isEqualTo(2.0);
        assertThat(risk.shortfallGivenProration().estimate()).isEqualTo(300.0);
    }

    @Test
    void burdenIsTheShareOfRevenueBySizeAndTerritory() {
        FundLevy levy = new FundLevy(FundLevy.Rule.EX_ANTE, FundLevy.Base.FLAT, 6_000);
        LiabilityFund fund = LiabilityFund.withBalance(0).levy(levy).build();
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 4;
        builder.years = 2;
        builder.event("fire", 1, 100);
        Burden burden = Objects.requireNonNull(assessed(builder, fund).burden());

        assertThat(burden.groups().stream().map(Burden.Group::name).toList())
                .containsExactly("all", "micro", "medium", "DE");
        assertThat(burden.groups().stream()
                        .map(group -> group.share().estimate())
                        .toList())
                .containsExactly(12_000 / 3.1e7, 0.006, 0.0002, 12_000 / 3.1e7);
        assertThat(burden.groups().get(0).contributions().low()).isEqualTo(12_000.0);
    }

    @Test
    void quotientHasTheErrorOfItsInfluenceValues() {
        // 1, 2, 3 over 2, 2, 2: influence values -1, 0, 1; error sqrt(2 x 3 / 2) / 6; t with 2 degrees of freedom
        // 4.302653.
        ConfidenceInterval ratio = RatioEstimator.of(
                List.of(TrialColumn.of(new long[] {1, 2, 3})),
                List.of(TrialColumn.of(new long[] {2, 2, 2})),
                TrialWeights.UNIFORM);

        assertThat(ratio.estimate()).isEqualTo(1.0);
        assertThat(ratio.high()).isCloseTo(1 + 4.302653 * Math.sqrt(3) / 6, within(1e-6));
        assertThat(ratio.low()).isCloseTo(1 - 4.302653 * Math.sqrt(3) / 6, within(1e-6));
        assertThat(RatioEstimator.of(
                                List.of(TrialColumn.of(new long[] {1})),
                                List.of(TrialColumn.of(new long[] {0})),
                                TrialWeights.UNIFORM)
                        .reason())
                .isNotNull();
    }
}
