package org.duecare.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duecare.behaviour.Behaviour;
import org.duecare.behaviour.CareCost;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.ControlAnswer;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Questionnaire;
import org.duecare.diligence.StandardOfCare;
import org.duecare.distribution.Degenerate;
import org.duecare.distribution.Lognormal;
import org.duecare.distribution.LossLaw;
import org.duecare.fund.FundLevy;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.Insurance;
import org.duecare.liability.Liability;
import org.duecare.operation.Operation;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.PrincipleChoice;
import org.duecare.simulation.Scenario;
import org.duecare.simulation.ScenarioBuilder;
import org.duecare.underwriting.Proposal;
import org.duecare.underwriting.Quote;
import org.duecare.underwriting.Underwriting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Quotes against closed forms: one operation, exponential care, strict liability. */
class QuotePlanTest {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final double EFFECT = 2;
    private static final double PER_YEAR = 0.4;

    /** Standard errors; the seed is fixed, so the test does not flicker. */
    private static final double ERRORS = 4;

    private static final Questionnaire FORM = new Questionnaire(
            1,
            "form",
            "",
            List.of(
                    new Questionnaire.Evidence("told", 0.5, 0, "test"),
                    new Questionnaire.Evidence("tested", 1, 0.25, "test")),
            List.of(control("locks", 3, 0.01), control("guards", 1, 0.002)),
            List.of(new Questionnaire.Consistency("guards", 1, "locks", 0.5, "guards need locks")));

    private static Questionnaire.Control control(String name, double weight, double cost) {
        return new Questionnaire.Control(
                name,
                "Are there " + name + "?",
                Map.of("no", 0.0, "partly", 0.5, "yes", 1.0),
                ElementValues.uniform(weight),
                cost,
                1,
                List.of(),
                "test");
    }

