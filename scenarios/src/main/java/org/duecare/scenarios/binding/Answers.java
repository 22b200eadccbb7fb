package org.duecare.scenarios.binding;

import java.util.LinkedHashMap;
import java.util.Map;
import org.duecare.diligence.ControlAnswer;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Questionnaire;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Numbers;
import org.duecare.scenarios.tree.Position;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.Suggestions;
import org.jspecify.annotations.Nullable;

/** Turns the answers of an operation into the posture that it declares and holds. */
final class Answers {
    private static final String ANSWERS = "answers";
    private static final double SAME = 1e-9;

    private final BindingContext context;

    Answers(BindingContext context) {
        this.context = context;
    }

    /** The operation with posture and declared posture made from its answers; unchanged where it has none. */
    Node.Mapping expand(Node.Mapping operation, String path) {
        Node given = operation.get(ANSWERS);
        if (!(given instanceof Node.Mapping map) || map.entries().isEmpty()) {
            return operation;
        }
        Position position = operation.keyPosition(ANSWERS);
        Questionnaire questionnaire = context.questionnaire();
        if (questionnaire == null) {
            context.refuse(
                    position,
                    path + "." + ANSWERS,
                    "answers are given, but diligence.questionnaire is none",
                    "Write diligence: {questionnaire: library:controls}");
            return operation.with("posture", entry(position, ElementValues.uniform(0)));
        }
        Map<String, ControlAnswer> answers = new LinkedHashMap<>();
        map.entries().forEach((control, entry) -> {
            ControlAnswer answer = answer(entry.value());
            if (answer != null) {
                answers.put(control, answer);
            }
        });
        boolean readable = answers.size() == map.entries().size();
        if (readable && sound(questionnaire, answers, map, position, path)) {
            Questionnaire.Assessed assessed = questionnaire.assess(answers);
            Node.Mapping whole = with(operation, "posture", assessed.held(), position, path);
            return with(whole, "declared", assessed.declared(), position, path);
        }
        return operation.with("posture", entry(position, ElementValues.uniform(0)));
    }

    /** An answer as written; null where the binder will refuse it. */
    private static @Nullable ControlAnswer answer(Node node) {
        if (node instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
            return new ControlAnswer(scalar.text(), "");
        }
        if (node instanceof Node.Mapping map
                && map.get("answer") instanceof Node.Scalar answer
                && !answer.text().isBlank()) {
            String evidence = map.get("evidence") instanceof Node.Scalar shown ? shown.text() : "";
            return new ControlAnswer(answer.text(), evidence);
        }
        return null;
    }

    private boolean sound(
            Questionnaire questionnaire,
            Map<String, ControlAnswer> answers,
            Node.Mapping map,
            Position position,
            String path) {
        boolean sound = true;
        for (Questionnaire.Fault fault : questionnaire.faults(answers)) {
            sound = false;
            boolean unknown = questionnaire.find(fault.control()).isEmpty();
            String advice = unknown
                    ? Suggestions.nearest(
                                    fault.control(),
                                    questionnaire.controls().stream()
                                            .map(Questionnaire.Control::control)
                                            .toList())
                            .map(word -> "did you mean '" + word + "'?")
                            .orElse(fault.advice())
                    : fault.advice();
            context.problems()
                    .add(Problem.at(
                                    fault.answered() ? map.keyPosition(fault.control()) : position,
                                    child(path, ANSWERS) + "." + Problem.shown(fault.control()),
                                    fault.message(),
                                    advice)
                            .withHelp("operations.answers"));
        }
        return sound;
    }

    private static String child(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** A level stated beside answers must be what they amount to. */
    private Node.Mapping with(
            Node.Mapping operation, String key, ElementValues levels, Position position, String path) {
        Node stated = operation.get(key);
        boolean none = stated instanceof Node.Scalar scalar && scalar.isNone();
        if (stated != null && !none && !same(stated, levels)) {
            context.refuse(
                    operation.keyPosition(key),
                    child(path, key),
                    "'" + key + "' contradicts the answers, which amount to another one",
                    "Leave " + key + " out: it follows from the answers");
        }
        return operation.with(key, entry(position, levels));
    }

    private static boolean same(Node stated, ElementValues levels) {
        double[] expected = levels.toArray();
        for (DiligenceElement element : DiligenceElement.values()) {
            Node level = stated instanceof Node.Mapping map ? map.get(element.key()) : stated;
            if (!(level instanceof Node.Scalar scalar) || !near(scalar.text(), expected[element.ordinal()])) {
                return false;
            }
        }
        return true;
    }

    private static boolean near(String text, double level) {
        try {
            return Math.abs(Double.parseDouble(text) - level) <= SAME;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private static Node.Entry entry(Position position, ElementValues levels) {
        double[] values = levels.toArray();
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (DiligenceElement element : DiligenceElement.values()) {
            Node level = new Node.Scalar(position, Numbers.text(values[element.ordinal()]), Node.Style.PLAIN);
            entries.put(element.key(), new Node.Entry(position, level));
        }
        return new Node.Entry(position, new Node.Mapping(position, entries));
    }
}
