package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duecare.diligence.ControlAnswer;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Questionnaire;
import org.duecare.operation.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations whose care is asked for by a questionnaire. */
class AnswersTest {
    private static final double ROUNDING = 1e-12;
    private static final Questionnaire CONTROLS = QuestionnaireFile.read("library:controls");

    @TempDir
    private Path folder;

    /** The word of each question at a place between the lowest and the highest. */
    private static Map<String, String> words(boolean best) {
        return CONTROLS.controls().stream()
                .collect(Collectors.toMap(
                        Questionnaire.Control::control,
                        control -> control.words().get(best ? control.words().size() - 1 : 0)));
    }

    private static String scenario(Map<String, String> answers, String more) {
        String listed = answers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "      " + entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        return Samples.SMALL.replace(
                        "netAssets: 1e8, posture: 0.5}",
                        "netAssets: 1e8" + more + ", answers: {"
                                + listed.strip().replace("\n", ",").replace(",      ", ", ") + "}}")
                + "diligence: {questionnaire: library:controls}\n";
    }

    private Operation acme(String text) {
        return Samples.read(folder, text).scenario().operations().listed().get(0);
    }

    @Test
    void bestAnswersWithoutEvidenceDeclareAllAndHoldWhatTheWeakestEvidenceIsWorth() {
        Operation acme = acme(scenario(words(true), ""));

        assertThat(acme.declared()).isEqualTo(ElementValues.uniform(1));
        for (double level : acme.posture().toArray()) {
            assertThat(level).isEqualTo(CONTROLS.evidence().get(0).credit(), within(ROUNDING));
        }
        assertThat(acme.answers()).hasSize(CONTROLS.controls().size());
    }

    @Test
    void worstAnswersHoldNothing() {
        Operation acme = acme(scenario(words(false), ""));

        assertThat(acme.posture()).isEqualTo(ElementValues.uniform(0));
        assertThat(acme.declared()).isEqualTo(ElementValues.uniform(0));
    }

    @Test
    void evidenceRaisesWhatIsHeld() {
        Map<String, String> answers = new java.util.HashMap<>(words(true));
        answers.put("hardening", "{answer: automated, evidence: certified}");

        Operation acme = acme(scenario(answers, ""));

        double expected = 0.6 + 0.4 * 1.72 / necessaryMeasures();
        assertThat(acme.posture().necessaryMeasures()).isEqualTo(expected, within(ROUNDING));
        assertThat(acme.posture().stateOfTheArt()).isEqualTo(0.6, within(ROUNDING));
        assertThat(acme.answers().get("hardening")).isEqualTo(new ControlAnswer("automated", "certified"));
    }

    private static double necessaryMeasures() {
        return CONTROLS.controls().stream()
                .mapToDouble(control -> control.elements().necessaryMeasures())
                .sum();
    }

    @Test
    void aMissingAnUnknownAndAContradictoryAnswerAreToldAtOnceWithTheirLines() {
        Map<String, String> answers = new java.util.HashMap<>(words(true));
        answers.remove("backups");
        answers.put("patching", "sometimes");
        answers.put("hardning", "automated");
        String refusal = Samples.refusal(folder, scenario(answers, ""));

        assertThat(refusal)
                .contains("'backups' is not answered: Are there backups")
                .contains("'patching' is answered 'sometimes'", "Answer later, within-30-days, within-7-days")
                .contains("'hardning' is no question of controls", "did you mean 'hardening'?")
                .contains("scenario.yaml:6:");
    }

    @Test
    void answersThatCannotBothBeTrueAreRefused() {
        Map<String, String> answers = new java.util.HashMap<>(words(true));
        answers.put("backups", "no");

        assertThat(Samples.refusal(folder, scenario(answers, "")))
                .contains("'restoration-tests' contradicts 'backups': answered 'quarterly' and 'no'")
                .contains("what is not backed up cannot be restored");
    }

