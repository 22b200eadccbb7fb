package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.distribution.Exponential;
import org.duecare.fund.FundLevy;
import org.duecare.fund.LiabilityFund;
import org.duecare.settlement.Measure;
import org.junit.jupiter.api.Test;

/** The fund's clock and its shortage, by stated events whose arithmetic is done by hand. */
class FundTest {
    private static final double NONE = ScenarioBuilder.NONE;

    private static ScenarioBuilder world(int years, LiabilityFund fund, List<Layer> layers) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 3;
        builder.years = years;
        builder.operation("a", "a", 0.5, NONE, 1e6).operation("b", "b", 0.5, NONE, 3e6);
        builder.policy("base", builder.diligence, ScenarioBuilder.strict(), null, layers, fund, List.of());
        return builder;
    }

    private static long first(RunResult result, Measure measure, int year) {
        return TestRuns.cents(result.variants().get(0).sum(measure, year))[0];
    }

    private static RunResult.FundPath path(RunResult result) {
        return Objects.requireNonNull(result.variants().get(0).fund());
    }

    @Test
    void clockRunsInterestLevyClaimsExpenses() {
        // Opening 1,000.00; 5 % interest; levy 1e-4 of revenue 4e6 = 400; claims 2 x 300; expenses 100.
        FundLevy levy = new FundLevy(FundLevy.Rule.EX_ANTE, FundLevy.Base.REVENUE, 1e-4);
        LiabilityFund fund = LiabilityFund.withBalance(1_000)
                .levy(levy)
                .interestPerYear(0.05)
                .expensesPerYear(100)
                .build();
        ScenarioBuilder builder = world(2, fund, List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS)));
        builder.event("flood", 1, 300);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(first(result, Measure.FUND, 1)).isEqualTo(60_000);
        assertThat(TestRuns.cents(path(result).balance(1))[0]).isEqualTo(100_000 + 5_000 + 40_000 - 60_000 - 10_000);
        assertThat(TestRuns.cents(path(result).balance(2))[0]).isEqualTo(75_000 + 3_750 + 40_000 - 10_000);
        assertThat(result.variants().get(0).operationTotals(Measure.LEVY)).containsExactly(3 * 20_000, 3 * 60_000);
    }

    @Test
    void lastLevyIsCutToTheTarget() {
        FundLevy levy = new FundLevy(FundLevy.Rule.EX_ANTE, FundLevy.Base.FLAT, 100);
        LiabilityFund fund =
                LiabilityFund.withBalance(250).target(500).levy(levy).build();
        ScenarioBuilder builder = world(3, fund, List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS)));
        builder.event("nothing much", 1, 0.01);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(first(result, Measure.LEVY, 1)).isEqualTo(20_000);
        assertThat(first(result, Measure.LEVY, 2)).isEqualTo(5_002);
        assertThat(first(result, Measure.LEVY, 3)).isZero();
        assertThat(TestRuns.cents(path(result).balance(3))[0]).isEqualTo(50_000);
    }

    @Test
    void shortageIsSharedByClaimsAndPassedOn() {
        // Claims 2 x 300 against 100.01: 50.01 and 50.00 by largest remainder, the state stands behind with 150 an
        // event.
        LiabilityFund fund = LiabilityFund.withBalance(100.01).build();
        List<Layer> layers =
                List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS), ScenarioBuilder.layer(Payer.STATE, 0, 150, NONE));
        ScenarioBuilder builder = world(1, fund, layers);
        builder.event("flood", 1, 300);
        RunResult result = TestRuns.run(builder.build(), 1);
        RunResult.VariantResult variant = result.variants().get(0);

        assertThat(variant.operationTotals(Measure.FUND)).containsExactly(3 * 5_001, 3 * 5_000);
        assertThat(first(result, Measure.STATE, 1)).isEqualTo(15_000);
        assertThat(first(result, Measure.UNCOMPENSATED, 1)).isEqualTo(60_000 - 10_001 - 15_000);
        assertThat(TestRuns.cents(path(result).proration(1))).containsOnly(1);
    }

    @Test
    void annualLimitThatBindsIsNoProrationForLackOfMoney() {
        LiabilityFund fund = LiabilityFund.withBalance(1e6).annualLimit(200).build();
        ScenarioBuilder builder = world(1, fund, List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS)));
        builder.event("flood", 1, 300);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(first(result, Measure.FUND, 1)).isEqualTo(20_000);
        assertThat(TestRuns.cents(path(result).proration(1))).containsOnly(0);
    }

    @Test
    void eventLimitHoldsForTheSumOverOperations() {
        LiabilityFund fund = LiabilityFund.withBalance(1e6).perEventLimit(450).build();
        ScenarioBuilder builder = world(1, fund, List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS)));
        builder.event("flood", 1, 300).event("fire", 1, 100);
        RunResult result = TestRuns.run(builder.build(), 1);
        RunResult.VariantResult variant = result.variants().get(0);

        assertThat(first(result, Measure.FUND, 1)).isEqualTo(45_000 + 20_000);
        assertThat(TestRuns.cents(Objects.requireNonNull(variant.max(Measure.FUND, 1))))
                .containsOnly(45_000);
        assertThat(TestRuns.cents(Objects.requireNonNull(variant.max(Measure.HARM, 1))))
                .containsOnly(60_000);
    }

    @Test
    void depletedFundCarriesItsEmptinessIntoLaterYears() {
        ScenarioBuilder builder =
                world(5, ScenarioBuilder.fund(1e5, NONE, 1e-3, NONE), List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS)));
        builder.trials = 4_000;
        builder.threat("attack", 0.5, new Exponential(2e5));
        RunResult result = TestRuns.run(builder.build(), 2);
        long short1 = count(path(result), 1);
        long short5 = count(path(result), 5);

        assertThat(short1).isPositive();
        assertThat(short5).isGreaterThan(short1);
    }

    private static long count(RunResult.FundPath path, int year) {
        long sum = 0;
        for (long flag : TestRuns.cents(path.proration(year))) {
            sum += flag;
        }
        return sum;
    }

    @Test
    void netAssetsAreDrawnOnInOrderOfTime() {
        // Two operations of one operator, two events of 60 harm each: own 100; first event 120 > 100 left.
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 2;
        builder.operation("a1", "a", 0.5, 50, 1e6).operation("a2", "a", 0.5, 50, 1e6);
        builder.policy("base", ScenarioBuilder.strict(), List.of(Layer.of(Payer.OPERATOR, Layer.Kind.NET_ASSETS)));
        builder.event("one", 1, 60);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(result.variants().get(0).operationTotals(Measure.OPERATOR)).containsExactly(2 * 6_000, 2 * 4_000);
        assertThat(first(result, Measure.UNCOMPENSATED, 1)).isEqualTo(2_000);
    }
}
