package org.duecare.scenarios;

import org.duecare.diligence.Questionnaire;
import org.duecare.scenarios.binding.Binder;
import org.duecare.scenarios.binding.BindingContext;
import org.duecare.scenarios.binding.Bound;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Problems;
import org.duecare.underwriting.Proposal;

/** Reads proposals for insurance, with the same care as scenario files. */
public final class ProposalFile {
    private ProposalFile() {}

    /**
     * Reads a proposal and checks its answers.
     *
     * @param fileOrLibrary a file as typed, YAML or (named .json) JSON, or {@code library:NAME}
     * @param questionnaire that its answers refer to
     * @throws org.duecare.scenarios.tree.ScenarioException with all faults, each answer at fault with its question
     */
    public static Proposal read(String fileOrLibrary, Questionnaire questionnaire, Overrides overrides) {
        Problems problems = new Problems();
        Overlays overlays = new Overlays(problems);
        Node.Mapping tree = overlays.resolve(Source.of(fileOrLibrary), overrides);
        String currency =
                tree.get("currency") instanceof Node.Scalar code && code.text().matches("[A-Z]{3}")
                        ? code.text()
                        : "EUR";
        refuseWithoutAnswers(tree, problems);
        BindingContext context = new BindingContext(currency, problems, overlays::data, Proposal.class, questionnaire);
        Bound bound = new Binder(context).record(Proposal.class, tree, "");
        problems.throwIfAny();
        if (!(bound.value() instanceof Proposal proposal)) {
            throw new IllegalStateException("a proposal was refused without a reason");
        }
        return proposal;
    }

    /** Care is asked for, not stated. */
    private static void refuseWithoutAnswers(Node.Mapping tree, Problems problems) {
        if (!(tree.get("answers") instanceof Node.Mapping answers)
                || answers.entries().isEmpty()) {
            problems.add(
                    tree.keyPosition("answers"),
                    "answers",
                    "'answers' must be given: a proposal answers the questionnaire of the scenario",
                    "`duecare library controls` prints the questions");
            problems.throwIfAny();
        }
    }
}
