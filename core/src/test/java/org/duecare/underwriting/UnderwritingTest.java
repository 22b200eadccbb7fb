package org.duecare.underwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.ControlAnswer;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Questionnaire;
import org.duecare.operation.Operation;
import org.duecare.premium.Premium;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules of underwriting: which hold, and what they decide. */
class UnderwritingTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    private static final Questionnaire FORM = new Questionnaire(
            1,
            "form",
            "",
            List.of(
                    new Questionnaire.Evidence("told", 0.5, 0, "test"),
                    new Questionnaire.Evidence("tested", 1, 0, "test")),
            List.of(new Questionnaire.Control(
                    "locks",
                    "Are there locks?",
                    Map.of("no", 0.0, "partly", 0.5, "yes", 1.0),
                    ElementValues.uniform(1),
                    0,
                    1,
                    List.of(),
                    "test")),
            List.of());

    private static Risk risk(String locks, String evidence, double revenue) {
        Map<String, ControlAnswer> answers = Map.of("locks", new ControlAnswer(locks, evidence));
        Operation operation = new Operation(
                "acme",
                "acme",
                "energy",
                "DE",
                revenue,
                NONE,
                NONE,
                0,
                FORM.assess(answers).held(),
                Map.of(),
                List.of(),
                null,
                Assurance.Level.NONE,
                answers);
        return new Risk(operation, FORM, 1e7, new Premium(3e5, 2e5, 0, 1e5, 0, 5e4, 1e5));
    }

    private static UnderwritingRule rule(String name, Underwriting.Decision decision, UnderwritingRule.When when) {
        return new UnderwritingRule(name, decision, when, "so it is");
    }

    private static UnderwritingRule.When control(@Nullable Double below, @Nullable String evidence) {
        return new UnderwritingRule.When(
                List.of(), List.of(), "locks", below, evidence, null, null, null, null, null, null, null);
    }

    private static UnderwritingRule.When revenue(double above) {
        return new UnderwritingRule.When(
                List.of("energy"), List.of(), null, null, null, null, null, above, null, null, null, null);
    }

    private static UnderwritingRule.When price(@Nullable Double onLine, @Nullable Double ofRevenue) {
        return new UnderwritingRule.When(
                List.of(), List.of(), null, null, null, null, null, null, null, null, onLine, ofRevenue);
    }

    private static Underwriting with(UnderwritingRule... rules) {
        return new Underwriting(null, null, List.of(), List.of(), List.of(rules));
    }

    @Test
    void withoutARuleThatHoldsAProposalIsAccepted() {
        Underwriting rules = with(rule("weak", Underwriting.Decision.DECLINE, control(0.5, null)));

        assertThat(rules.decide(risk("partly", "", 1e8))).isEqualTo(Underwriting.Decision.ACCEPT);
        assertThat(rules.decide(risk("no", "", 1e8))).isEqualTo(Underwriting.Decision.DECLINE);
    }

    @Test
    void theWorstDecisionCountsAndEveryRuleThatHoldsIsTold() {
        Underwriting rules = with(
                rule("large", Underwriting.Decision.REFER, revenue(1e9)),
                rule("weak", Underwriting.Decision.DECLINE, control(1.0, null)),
                rule("unshown", Underwriting.Decision.REFER, control(null, "tested")));

        assertThat(rules.decide(risk("partly", "", 2e9))).isEqualTo(Underwriting.Decision.DECLINE);
        assertThat(rules.holding(risk("partly", "", 2e9)))
                .extracting(UnderwritingRule::told)
                .containsExactly("large: so it is", "weak: so it is", "unshown: so it is");
        assertThat(rules.decide(risk("yes", "", 1e8))).isEqualTo(Underwriting.Decision.REFER);
        assertThat(rules.decide(risk("yes", "tested", 1e8))).isEqualTo(Underwriting.Decision.ACCEPT);
    }

    @Test
    void pricesAreMeasuredByTheLimitBeforeTaxAndByRevenueInWhole() {
        Risk risk = risk("yes", "", 1e8);

        assertThat(with(rule("dear", Underwriting.Decision.REFER, price(0.0599, null)))
                        .decide(risk))
                .isEqualTo(Underwriting.Decision.REFER);
        assertThat(with(rule("dear", Underwriting.Decision.REFER, price(0.0601, null)))
                        .decide(risk))
                .isEqualTo(Underwriting.Decision.ACCEPT);
        assertThat(with(rule("dear", Underwriting.Decision.REFER, price(null, 0.0074)))
                        .decide(risk))
                .isEqualTo(Underwriting.Decision.REFER);
        assertThat(with(rule("dear", Underwriting.Decision.REFER, price(null, 0.0076)))
                        .decide(risk))
                .isEqualTo(Underwriting.Decision.ACCEPT);
    }

    @Test
    void postureIsThatHeldByElementOrOnAverage() {
        UnderwritingRule.When weak = new UnderwritingRule.When(
                List.of(), List.of(), null, null, null, "continuity", 0.6, null, null, null, null, null);

        assertThat(with(rule("weak", Underwriting.Decision.REFER, weak)).decide(risk("yes", "", 1e8)))
                .isEqualTo(Underwriting.Decision.REFER);
        assertThat(with(rule("weak", Underwriting.Decision.REFER, weak)).decide(risk("yes", "tested", 1e8)))
                .isEqualTo(Underwriting.Decision.ACCEPT);
    }

    @Test
    void rulesWithoutAConditionOrWithHalfOfOneAreRefused() {
        assertThatThrownBy(() -> price(null, null)).hasMessageContaining("must hold a condition");
        assertThatThrownBy(() -> control(null, null)).hasMessageContaining("belong together");
        assertThatThrownBy(() -> rule("x", Underwriting.Decision.ACCEPT, revenue(1)))
                .hasMessageContaining("accept says nothing");
        assertThatThrownBy(() -> with(
                        rule("x", Underwriting.Decision.REFER, revenue(1)),
                        rule("x", Underwriting.Decision.REFER, revenue(2))))
                .hasMessageContaining("twice");
    }

    @Test
    void whatAQuestionnaireDoesNotHaveIsNamed() {
        UnderwritingRule.When guards = new UnderwritingRule.When(
                List.of(), List.of(), "guards", 0.5, "sworn", null, null, null, null, null, null, null);
        Underwriting rules = with(rule("x", Underwriting.Decision.REFER, guards));

        assertThat(rules.unknown(FORM))
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("guards"));
        assertThat(rules.unknown(null)).singleElement().asString().contains("diligence.questionnaire");
    }
}
