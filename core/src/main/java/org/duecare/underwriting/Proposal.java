package org.duecare.underwriting;

import org.duecare.operation.Operation;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** A proposal for insurance: one operation with its answers, and the terms it asks for. */
public record Proposal(
        @Key(doc = "Version of the format.", min = 1, max = 1)
        int schemaVersion,

        @Key(doc = "Name of the proposal.") String proposal,
        @Key(doc = "One line for readers.", fallback = "") String title,

        @Key(doc = "The currency of all amounts, that of the scenario quoted from.")
        String currency,

        @Key(
                doc = "The operation, with the keys of an operation of a scenario; answers in place of posture.",
                inline = true)
        Operation operation,

        @Key(
                doc = "Deductible asked for; none for that of the scenario's insurance.",
                unit = "money",
                min = 0,
                fallback = "none")
        @Nullable
        Double deductible,

        @Key(
                doc = "Limit for one incident asked for; none for that of the scenario's insurance.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none")
        @Nullable
        Double limit) {
    /** Checks names and amounts, and that the proposal form is filled in. */
    public Proposal {
        Require.name(proposal, "proposal");
        Require.that(
                currency.matches("[A-Z]{3}"),
                "currency",
                "= " + currency + " must be a code of three capital letters",
                "Write for example EUR");
        if (deductible != null) {
            Require.notNegative(deductible, "deductible");
        }
        if (limit != null) {
            Require.limit(limit, "limit");
        }
        Require.that(
                !operation.answers().isEmpty(),
                "answers",
                "must be given: a proposal answers the questionnaire of the scenario",
                "`duecare library controls` prints the questions");
        Require.positive(operation.revenue(), "revenue");
    }
}
