package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.fund.FundLevy;
import org.duecare.fund.FundLoan;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.Insurance;
import org.duecare.insurance.Reinsurance;
import org.duecare.settlement.Measure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The order of payers. A larger lower layer never raises what a payer above it pays, nor what nobody pays; equal claims are
 * treated equally. Where the first is not true it is shown, not left out: a fund with more money left or two layers, levies
 * that fall with what reaches it, levels that are rounded down, annual limits that are used up earlier, annual deductibles and
 * franchises, net assets that a retention eats up, insurers in default. That a state that stands last is paid last is in
 * {@code ClaimClassesTest}.
 */
class OrderTest {
    private static final double NONE = ScenarioBuilder.NONE;
    private static final int SCHEMES = 600;
    private static final int SCHEMES_SLOW = 100_000;

    @Test
    void largerLowerLayerNeverRaisesWhatAPayerAbovePays() {
        assertThat(grow(0, SCHEMES)).isPositive();
    }

    @Test
    void equalClaimsAreTreatedEqually() {
        assertThat(treatEqually(0, SCHEMES)).isPositive();
    }

    @Test
    @Tag("slow")
    void largerLowerLayerNeverRaisesWhatAPayerAbovePaysInManySchemes() {
        assertThat(grow(SCHEMES, SCHEMES + SCHEMES_SLOW)).isPositive();
    }

    @Test
    @Tag("slow")
    void equalClaimsAreTreatedEquallyInManySchemes() {
        assertThat(treatEqually(SCHEMES, SCHEMES + SCHEMES_SLOW)).isPositive();
    }

    /** Number of trial-years in which the larger layer spares a payer above something. */
    private static long grow(int from, int to) {
        long spared = 0;
        for (int number = from; number < to; number++) {
            RandomOrders orders = new RandomOrders(number);
            Scenario scenario = orders.growing();
            RunResult result = TestRuns.run(scenario, 1);
            for (Measure payer : above(scenario, orders.grown())) {
                spared += compare(result, payer, "scheme " + number + ", " + payer);
            }
        }
        return spared;
    }

    /** The payers of which every layer stands above the one that grows, and nobody. */
    private static Set<Measure> above(Scenario scenario, int grown) {
        List<Layer> layers = scenario.policies().get(0).compensation();
        Set<Measure> payers =
                EnumSet.of(Measure.INSURER, Measure.REINSURER, Measure.MUTUAL, Measure.FUND, Measure.STATE);
        for (Layer layer : layers.subList(0, grown + 1)) {
            Measure payer = Measure.valueOf(layer.payer().name());
            payers.remove(payer);
            if (payer == Measure.INSURER) {
                payers.remove(Measure.REINSURER);
            }
        }
        if (payers.contains(Measure.REINSURER)) {
            // What treaties leave to insurers need not fall with what both pay: judged together as what they owe.
            payers.remove(Measure.INSURER);
        }
        if (scenario.years() > 1) {
            payers.remove(Measure.FUND);
        }
        LiabilityFund fund = scenario.policies().get(0).fund();
        if (fund != null && fund.provisional() != null) {
            payers.remove(Measure.FUND);
            if (fund.interestPerYear() > 0 && scenario.years() > 1) {
                // What rounded levels set aside bears interest, which is there for claims of the next year.
                payers.removeAll(EnumSet.of(Measure.MUTUAL, Measure.STATE));
            }
        } else {
            payers.add(Measure.UNCOMPENSATED);
        }
        return payers;
    }

    private static long compare(RunResult result, Measure payer, String name) {
        RunResult.VariantResult small = result.variants().get(0);
        RunResult.VariantResult large = result.variants().get(1);
        int layers = result.scenario().policies().get(0).compensation().size();
        long spared = 0;
        long[] cents = new long[result.scenario().trials()];
        for (int year = 1; year <= result.scenario().years(); year++) {
            long[] count = TestRuns.cents(small.incidents(year));
            long[] before = paid(small, payer, year);
            long[] after = paid(large, payer, year);
            for (int t = 0; t < before.length; t++) {
                // Splits of cents may move by one an incident and layer, the fund's balance by as much in later years.
                cents[t] += (count[t] + RandomOrders.STRUCK) * layers;
                assertThat(after[t])
                        .as("%s, year %d, trial %d", name, year, t)
                        .isLessThanOrEqualTo(before[t] + cents[t]);
                spared += after[t] + cents[t] < before[t] ? 1 : 0;
            }
        }
        return spared;
    }

