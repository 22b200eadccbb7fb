package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.duecare.behaviour.Behaviour;
import org.duecare.behaviour.CareBill;
import org.duecare.behaviour.CareCost;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.StandardOfCare;
import org.duecare.diligence.Vulnerability;
import org.duecare.distribution.Degenerate;
import org.duecare.distribution.Exponential;
import org.duecare.distribution.Lomax;
import org.duecare.insurance.Insurance;
import org.duecare.liability.Liability;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.PrincipleChoice;
import org.duecare.premium.RateTable;
import org.duecare.quantity.InvalidValueException;
import org.duecare.settlement.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Care chosen in whole scenarios against closed forms. One incident a year at no care, harm H, success probability
 * {@code exp(-4 d)}, full care costs {@code 4 H / 10}: with x = 4 d this is the exponential model with k = 1 and p0 h = 10.
 */
class CareResponseTest {
    private static final double HARM = 1e6;
    private static final double EFFECT = 4;
    private static final double FULL_CARE = EFFECT * HARM / 10;
    private static final double DUE = Math.log(10) / EFFECT;
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final ElementValues MEASURES = new ElementValues(0, 0, 0, 0, 1, 0, 0, 0, 0);
    private static final List<Layer> OWN = List.of(Layer.of(Payer.OPERATOR, Layer.Kind.NET_ASSETS));

    private static Behaviour behaviour(double fullCare, double grading, double ownLossShare) {
        return new Behaviour(true, new CareCost(fullCare, 0, 1, MEASURES), grading, ownLossShare);
    }

    private static Diligence diligence(double standard) {
        return new Diligence(
                new Vulnerability(Vulnerability.Form.EXPONENTIAL, 0, new ElementValues(0, 0, 0, 0, EFFECT, 0, 0, 0, 0)),
                new StandardOfCare(standard, null, MEASURES, StandardOfCare.ShortfallMeasure.WEIGHTED),
                0);
    }

    private static Liability negligence(double sd, Liability.Causation causation) {
        return ScenarioBuilder.liability(Liability.Rule.NEGLIGENCE, sd, causation);
    }

