package org.duecare.scenarios;

import org.duecare.diligence.Questionnaire;
import org.duecare.scenarios.binding.Binder;
import org.duecare.scenarios.binding.BindingContext;
import org.duecare.scenarios.binding.Bound;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Problems;
import org.jspecify.annotations.Nullable;

/** Reads questionnaires: proposal forms with their questions, answers and weights. */
public final class QuestionnaireFile {
    private QuestionnaireFile() {}

    /**
     * Reads a questionnaire and checks it.
     *
     * @param fileOrLibrary a file as typed, YAML or (named .json) JSON, or {@code library:NAME}
     * @throws org.duecare.scenarios.tree.ScenarioException with all faults
     */
    public static Questionnaire read(String fileOrLibrary) {
        Problems problems = new Problems();
        Overlays overlays = new Overlays(problems);
        return bind(overlays.resolve(Source.of(fileOrLibrary), Overrides.NONE), overlays, problems);
    }

    /** The questionnaire that a scenario names; null where it names none. */
    static @Nullable Questionnaire named(Node.Mapping scenario, Overlays overlays, Problems problems) {
        if (!(scenario.get("diligence") instanceof Node.Mapping diligence)
                || !(diligence.get("questionnaire") instanceof Node.Scalar reference)
                || reference.isNone()
                || reference.text().isBlank()) {
            return null;
        }
        Node.Mapping tree = overlays.document(reference.text(), reference.position());
        return bind(tree, overlays, problems);
    }

    private static Questionnaire bind(Node.Mapping tree, Overlays overlays, Problems problems) {
        BindingContext context = new BindingContext("EUR", problems, overlays::data, Questionnaire.class);
        Bound bound = new Binder(context).record(Questionnaire.class, tree, "");
        problems.throwIfAny();
        if (!(bound.value() instanceof Questionnaire questionnaire)) {
            throw new IllegalStateException("a questionnaire was refused without a reason");
        }
        return questionnaire;
    }
}