    /** What a payer bears by trial; insurers and reinsurers together. */
    private static long[] paid(RunResult.VariantResult variant, Measure payer, int year) {
        long[] amounts = sum(variant, payer, year);
        if (payer == Measure.REINSURER) {
            long[] insurers = sum(variant, Measure.INSURER, year);
            Arrays.setAll(amounts, t -> amounts[t] + insurers[t]);
        }
        return amounts;
    }

    private static long[] sum(RunResult.VariantResult variant, Measure measure, int year) {
        return variant.measures().contains(measure)
                ? TestRuns.cents(variant.sum(measure, year))
                : new long[variant.incidents(year).trials()];
    }

    /** Schemes in which operations alike suffer alike and somebody pays. */
    private static long treatEqually(int from, int to) {
        long paid = 0;
        for (int number = from; number < to; number++) {
            RandomOrders orders = new RandomOrders(number);
            Scenario scenario = orders.equal();
            RunResult result = TestRuns.run(scenario, 1);
            RunResult.VariantResult variant = result.variants().get(0);
            long cents = (long) scenario.events().size()
                    * scenario.trials()
                    * (scenario.policies().get(0).compensation().size() + RandomOrders.SPLITS);
            for (Measure payer : variant.measures()) {
                if (payer.isPayer()) {
                    long[] totals = variant.operationTotals(payer);
                    long most = Arrays.stream(totals).max().orElseThrow();
                    long least = Arrays.stream(totals).min().orElseThrow();
                    assertThat(most - least).as("scheme %d, %s", number, payer).isLessThanOrEqualTo(cents);
                    paid += payer != Measure.UNCOMPENSATED && least > cents ? 1 : 0;
                }
            }
        }
        return paid;
    }

    /** Two variants, without and with a lower layer. */
    private static RunResult without(
            ScenarioBuilder builder,
            Layer lower,
            @Nullable Insurance insurance,
            @Nullable LiabilityFund fund,
            List<Layer> others) {
        List<Layer> all = new ArrayList<>(others);
        all.add(0, lower);
        for (List<Layer> layers : List.of(others, all)) {
            builder.policy(
                    "v" + layers.size(),
                    builder.diligence,
                    ScenarioBuilder.strict(),
                    insurance,
                    layers,
                    fund,
                    List.of());
        }
        return TestRuns.run(builder.build(), 1);
    }

