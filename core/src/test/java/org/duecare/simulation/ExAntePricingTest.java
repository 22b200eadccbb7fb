package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.Degenerate;
import org.duecare.distribution.Exponential;
import org.duecare.distribution.Poisson;
import org.duecare.fund.FundLevy;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.Insurance;
import org.duecare.operation.Operation;
import org.duecare.premium.DiscreteLoss;
import org.duecare.premium.PartedLoss;
import org.duecare.premium.Premium;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.PrincipleChoice;
import org.duecare.premium.RateTable;
import org.duecare.quantity.InvalidValueException;
import org.duecare.settlement.Measure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Prices before the first trial against closed forms; levies that are measured by them. */
class ExAntePricingTest {
    private static final double NONE = ScenarioBuilder.NONE;

    /** Standard errors of the pilot; eight figures judged, false alarm of the class below 6e-5. */
    private static final double Z_BOUND = 4.5;

    private static final PremiumRule RULE =
            new PremiumRule(PrincipleChoice.of("wang", Map.of("lambda", 0.25)), 0.25, 0.1, 0.19);

    private static Insurance cover(double deductible, double limit, double annualLimit, @Nullable PremiumRule rule) {
        return ScenarioBuilder.insurance(
                Insurance.Obligation.MANDATORY, 1, List.of(), deductible, limit, 0, annualLimit, 1, rule);
    }

