package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duecare.assessment.Assessor;
import org.duecare.assessment.CoverAssessment;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.compensation.Reinstatement;
import org.duecare.distribution.Degenerate;
import org.duecare.distribution.Exponential;
import org.duecare.distribution.Lomax;
import org.duecare.distribution.Pareto;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.GuaranteeScheme;
import org.duecare.insurance.Insurance;
import org.duecare.insurance.Insurer;
import org.duecare.insurance.Reinsurance;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.PrincipleChoice;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Insurers, their treaties and their default, by published cases and by arithmetic done by hand. */
class InsurersTest {
    private static final double NONE = ScenarioBuilder.NONE;

    /** Two-sided: 6e-5 for one figure. */
    private static final double Z = 4;

    private static final Reinsurance.Kind RISK = Reinsurance.Kind.RISK_EXCESS;
    private static final Reinsurance.Kind EVENT = Reinsurance.Kind.EVENT_EXCESS;
    private static final Reinsurance.Kind YEAR = Reinsurance.Kind.STOP_LOSS;

    private static ScenarioBuilder world(Insurances cover, double... claims) {
        return world(cover, List.of(Layer.of(Payer.INSURER, Layer.Kind.TERMS)), null, claims);
    }

    private static ScenarioBuilder world(
            Insurances cover, List<Layer> layers, @Nullable LiabilityFund fund, double... claims) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 2;
        builder.operation("a", 0.5);
        for (int i = 0; i < claims.length; i++) {
            builder.events.add(claim("claim " + i, 1, (i + 1.0) / (claims.length + 1), claims[i], null));
        }
        builder.policy("base", builder.diligence, ScenarioBuilder.strict(), cover.make(), layers, fund, List.of());
        return builder;
    }

    private static StatedEvent claim(String name, int year, double time, double harm, @Nullable String operation) {
        Adjustment.Where where = new Adjustment.Where(operation, null, null, null, 1);
        return new StatedEvent(name, year, time, where, harm, 0, StatedEvent.Liable.FINDING);
    }

    private static double paid(RunResult result, Measure measure, int year) {
        return result.variants().get(0).measures().contains(measure) ? TestRuns.sums(result, 0, measure, year)[0] : 0;
    }

    private static RunResult.InsurerPath path(RunResult result) {
        return Objects.requireNonNull(result.variants().get(0).insurers());
    }

    private static double treaty(RunResult result, int treaty) {
        return TestRuns.cents(path(result).treaty(treaty, 1))[0] / 100.0;
    }

    private static double capital(RunResult result, int insurer, int year) {
        return TestRuns.cents(path(result).capital(insurer, year))[0] / 100.0;
    }

    /** Section 2, case 35: a stop loss of 800 in excess of 2,400; what it pays is shared as 520, 120 and 160. */
    @Test
    void stopLossIsSharedInProportionToClaims() {
        Insurances cover = new Insurances().excess(YEAR, "stop", 2_400, 800, null, null);
        RunResult result = TestRuns.run(world(cover, 2_600, 600, 800).build(), 1);

        assertThat(paid(result, Measure.REINSURER, 1)).isEqualTo(800);
        assertThat(paid(result, Measure.INSURER, 1)).isEqualTo(3_200);
        EventRows rows = result.events().read(0, 0, 1);
        assertThat(List.of(
                        rows.amount(Measure.REINSURER, 0),
                        rows.amount(Measure.REINSURER, 1),
                        rows.amount(Measure.REINSURER, 2)))
                .containsExactly(52_000L, 12_000L, 16_000L);
    }

    /**
     * Section 2, case 39: a fifth of two losses of 99,000,008 is ceded without limit. The printed 79,200,008 is the single
     * precision number nearest to the exact 79,200,006.40.
     */
    @Test
    void fifthOfAnEventIsPlaced() {
        Insurances cover = new Insurances().excess(EVENT, "cat", 0, NONE, 0.2, null);
        ScenarioBuilder builder = world(cover);
        builder.operation("b", 0.5);
        builder.event("storm", 1, 99_000_008);
        RunResult result = TestRuns.run(builder.build(), 1);

        EventRows rows = result.events().read(0, 0, 1);
        for (int row = 0; row < 2; row++) {
            double net = rows.amount(Measure.INSURER, row) / 100.0;
            assertThat(net).isEqualTo(79_200_006.40);
            assertThat((float) net).isEqualTo(79_200_008f);
        }
    }

    /** Section 2, case 41: a policy of 8,500 above 500, then 500 to 3,500 and 200 to 5,000 of what is left. */
    @Test
    void treatiesApplyInTheirInuringOrder() {
        Insurances cover = new Insurances()
                .excess(RISK, "first", 500, 3_000, null, null)
                .excess(RISK, "second", 200, 4_800, null, null);
        cover.deductible = 500;
        cover.limit = 8_500;
        RunResult result = TestRuns.run(world(cover, 9_159.046).build(), 1);

        assertThat(treaty(result, 0)).isEqualTo(3_000);
        assertThat(treaty(result, 1)).isEqualTo(4_800);
        assertThat(paid(result, Measure.INSURER, 1)).isEqualTo(700);
        assertThat(paid(result, Measure.UNCOMPENSATED, 1)).isCloseTo(659.05, within(1e-9));
    }

    @Test
    void treatiesOfOneOrderSeeTheSamePayments() {
        Insurances stacked = new Insurances()
                .excess(EVENT, "lower", 1_000, 4_000, null, 1)
                .excess(EVENT, "upper", 5_000, 5_000, null, 1);
        RunResult result = TestRuns.run(world(stacked, 8_000).build(), 1);

        assertThat(List.of(treaty(result, 0), treaty(result, 1))).containsExactly(4_000.0, 3_000.0);
        assertThat(paid(result, Measure.INSURER, 1)).isEqualTo(1_000);

        Insurances after =
                new Insurances().quotaShare("half", 0.5, null).excess(EVENT, "rest", 3_000, NONE, null, null);
        RunResult inuring = TestRuns.run(world(after, 8_000).build(), 1);
        assertThat(List.of(treaty(inuring, 0), treaty(inuring, 1))).containsExactly(4_000.0, 1_000.0);
    }

    /** One event of 600 at each of two operations: each risk stays below 700, the event does not. */
    @Test
    void eventsAddUpOverOperationsAndRisksDoNot() {
        for (Reinsurance.Kind kind : List.of(RISK, EVENT)) {
            ScenarioBuilder builder = world(new Insurances().excess(kind, "xl", 700, NONE, null, null));
            builder.operation("b", 0.5);
            builder.event("storm", 1, 600);

            assertThat(paid(TestRuns.run(builder.build(), 1), Measure.REINSURER, 1))
                    .isEqualTo(kind == RISK ? 0 : 500);
        }
    }

    /** Cases 33 and 33a as a treaty: 500,000 in excess of 250,000, refills at 1 and 0.5 of a premium of 1,000. */
    @Test
    void refillsOfATreatyCostTheirOwnPrices() {
        List<Reinstatement> prices = List.of(new Reinstatement(1, false), new Reinstatement(0.5, false));
        Insurances cover = new Insurances()
                .excess(RISK, "xl", 250_000, 500_000, null, 0, NONE, 3, prices, 1_000, null)
                .insurer("a", 1, 1e6, 0);
        RunResult result =
                TestRuns.run(world(cover, 100_000, 600_000, 500_000, 200_000).build(), 1);

        assertThat(treaty(result, 0)).isEqualTo(600_000);
        assertThat(TestRuns.cents(path(result).refills(1))[0] / 100.0).isEqualTo(1_100);
        // Capital less the treaty's premium, its refills and the claims that are kept.
        assertThat(capital(result, 0, 1)).isEqualTo(1e6 - 1_000 - 1_100 - 800_000);

        Insurances retained =
                new Insurances().excess(RISK, "xl", 250_000, 500_000, null, 250_000, NONE, 1, List.of(), 0, null);
        RunResult after =
                TestRuns.run(world(retained, 100_000, 600_000, 500_000, 200_000).build(), 1);
        assertThat(treaty(after, 0)).isEqualTo(350_000);
    }

    /** A surplus treaty of two lines of 100 on policies of 400 takes half of every payment. */
    @Test
    void surplusTakesThePartAboveTheLine() {
        Insurances cover = new Insurances();
        cover.limit = 400;
        cover.treaties.add(new Reinsurance(
                Reinsurance.Kind.SURPLUS, null, null, 100.0, 2.0, null, NONE, 0, NONE, null, List.of(), 0, 0, null));
        RunResult result = TestRuns.run(world(cover, 300, 1_000).build(), 1);

        assertThat(paid(result, Measure.REINSURER, 1)).isEqualTo(350);
        assertThat(paid(result, Measure.INSURER, 1)).isEqualTo(350);
    }

    /** Two insurers share claims of 1,000; one has 240 of its 600: all claims get 64 %, half of the rest is guaranteed. */
    @Test
    void claimsOnADefaultedInsurerShareOneLevel() {
        Insurances cover = new Insurances().insurer("strong", 0.4, 1e6, 0).insurer("weak", 0.6, 200, 40);
        cover.guarantee = new GuaranteeScheme(0.5, NONE, NONE);
        Layer state = new Layer(Payer.STATE, Layer.Kind.TERMS, 0, 100, 0, NONE, 1, null);
        List<Layer> layers = List.of(Layer.of(Payer.INSURER, Layer.Kind.TERMS), state);
        RunResult result = TestRuns.run(world(cover, layers, null, 700, 300).build(), 1);

        assertThat(paid(result, Measure.INSURER, 1)).isEqualTo(400 + 240 + 180);
        assertThat(paid(result, Measure.STATE, 1)).isEqualTo(100 + 54);
        assertThat(paid(result, Measure.UNCOMPENSATED, 1)).isEqualTo(26);
        assertThat(TestRuns.cents(path(result).guarantee(1))[0]).isEqualTo(18_000);
        assertThat(capital(result, 0, 1)).isEqualTo(1e6 - 400);
        assertThat(capital(result, 1, 1)).isZero();
        EventRows rows = result.events().read(0, 0, 1);
        assertThat(rows.amount(Measure.INSURER, 0)).isEqualTo(57_400);
        assertThat(rows.amount(Measure.INSURER, 1)).isEqualTo(24_600);
    }

    /** Capital moves with premiums less losses less expenses, and is paid out above a bound. */
    @Test
    void capitalMovesFromYearToYear() {
        for (Insurance.AfterDefault after : Insurance.AfterDefault.values()) {
            Insurances cover = new Insurances();
            cover.afterDefault = after;
            cover.insurers.add(new Insurer("a", 1, 1_000, 200.0, 0.1, 30, 1_100));
            ScenarioBuilder builder = world(cover, 100);
            builder.years = 5;
            builder.events.add(claim("second", 2, 0.5, 50, null));
            builder.events.add(claim("ruin", 3, 0.5, 2_000, null));
            builder.events.add(claim("fourth", 4, 0.5, 500, null));
            RunResult result = TestRuns.run(builder.build(), 1);

            assertThat(capital(result, 0, 1)).isEqualTo(1_000 + 200 - 20 - 30 - 100);
            assertThat(capital(result, 0, 2)).isEqualTo(1_100);
            assertThat(paid(result, Measure.INSURER, 3)).isEqualTo(1_250);
            assertThat(paid(result, Measure.UNCOMPENSATED, 3)).isEqualTo(750);
            assertThat(capital(result, 0, 3)).isZero();
            boolean replaced = after == Insurance.AfterDefault.REPLACED;
            assertThat(paid(result, Measure.INSURER, 4)).isEqualTo(replaced ? 500 : 150);
            assertThat(capital(result, 0, 4)).isEqualTo(replaced ? 650 : 0);
        }
    }

    /** Recoveries are paid to a defaulted insurer in full and belong to all claims alike. */
    @Test
    void recoveriesSurviveTheInsurer() {
        Insurances cover =
                new Insurances().excess(RISK, "xl", 500, 1_000, null, null).insurer("a", 1, 400, 0);
        RunResult result = TestRuns.run(world(cover, 1_500, 300).build(), 1);

        assertThat(paid(result, Measure.REINSURER, 1)).isEqualTo(1_000);
        assertThat(paid(result, Measure.INSURER, 1)).isEqualTo(400);
        assertThat(paid(result, Measure.UNCOMPENSATED, 1)).isEqualTo(400);
        EventRows rows = result.events().read(0, 0, 1);
        for (int row = 0; row < 2; row++) {
            double harm = rows.amount(Measure.HARM, row);
            assertThat((rows.amount(Measure.INSURER, row) + rows.amount(Measure.REINSURER, row)) / harm)
                    .isCloseTo(1_400 / 1_800.0, within(1e-4));
        }
    }

    /** Section 2, case 25 as a treaty: 100 after an annual deductible of 100, two refills at 100 %. */
    @Test
    void premiumOfATreatyWithAnnualDeductibleAndRefills() {
        List<Reinstatement> prices = List.of(new Reinstatement(1, false), new Reinstatement(1, false));
        double stated = 1;
        Insurances cover = new Insurances().excess(RISK, "xl", 0, 100, null, 100, NONE, 2, prices, stated, null);
        ScenarioBuilder builder = world(cover);
        builder.trials = 100_000;
        builder.threat("attack", 0.5, new Lomax(1.2, 100));
        premium(TestRuns.run(builder.build(), 2), stated, 4.319350355);
    }

    /** RC-43: total losses of a layer of 1, K refills at 100 %. */
    @ParameterizedTest
    @CsvSource({"0.1, 1, 0.09116584", "0.5, 1, 0.34710010", "0.5, 3, 0.33363971", "1, 2, 0.51501941"})
    void premiumOfATotalLossTreaty(double rate, int refills, double expected) {
        List<Reinstatement> prices = java.util.Collections.nCopies(refills, new Reinstatement(1, false));
        Insurances cover = new Insurances().excess(RISK, "xl", 0, 100, null, 0, NONE, refills, prices, 100, null);
        ScenarioBuilder builder = world(cover);
        builder.trials = 100_000;
        builder.threat("attack", rate, new Degenerate(100));
        premium(TestRuns.run(builder.build(), 2), 100, 100 * expected);
    }

    /** The premium P at which E[payments] = P (1 + E[refills] / stated). */
    private static void premium(RunResult result, double stated, double expected) {
        long[] paid = TestRuns.cents(path(result).treaty(0, 1));
        long[] refills = TestRuns.cents(path(result).refills(1));
        double[] excess = new double[paid.length];
        for (int t = 0; t < paid.length; t++) {
            excess[t] = paid[t] / 100.0 - expected * (1 + refills[t] / 100.0 / stated);
        }
        z(excess, 0);
    }

    private static void z(double[] values, double expected) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / values.length;
        double error = Math.sqrt((squares / values.length - mean * mean) / values.length);
        assertThat(Math.abs(mean - expected) / error).isLessThan(Z);
    }

    /**
     * Section 2, case 29 (Bear and Nemlick): three classes of 2,000 premium with losses of 10, 14 and 21 % in 700 in excess
     * of 300, Pareto from 300 with 1.5, 1.3 and 1.1; at most 2,800 a year; c is the common variance of the number of claims.
     */
    @ParameterizedTest
    @CsvSource({"0, 894.8805", "0.05, 892.665", "0.10, 890.145"})
    void cededLossesOfThreeClassesUnderAnAnnualLimit(double c, double expected) {
        Insurances cover = new Insurances().excess(RISK, "xl", 300, 700, null, 0, 2_800, null, List.of(), 0, null);
        ScenarioBuilder builder = world(cover);
        builder.trials = 200_000;
        double[] alphas = {1.5, 1.3, 1.1};
        double[] costs = {0.10, 0.14, 0.21};
        ThreatType.Mixing mixing = c == 0
                ? null
                : new ThreatType.Mixing(
                        ThreatType.Mixing.LevelLaw.GAMMA, Math.sqrt(c), ThreatType.Mixing.Scope.ALL, "market", 0);
        for (int i = 0; i < alphas.length; i++) {
            double a = alphas[i];
            double layer = 300 / (a - 1) * (1 - Math.pow(0.3, a - 1));
            builder.threat("class " + i, 2_000 * costs[i] / layer, null, new Pareto(a, 300), null, 1.0, mixing);
        }
        RunResult result = TestRuns.run(builder.build(), 2);

        z(TestRuns.sums(result, 0, Measure.REINSURER, 1), expected);
    }

    /**
     * Two claims of a limit of 1,000 that is refilled once: the fair premium is 2,000, the refill costs it once, and with a
     * quarter of the premium for expenses the insurer ends where it began; so it does with a quota share without commission whose
     * cost premiums carry, and where they do not it loses half of what the treaty costs more than it brings.
     */
    @Test
    void premiumsOfTheRuleAreIncomeAndPriceRefills() {
        Insurances cover = new Insurances();
        cover.limit = 1_000;
        cover.premium = new PremiumRule(PrincipleChoice.PURE, 0.25, 0, 0);
        cover.reinstatements = List.of(new Reinstatement(1, false));
        cover.insurers.add(new Insurer("a", 1, 5_000, null, null, 0, NONE));
        RunResult result = TestRuns.run(world(cover, 1_500, 1_500, 1_500).build(), 1);

        assertThat(paid(result, Measure.INSURER, 1)).isEqualTo(2_000);
        assertThat(paid(result, Measure.REINSTATEMENT_PREMIUM, 1)).isCloseTo(2_000 / 0.75, within(0.01));
        assertThat(capital(result, 0, 1)).isCloseTo(5_000, within(0.01));

        cover.quotaShare("half", 0.5, null);
        RunResult carried = TestRuns.run(world(cover, 1_500, 1_500, 1_500).build(), 1);
        assertThat(capital(carried, 0, 1)).isCloseTo(5_000, within(0.01));

        cover.premium = new PremiumRule(PrincipleChoice.PURE, 0.25, 0, 0, Map.of(), null, 0);
        RunResult ceded = TestRuns.run(world(cover, 1_500, 1_500, 1_500).build(), 1);
        assertThat(capital(ceded, 0, 1)).isCloseTo(5_000 + 1_000 - 0.5 * 2_000 / 0.75, within(0.01));
    }

    @Test
    void defaultsAreCountedAndCapacityIsTheClaimsOfARareYear() {
        Insurances cover = new Insurances().insurer("a", 1, 1_000, 0).excess(EVENT, "xl", 500, 500, null, null);
        ScenarioBuilder builder = world(cover, 100);
        builder.years = 2;
        builder.events.add(claim("ruin", 2, 0.5, 5_000, null));
        CompiledScenario compiled = ScenarioCompiler.compile(builder.build());
        RunResult result = TestRuns.run(compiled, SimulationPlan.of(compiled, 1));
        CoverAssessment.Insurers insurers = Objects.requireNonNull(Assessor.assess(compiled, result, List.of(2.0), 1)
                .variants()
                .get(0)
                .cover()
                .insurers());

        CoverAssessment.Insurer insurer = insurers.insurers().get(0);
        assertThat(insurer.probabilityOfDefault().estimate()).isEqualTo(1);
        assertThat(insurer.years().get(0).probabilityOfDefault().estimate()).isZero();
        assertThat(insurer.years().get(1).probabilityOfDefault().estimate()).isEqualTo(1);
        assertThat(insurer.years().get(1).levelOfPayments()).isEqualTo(1_400 / 5_000.0);
        assertThat(insurers.levelOfPayments()).isCloseTo(1_500 / 5_100.0, within(1e-12));
        assertThat(insurers.due().estimate()).isEqualTo(2_550);
        assertThat(insurers.treaties().get(0).mean().estimate()).isEqualTo(250);
        assertThat(insurers.capacity())
                .extracting(CoverAssessment.Capacity::side)
                .contains(CoverAssessment.Side.GROSS, CoverAssessment.Side.NET, CoverAssessment.Side.REINSURERS);
    }

    /** An insurer whose capital is never touched is no insurer at all: every number stays as it was. */
    @Test
    void insurersWithAmpleCapitalChangeNothing() {
        long[][] paid = new long[2][];
        for (int i = 0; i < 2; i++) {
            Insurances cover = new Insurances();
            cover.limit = 5_000;
            if (i == 1) {
                cover.insurer("a", 0.3, 1e12, 0).insurer("b", 0.7, 1e12, 0);
            }
            ScenarioBuilder builder = world(cover);
            builder.threat("attack", 2, new Exponential(2_000));
            paid[i] = TestRuns.cents(
                    TestRuns.run(builder.build(), 1).variants().get(0).sum(Measure.INSURER, 1));
        }
        assertThat(paid[1]).isEqualTo(paid[0]);
    }
}