    private static ScenarioBuilder two(int years, double netAssets) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 1;
        builder.years = years;
        builder.operation("a", "a", 0.5, netAssets, 1e6);
        return builder;
    }

    private static void after(ScenarioBuilder builder, String name, double time, double harm) {
        Adjustment.Where all = new Adjustment.Where(null, null, null, null, 1);
        builder.events.add(new StatedEvent(name, 1, time, all, harm, 0, StatedEvent.Liable.FINDING));
    }

    private static double paid(RunResult result, int variant, Measure payer, int year) {
        return sum(result.variants().get(variant), payer, year)[0] / 100.0;
    }

    @Test
    void fundThatIsSparedInOneYearCanPayMoreInTheNext() {
        ScenarioBuilder builder = two(2, NONE);
        builder.event("flood", 1, 100).event("fire", 2, 100);
        Layer lower = ScenarioBuilder.layer(Payer.OPERATOR, 0, 50, NONE);
        RunResult result = without(
                builder,
                lower,
                null,
                ScenarioBuilder.fund(100, NONE, 0, NONE),
                List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS)));

        assertThat(paid(result, 0, Measure.FUND, 2)).isZero();
        assertThat(paid(result, 1, Measure.FUND, 2)).isEqualTo(50);
        assertThat(paid(result, 1, Measure.UNCOMPENSATED, 2)).isLessThan(paid(result, 0, Measure.UNCOMPENSATED, 2));
    }

    @Test
    void surchargeOnDebtsCanFillTheFundOfThoseWhoOweMore() {
        // Levy 100, half as much again on a debt. 101 in the first year leaves 1 owed and 150 for the second, 99 leave
        // 1 and 100.
        ScenarioBuilder builder = two(2, NONE);
        builder.event("flood", 1, 101).event("fire", 2, 2_002);
        LiabilityFund fund = LiabilityFund.withBalance(0)
                .levy(new FundLevy(FundLevy.Rule.EX_ANTE, FundLevy.Base.FLAT, 100))
                .loan(new FundLoan(1_000, 0, 0.5))
                .build();
        RunResult result = without(
                builder,
                ScenarioBuilder.layer(Payer.OPERATOR, 0, 2, NONE),
                null,
                fund,
                List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS), ScenarioBuilder.layer(Payer.STATE, 0, NONE, NONE)));

        assertThat(paid(result, 0, Measure.STATE, 2)).isEqualTo(2_002 - 1_149);
        assertThat(paid(result, 1, Measure.STATE, 2)).isEqualTo(2_000 - 1_101);
    }

    @Test
    void twoLayersOfTheFundThatShareALimitCanCrowdOthersOut() {
        // At most 100 an event from the fund. Of 300 its first layer, above 200, pays all of that and leaves the
        // second, of 150 a
        // year, to the other event of 80. Of 200 the first pays nothing: 100 and 80 on the second share one level.
        ScenarioBuilder builder = two(1, NONE);
        after(builder, "flood", 0.2, 300);
        after(builder, "fire", 0.4, 80);
        RunResult result = without(
                builder,
                ScenarioBuilder.layer(Payer.OPERATOR, 80, 100, NONE),
                null,
                LiabilityFund.withBalance(1e6).perEventLimit(100).build(),
                List.of(
                        ScenarioBuilder.layer(Payer.FUND, 200, NONE, NONE),
                        ScenarioBuilder.layer(Payer.FUND, 0, NONE, 150),
                        ScenarioBuilder.layer(Payer.STATE, 0, 20, NONE)));

        assertThat(paid(result, 0, Measure.STATE, 1)).isEqualTo(20);
        assertThat(paid(result, 1, Measure.STATE, 1)).isEqualTo(33.33);
    }

    @Test
    void levelThatIsRoundedDownCanLeaveMoreOfSmallerClaims() {
        // 100 for claims of 250, reckoned twice: 0.2, 50 paid by the horizon. For claims of 200: 0.25, rounded to 0.2,
        // 40 paid.
        ScenarioBuilder builder = two(1, NONE);
        builder.event("flood", 1, 250);
        LiabilityFund fund = Funds.provisional(LiabilityFund.withBalance(100), 0.1, List.of(2.0))
                .build();
        RunResult result = without(
                builder,
                ScenarioBuilder.layer(Payer.OPERATOR, 0, 50, NONE),
                null,
                fund,
                List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS), ScenarioBuilder.layer(Payer.STATE, 0, NONE, NONE)));

        assertThat(paid(result, 0, Measure.UNCOMPENSATED, 1)).isEqualTo(50);
        assertThat(paid(result, 1, Measure.UNCOMPENSATED, 1)).isEqualTo(60);
        assertThat(paid(result, 1, Measure.STATE, 1)).isLessThan(paid(result, 0, Measure.STATE, 1));
    }

    @Test
    void largerLimitUnderTheSameAnnualLimitOnlyPaysEarlier() {
        // An annual limit of 100: at 50 an incident both incidents get 50; at 100 the first gets all of it. The state
        // pays
        // 20 an event above 60.
        ScenarioBuilder builder = two(1, NONE);
        after(builder, "flood", 0.2, 100);
        after(builder, "fire", 0.4, 100);
        Layer state = ScenarioBuilder.layer(Payer.STATE, 60, 20, NONE);
        for (double limit : new double[] {50, 100}) {
            builder.policy(
                    "limit " + limit,
                    ScenarioBuilder.strict(),
                    List.of(ScenarioBuilder.layer(Payer.OPERATOR, 0, limit, 100), state));
        }
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(paid(result, 0, Measure.STATE, 1)).isZero();
        assertThat(paid(result, 1, Measure.STATE, 1)).isEqualTo(20);
    }

    @Test
    void annualDeductibleThatIsUsedUpLaterCanMoveClaimsToPayersAbove() {
        // Insurers leave the first 100 of a year. Without retention that is the flood; with it, the fire's 100 too pass
        // on,
        // and the state, which pays at most 60 an event, is struck twice.
        ScenarioBuilder builder = two(1, NONE);
        after(builder, "flood", 0.2, 100);
        after(builder, "fire", 0.4, 200);
        Layer insurer = new Layer(Payer.INSURER, Layer.Kind.TERMS, 0, NONE, 100, NONE, 1, null);
        Layer state = ScenarioBuilder.layer(Payer.STATE, 0, 60, NONE);
        RunResult result = without(
                builder, ScenarioBuilder.layer(Payer.OPERATOR, 0, 50, NONE), null, null, List.of(insurer, state));

        assertThat(paid(result, 0, Measure.STATE, 1)).isEqualTo(60);
        assertThat(paid(result, 1, Measure.STATE, 1)).isEqualTo(100);
    }

    @Test
    void claimThatFallsBelowAFranchisePassesOn() {
        ScenarioBuilder builder = two(1, NONE);
        builder.event("flood", 1, 100);
        Layer insurer = new Layer(
                Payer.INSURER,
                Layer.Kind.TERMS,
                0,
                NONE,
                0,
                NONE,
                1,
                null,
                80,
                NONE,
                false,
                0,
                null,
                null,
                List.of(),
                0,
                List.of(),
                null,
                0,
                null,
                null);
        RunResult result = without(
                builder,
                ScenarioBuilder.layer(Payer.OPERATOR, 0, 50, NONE),
                null,
                null,
                List.of(insurer, ScenarioBuilder.layer(Payer.STATE, 0, NONE, NONE)));

        assertThat(paid(result, 0, Measure.STATE, 1)).isZero();
        assertThat(paid(result, 1, Measure.STATE, 1)).isEqualTo(50);
    }

    @Test
    void retentionThatEatsUpNetAssetsLeavesLessBehindIt() {
        // Owned: 100. Flood of 50, fire of 200; insurers pay 50 an incident. Without retention 100 of the fire come out
        // of
        // net assets; a retention of 60 has used them up by then.
        ScenarioBuilder builder = two(1, 100);
        after(builder, "flood", 0.2, 50);
        after(builder, "fire", 0.4, 200);
        RunResult result = without(
                builder,
                ScenarioBuilder.layer(Payer.OPERATOR, 0, 60, NONE),
                null,
                null,
                List.of(
                        ScenarioBuilder.layer(Payer.INSURER, 0, 50, NONE),
                        Layer.of(Payer.OPERATOR, Layer.Kind.NET_ASSETS),
                        ScenarioBuilder.layer(Payer.STATE, 0, NONE, NONE)));

        assertThat(paid(result, 0, Measure.STATE, 1)).isEqualTo(50);
        assertThat(paid(result, 1, Measure.STATE, 1)).isEqualTo(90);
    }

    @Test
    void claimsOnInsurersInDefaultShareOneLevelSoThatOneCanGainWhereAnotherFalls() {
        // Claims of 150 and 50, stop loss above 100, capital 50: 50 stay unpaid, 37.5 and 12.5. A lower layer of 100
        // above 50
        // takes the stop loss out: claims of 50 and 50 on 50, 25 and 25 unpaid. The mutual pays at most 20 an event.
        ScenarioBuilder builder = two(1, NONE);
        builder.event("flood", 1, 150).event("fire", 1, 50);
        Insurances cover = new Insurances();
        cover.insurer("one", 1, 50, 0).excess(Reinsurance.Kind.STOP_LOSS, "stop", 100, NONE, null, 1);
        RunResult result = without(
                builder,
                ScenarioBuilder.layer(Payer.OPERATOR, 50, 100, NONE),
                cover.make(),
                null,
                List.of(Layer.of(Payer.INSURER, Layer.Kind.TERMS), ScenarioBuilder.layer(Payer.MUTUAL, 0, 20, NONE)));

        assertThat(paid(result, 0, Measure.MUTUAL, 1)).isEqualTo(32.5);
        assertThat(paid(result, 1, Measure.MUTUAL, 1)).isEqualTo(40);
    }
}
