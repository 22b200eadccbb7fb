package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessor;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.distribution.Exponential;
import org.duecare.fund.FundBuilder;
import org.duecare.fund.FundCall;
import org.duecare.fund.FundLevy;
import org.duecare.fund.FundLoan;
import org.duecare.fund.LiabilityFund;
import org.duecare.settlement.Measure;
import org.junit.jupiter.api.Test;

/** Calls, loans, refunds and levies of every kind, by arithmetic done by hand. */
class FundClockTest {
    private static final double NONE = ScenarioBuilder.NONE;

    private static FundCall call(double perOperator, double annualCap, double defaultShare, int timeBar) {
        return new FundCall(FundCall.Rule.RETROSPECTIVE, perOperator, annualCap, defaultShare, timeBar);
    }

    private static ScenarioBuilder world(int years, FundBuilder terms) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 2;
        builder.years = years;
        builder.operation("a", "a", 0.5, NONE, 1e6).operation("b", "b", 0.5, NONE, 3e6);
        Layer state = ScenarioBuilder.layer(Payer.STATE, 0, 1e9, NONE);
        builder.policy(
                "base",
                builder.diligence,
                ScenarioBuilder.strict(),
                null,
                List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS), state),
                terms.build(),
                List.of());
        return builder;
    }

    private static List<Double> years(RunResult result, Measure measure) {
        List<Double> amounts = new ArrayList<>();
        for (int year = 1; year <= result.scenario().years(); year++) {
            boolean live = result.variants().get(0).measures().contains(measure);
            amounts.add(live ? TestRuns.sums(result, 0, measure, year)[0] : 0);
        }
        return amounts;
    }

    private static RunResult.FundPath path(RunResult result) {
        return Objects.requireNonNull(result.variants().get(0).fund());
    }

    private static List<Double> balances(RunResult result) {
        List<Double> amounts = new ArrayList<>();
        for (int year = 1; year <= result.scenario().years(); year++) {
            amounts.add(TestRuns.cents(path(result).balance(year))[0] / 100.0);
        }
        return amounts;
    }

    @Test
    void callArrivesFromTheNextYearUnderItsAnnualCap() {
        // Claims 2 x 400 against a balance of 200: 600 are called, 100 each a year: 200, 200, 200.
        FundBuilder terms = LiabilityFund.withBalance(0);
        terms.initial(200);
        terms.call(call(1_000, 100, 0, 1_000));
        ScenarioBuilder builder = world(5, terms);
        builder.event("flood", 1, 400);
        RunResult result = TestRuns.run(builder.build(), 1);
        RunResult.CallPath calls = Objects.requireNonNull(path(result).calls());

        assertThat(years(result, Measure.FUND)).containsExactly(800.0, 0.0, 0.0, 0.0, 0.0);
        assertThat(years(result, Measure.CALLS)).containsExactly(0.0, 200.0, 200.0, 200.0, 0.0);
        assertThat(TestRuns.cents(calls.carried(1))).containsOnly(60_000);
        assertThat(TestRuns.cents(calls.carried(3))).containsOnly(20_000);
        assertThat(TestRuns.cents(calls.cash(1))).containsOnly(20_000);
        assertThat(TestRuns.cents(calls.cash(4))).containsOnly(20_000);
        assertThat(TestRuns.cents(path(result).proration(1))).containsOnly(0);
        assertThat(balances(result)).containsOnly(0.0);
        assertThat(result.variants().get(0).operationTotals(Measure.CALLS)).containsExactly(2 * 30_000, 2 * 30_000);
    }

    @Test
    void sameYearCallArrivesAtOnce() {
        FundBuilder terms = LiabilityFund.withBalance(0);
        terms.call(call(1_000, 100, 0, 1_000));
        terms.sameYear(true);
        ScenarioBuilder builder = world(2, terms);
        builder.event("flood", 1, 150);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(years(result, Measure.CALLS)).containsExactly(200.0, 100.0);
    }

    @Test
    void laterCallsWaitForEarlierOnes() {
        FundBuilder terms = LiabilityFund.withBalance(0);
        terms.call(call(1_000, 100, 0, 1_000));
        ScenarioBuilder builder = world(5, terms);
        builder.event("flood", 1, 150).event("fire", 2, 100);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(years(result, Measure.CALLS)).containsExactly(0.0, 200.0, 200.0, 100.0, 0.0);
        assertThat(years(result, Measure.FUND)).containsExactly(300.0, 200.0, 0.0, 0.0, 0.0);
    }

    @Test
    void whatIsBeyondTheCallPassesOnAndWhatIsUnpaidAtTheHorizonGoesToNobody() {
        // Granted: 2 x 300; the horizon lets in 2 x 100 a year for two years; 400 above the call fall to the state.
        FundBuilder terms = LiabilityFund.withBalance(0);
        terms.call(call(300, 100, 0, 1_000));
        ScenarioBuilder builder = world(3, terms);
        builder.event("flood", 1, 500);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(years(result, Measure.FUND)).containsExactly(400.0, 0.0, 0.0);
        assertThat(years(result, Measure.STATE)).containsExactly(400.0, 0.0, 0.0);
        assertThat(years(result, Measure.UNCOMPENSATED)).containsExactly(200.0, 0.0, 0.0);
        assertThat(TestRuns.cents(path(result).proration(1))).containsOnly(1);
    }

    @Test
    void timeBarEndsACall() {
        FundBuilder terms = LiabilityFund.withBalance(0);
        terms.call(call(1_000, 100, 0, 2));
        ScenarioBuilder builder = world(6, terms);
        builder.event("flood", 1, 400);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(years(result, Measure.CALLS)).containsExactly(0.0, 200.0, 200.0, 0.0, 0.0, 0.0);
        assertThat(years(result, Measure.UNCOMPENSATED).get(0)).isEqualTo(400.0);
    }

    @Test
    void defaultingMembersBringLess() {
        FundBuilder terms = LiabilityFund.withBalance(0);
        terms.call(call(100, NONE, 0.25, 1_000));
        ScenarioBuilder builder = world(2, terms);
        builder.event("flood", 1, 400);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(years(result, Measure.FUND).get(0)).isEqualTo(150.0);
        assertThat(years(result, Measure.STATE).get(0)).isEqualTo(650.0);
    }

    @Test
    void unlimitedCallInTheSameYearKnowsNoShortage() {
        FundBuilder terms = LiabilityFund.withBalance(0);
        terms.call(call(NONE, NONE, 0, 1_000));
        terms.sameYear(true);
        ScenarioBuilder builder = world(3, terms);
        builder.trials = 2_000;
        builder.threat("attack", 2, new Exponential(1e6));
        RunResult result = TestRuns.run(builder.build(), 2);

        for (int year = 1; year <= 3; year++) {
            assertThat(TestRuns.cents(path(result).proration(year))).containsOnly(0);
            assertThat(TestRuns.cents(result.variants().get(0).sum(Measure.UNCOMPENSATED, year)))
                    .containsOnly(0);
            assertThat(TestRuns.cents(result.variants().get(0).sum(Measure.CALLS, year)))
                    .isEqualTo(TestRuns.cents(result.variants().get(0).sum(Measure.HARM, year)));
        }
    }

    @Test
    void loanBridgesAndIsRepaidWithInterestBySurchargedLevies() {
        // Levy 400; claims 1,000 in year 1: 600 are borrowed; 10 % interest, surcharge a quarter: -660 + 500 = -160.
        FundBuilder terms = LiabilityFund.withBalance(0);
        terms.levy(new FundLevy(FundLevy.Rule.EX_ANTE, FundLevy.Base.FLAT, 200));
        terms.loan(new FundLoan(700, 0.1, 0.25));
        ScenarioBuilder builder = world(3, terms);
        builder.event("flood", 1, 500);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(balances(result)).containsExactly(-600.0, -160.0, 324.0);
        assertThat(years(result, Measure.LEVY)).containsExactly(400.0, 500.0, 500.0);
        assertThat(years(result, Measure.FUND).get(0)).isEqualTo(1_000.0);
    }

    @Test
    void refundGoesBackAboveTheStatedBalance() {
        FundBuilder terms = LiabilityFund.withBalance(0);
        terms.initial(1_000);
        terms.interestPerYear(0.1);
        terms.refundAbove(1_050);
        ScenarioBuilder builder = world(2, terms);
        builder.event("nothing much", 1, 0.01);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(balances(result)).containsExactly(1_050.0, 1_050.0);
    }

    @Test
    void leviesFollowUnitsThresholdsFloorsCapsAndPosture() {
        FundLevy byTonnes =
                new FundLevy(FundLevy.Rule.EX_ANTE, FundLevy.Base.UNIT, 0.004, "oilTonnes", 150_000, 700, 5_000, 0);
        assertThat(byTonnes.of(150_000, 0)).isZero();
        assertThat(byTonnes.of(160_000, 0)).isEqualTo(700);
        assertThat(byTonnes.of(1e6, 0)).isEqualTo(4_000);
        assertThat(byTonnes.of(1e7, 0)).isEqualTo(5_000);

        FundLevy graded = new FundLevy(FundLevy.Rule.EX_ANTE, FundLevy.Base.REVENUE, 1e-3, null, 0, 0, NONE, 2);
        assertThat(graded.of(1e6, 0.1)).isCloseTo(1_200, within(1e-9));
    }

    @Test
    void oneYearFundEqualsAStopLoss() {
        // What the fund cannot pay of a year is the excess of the claims over its money, trial by trial.
        FundBuilder terms = LiabilityFund.withBalance(0);
        terms.initial(3e6);
        ScenarioBuilder builder = world(1, terms);
        builder.trials = 4_000;
        builder.threat("attack", 1, new Exponential(1e6));
        RunResult result = TestRuns.run(builder.build(), 2);
        double[] harm = TestRuns.sums(result, 0, Measure.HARM, 1);
        double[] beyond = TestRuns.sums(result, 0, Measure.STATE, 1);

        assertThat(java.util.Arrays.stream(harm).max().orElseThrow()).isGreaterThan(3e6);
        for (int t = 0; t < harm.length; t++) {
            assertThat(beyond[t]).isCloseTo(Math.max(0, harm[t] - 3e6), within(1e-6));
        }
    }

    @Test
    void classesArePaidOneAfterTheOtherAndTheStateLast() {
        // Claims of 800 against 300: people 200 of 200, firms 100 of 200, the state nothing of 400.
        List<LiabilityFund.ClaimClass> classes = List.of(
                new LiabilityFund.ClaimClass("people", 0.25),
                new LiabilityFund.ClaimClass("firms", 0.25),
                new LiabilityFund.ClaimClass("state", 0.5));
        LiabilityFund fund = LiabilityFund.withBalance(300)
                .shortage(LiabilityFund.Shortage.PRIORITY)
                .priority(classes)
                .build();
        ScenarioBuilder builder = world(1, LiabilityFund.withBalance(0));
        builder.policies.clear();
        builder.policy(
                "base",
                builder.diligence,
                ScenarioBuilder.strict(),
                null,
                List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS)),
                fund,
                List.of());
        builder.event("flood", 1, 400);
        CompiledScenario compiled = ScenarioCompiler.compile(builder.build());
        RunResult result = TestRuns.run(compiled, SimulationPlan.of(compiled, 1));
        Assessment.FundAssessment assessed = Objects.requireNonNull(Assessor.assess(compiled, result, List.of(2.0), 1)
                .variants()
                .get(0)
                .fund());

        assertThat(assessed.classes())
                .containsExactly(
                        new Assessment.ClassLevel("people", 0.25, 1),
                        new Assessment.ClassLevel("firms", 0.25, 0.5),
                        new Assessment.ClassLevel("state", 0.5, 0));
    }
}
