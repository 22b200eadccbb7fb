package org.duecare.diligence;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** The answer to one question of a proposal form, and how it is shown. */
public record ControlAnswer(
        @Key(doc = "One of the words that the question allows.")
        String answer,

        @Key(
                doc =
                        "How it is shown: a word of the questionnaire's evidence, for example documented or tested. Default: the weakest.",
                fallback = "")
        String evidence) {
    /** Checks that there is an answer. */
    public ControlAnswer {
        Require.name(answer, "answer");
    }
}
