package org.duecare.scenarios;

import java.util.List;
import java.util.Locale;
import org.duecare.diligence.Questionnaire;
import org.duecare.operation.Taxonomy;
import org.duecare.premium.AggregateCase;
import org.duecare.underwriting.Proposal;
import org.duecare.underwriting.TariffCase;

/** The kinds of files beside scenarios, each with the record that its keys stand at. */
public enum FileKind {
    /** A case of the exact engine. */
    AGGREGATE(AggregateCase.class, "schemaVersion"),
    /** A proposal form. */
    QUESTIONNAIRE(Questionnaire.class, "schemaVersion", "questionnaire", "evidence", "controls"),
    /** A tariff, fitted to claims or as it stands. */
    TARIFF(TariffCase.class, "schemaVersion", "tariff", "currency"),
    /** A proposal for insurance. */
    PROPOSAL(Proposal.class, "schemaVersion", "proposal", "currency", "operation", "sector", "territory", "answers"),
    /** Lists of classes with a mapping between them. */
    TAXONOMY(Taxonomy.class, "schemaVersion", "taxonomy", "reference", "schemes");

    private final Class<?> form;
    private final List<String> required;

    FileKind(Class<?> form, String... required) {
        this.form = form;
        this.required = List.of(required);
    }

    /** The word in commands and in {@code $id} of the schema. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The record of a whole file. */
    Class<?> form() {
        return form;
    }

    /** Keys that a file cannot do without. */
    List<String> required() {
        return required;
    }
}
