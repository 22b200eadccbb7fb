package org.duecare.reports;

import java.util.List;
import org.duecare.assessment.Welfare;
import org.duecare.behaviour.CareBill;
import org.duecare.simulation.ChosenCare;
import org.duecare.simulation.ChosenCare.ClassChoice;
import tools.jackson.core.JsonGenerator;

/** What the summary says about the care that operators choose, and about welfare. */
final class BehaviourSummary {
    private BehaviourSummary() {}

    static void writeCare(JsonFile file, ChosenCare care) {
        JsonGenerator json = file.json();
        json.writeObjectPropertyStart("behaviour");
        json.writeBooleanProperty("converged", care.converged());
        json.writeNumberProperty("sweeps", care.sweeps());
        file.number("residual", care.residual(), null);
        json.writeArrayPropertyStart("classes");
        for (ClassChoice choice : care.classes()) {
            writeClass(file, choice);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeClass(JsonFile file, ClassChoice choice) {
        JsonGenerator json = file.json();
        json.writeStartObject();
        json.writeStringProperty("sector", choice.riskClass().sector());
        json.writeStringProperty("territory", choice.riskClass().territory());
        json.writeStringProperty("size", choice.riskClass().size());
        json.writeStringProperty("posture", choice.riskClass().posture());
        json.writeStringProperty("assurance", choice.riskClass().assurance());
        json.writeBooleanProperty("insured", choice.insured());
        json.writeNumberProperty("operations", choice.operations());
        file.number("careBefore", choice.before(), null);
        file.number("care", choice.care(), null);
        CareBill bill = choice.bill();
        file.number("careCost", bill.care(), null);
        file.number("premium", bill.premium(), null);
        file.number("levy", bill.levy(), null);
        file.number("retained", bill.retained(), null);
        file.number("ownLoss", bill.ownLoss(), null);
        file.number("sanctions", bill.sanctions(), null);
        json.writeNumberProperty("iterations", choice.premium().iterations());
        file.number("premiumResidual", choice.premium().residual(), null);
        json.writeEndObject();
    }

    static void writeWelfare(JsonFile file, Welfare welfare) {
        JsonGenerator json = file.json();
        json.writeObjectPropertyStart("welfare");
        writeItems(file, "annual", welfare.items());
        String against = welfare.against();
        if (against != null) {
            json.writeStringProperty("against", against);
            writeItems(file, "differences", welfare.differences());
        }
        json.writeEndObject();
    }

    private static void writeItems(JsonFile file, String name, List<Welfare.Item> items) {
        JsonGenerator json = file.json();
        json.writeObjectPropertyStart(name);
        items.forEach(item -> file.interval(item.component().key(), item.mean()));
        json.writeEndObject();
    }
}
