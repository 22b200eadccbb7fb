package org.duecare.diligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duecare.quantity.InvalidValueException;
import org.junit.jupiter.api.Test;

/** From answers to posture, and what is refused. */
class QuestionnaireTest {
    private static final double ROUNDING = 1e-15;

    private static final List<Questionnaire.Evidence> EVIDENCE = List.of(
            new Questionnaire.Evidence("told", 0.5, 0, "test"), new Questionnaire.Evidence("tested", 1, 0.2, "test"));

    private static Questionnaire.Control control(String name, double... weights) {
        return new Questionnaire.Control(
                name,
                "Is there " + name + "?",
                Map.of("no", 0.0, "partly", 0.4, "yes", 1.0),
                ElementValues.of(weights),
                0.001,
                1,
                List.of(),
                "test");
    }

    private static Questionnaire form(Questionnaire.Consistency... rules) {
        return new Questionnaire(
                1,
                "form",
                "",
                EVIDENCE,
                List.of(control("locks", 1, 1, 1, 1, 3, 1, 1, 1, 1), control("guards", 0, 0, 0, 0, 1, 0, 0, 0, 0)),
                List.of(rules));
    }

    private static Map<String, ControlAnswer> answers(String locks, String shown, String guards) {
        return Map.of("locks", new ControlAnswer(locks, shown), "guards", new ControlAnswer(guards, ""));
    }

    @Test
    void postureIsTheWeightedMeanOfAnswersAndOfAnswersAsFarAsShown() {
        Questionnaire.Assessed assessed = form().assess(answers("yes", "tested", "partly"));

        assertThat(assessed.declared().necessaryMeasures()).isEqualTo((3 * 1 + 1 * 0.4) / 4, within(ROUNDING));
        assertThat(assessed.held().necessaryMeasures()).isEqualTo((3 * 1 * 1 + 1 * 0.4 * 0.5) / 4, within(ROUNDING));
        assertThat(assessed.held().continuity()).isEqualTo(1);
    }

    @Test
    void nothingShownCountsWithTheWeakestEvidence() {
        assertThat(form().assess(answers("yes", "", "no")).held().goodFaith()).isEqualTo(0.5);
    }

    @Test
    void everyMissingAndUnknownAnswerIsNamed() {
        Map<String, ControlAnswer> given = new HashMap<>();
        given.put("locks", new ControlAnswer("perhaps", ""));
        given.put("lock", new ControlAnswer("yes", ""));

        List<Questionnaire.Fault> faults = form().faults(given);

        assertThat(faults).extracting(Questionnaire.Fault::control).containsExactly("lock", "locks", "guards");
        assertThat(faults.get(1).message()).contains("'perhaps'", "Is there locks?");
        assertThat(faults.get(1).advice()).contains("no, partly, yes");
        assertThat(faults.get(2).answered()).isFalse();
        assertThat(faults.get(2).message()).contains("not answered", "Is there guards?");
    }

    @Test
    void evidenceOfNothingIsAContradiction() {
        assertThat(form().faults(answers("no", "tested", "yes")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("contradicts itself"));
        assertThat(form().faults(answers("no", "told", "yes"))).isEmpty();
    }

    @Test
    void unknownEvidenceIsRefused() {
        assertThat(form().faults(answers("yes", "sworn", "yes")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.advice()).contains("told, tested"));
    }

    @Test
    void aControlThatSupposesAnotherIsAContradictionWithoutIt() {
        Questionnaire form = form(new Questionnaire.Consistency("guards", 0.4, "locks", 1, "guards lock up"));

        assertThat(form.faults(answers("partly", "", "partly")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .contains("'guards' contradicts 'locks'", "'partly' and 'partly'", "guards lock up"));
        assertThat(form.faults(answers("yes", "", "partly"))).isEmpty();
        assertThat(form.faults(answers("no", "", "no"))).isEmpty();
    }

    @Test
    void assessingFaultyAnswersIsRefused() {
        assertThatThrownBy(() -> form().assess(Map.of())).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aFormMustAskAboutAllNineElements() {
        assertThatThrownBy(() -> new Questionnaire(
                        1, "form", "", EVIDENCE, List.of(control("locks", 1, 1, 1, 1, 1, 1, 1, 0, 1)), List.of()))
                .hasMessageContaining("nonDiscrimination");
    }

    @Test
    void creditOfEvidenceMustRise() {
        List<Questionnaire.Evidence> falling = new ArrayList<>(EVIDENCE);
        falling.add(new Questionnaire.Evidence("sworn", 0.2, 0, "test"));

        assertThatThrownBy(() -> new Questionnaire(1, "form", "", falling, form().controls(), List.of()))
                .hasMessageContaining("sworn");
    }

    @Test
    void betterAnswersNeverLowerALevel() {
        String[] words = {"no", "partly", "yes"};
        for (String guards : words) {
            double before = -1;
            for (String locks : words) {
                double level = form().assess(answers(locks, "", guards)).held().necessaryMeasures();
                assertThat(level).isGreaterThan(before);
                before = level;
            }
        }
    }
}
