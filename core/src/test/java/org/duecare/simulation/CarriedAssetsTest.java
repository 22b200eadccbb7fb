package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duecare.compensation.Layer;
import org.duecare.compensation.NetAssets;
import org.duecare.compensation.Payer;
import org.duecare.distribution.Exponential;
import org.duecare.fund.FundCall;
import org.duecare.fund.FundLevy;
import org.duecare.fund.LiabilityFund;
import org.duecare.settlement.Measure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Net assets carried from year to year, by arithmetic done by hand. */
class CarriedAssetsTest {
    private static final double NONE = ScenarioBuilder.NONE;
    private static final List<Layer> OWN =
            List.of(Layer.of(Payer.OPERATOR, Layer.Kind.NET_ASSETS), Layer.of(Payer.FUND, Layer.Kind.TERMS));

    private static ScenarioBuilder world(int years, NetAssets assets, @Nullable LiabilityFund fund) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 3;
        builder.years = years;
        builder.operation("a", "a", 0.5, 100, 1e6);
        List<Layer> layers = fund == null ? OWN.subList(0, 1) : OWN;
        builder.policy("base", builder.diligence, ScenarioBuilder.strict(), null, layers, fund, List.of());
        builder.policies.set(0, builder.policies.get(0).with(assets));
        return builder;
    }

    private static NetAssets carried(NetAssets.AtZero atZero, double retainedOfRevenue) {
        return new NetAssets(NetAssets.Rule.CARRIED, atZero, retainedOfRevenue);
    }

    private static List<Double> years(RunResult result, Measure measure) {
        List<Double> amounts = new ArrayList<>();
        for (int year = 1; year <= result.scenario().years(); year++) {
            amounts.add(TestRuns.sums(result, 0, measure, year)[0]);
        }
        return amounts;
    }

    private static List<Long> insolvencies(RunResult result) {
        List<Long> counts = new ArrayList<>();
        for (int year = 1; year <= result.scenario().years(); year++) {
            counts.add(
                    TestRuns.cents(
                            Objects.requireNonNull(result.variants().get(0).insolvencies(year)))[0]);
        }
        return counts;
    }

    private static ScenarioBuilder sixtyAYear(int years, NetAssets assets) {
        ScenarioBuilder builder = world(years, assets, null);
        for (int year = 1; year <= years; year++) {
            builder.event("flood" + year, year, 60);
        }
        return builder;
    }

    @Test
    void whatIsSpentIsMissedLaterUntilNewMoneyComes() {
        RunResult result = TestRuns.run(
                sixtyAYear(3, carried(NetAssets.AtZero.RECAPITALISE, 0)).build(), 1);

        assertThat(years(result, Measure.OPERATOR)).containsExactly(60.0, 40.0, 60.0);
        assertThat(years(result, Measure.UNCOMPENSATED)).containsExactly(0.0, 20.0, 0.0);
        assertThat(insolvencies(result)).containsExactly(0L, 1L, 0L);
    }

    @Test
    void operationsOfAnInsolventOperatorEnd() {
        RunResult result =
                TestRuns.run(sixtyAYear(4, carried(NetAssets.AtZero.EXIT, 0)).build(), 1);

        assertThat(years(result, Measure.HARM)).containsExactly(60.0, 60.0, 0.0, 0.0);
        assertThat(years(result, Measure.OPERATOR)).containsExactly(60.0, 40.0, 0.0, 0.0);
        assertThat(insolvencies(result)).containsExactly(0L, 1L, 0L, 0L);
        assertThat(TestRuns.cents(result.variants().get(0).incidents(3))).containsOnly(0);
        assertThat(result.variants().get(0).operationTotals(Measure.HARM)).containsExactly(3 * 12_000);
        assertThat(result.variants().get(0).operationIncidents()).containsExactly(3 * 2);
    }

    @Test
    void retainedEarningsRefillUpToTheStart() {
        // 100 - 60 + 20 - 60 = 0 in year 2; without the flood of year 2 it would be full again after three years.
        RunResult result = TestRuns.run(
                sixtyAYear(3, carried(NetAssets.AtZero.RECAPITALISE, 2e-5)).build(), 1);

        assertThat(years(result, Measure.OPERATOR)).containsExactly(60.0, 60.0, 60.0);
        assertThat(insolvencies(result)).containsExactly(0L, 1L, 0L);
    }

    @Test
    void leviesDrawOnNetAssetsAndStopWhereThereIsNothing() {
        // Year 1: levy 30, then 60 of the flood: 10 left. Year 2: 10 of the levy, nothing of the flood, which the fund
        // pays
        // as far as it goes: 40.
        FundLevy levy = new FundLevy(FundLevy.Rule.EX_ANTE, FundLevy.Base.FLAT, 30);
        LiabilityFund fund = LiabilityFund.withBalance(0).levy(levy).build();
        ScenarioBuilder builder = world(2, carried(NetAssets.AtZero.RECAPITALISE, 0), fund);
        builder.event("flood", 1, 60).event("fire", 2, 60);
        RunResult result = TestRuns.run(builder.build(), 1);

        assertThat(years(result, Measure.LEVY)).containsExactly(30.0, 10.0);
        assertThat(years(result, Measure.OPERATOR)).containsExactly(60.0, 0.0);
        assertThat(years(result, Measure.FUND)).containsExactly(0.0, 40.0);
        assertThat(years(result, Measure.UNCOMPENSATED)).containsExactly(0.0, 20.0);
        assertThat(insolvencies(result)).containsExactly(0L, 1L);
    }

    @Test
    void insolventMembersCannotBeCalledUpon() {
        FundCall call = new FundCall(FundCall.Rule.RETROSPECTIVE, 1_000, NONE, 0, 1_000);
        LiabilityFund fund =
                LiabilityFund.withBalance(0).call(call).sameYear(true).build();
        ScenarioBuilder builder = world(3, carried(NetAssets.AtZero.EXIT, 0), fund);
        builder.operation("b", "b", 0.5, 1e6, 1e6);
        builder.event("flood", 1, 400).event("fire", 2, 60);
        RunResult result = TestRuns.run(builder.build(), 1);

        // Year 1: a pays 100 of 400, b 400; both are solvent when the fund calls 300. Year 2: a is gone; b pays its 60.
        assertThat(years(result, Measure.OPERATOR)).containsExactly(500.0, 60.0, 0.0);
        assertThat(years(result, Measure.FUND)).containsExactly(300.0, 0.0, 0.0);
        assertThat(years(result, Measure.HARM)).containsExactly(800.0, 60.0, 0.0);
    }

    @Test
    void ampleNetAssetsAreAsIfRestored() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 3_000;
        builder.years = 3;
        for (int i = 0; i < 5; i++) {
            builder.operation("o" + i, "o" + i, 0.5, 1e12, 1e6);
        }
        builder.threat("attack", 1, new Exponential(1e5));
        for (String name : List.of("restored", "carried")) {
            builder.policy(
                    name,
                    builder.diligence,
                    ScenarioBuilder.strict(),
                    null,
                    OWN,
                    ScenarioBuilder.fund(1e5, NONE, 1e-3, NONE),
                    List.of());
        }
        builder.policies.set(1, builder.policies.get(1).with(carried(NetAssets.AtZero.EXIT, 0.05)));
        RunResult result = TestRuns.run(builder.build(), 2);

        for (Measure measure : result.variants().get(0).measures()) {
            for (int year = 1; year <= 3; year++) {
                assertThat(TestRuns.sums(result, 1, measure, year)).isEqualTo(TestRuns.sums(result, 0, measure, year));
            }
            assertThat(result.variants().get(1).operationTotals(measure))
                    .isEqualTo(result.variants().get(0).operationTotals(measure));
        }
    }
}