    private static ScenarioBuilder world(Insurance cover, @Nullable LiabilityFund fund) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.operation("small", "small", 0.3, NONE, 5e6).operation("large", "large", 0.6, NONE, 3e8);
        List<Layer> layers = List.of(
                Layer.of(Payer.OPERATOR, Layer.Kind.DEDUCTIBLE),
                Layer.of(Payer.INSURER, Layer.Kind.TERMS),
                Layer.of(Payer.FUND, Layer.Kind.TERMS));
        builder.policy("base", builder.diligence, ScenarioBuilder.strict(), cover, layers, fund, List.of());
        return builder;
    }

    private static ExAntePrices prices(ScenarioBuilder builder, int threads) {
        CompiledScenario priced = ExAntePricing.priced(builder.compile(), threads);
        return Objects.requireNonNull(priced.prices().get("base"));
    }

    private static LiabilityFund fund(FundLevy.Base base, double rate) {
        FundLevy levy = new FundLevy(FundLevy.Rule.EX_ANTE, base, rate);
        return LiabilityFund.withBalance(0).levy(levy).build();
    }

    @Test
    void expectedLossesAreExactWhereTheCoverHasNoAnnualTerms() {
        ScenarioBuilder builder = world(cover(1e4, 1e5, NONE, RULE), null);
        builder.threat("outage", 0.3, new Exponential(5e4));
        ExAntePrices prices = prices(builder, 2);
        double layer = 5e4 * (StrictMath.exp(-1e4 / 5e4) - StrictMath.exp(-11e4 / 5e4));

        assertThat(prices.method()).isEqualTo("closed form");
        for (int i = 0; i < 2; i++) {
            assertThat(prices.premium(i).expectedLoss()).isCloseTo(0.3 * layer, within(0.0051));
            assertThat(prices.expectedDamages(i)).isCloseTo(0.3 * 5e4, within(0.0051));
        }
        double pilot = prices.pilotPaid()[0] / prices.pilotTrialYears();
        double second = 2 * 5e4 * 5e4 * 0.3;
        assertThat(pilot).isCloseTo(0.3 * layer, within(Z_BOUND * Math.sqrt(second / prices.pilotTrialYears())));
    }

    /** A year's sum of fixed losses is a Poisson count: the law and every price of it are known. */
    @Test
    void pilotPricesMeetThePriceOfAPoissonCount() {
        ScenarioBuilder builder = world(cover(0, 1e4, 3e4, RULE), null);
        builder.threat("outage", 0.5, new Degenerate(2e4));
        ExAntePrices prices = prices(builder, 2);
        double[] masses = new double[4];
        Poisson law = new Poisson(0.5);
        for (int n = 0; n < 3; n++) {
            masses[n] = law.probability(n);
        }
        masses[3] = 1 - masses[0] - masses[1] - masses[2];
        DiscreteLoss exact = DiscreteLoss.of(new double[] {0, 1e4, 2e4, 3e4}, masses);

        assertThat(prices.method()).startsWith("pilot of 32768");
        for (PrincipleChoice choice : List.of(
                RULE.choice(),
                PrincipleChoice.of("standardDeviation", Map.of("load", 0.3)),
                PrincipleChoice.of("proportionalHazard", Map.of("exponent", 0.8)))) {
            double price = choice.toPrinciple().price(exact);
            double error = 1.5 * exact.sd() / Math.sqrt(prices.pilotTrialYears());
            Premium premium = prices.price(PremiumRule.of(choice))[1];
            assertThat(premium.beforeTax()).isCloseTo(price, within(Z_BOUND * error));
        }
        Premium loaded = prices.premium(0);
        assertThat(loaded.expenses() + loaded.commission()).isCloseTo(0.35 * loaded.beforeTax(), within(0.02));
        assertThat(loaded.tax()).isCloseTo(0.19 * loaded.beforeTax(), within(0.02));
    }

    @Test
    void pricesAreTheSameForAnyNumberOfThreadsAndInAnyCompany() {
        ScenarioBuilder builder = world(cover(0, 1e5, 2e5, RULE), null);
        builder.threat("outage", 0.5, new Exponential(5e4));
        ExAntePrices one = prices(builder, 1);
        ExAntePrices three = prices(builder, 3);
        builder.operation("another", "another", 0.9, NONE, 3e7);
        ExAntePrices more = prices(builder, 2);

        for (int i = 0; i < 2; i++) {
            assertThat(three.premium(i)).isEqualTo(one.premium(i));
            assertThat(more.premium(i + 1)).isEqualTo(one.premium(i));
        }
        assertThat(one.premium(0).total()).isNotEqualTo(one.premium(1).total());
    }

    /** A tariff sees what is declared: who holds 0.4 and has no good faith at optimism 0.2 declares 0.52 and is rated by that. */
    @Test
    void aTariffRatesTheCareDeclared() {
        RateTable rates = new RateTable(
                1000, Map.of(), Map.of(), Map.of(), Map.of("25-50", 1.0, "50-75", 0.6), Map.of(), Map.of());
        PremiumRule rule = new PremiumRule(PrincipleChoice.PURE, 0, 0, 0, Map.of(), rates, 1);
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.diligence = PostureRuns.care(ElementValues.uniform(0), 0, 0, 0);
        builder.operation("boaster", 0.4);
        double[] honest = ElementValues.uniform(0.4).toArray();
        honest[DiligenceElement.GOOD_FAITH.ordinal()] = 1;
        builder.operations.add(
                new Operation("honest", "honest", "energy", "DE", 1e8, NONE, NONE, 0, ElementValues.of(honest)));
        builder.threat("outage", 0.3, new Exponential(5e4));
        List<Layer> layers = List.of(Layer.of(Payer.INSURER, Layer.Kind.TERMS));
        builder.policy(
                "base",
                builder.diligence,
                ScenarioBuilder.strict(),
                cover(0, NONE, NONE, rule),
                layers,
                null,
                List.of());
        ExAntePrices prices = prices(builder, 1);

        assertThat(builder.diligence.optimism()).isEqualTo(0.2);
        assertThat(prices.premium(0).total()).isEqualTo(600);
        assertThat(prices.premium(1).total()).isEqualTo(1000);
        assertThat(prices.method()).isEqualTo("tariff");
    }

    /**
     * Operators at 0.65 on all elements but good faith. Without it they declare 0.85 and the insurer rates the best class; with it
     * they declare what they hold. Nothing else differs: the same claims, another premium for them.
     */
    @Test
    void goodFaithLowersTheLossRatioOfInsurersWhoRateWhatIsDeclared() {
        RateTable rates = new RateTable(
                1000, Map.of(), Map.of(), Map.of(), Map.of("50-75", 1.0, "75-100", 0.6), Map.of(), Map.of());
        PremiumRule rule = new PremiumRule(PrincipleChoice.PURE, 0, 0, 0, Map.of(), rates, 1);
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 4096;
        builder.diligence = PostureRuns.care(PostureRuns.effectOf(DiligenceElement.NECESSARY_MEASURES, 1), 0, 0, 0);
        builder.operation("one", 0.65).operation("other", 0.65);
        builder.threat("outage", 0.3, new Exponential(5e4));
        for (int faith = 0; faith <= 1; faith++) {
            builder.policy(
                    "faith " + faith,
                    builder.diligence,
                    ScenarioBuilder.strict(),
                    cover(0, NONE, NONE, rule),
                    List.of(Layer.of(Payer.INSURER, Layer.Kind.TERMS)),
                    null,
                    List.of(PostureRuns.set(DiligenceElement.GOOD_FAITH, faith)));
        }
        CompiledScenario compiled = ExAntePricing.priced(builder.compile(), 1);
        RunResult result = TestRuns.run(compiled, SimulationPlan.of(compiled, 2));
        double[] lossRatio = new double[2];
        for (int faith = 0; faith <= 1; faith++) {
            ExAntePrices prices = Objects.requireNonNull(compiled.prices().get("faith " + faith));
            double premium = prices.premium(0).total() + prices.premium(1).total();
            assertThat(premium).isEqualTo(faith == 0 ? 1200 : 2000);
            long paid = Arrays.stream(
                            TestRuns.cents(result.variants().get(faith).sum(Measure.INSURER, 1)))
                    .sum();
            lossRatio[faith] = paid / 100.0 / builder.trials / premium;
        }
        assertThat(TestRuns.cents(result.variants().get(1).sum(Measure.INSURER, 1)))
                .isEqualTo(TestRuns.cents(result.variants().get(0).sum(Measure.INSURER, 1)));
        assertThat(lossRatio[1]).isPositive();
        assertThat(lossRatio[0] / lossRatio[1]).isCloseTo(2000 / 1200.0, within(1e-12));
    }

    @Test
    void leviesCanBeMeasuredByExpectedLossAndByPremium() {
        ScenarioBuilder byLoss = world(cover(0, 1e5, NONE, RULE), fund(FundLevy.Base.EXPECTED_LOSS, 0.1));
        byLoss.threat("outage", 0.3, new Exponential(5e4));
        RunResult result = TestRuns.run(byLoss.build(), 2);
        assertThat(TestRuns.cents(result.variants().get(0).sum(Measure.LEVY, 1)))
                .containsOnly(2 * 150_000L);

        ScenarioBuilder byPremium = world(cover(0, 1e5, NONE, RULE), fund(FundLevy.Base.PREMIUM, 0.05));
        byPremium.threat("outage", 0.3, new Exponential(5e4));
        CompiledScenario compiled = byPremium.compile();
        ExAntePrices prices = Objects.requireNonNull(compiled.prices().get("base"));
        long expected = 0;
        for (int i = 0; i < 2; i++) {
            expected += (long) Math.floor(prices.premium(i).beforeTax() * 0.05 * 100);
        }
        RunResult run = TestRuns.run(compiled, SimulationPlan.of(compiled, 2));
        assertThat(TestRuns.cents(run.variants().get(0).sum(Measure.LEVY, 1))).containsOnly(expected);
        assertThat(run.variants().get(0).premium(0)).isEqualTo(prices.premium(0));
    }

    @Test
    void aLevyByPremiumNeedsAPremium() {
        ScenarioBuilder builder = world(cover(0, 1e5, NONE, null), fund(FundLevy.Base.PREMIUM, 0.05));
        builder.threat("outage", 0.3, new Exponential(5e4));
        assertThatThrownBy(builder::compile)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("insurance.premium");
    }

    /** A premium is reported only: it moves no bit of the settlement. */
    @Test
    void aStatedPremiumMovesNoResult() {
        ScenarioBuilder without = world(cover(0, 1e5, 2e5, null), null);
        ScenarioBuilder with = world(cover(0, 1e5, 2e5, RULE), null);
        without.threat("outage", 0.5, new Exponential(5e4));
        with.threat("outage", 0.5, new Exponential(5e4));
        assertThat(TestRuns.run(with.build(), 2).resultSha256())
                .isEqualTo(TestRuns.run(without.build(), 1).resultSha256());
    }

    @Test
    void thePortfolioIsTheSumOfItsGroups() {
        ScenarioBuilder builder = world(cover(0, 1e5, 2e5, RULE), null);
        builder.threat("outage", 0.5, new Exponential(5e4));
        ExAntePrices prices = prices(builder, 2);
        PartedLoss parted = prices.portfolio(new int[] {0, 1}, 2);
        double mean = Arrays.stream(prices.pilotPaid()).sum() / prices.pilotTrialYears();
        assertThat(parted.whole().mean()).isCloseTo(mean, within(1e-6 * mean));
    }
}