    @Test
    void aPostureBesideAnswersMustBeTheirs() {
        assertThat(Samples.refusal(folder, scenario(words(true), ", posture: 0.9")))
                .contains("'posture' contradicts the answers");
        assertThat(acme(scenario(words(true), ", posture: 0.6")).posture().goodFaith())
                .isEqualTo(0.6, within(ROUNDING));
    }

    @Test
    void answersNeedAQuestionnaire() {
        String text = scenario(words(true), "").replace("diligence: {questionnaire: library:controls}\n", "");

        assertThat(Samples.refusal(folder, text)).contains("diligence.questionnaire is none", "library:controls");
    }

    @Test
    void aVariantMayNotOverlayTheQuestionnaire() {
        String text = scenario(words(true), "")
                + "variants: {other: {diligence: {questionnaire: library:controls-essential}}}\n";

        assertThat(Samples.refusal(folder, text)).contains("a variant may not overlay the questionnaire");
    }

    @Test
    void theResolvedScenarioIsAScenarioOfTheSamePosture() {
        LoadedScenario loaded = Samples.read(folder, scenario(words(true), ""));

        LoadedScenario again =
                ScenarioFile.read(Samples.write(folder, "resolved.json", loaded.resolvedJson()), Overrides.NONE);

        assertThat(again.scenarioSha256()).isEqualTo(loaded.scenarioSha256());
    }

    @Test
    void aTableOfOperationsTakesAColumnForEachAnswer() {
        List<String> controls =
                CONTROLS.controls().stream().map(Questionnaire.Control::control).toList();
        String header = "operation,sector,territory,revenue,answers." + String.join(",answers.", controls) + "\n";
        String row = Stream.concat(
                        Stream.of("acme", "energy", "DE", "1e8"),
                        controls.stream().map(words(true)::get))
                .collect(Collectors.joining(","));
        Samples.write(folder, "operations.csv", header + row + "\n");
        String text = Samples.SMALL
                        .lines()
                        .filter(line -> !line.contains("{operation:"))
                        .collect(Collectors.joining("\n"))
                        .replace("operations:", "operations: {file: operations.csv}")
                + "\ndiligence: {questionnaire: library:controls}\n";

        assertThat(acme(text).declared()).isEqualTo(ElementValues.uniform(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"controls", "controls-essential"})
    void shippedFormsAskForTheMinimumMeasuresOfTheDirective(String name) {
        Questionnaire form = QuestionnaireFile.read("library:" + name);
        List<String> references = form.controls().stream()
                .flatMap(control -> control.references().stream())
                .toList();

        assertThat(form.questionnaire()).isEqualTo(name);
        assertThat(references).contains("nis2-21-2-a", "nis2-21-2-b", "nis2-21-2-c", "nis2-21-2-g", "nis2-21-2-j");
        assertThat(form.controls())
                .allSatisfy(control -> assertThat(control.source()).isNotBlank());
    }

    @Test
    void theFullFormCoversTenMeasuresTwelveInsurersControlsAndEighteenListedControls() {
        List<String> references = CONTROLS.controls().stream()
                .flatMap(control -> control.references().stream())
                .distinct()
                .toList();

        assertThat(references)
                .contains(IntStream.rangeClosed('a', 'j')
                        .mapToObj(letter -> "nis2-21-2-" + (char) letter)
                        .toArray(String[]::new));
        assertThat(references.stream().filter(reference -> reference.startsWith("insurers-")))
                .hasSize(12);
        assertThat(references)
                .contains(IntStream.rangeClosed(1, 18)
                        .filter(number -> number != 12)
                        .mapToObj(number -> "cis-" + number)
                        .toArray(String[]::new));
    }

    @Test
    void theShortFormIsTheFirstGroupOfTheFullOne() {
        Questionnaire essential = QuestionnaireFile.read("library:controls-essential");

        assertThat(essential.controls())
                .isEqualTo(CONTROLS.controls().stream()
                        .filter(control -> control.group() == 1)
                        .toList());
    }
}
