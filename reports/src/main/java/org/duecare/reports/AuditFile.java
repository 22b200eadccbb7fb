package org.duecare.reports;

import org.duecare.assessment.DiscriminationAudit;
import tools.jackson.core.JsonGenerator;

/** The audit of non-discrimination of one variant, as a part of the summary. */
final class AuditFile {
    private AuditFile() {}

    static void write(JsonFile file, DiscriminationAudit audit) {
        JsonGenerator json = file.json();
        json.writeObjectPropertyStart("audit");
        json.writeNumberProperty("groups", audit.groups());
        json.writeNumberProperty("operations", audit.operations());
        json.writeBooleanProperty("clean", audit.clean());
        for (DiscriminationAudit.Result result : audit.measures()) {
            json.writeObjectPropertyStart(result.what().key());
            file.number("index", result.index(), null);
            json.writeNumberProperty("pairs", result.pairs());
            json.writeArrayPropertyStart("offending");
            result.offending().forEach(pair -> write(file, pair));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void write(JsonFile file, DiscriminationAudit.Pair pair) {
        JsonGenerator json = file.json();
        json.writeStartObject();
        json.writeStringProperty("group", pair.group());
        json.writeStringProperty("higher", pair.higher());
        json.writeStringProperty("lower", pair.lower());
        file.number("higherValue", pair.higherValue(), null);
        file.number("lowerValue", pair.lowerValue(), null);
        file.number("index", pair.index(), null);
        file.interval("difference", pair.difference());
        json.writeEndObject();
    }
}
