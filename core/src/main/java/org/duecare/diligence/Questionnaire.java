package org.duecare.diligence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * A proposal form: questions about controls, the words that answer them, what evidence is worth, and which of the nine
 * elements each control speaks for. A posture is a weighted mean over controls:
 *
 * <pre>{@code
 * declared_k = sum_c w_ck a_c / sum_c w_ck            as answered
 * held_k     = sum_c w_ck a_c e_c / sum_c w_ck        as far as shown
 * }</pre>
 *
 * with the level {@code a_c} of the answer and the credit {@code e_c} of its evidence, both in [0, 1].
 */
public record Questionnaire(
        @Key(doc = "Version of the format.", min = 1, max = 1)
        int schemaVersion,

        @Key(doc = "Name of the questionnaire.") String questionnaire,
        @Key(doc = "One line for readers.", fallback = "") String title,

        @Key(doc = "Kinds of evidence, the weakest first; credit must rise.")
        List<Evidence> evidence,

        @Key(doc = "The questions.") List<Control> controls,

        @Key(doc = "Answers that cannot both be true.", fallback = "[]")
        List<Consistency> consistency) {

    /** One kind of evidence. */
    public record Evidence(
            @Key(doc = "Its name, for example documented.") String evidence,

            @Key(
                    doc = "Share of an answer's level that counts as held when it is shown in this way.",
                    unit = "share",
                    min = 0,
                    max = 1)
            double credit,

            @Key(
                    doc = "Yearly cost of showing a control in this way, as a share of the control's own cost.",
                    unit = "share",
                    min = 0,
                    max = 10,
                    fallback = "0")
            double costShare,

            @Key(doc = "Where the figures come from, or the word assumption.")
            String source) {
        /** Checks name and shares. */
        public Evidence {
            Require.name(evidence, "evidence");
            Require.share(credit, "credit");
            Require.between(costShare, 0, 10, "costShare");
            Require.name(source, "source");
        }
    }

    /** One question. */
    public record Control(
            @Key(doc = "Its name in answers.") String control,
            @Key(doc = "What is asked.") String question,

            @Key(doc = "The words that answer it, each with the level of the control it stands for.", unit = "share")
            Map<String, Double> answers,

            @Key(doc = "How much the control speaks for each of the nine elements, relative to other controls.")
            ElementValues elements,

            @Key(
                    doc = "Yearly cost of the control in full, as a share of revenue.",
                    unit = "share",
                    min = 0,
                    max = 1,
                    fallback = "0")
            double costOfRevenue,

            @Key(
                    doc =
                            "Implementation group: 1 essential hygiene, 2 for operations with more to lose, 3 for the exposed.",
                    min = 1,
                    max = 3,
                    fallback = "1")
            int group,

            @Key(
                    doc = "Provisions and lists that ask for the control, for example nis2-21-2-j or insurers-mfa.",
                    fallback = "[]")
            List<String> references,

            @Key(doc = "Where the weights come from, or the word assumption.")
            String source) {
        /** Checks words, levels and weights. */
        public Control {
            Require.name(control, "control");
            Require.name(question, "question");
            Require.name(source, "source");
            answers = Map.copyOf(answers);
            references = List.copyOf(references);
            Require.share(costOfRevenue, "costOfRevenue");
            Require.between(group, 1, 3, "group");
            answers.forEach((word, level) -> Require.share(level, "answers." + word));
            Require.that(
                    answers.containsValue(0.0) && answers.containsValue(1.0),
                    "answers",
                    "of " + control + " must hold a word for 0 and a word for 1",
                    "Write for example {no: 0, partly: 0.5, fully: 1}");
            double sum = 0;
            for (double weight : elements.toArray()) {
                sum += Require.notNegative(weight, "elements");
            }
            Require.that(sum > 0, "elements", "of " + control + " must name an element", "");
        }

        /** The words from the lowest level to the highest, equal levels by name. */
        public List<String> words() {
            return answers.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** The level that a word stands for. */
        public double level(String word) {
            Double level = answers.get(word);
            if (level == null) {
                throw new InvalidValueException("answers", "of " + control + " hold no '" + word + "'", "");
            }
            return level;
        }

        /** The element for which the control speaks most; the first of equals. */
        public DiligenceElement mainElement() {
            double[] weights = elements.toArray();
            int best = 0;
            for (int k = 1; k < weights.length; k++) {
                best = weights[k] > weights[best] ? k : best;
            }
            return DiligenceElement.values()[best];
        }
    }

    /** A control at a level or above that supposes another control at a level or above. */
    public record Consistency(
            @Key(doc = "Control that supposes another.") String control,

            @Key(doc = "Level from which it does.", unit = "share", min = 0, max = 1, aboveMin = true)
            double from,

            @Key(doc = "Control that is supposed.") String needs,

            @Key(doc = "Lowest level of it that fits.", unit = "share", min = 0, max = 1, aboveMin = true)
            double atLeast,

            @Key(doc = "Why, in half a sentence.") String because) {
        /** Checks levels. */
        public Consistency {
            Require.share(Require.positive(from, "from"), "from");
            Require.share(Require.positive(atLeast, "atLeast"), "atLeast");
            Require.name(because, "because");
        }
    }

    /** Checks names, the order of evidence, that every element is asked about, and references between controls. */
    public Questionnaire {
        evidence = List.copyOf(evidence);
        controls = List.copyOf(controls);
        consistency = List.copyOf(consistency);
        Require.name(questionnaire, "questionnaire");
        Require.that(!evidence.isEmpty(), "evidence", "must name a kind", "");
        for (int i = 1; i < evidence.size(); i++) {
            Require.that(
                    evidence.get(i - 1).credit() < evidence.get(i).credit(),
                    "evidence",
                    "must rise in credit, " + evidence.get(i).evidence() + " does not",
                    "");
        }
        Set<String> names = new HashSet<>();
        double[] weight = new double[DiligenceElement.COUNT];
        for (Control control : controls) {
            Require.that(names.add(control.control()), "controls", "name " + control.control() + " twice", "");
            double[] own = control.elements().toArray();
            for (int k = 0; k < weight.length; k++) {
                weight[k] += own[k];
            }
        }
        for (int k = 0; k < weight.length; k++) {
            String element = DiligenceElement.values()[k].key();
            Require.that(weight[k] > 0, "controls", "ask nothing about " + element, "Give a control a weight for it");
        }
        for (Consistency rule : consistency) {
            for (String named : List.of(rule.control(), rule.needs())) {
                Require.that(names.contains(named), "consistency", "names " + named + ", which is no control", "");
            }
        }
    }

    /**
     * A fault of a set of answers.
     *
     * @param control the question at fault
     * @param answered whether the fault lies in a given answer, and not in its absence
     * @param message what was found and what is allowed
     * @param advice a way out; may be empty
     */
    public record Fault(String control, boolean answered, String message, String advice) {}

    /**
     * What answers amount to.
     *
     * @param declared levels as answered
     * @param held levels as far as they are shown
     */
    public record Assessed(ElementValues declared, ElementValues held) {}

    /** The question of a name, if there is one. */
    public Optional<Control> find(String control) {
        return controls.stream().filter(one -> one.control().equals(control)).findFirst();
    }

    /** All faults of a set of answers: missing, unknown and contradictory ones. */
    public List<Fault> faults(Map<String, ControlAnswer> answers) {
        List<Fault> faults = new ArrayList<>();
        for (String given : new TreeSet<>(answers.keySet())) {
            if (find(given).isEmpty()) {
                faults.add(new Fault(given, true, "'" + given + "' is no question of " + questionnaire, ""));
            }
        }
        for (Control control : controls) {
            ControlAnswer answer = answers.get(control.control());
            if (answer == null) {
                faults.add(new Fault(
                        control.control(),
                        false,
                        "'" + control.control() + "' is not answered: " + control.question(),
                        "Answer " + String.join(", ", control.words())));
            } else {
                check(control, answer, faults);
            }
        }
        if (faults.isEmpty()) {
            consistency.forEach(rule -> check(rule, answers, faults));
        }
        return faults;
    }

    private void check(Control control, ControlAnswer answer, List<Fault> faults) {
        String name = control.control();
        if (!control.answers().containsKey(answer.answer())) {
            faults.add(new Fault(
                    name,
                    true,
                    "'" + name + "' is answered '" + answer.answer() + "', which is none of its answers: "
                            + control.question(),
                    "Answer " + String.join(", ", control.words())));
            return;
        }
        if (kind(answer.evidence()).isEmpty()) {
            String words =
                    String.join(", ", evidence.stream().map(Evidence::evidence).toList());
            faults.add(new Fault(
                    name,
                    true,
                    "'" + name + "' is shown by '" + answer.evidence() + "', which is no evidence",
                    "There is " + words));
            return;
        }
        boolean shown = !answer.evidence().isEmpty()
                && !answer.evidence().equals(evidence.get(0).evidence());
        if (shown && control.level(answer.answer()) == 0) {
            faults.add(new Fault(
                    name,
                    true,
                    "'" + name + "' contradicts itself: answered '" + answer.answer() + "', yet " + answer.evidence(),
                    "Take the evidence away, or answer what it shows"));
        }
    }

    private void check(Consistency rule, Map<String, ControlAnswer> answers, List<Fault> faults) {
        if (level(rule.control(), answers) >= rule.from() && level(rule.needs(), answers) < rule.atLeast()) {
            faults.add(new Fault(
                    rule.control(),
                    true,
                    "'" + rule.control() + "' contradicts '" + rule.needs() + "': answered "
                            + word(rule.control(), answers) + " and " + word(rule.needs(), answers) + ", but "
                            + rule.because(),
                    "Correct one of the two"));
        }
    }

    private static String word(String control, Map<String, ControlAnswer> answers) {
        ControlAnswer answer = answers.get(control);
        return answer == null ? "" : "'" + answer.answer() + "'";
    }

    /** The level at which a control is answered; 0 where it is not. */
    public double level(String control, Map<String, ControlAnswer> answers) {
        ControlAnswer answer = answers.get(control);
        return answer == null
                ? 0
                : find(control).map(one -> one.level(answer.answer())).orElse(0.0);
    }

    /** The kind of evidence of a word; the weakest for none. */
    public Optional<Evidence> kind(String word) {
        return word.isEmpty()
                ? Optional.of(evidence.get(0))
                : evidence.stream().filter(one -> one.evidence().equals(word)).findFirst();
    }

    /** The strongest kind of evidence. */
    public Evidence strongest() {
        return evidence.get(evidence.size() - 1);
    }

    /**
     * Levels of the nine elements from sound answers.
     *
     * @throws InvalidValueException with the first fault where there is one
     */
    public Assessed assess(Map<String, ControlAnswer> answers) {
        List<Fault> faults = faults(answers);
        if (!faults.isEmpty()) {
            throw new InvalidValueException(
                    "answers", faults.get(0).message(), faults.get(0).advice());
        }
        double[][] weights = new double[controls.size()][];
        double[] level = new double[weights.length];
        double[] credit = new double[weights.length];
        for (int c = 0; c < weights.length; c++) {
            Control control = controls.get(c);
            ControlAnswer answer = answers.get(control.control());
            weights[c] = control.elements().toArray();
            level[c] = level(control.control(), answers);
            credit[c] = answer == null
                    ? 0
                    : kind(answer.evidence()).map(Evidence::credit).orElse(0.0);
        }
        double[] full = new double[weights.length];
        java.util.Arrays.fill(full, 1);
        return new Assessed(
                ElementValues.of(posture(weights, level, full)), ElementValues.of(posture(weights, level, credit)));
    }

    /**
     * Levels of elements: {@code sum_c w_ck level_c credit_c / sum_c w_ck}.
     *
     * @param weights {@code [control][element]}, at least 0, for each element one above 0
     * @param level of each control, in [0, 1]
     * @param credit of its evidence, in [0, 1]
     */
    public static double[] posture(double[][] weights, double[] level, double[] credit) {
        double[] posture = new double[weights[0].length];
        for (int k = 0; k < posture.length; k++) {
            double sum = 0;
            double whole = 0;
            for (int c = 0; c < weights.length; c++) {
                sum += weights[c][k] * level[c] * credit[c];
                whole += weights[c][k];
            }
            posture[k] = Math.min(1, sum / whole);
        }
        return posture;
    }
}
