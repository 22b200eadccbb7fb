package org.duecare.reports;

import java.util.Locale;
import org.duecare.assessment.Assessment.FundYear;
import org.duecare.assessment.Burden;
import org.duecare.assessment.FundRisk;
import org.duecare.simulation.Purchase;
import tools.jackson.core.JsonGenerator;

/** What the summary says of the fan and the failure of a fund, and of the burden of cover. */
final class FundSummary {
    private FundSummary() {}

    static void writeFan(JsonFile file, FundYear year) {
        JsonGenerator json = file.json();
        json.writeArrayPropertyStart("balanceQuantiles");
        for (int k = 0; k < FundYear.BALANCE_LEVELS.size(); k++) {
            json.writeStartObject();
            file.number("level", FundYear.BALANCE_LEVELS.get(k), null);
            file.number("balance", year.balanceQuantiles()[k], "beyond the data");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writeYear(JsonFile file, FundRisk.Year year) {
        file.interval("levelOfPaymentsRange", year.levelOfPayments());
        file.interval("probabilityOfRuin", year.ruin());
        file.interval("probabilityOfDepletion", year.depletion());
        file.interval("shortfall", year.shortfall());
    }

    static void write(JsonFile file, FundRisk risk) {
        file.interval("yearsToDepletion", risk.yearsToDepletion());
        file.interval("shortfallGivenProration", risk.shortfallGivenProration());
    }

    /** How voluntary cover was chosen before the first trial. */
    static void write(JsonFile file, Purchase purchase) {
        JsonGenerator json = file.json();
        json.writeObjectPropertyStart("purchase");
        json.writeNumberProperty("offered", purchase.buys().size());
        json.writeNumberProperty("bought", purchase.buyers());
        json.writeNumberProperty("iterations", purchase.iterations());
        json.writeNumberProperty("undecided", purchase.undecided());
        file.number("rateChange", purchase.rateChange(), null);
        file.number("claimsOfAll", purchase.claimsOfAll(), "no exposure");
        file.number("claimsOfBuyers", purchase.claimsOfBuyers(), "nobody buys");
        Purchase.Joint joint = purchase.joint();
        if (joint != null) {
            json.writeObjectPropertyStart("joint");
            json.writeNumberProperty("rounds", joint.rounds());
            file.number("careChange", joint.careChange(), null);
            json.writeNumberProperty("switched", joint.switched());
            json.writeBooleanProperty("converged", joint.converged());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static void write(JsonFile file, Burden burden) {
        JsonGenerator json = file.json();
        json.writeArrayPropertyStart("burden");
        for (Burden.Group group : burden.groups()) {
            json.writeStartObject();
            json.writeStringProperty("by", group.by().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("group", group.name());
            json.writeNumberProperty("operations", group.operations());
            file.number("revenue", group.revenue(), null);
            file.number("premium", group.premium(), null);
            file.interval("contributions", group.contributions());
            file.interval("shareOfRevenue", group.share());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
