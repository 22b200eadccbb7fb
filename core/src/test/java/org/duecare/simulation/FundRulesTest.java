package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessor;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.Exponential;
import org.duecare.distribution.LossLaw;
import org.duecare.fund.Contribution;
import org.duecare.fund.FundCall;
import org.duecare.fund.FundLevy;
import org.duecare.fund.LiabilityFund;
import org.duecare.fund.Provisional;
import org.duecare.operation.Operation;
import org.duecare.quantity.InvalidValueException;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Provisional levels, defaults of single members, deferred levies and contributions, by arithmetic done by hand. */
class FundRulesTest {
    private static final double NONE = ScenarioBuilder.NONE;

    private static LiabilityFund fund(
            double initial,
            double annualLimit,
            @Nullable FundLevy levy,
            @Nullable FundCall call,
            @Nullable Provisional provisional,
            double interest) {
        return LiabilityFund.withBalance(initial)
                .levy(levy)
                .annualLimit(annualLimit)
                .interestPerYear(interest)
                .shortage(provisional == null ? LiabilityFund.Shortage.PRO_RATA : LiabilityFund.Shortage.PROVISIONAL)
                .call(call)
                .provisional(provisional)
                .build();
    }

    private static ScenarioBuilder world(int years, LiabilityFund... funds) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 2;
        builder.years = years;
        builder.operation("a", "a", 0.5, NONE, 1e6).operation("b", "b", 0.5, NONE, 3e6);
        for (LiabilityFund fund : funds) {
            builder.policy(
                    "v" + builder.policies.size(),
                    builder.diligence,
                    ScenarioBuilder.strict(),
                    null,
                    List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS)),
                    fund,
                    List.of());
        }
        return builder;
    }

    private static List<Double> years(RunResult result, int v, Measure measure) {
        List<Double> amounts = new ArrayList<>();
        for (int year = 1; year <= result.scenario().years(); year++) {
            amounts.add(TestRuns.sums(result, v, measure, year)[0]);
        }
        return amounts;
    }

    private static List<Double> cash(RunResult result, int v) {
        List<Double> amounts = new ArrayList<>();
        RunResult.CallPath path = Objects.requireNonNull(
                Objects.requireNonNull(result.variants().get(v).fund()).calls());
        for (int year = 1; year <= result.scenario().years(); year++) {
            amounts.add(TestRuns.cents(path.cash(year))[0] / 100.0);
        }
        return amounts;
    }

    private static List<Double> balances(RunResult result, int v) {
        List<Double> amounts = new ArrayList<>();
        for (int year = 1; year <= result.scenario().years(); year++) {
            amounts.add(TestRuns.cents(
                            Objects.requireNonNull(result.variants().get(v).fund())
                                    .balance(year))[0]
                    / 100.0);
        }
        return amounts;
    }

    @Test
    void levelIsRoundedDownToTheStepAndRaisedAsUncertaintyFalls() {
        // Claims 2 x 500 = 1,000 against 700. Reckoned 2, 1.25, then certain: 0.35, 0.56 -> 0.55, 0.7.
        LiabilityFund fund = fund(700, NONE, null, null, new Provisional(0.05, List.of(2.0, 1.25)), 0);
        ScenarioBuilder builder = world(4, fund);
        builder.event("flood", 1, 500);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(cash(result, 0)).containsExactly(350.0, 200.0, 150.0, 0.0);
        assertThat(years(result, 0, Measure.FUND)).containsExactly(700.0, 0.0, 0.0, 0.0);
        assertThat(balances(result, 0)).containsExactly(350.0, 150.0, 0.0, 0.0);
        assertThat(years(result, 0, Measure.UNCOMPENSATED)).containsExactly(300.0, 0.0, 0.0, 0.0);
    }

    @Test
    void levelsThatAreNotFinalAtTheHorizonLeaveTheRestUnpaid() {
        LiabilityFund fund = fund(700, NONE, null, null, new Provisional(0.05, List.of(2.0, 1.25)), 0);
        ScenarioBuilder builder = world(2, fund);
        builder.event("flood", 1, 500);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(cash(result, 0)).containsExactly(350.0, 200.0);
        assertThat(years(result, 0, Measure.FUND)).containsExactly(550.0, 0.0);
        assertThat(years(result, 0, Measure.UNCOMPENSATED)).containsExactly(450.0, 0.0);
        assertThat(balances(result, 0).get(1)).isEqualTo(150.0);
    }

    @Test
    void moneyThatNoLevelReleasesInTimeIsNotThereForLaterClaimsEither() {
        // As above, 150 never released; the fire of the second year finds nothing.
        LiabilityFund fund = fund(700, NONE, null, null, new Provisional(0.05, List.of(2.0, 1.25)), 0);
        ScenarioBuilder builder = world(2, fund);
        builder.event("flood", 1, 500).event("fire", 2, 50);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(cash(result, 0)).containsExactly(350.0, 200.0);
        assertThat(years(result, 0, Measure.FUND)).containsExactly(550.0, 0.0);
        assertThat(balances(result, 0).get(1)).isEqualTo(150.0);
    }

    @Test
    void moneySetAsideIsNotThereForLaterClaimsAndBearsInterest() {
        // 700 for 1,000 claimed: 350 paid, 350 set aside. 10 % on it, 35, is all that is there for the fire of 100.
        LiabilityFund fund = fund(700, NONE, null, null, new Provisional(0.05, List.of(2.0)), 0.1);
        ScenarioBuilder builder = world(3, fund);
        builder.event("flood", 1, 500).event("fire", 2, 50);
        RunResult result = TestRuns.run(builder.build(), 1);

        // Opening 700 + 70 = 770; level 770 / 2,000 = 0.385 -> 0.35: 350 paid, 420 set aside and due in year 2.
        // Interest of year 2: 42 for claims of 100 reckoned at 200: 0.21 -> 0.2, 20; the rest, 22, in year 3.
        assertThat(cash(result, 0)).containsExactly(350.0, 440.0, 22.0);
        assertThat(years(result, 0, Measure.FUND)).containsExactly(770.0, 42.0, 0.0);
    }

    @Test
    void amplyFundedClaimsArePaidInFullAtOnce() {
        LiabilityFund fund = fund(2_000, NONE, null, null, new Provisional(0.05, List.of(2.0)), 0);
        ScenarioBuilder builder = world(2, fund);
        builder.event("flood", 1, 500);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(cash(result, 0)).containsExactly(1_000.0, 0.0);
    }

    @Test
    void provisionalLevelsWaitForCallsToo() {
        // 1,000 claimed, 200 there, 800 called, 400 a year: levels 0.5, then final; 200, 400, 400 come in.
        FundCall call = new FundCall(FundCall.Rule.RETROSPECTIVE, 1_000, 200, 0, 1_000);
        LiabilityFund fund = fund(200, 1_000, null, call, new Provisional(0.05, List.of(2.0, 2.0)), 0);
        ScenarioBuilder builder = world(4, fund);
        builder.event("flood", 1, 500);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(years(result, 0, Measure.CALLS)).containsExactly(0.0, 400.0, 400.0, 0.0);
        assertThat(cash(result, 0)).containsExactly(200.0, 300.0, 500.0, 0.0);
    }

    @Test
    void deferredLevyIsRaisedOnlyAsFarAsClaimsNeedIt() {
        // Levy 2 x 100, of which 60 % deferred: 80 at once. Claims 2 x 50 need 20 more; claims 2 x 200 need all of it.
        FundLevy levy = new FundLevy(FundLevy.Rule.EX_ANTE, FundLevy.Base.FLAT, 100, null, 0, 0, NONE, 0, 0.6, 0.99, 1);
        ScenarioBuilder builder = world(3, fund(0, NONE, levy, null, null, 0));
        builder.event("fire", 1, 50).event("flood", 2, 200);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(years(result, 0, Measure.LEVY)).containsExactly(100.0, 200.0, 80.0);
        assertThat(years(result, 0, Measure.FUND)).containsExactly(100.0, 200.0, 0.0);
        assertThat(balances(result, 0)).containsExactly(0.0, 0.0, 80.0);
    }

    @Test
    void eachMemberDefaultsOnItsOwnDraw() {
        // Eight members owe 100 each for claims of 1,000: what comes in is 100 for each that pays, binomial in law.
        FundCall call = new FundCall(FundCall.Rule.RETROSPECTIVE, 100, NONE, 0.3, 1_000, FundCall.Defaults.DRAWN, null);
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 20_480;
        builder.years = 2;
        for (int i = 0; i < 8; i++) {
            builder.operation("o" + i, "o" + i, 0.5, NONE, 1e6);
        }
        builder.policy(
                "base",
                builder.diligence,
                ScenarioBuilder.strict(),
                null,
                List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS)),
                fund(0, NONE, null, call, null, 0),
                List.of());
        builder.event("flood", 1, 125);
        RunResult result = TestRuns.run(builder.build(), 2);
        double[] paid = TestRuns.sums(result, 0, Measure.FUND, 1);
        int[] count = new int[9];
        for (double amount : paid) {
            assertThat(amount % 100).isZero();
            count[(int) (amount / 100)]++;
        }
        // Chi-square with 6 degrees of freedom (0 to 2 pooled), 99.99 %: 27.86.
        double[] law = {
            0.00006561, 0.00122472, 0.01000188, 0.04667544, 0.1361367, 0.25412184, 0.29647548, 0.19765032, 0.05764801
        };
        double pooled = law[0] + law[1] + law[2];
        double seen = count[0] + count[1] + count[2];
        double chi = square(seen, pooled * paid.length);
        for (int k = 3; k < 9; k++) {
            chi += square(count[k], law[k] * paid.length);
        }
        assertThat(chi).isLessThan(27.86);
        assertThat(TestRuns.sums(result, 0, Measure.CALLS, 2)).isEqualTo(paid);
    }

    private static double square(double seen, double expected) {
        return (seen - expected) * (seen - expected) / expected;
    }

    @Test
    void callsOfOneVariantLeaveThoseOfAnotherAlone() {
        FundCall slow = new FundCall(FundCall.Rule.RETROSPECTIVE, 1_000, 100, 0, 1_000);
        FundCall fast = new FundCall(FundCall.Rule.RETROSPECTIVE, 1_000, 300, 0, 1_000);
        ScenarioBuilder builder = world(4, fund(0, NONE, null, slow, null, 0), fund(0, NONE, null, fast, null, 0));
        builder.event("flood", 1, 200).event("fire", 2, 200);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(years(result, 0, Measure.CALLS)).containsExactly(0.0, 200.0, 200.0, 200.0);
        assertThat(years(result, 1, Measure.CALLS)).containsExactly(0.0, 400.0, 400.0, 0.0);
    }

    @Test
    void contributionsFollowSizeKeyAndCaps() {
        // Convention on Supplementary Compensation: 300 a megawatt; a tenth of that by the key; cap of the key and 8
        // points.
        Contribution terms = new Contribution("megawatts", 300, "key", 0.1, 0.00001, 0.08, List.of());
        double[] megawatts = {100_000, 95_000, 0, 0};
        double[] key = {0.22, 0.08033, 0.005, 0.00001};
        double[] capped = terms.of(megawatts, key, new boolean[4]);
        double[] installation = terms.of(megawatts, key, new boolean[] {true, false, false, false});

        assertThat(capped[0]).isCloseTo(19_304_943, within(1.0));
        assertThat(capped[1]).isCloseTo(10_317_205, within(1.0));
        assertThat(capped[2]).isCloseTo(95_795, within(1.0));
        assertThat(capped[3]).isZero();
        assertThat(installation[0]).isCloseTo(34_214_973, within(1.0));
        assertThat(installation[1]).isEqualTo(capped[1]);
    }

    @Test
    void callsAreSharedAsMembersContribute() {
        Contribution terms = new Contribution("revenue", 1e-4, null, 0, 0, NONE, List.of());
        FundCall call = new FundCall(FundCall.Rule.RETROSPECTIVE, NONE, NONE, 0, 1_000, FundCall.Defaults.SHARE, terms);
        ScenarioBuilder builder = world(2, fund(0, NONE, null, call, null, 0));
        builder.event("flood", 1, 100);
        RunResult result = TestRuns.run(builder.build(), 1);

        // Members owe at most 100 and 300; 200 are called, a quarter from the first.
        assertThat(years(result, 0, Measure.CALLS)).containsExactly(0.0, 200.0);
        assertThat(result.variants().get(0).operationTotals(Measure.CALLS)).containsExactly(2 * 5_000, 2 * 15_000);
    }

    @Test
    void fairSharesAddUpToTheTailOfWhatReachesTheFund() {
        // Two operations: a light and a heavy one. Beyond the 99th percentile of the sum the heavy one has more than
        // its
        // share of the mean; both shares together are the tail mean of the sum.
        double tail = shareLevies(FundLevy.Base.CO_TVAR, 0.99, 1)[0];
        double[] coTvar = shareLevies(FundLevy.Base.CO_TVAR, 0.99, 1);
        double[] mean = shareLevies(FundLevy.Base.CONDITIONAL_MEAN, 0, 1);
        double[] expected = shareLevies(FundLevy.Base.EXPECTED_LOSS, 0.99, 1);

        assertThat(tail).isPositive();
        assertThat(coTvar[1] / (coTvar[0] + coTvar[1])).isGreaterThan(mean[1] / (mean[0] + mean[1]) + 0.1);
        // Over all levels the conditional mean is the plain mean: 0.5 x 1e5 and 0.05 x 4e6, within 4 standard errors
        // of a pilot of 32,768 years.
        assertThat(mean[0]).isCloseTo(0.5e5, within(4 * 1e5 / Math.sqrt(32_768)));
        assertThat(mean[1]).isCloseTo(2e5, within(4 * 4e6 * Math.sqrt(0.1 / 32_768)));
        assertThat(expected[0]).isCloseTo(0.5e5, within(1.0));
    }

    private static double[] shareLevies(FundLevy.Base base, double from, double to) {
        FundLevy levy = new FundLevy(FundLevy.Rule.EX_ANTE, base, 1, null, 0, 0, NONE, 0, 0, from, to);
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 1;
        builder.years = 1;
        builder.operations.add(operation("light", "energy"));
        builder.operations.add(operation("heavy", "transport"));
        builder.policy(
                "base",
                builder.diligence,
                ScenarioBuilder.strict(),
                null,
                List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS)),
                fund(0, NONE, levy, null, null, 0),
                List.of());
        builder.threats.add(threat("often", 0.5, new Exponential(1e5), "energy"));
        builder.threats.add(threat("seldom", 0.05, new Exponential(4e6), "transport"));
        long[] levies = TestRuns.run(builder.build(), 1).variants().get(0).operationTotals(Measure.LEVY);
        Map<Boolean, Double> byName = Map.of(true, levies[0] / 100.0, false, levies[1] / 100.0);
        // Operations are in order of their names: heavy before light.
        return new double[] {byName.get(false), byName.get(true)};
    }

    private static Operation operation(String id, String sector) {
        return new Operation(id, id, sector, "DE", 1e6, NONE, NONE, 0, ElementValues.uniform(0.5));
    }

    private static ThreatType threat(String type, double perYear, LossLaw severity, String sector) {
        return new ThreatType(
                type,
                List.of(sector),
                perYear,
                null,
                ThreatType.Counts.PRIMARY,
                new ThreatType.ReferencePosture(false, 0),
                1e8,
                0,
                0,
                null,
                null,
                0,
                0,
                ElementValues.uniform(0),
                severity,
                null,
                1.0,
                null,
                1,
                0,
                "test",
                "assumption");
    }

    @Test
    void singleIncidentsAgreeWithTheColumnsUnderProvisionalLevels() {
        LiabilityFund fund = fund(700, NONE, null, null, new Provisional(0.05, List.of(2.0)), 0.1);
        ScenarioBuilder builder = world(3, fund);
        builder.event("flood", 1, 500).event("fire", 2, 50);
        RunResult result = TestRuns.run(builder.build(), 1);

        for (int year = 1; year <= 3; year++) {
            EventRows rows = result.events().read(0, 0, year);
            long paid = 0;
            for (int row = 0; row < rows.size(); row++) {
                paid += rows.amount(Measure.FUND, row);
            }
            long[] column = TestRuns.cents(result.variants().get(0).sum(Measure.FUND, year));
            assertThat(paid).isEqualTo(Arrays.stream(column).sum());
        }
    }

    @Test
    void equalClaimsAreTreatedEquallyAndTheStateStandsLast() {
        // Seven equal claims and funds of any size between nothing and enough: no two payments are a cent apart, and
        // the state
        // gets something only when all others have been paid in full.
        List<LiabilityFund.ClaimClass> classes =
                List.of(new LiabilityFund.ClaimClass("people", 0.6), new LiabilityFund.ClaimClass("state", 0.4));
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 2;
        builder.years = 1;
        for (int i = 0; i < 7; i++) {
            builder.operation("o" + i, "o" + i, 0.5, NONE, 1e6);
        }
        builder.event("flood", 1, 123.45);
        double all = 7 * 123.45;
        List<Double> money = List.of(0.01, 1.0, 100.03, 333.33, 518.48, 518.5, 700.07, 864.14, 1_000.0);
        for (double initial : money) {
            LiabilityFund fund = LiabilityFund.withBalance(initial)
                    .shortage(LiabilityFund.Shortage.PRIORITY)
                    .priority(classes)
                    .build();
            builder.policy(
                    "with " + initial,
                    builder.diligence,
                    ScenarioBuilder.strict(),
                    null,
                    List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS)),
                    fund,
                    List.of());
        }
        CompiledScenario compiled = ScenarioCompiler.compile(builder.build());
        RunResult result = TestRuns.run(compiled, SimulationPlan.of(compiled, 1));
        Assessment assessed = Assessor.assess(compiled, result, List.of(2.0), 1);
        for (int v = 0; v < money.size(); v++) {
            long[] paid = result.variants().get(v).operationTotals(Measure.FUND);
            long most = Arrays.stream(paid).max().orElseThrow();
            long least = Arrays.stream(paid).min().orElseThrow();
            assertThat(most - least).isLessThanOrEqualTo(2);
            List<Assessment.ClassLevel> levels =
                    Objects.requireNonNull(assessed.variants().get(v).fund()).classes();
            double people = Math.min(1, money.get(v) / (0.6 * all));
            assertThat(levels.get(0).levelOfPayments()).isCloseTo(people, within(2e-5));
            assertThat(levels.get(1).levelOfPayments() == 0 || levels.get(0).levelOfPayments() == 1)
                    .isTrue();
        }
    }

    @Test
    void badTermsAreRefused() {
        assertThatThrownBy(() -> new Provisional(0.05, List.of(1.0, 1.5)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("not above the entry before it");
        assertThatThrownBy(() -> new Provisional(0.05, List.of())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Contribution("megawatts", 300, null, 0.1, 0, NONE, List.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("key");
        Contribution fine = new Contribution("megawatts", 300, null, 0, 0, NONE, List.of());
        assertThatThrownBy(
                        () -> new FundCall(FundCall.Rule.RETROSPECTIVE, 1, NONE, 0, 1, FundCall.Defaults.SHARE, fine))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("contribution");
        assertThat(Arrays.asList(LiabilityFund.Shortage.values())).contains(LiabilityFund.Shortage.PROVISIONAL);
    }
}
