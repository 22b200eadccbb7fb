package org.duecare.underwriting;

import org.duecare.diligence.Questionnaire;
import org.duecare.operation.Operation;
import org.duecare.premium.Premium;

/**
 * What rules of underwriting look at.
 *
 * @param operation with its answers and the posture that follows from them
 * @param questionnaire that it answered
 * @param limit asked for; infinite for none
 * @param premium at the terms asked for
 */
public record Risk(Operation operation, Questionnaire questionnaire, double limit, Premium premium) {
    /** The level at which a control is answered. */
    double answeredLevel(String control) {
        return questionnaire.level(control, operation.answers());
    }

    /** The credit of the evidence by which a control is shown. */
    double credit(String control) {
        var answer = operation.answers().get(control);
        return answer == null ? 0 : creditOf(answer.evidence());
    }

    /** The credit of a kind of evidence; 0 for one that there is not. */
    double creditOf(String evidence) {
        return questionnaire.kind(evidence).map(Questionnaire.Evidence::credit).orElse(0.0);
    }
}