    private static ChosenCare choice(double assets, double standard, Liability liability) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.diligence = diligence(standard);
        builder.operation("acme", "acme", 0.5, assets, 1e8);
        builder.threat("outage", 1, new Degenerate(HARM));
        builder.policy("base", liability, OWN);
        builder.policies.set(0, builder.policies.get(0).with(behaviour(FULL_CARE, 1, 0)));
        return chosen(builder);
    }

    private static ChosenCare chosen(ScenarioBuilder builder) {
        return Objects.requireNonNull(
                builder.compile().scenario().policies().get(0).care());
    }

    private static double care(double assets, double standard, Liability liability) {
        return choice(assets, standard, liability).classes().get(0).care();
    }

    @Test
    void strictLiabilityOfWhoCanPayLeadsToTheCareOfHand() {
        ChosenCare chosen = choice(NONE, 0.6, ScenarioBuilder.strict());
        CareBill bill = chosen.classes().get(0).bill();

        assertThat(chosen.classes().get(0).care()).isCloseTo(DUE, within(1e-8));
        assertThat(bill.total()).isCloseTo(FULL_CARE / EFFECT * 3.302585093, within(1e-3));
        assertThat(bill.retained()).isCloseTo(HARM / 10, within(1e-2));
        assertThat(chosen.converged()).isTrue();
        assertThat(chosen.residual()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1.60943791", "0.2, 0.693147181"})
    void whoOwnsLessThanTheHarmTakesLessCareUnderStrictLiability(double assets, double care) {
        assertThat(EFFECT * care(assets * HARM, 0.6, ScenarioBuilder.strict())).isCloseTo(care, within(1e-8));
    }

    @Test
    void negligenceKeepsPoorerOperatorsAtTheStandardThanStrictLiability() {
        Liability rule = negligence(0, Liability.Causation.NONE);
        double edge = HARM / Math.E;

        assertThat(care(0.4 * HARM, DUE, rule)).isBetween(DUE, DUE + 1e-12);
        assertThat(EFFECT * care(0.35 * HARM, DUE, rule)).isCloseTo(1.25276297, within(1e-8));
        assertThat(care(edge + 1, DUE, rule)).isBetween(DUE, DUE + 1e-12);
        assertThat(care(edge - 1, DUE, rule)).isLessThan(DUE - 0.1);
    }

    @Test
    void aStandardBeyondDueCareIsMetUnlessOnlyTheHarmOfTheShortfallIsOwed() {
        assertThat(care(NONE, 0.65, negligence(0, Liability.Causation.NONE))).isBetween(0.65, 0.65 + 1e-12);
        assertThat(care(NONE, 0.65, negligence(0, Liability.Causation.BUT_FOR))).isCloseTo(DUE, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 0.099943", "0.1, 0.159527", "0.25, 0.224362", "0.5, 0.142839", "1, -0.075022",
        "1.5, -0.201973", "2, -0.282758", "3, -0.381909", "5, -0.481612", "10, -0.574917"
    })
    void anUncertainStandardIsExceededAtSmallDoubtAndMissedAtLarge(double spread, double beyond) {
        double care = care(NONE, DUE, negligence(spread / EFFECT, Liability.Causation.NONE));

        assertThat(EFFECT * (care - DUE)).isCloseTo(beyond, within(2e-6));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2.30258509", "0, 0, 2.30258509", "1, 0, 0", "1, 1, 2.30258509", "0.5, 0, 1.60943791"})
    void coverTakesCareAwayUnlessThePremiumFollowsIt(double cover, double grading, double care) {
        ScenarioBuilder builder = insured(cover, grading);
        ChosenCare.ClassChoice chosen = chosen(builder).classes().get(0);

        assertThat(EFFECT * chosen.care()).isCloseTo(care, within(1e-8));
        assertThat(chosen.premium().converged()).isTrue();
        assertThat(chosen.premium().price()).isCloseTo(cover * HARM * Math.exp(-care), within(1e-1));
    }

    private static ScenarioBuilder insured(double cover, double grading) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.diligence = diligence(0.6);
        builder.operation("acme", "acme", 0.5, NONE, 1e8);
        builder.threat("outage", 1, new Degenerate(HARM));
        Insurance insurance =
                ScenarioBuilder.insurance(Insurance.Obligation.MANDATORY, 1, List.of(), 0, NONE, 0, NONE, cover, null);
        List<Layer> layers = List.of(bareInsurer(), OWN.get(0));
        builder.policy("base", builder.diligence, ScenarioBuilder.strict(), insurance, layers, null, List.of());
        builder.policies.set(0, builder.policies.get(0).with(behaviour(FULL_CARE, grading, 0)));
        return builder;
    }

    /**
     * Fully insured at a tariff whose next quarter is reached at half of the care, for 200,000 a year: who is rated by it takes
     * that care where the quarter saves more, and none where it saves less.
     */
    @ParameterizedTest
    @CsvSource({"0.7, 0.5, 700000", "0.85, 0, 1000000"})
    void aTariffMakesOperatorsReachAQuarterThatPays(double relativity, double care, double premium) {
        ScenarioBuilder builder = insured(1, 1);
        RateTable rates = new RateTable(
                1e6, Map.of(), Map.of(), Map.of(), Map.of("25-50", 1.0, "50-75", relativity), Map.of(), Map.of());
        PremiumRule rule = new PremiumRule(PrincipleChoice.PURE, 0, 0, 0, Map.of(), rates, 1);
        Insurance insurance =
                ScenarioBuilder.insurance(Insurance.Obligation.MANDATORY, 1, List.of(), 0, NONE, 0, NONE, 1, rule);
        Policy policy = builder.policies.get(0);
        builder.policies.set(0, policy.with(insurance, null));
        ChosenCare.ClassChoice chosen = chosen(builder).classes().get(0);

        assertThat(chosen.care()).isBetween(care, care + 1e-12);
        assertThat(chosen.bill().premium()).isCloseTo(premium, within(1e-6));
    }

    private static Layer bareInsurer() {
        return Layer.of(Payer.INSURER, Layer.Kind.TERMS);
    }

    /** Class I with alpha 1e-5, beta 1 and a loss of 400,000; the last figure is the probability that is left. */
    @ParameterizedTest
    @CsvSource({
        "0.25, 0, 0.25", "0.3, 9544.5115, 0.273861279", "0.5, 41421.3562, 0.353553391",
        "0.65, 61245.1550, 0.403112887", "0.8, 78885.4382, 0.447213595", "1, 100000, 0.5"
    })
    void securityInvestmentOfGordonAndLoeb(double undefended, double spending, double left) {
        CareBill bill = gordonLoeb(Vulnerability.Form.GORDON_LOEB_ONE, undefended, 1e-5, 1, 4e5);

        assertThat(bill.care()).isCloseTo(spending, within(1e-3));
        assertThat(bill.ownLoss() / 4e5).isCloseTo(left, within(1e-8));
    }

    private static CareBill gordonLoeb(
            Vulnerability.Form form, double undefended, double alpha, double beta, double loss) {
        double most = undefended * loss;
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.diligence = new Diligence(
                new Vulnerability(
                        form,
                        0,
                        MEASURES,
                        undefended,
                        Double.POSITIVE_INFINITY,
                        alpha,
                        beta,
                        new Vulnerability.Spending(most, 0)),
                ScenarioBuilder.standard(0.6),
                0);
        builder.operation("acme", "acme", 0.5, NONE, 1e8);
        builder.threat("breach", undefended, null, new Degenerate(loss), null, 0.0, null);
        builder.policy("base", ScenarioBuilder.strict(), OWN);
        builder.policies.set(0, builder.policies.get(0).with(behaviour(most, 1, 1)));
        return chosen(builder).classes().get(0).bill();
    }

    @Test
    void securityInvestmentStaysBelowOneOverEOfTheExpectedLossInAThousandRandomCases() {
        SplittableRandom random = new SplittableRandom(5);
        double largest = 0;
        for (int i = 0; i < 1000; i++) {
            double loss = Math.exp(random.nextDouble(8, 16));
            double undefended = random.nextDouble(0.01, 0.99);
            double alpha = Math.exp(random.nextDouble(-3, 6)) / loss;
            Vulnerability.Form form =
                    random.nextBoolean() ? Vulnerability.Form.GORDON_LOEB_ONE : Vulnerability.Form.GORDON_LOEB_TWO;
            CareBill bill = gordonLoeb(form, undefended, alpha, random.nextDouble(1, 60), loss);
            double share = bill.care() / (undefended * loss);
            assertThat(share).as("case " + i).isLessThanOrEqualTo(1 / Math.E + 1e-9);
            largest = Math.max(largest, share);
        }
        assertThat(largest).as("the bound is nearly reached").isGreaterThan(0.34);
    }

    @Test
    void theRunIsSettledAtTheCareChosenAndPaysForIt() {
        ScenarioBuilder builder = insured(0.5, 0);
        builder.trials = 20_000;
        builder.years = 2;
        builder.policies.add(
                insured(0.5, 0).policies.get(0).with("held", null, List.of()).with((Behaviour) null));
        CompiledScenario compiled = builder.compile();
        RunResult run = TestRuns.run(compiled, SimulationPlan.of(compiled, 2));
        RunResult.VariantResult responding = run.variants().get(0);
        double care = chosen(builder).classes().get(0).care();
        long cost = Math.round(FULL_CARE * care * 100);

        assertThat(responding.posture(2, 0)).isCloseTo((0.5 * 8 + care) / 9, within(1e-12));
        assertThat(TestRuns.cents(responding.sum(Measure.CARE_COST, 2))).containsOnly(cost);
        assertThat(responding.operationTotals(Measure.CARE_COST)).containsExactly(cost * 20_000 * 2);
        assertThat(run.variants().get(1).measures()).doesNotContain(Measure.CARE_COST);
        double incidents =
                Arrays.stream(TestRuns.cents(responding.incidents(1))).average().orElseThrow();
        double expected = Math.exp(-EFFECT * care);
        // One z-test at 5 standard errors: probability of a false alarm 6e-7.
        assertThat(incidents).isCloseTo(expected, within(5 * Math.sqrt(expected / 20_000)));
    }

    @Test
    void expectedAmountsAreThoseOfTheClosedForms() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.diligence = diligence(0.7);
        builder.operation("acme", "acme", 0.5, NONE, 1e8);
        builder.threat("outage", 2, new Exponential(HARM));
        builder.threat("breach", 0.5, new Lomax(2.5, HARM));
        Insurance insurance =
                ScenarioBuilder.insurance(Insurance.Obligation.MANDATORY, 1, List.of(), 1e5, 3e6, 0, NONE, 0.8, null);
        List<Layer> layers = List.of(
                Layer.of(Payer.OPERATOR, Layer.Kind.DEDUCTIBLE),
                bareInsurer(),
                new Layer(Payer.OPERATOR, Layer.Kind.TERMS, 0, 5e6, 0, NONE, 1, null));
        Liability rule = negligence(0.1, Liability.Causation.BUT_FOR);
        builder.policy("base", builder.diligence, rule, insurance, layers, null, List.of());
        builder.policies.set(0, builder.policies.get(0).with(behaviour(FULL_CARE, 0.5, 0)));
        CompiledScenario compiled = builder.compile();
        ExpectedLoss expected = new ExpectedLoss(compiled, 0);
        CareBill bill = chosen(builder).classes().get(0).bill();

        assertThat(bill.retained()).isCloseTo(expected.perYear(Measure.OPERATOR), within(1e-3));
        assertThat(bill.premium()).isCloseTo(expected.perYear(Measure.INSURER), within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.9})
    void amongPeersWhatOthersHoldIsOwedAndTheFixedPointIsReached(double start) {
        ScenarioBuilder builder = new ScenarioBuilder();
        StandardOfCare peers = new StandardOfCare(
                0.6,
                null,
                MEASURES,
                StandardOfCare.ShortfallMeasure.WEIGHTED,
                StandardOfCare.Basis.PEERS,
                60,
                0,
                1,
                null,
                List.of());
        builder.diligence = new Diligence(diligence(0.6).vulnerability(), peers, 0);
        for (int i = 0; i < 12; i++) {
            double assets = i < 4 ? 0.3 * HARM : NONE;
            builder.operation("op-" + i, "op-" + i, i < 4 ? 0.1 : start, assets, 1e8);
        }
        builder.threat("outage", 1, new Degenerate(HARM));
        builder.policy("base", negligence(0, Liability.Causation.NONE), OWN);
        builder.policies.set(0, builder.policies.get(0).with(behaviour(FULL_CARE, 1, 0)));
        ChosenCare chosen = chosen(builder);

        assertThat(chosen.sweeps()).isGreaterThan(1);
        assertThat(chosen.converged()).isTrue();
        assertThat(chosen.residual()).isLessThanOrEqualTo(ChosenCare.TOLERANCE);
    }

    @Test
    void aCostWithoutMeanIsRefusedByName() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.diligence = diligence(0.6);
        builder.operation("acme", "acme", 0.5, NONE, 1e8);
        builder.threat("breach", 1, new Lomax(0.9, HARM));
        builder.policy("base", ScenarioBuilder.strict(), OWN);
        builder.policies.set(0, builder.policies.get(0).with(behaviour(FULL_CARE, 1, 0)));

        assertThatThrownBy(builder::compile)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("behaviour needs a finite expected cost");
    }
}