    private static Scenario scenario(LossLaw severity) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.operation("other", 0.3).threat("breach", PER_YEAR, severity);
        builder.diligence = ScenarioBuilder.diligence(0, EFFECT, 0.6, 0);
        Insurance insurance = ScenarioBuilder.insurance(
                Insurance.Obligation.TAKE_UP, 1, List.of(new Insurance.TakeUp(NONE, 0.1)), 2e4, 3e5, 0, NONE, 1, null);
        return builder.policy(
                        "base",
                        builder.diligence,
                        ScenarioBuilder.strict(),
                        insurance,
                        List.of(
                                new Layer(Payer.OPERATOR, Layer.Kind.DEDUCTIBLE, 0, NONE, 0, NONE, 1, null),
                                ScenarioBuilder.layer(Payer.INSURER, 0, NONE, NONE)),
                        null,
                        List.of())
                .build();
    }

    private static Proposal proposal(String locks, String evidence, String guards) {
        Map<String, ControlAnswer> answers = new HashMap<>();
        answers.put("locks", new ControlAnswer(locks, evidence));
        answers.put("guards", new ControlAnswer(guards, ""));
        Operation operation = new Operation(
                "acme",
                "acme",
                "energy",
                "DE",
                1e8,
                NONE,
                NONE,
                0,
                FORM.assess(answers).held(),
                Map.of(),
                List.of(),
                FORM.assess(answers).declared(),
                Assurance.Level.NONE,
                answers);
        return new Proposal(1, "acme", "", "EUR", operation, null, null);
    }

    private static Underwriting priced(double expenses, double tax) {
        PrincipleChoice choice = PrincipleChoice.of("expectedValue", Map.of("load", 0.2));
        return new Underwriting(
                null, new PremiumRule(choice, expenses, 0, tax), List.of(0.0, 2e4, 5e4), List.of(1e5, 3e5), List.of());
    }

    private static double rate(double posture) {
        return PER_YEAR * Math.exp(-EFFECT * posture);
    }

    @Test
    void expectedLossIsThatOfTheClosedFormWithinItsInterval() {
        Lognormal severity = new Lognormal(10, 1);

        Quote quote = QuotePlan.quote(scenario(severity), priced(0, 0), FORM, proposal("yes", "", "no"), "", 2);

        double posture = 3 * 0.5 / 4;
        double expected = rate(posture) * (severity.limitedMean(3.2e5) - severity.limitedMean(2e4));
        double error =
                (quote.simulated().range().high() - quote.simulated().range().low()) / 2 / 1.96;
        assertThat(quote.operation().posture().necessaryMeasures()).isEqualTo(posture);
        assertThat(quote.premium().expectedLoss()).isEqualTo(expected, within(ERRORS * error));
        assertThat(error).isLessThan(0.01 * expected);
    }

    @Test
    void componentsAreLoadedAsTheRuleSaysAndAddUp() {
        Quote quote = QuotePlan.quote(
                scenario(new Degenerate(1e5)), priced(0.25, 0.1), FORM, proposal("partly", "", "no"), "", 2);

        double expected = quote.premium().expectedLoss();
        assertThat(quote.premium().riskLoad()).isEqualTo(0.2 * expected, within(0.01));
        assertThat(quote.premium().expenses()).isEqualTo(1.2 * expected / 0.75 * 0.25, within(0.01));
        assertThat(quote.premium().tax()).isEqualTo(1.2 * expected / 0.75 * 0.1, within(0.02));
        assertThat(quote.premium().levy()).isZero();
        assertThat(quote.premium().total())
                .isEqualTo(
                        expected
                                + quote.premium().riskLoad()
                                + quote.premium().expenses()
                                + quote.premium().tax(),
                        within(1e-6));
    }

    @Test
    void everyOptionIsThePremiumOfItsTermsOnTheSameHistory() {
        Quote quote =
                QuotePlan.quote(scenario(new Degenerate(1e5)), priced(0, 0), FORM, proposal("yes", "", "no"), "", 1);

        double perClaim = quote.premium().expectedLoss() / (1e5 - 2e4);
        assertThat(quote.options()).hasSize(6);
        for (Quote.Option option : quote.options()) {
            double paid = Math.min(option.terms().limit(), 1e5 - option.terms().deductible());
            assertThat(option.premium().expectedLoss()).isEqualTo(perClaim * paid, within(0.02));
        }
    }

    @Test
    void improvementsSaveWhatBetterPostureSavesCheapestFirst() {
        Quote quote = QuotePlan.quote(
                scenario(new Degenerate(1e5)), priced(0, 0), FORM, proposal("partly", "", "partly"), "", 2);

        assertThat(quote.improvements()).extracting(Quote.Improvement::cost).isSorted();
        assertThat(quote.improvements())
                .extracting(one -> one.control() + " " + one.to())
                .containsExactlyInAnyOrder("locks yes", "locks tested", "guards yes", "guards tested");
        double posture = (3 * 0.5 * 0.5 + 0.5 * 0.5) / 4;
        double better = (3 * 1 * 0.5 + 0.5 * 0.5) / 4;
        for (Quote.Improvement one : quote.improvements()) {
            if (one.control().equals("locks") && !one.evidence()) {
                double saved = (rate(posture) - rate(better)) * 8e4;
                double error = (one.saved().high() - one.saved().low()) / 2 / 1.96;
                assertThat(one.premiumSaved()).isEqualTo(1.2 * saved, within(1.2 * ERRORS * error));
                assertThat(one.cost()).isEqualTo(0.01 * 0.5 * 1e8, within(0.01));
                assertThat(one.saved().low()).isPositive();
            }
            if (one.control().equals("locks") && one.evidence()) {
                assertThat(one.cost()).isEqualTo(0.01 * 0.5 * 0.25 * 1e8, within(0.01));
            }
        }
    }

    @Test
    void anImprovementThatWouldContradictAnotherAnswerIsNotOffered() {
        Quote quote =
                QuotePlan.quote(scenario(new Degenerate(1e5)), priced(0, 0), FORM, proposal("no", "", "no"), "", 1);

        assertThat(quote.improvements()).extracting(Quote.Improvement::control).containsOnly("locks");
    }

    @Test
    void threadsDoNotShow() {
        Scenario scenario = scenario(new Lognormal(10, 1));
        Proposal proposal = proposal("yes", "tested", "no");

        assertThat(QuotePlan.quote(scenario, priced(0.2, 0.1), FORM, proposal, "", 3))
                .isEqualTo(QuotePlan.quote(scenario, priced(0.2, 0.1), FORM, proposal, "", 1));
    }

    private static Scenario withFund(LiabilityFund fund) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.operation("other", 0.3).threat("breach", PER_YEAR, new Degenerate(1e5));
        Insurance insurance =
                ScenarioBuilder.insurance(Insurance.Obligation.MANDATORY, 1, List.of(), 0, 3e5, 0, NONE, 1, null);
        return builder.policy(
                        "base",
                        builder.diligence,
                        ScenarioBuilder.strict(),
                        insurance,
                        List.of(
                                ScenarioBuilder.layer(Payer.INSURER, 0, NONE, NONE),
                                ScenarioBuilder.layer(Payer.FUND, 0, NONE, NONE)),
                        fund,
                        List.of())
                .build();
    }

    private static LiabilityFund levying(FundLevy.Base base, @Nullable String unit) {
        return LiabilityFund.withBalance(1e6)
                .levy(new FundLevy(FundLevy.Rule.EX_ANTE, base, 2e-4, unit, 0, 0, NONE, 0))
                .build();
    }

    @Test
    void theLevyOfTheFundIsCollectedUntaxed() {
        Scenario scenario = withFund(ScenarioBuilder.fund(1e6, NONE, 2e-4, 1e9));

        Quote quote = QuotePlan.quote(scenario, priced(0, 0.1), FORM, proposal("yes", "", "no"), "", 1);

        assertThat(quote.premium().levy()).isEqualTo(2e-4 * 1e8);
        assertThat(quote.premium().tax()).isEqualTo(0.1 * quote.premium().beforeTax(), within(0.02));
    }

    @Test
    void aLevyThatOneProposalCannotBeChargedIsRefused() {
        Proposal proposal = proposal("yes", "", "no");
        Scenario byBeds = withFund(levying(FundLevy.Base.UNIT, "beds"));
        Scenario byShares = withFund(levying(FundLevy.Base.CO_TVAR, null));

        assertThatThrownBy(() -> QuotePlan.quote(byBeds, priced(0, 0.1), FORM, proposal, "", 1))
                .hasMessageContaining("units must state beds");
        assertThatThrownBy(() -> QuotePlan.quote(byShares, priced(0, 0.1), FORM, proposal, "", 1))
                .hasMessageContaining("raises its levy by fair shares");
    }

    @Test
    void whatDoesNotFitIsRefusedByName() {
        Scenario scenario = scenario(new Degenerate(1e5));
        Proposal proposal = proposal("yes", "", "no");
        Proposal taken = new Proposal(1, "p", "", "EUR", other(), null, null);
        Proposal foreign = new Proposal(1, "p", "", "USD", proposal.operation(), null, null);

        assertThatThrownBy(() -> QuotePlan.quote(scenario, priced(0, 0), FORM, taken, "", 1))
                .hasMessageContaining("other is already in the scenario");
        assertThatThrownBy(() -> QuotePlan.quote(scenario, priced(0, 0), FORM, foreign, "", 1))
                .hasMessageContaining("USD");
        assertThatThrownBy(() -> QuotePlan.quote(scenario, priced(0, 0), FORM, proposal, "best", 1))
                .hasMessageContaining("best is no variant");
        assertThatThrownBy(() -> QuotePlan.quote(scenario, Underwriting.PLAIN, FORM, proposal, "", 1))
                .hasMessageContaining("insurance.premium");
    }

    private static Operation other() {
        Operation acme = proposal("yes", "", "no").operation();
        return new Operation(
                "other",
                "other",
                acme.sector(),
                acme.territory(),
                acme.revenue(),
                acme.netAssets(),
                acme.potentialHarm(),
                acme.users(),
                acme.posture(),
                acme.units(),
                acme.providers(),
                acme.declared(),
                acme.assurance(),
                acme.answers());
    }

    /**
     * Five others spare their own losses by full care, since it costs next to nothing: the standard by peers is theirs. The
     * proposal is judged by it at the care that its answers show; without a response the others hold little, and so much is owed.
     */
    @Test
    void othersHoldTheCareThatTheyChoose() {
        double without = quotedAmongPeers(null);
        double with = quotedAmongPeers(
                new Behaviour(true, new CareCost(1, 0, 1, new ElementValues(0, 0, 0, 0, 1, 0, 0, 0, 0)), 1, 1));

        assertThat(without).isZero();
        assertThat(with).isPositive();
    }

    private static double quotedAmongPeers(@Nullable Behaviour behaviour) {
        ScenarioBuilder builder = new ScenarioBuilder();
        for (int k = 0; k < 5; k++) {
            builder.operation("other" + k, 0.1);
        }
        builder.threat("breach", PER_YEAR, new Degenerate(1e5));
        builder.diligence = new Diligence(
                ScenarioBuilder.diligence(0, EFFECT, 0.1, 0).vulnerability(),
                new StandardOfCare(
                        0.1,
                        null,
                        new ElementValues(0, 0, 0, 0, 1, 0, 0, 0, 0),
                        StandardOfCare.ShortfallMeasure.WEIGHTED,
                        StandardOfCare.Basis.PEERS,
                        50,
                        0,
                        1,
                        null,
                        List.of()),
                0);
        Insurance insurance = ScenarioBuilder.insurance(
                Insurance.Obligation.TAKE_UP, 1, List.of(new Insurance.TakeUp(NONE, 0)), 0, NONE, 0, NONE, 1, null);
        Liability negligence = ScenarioBuilder.liability(Liability.Rule.NEGLIGENCE, 0, Liability.Causation.NONE);
        builder.policy(
                "base",
                builder.diligence,
                negligence,
                insurance,
                List.of(
                        ScenarioBuilder.layer(Payer.INSURER, 0, NONE, NONE),
                        ScenarioBuilder.layer(Payer.OPERATOR, 0, NONE, NONE)),
                null,
                List.of());
        builder.policies.set(0, builder.policies.get(0).with(behaviour));
        return QuotePlan.quote(builder.build(), priced(0, 0), FORM, proposal("yes", "", "no"), "", 2)
                .premium()
                .expectedLoss();
    }
}
