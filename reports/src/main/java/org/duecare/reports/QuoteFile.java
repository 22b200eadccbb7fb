package org.duecare.reports;

import java.io.IOException;
import java.io.OutputStream;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.ElementValues;
import org.duecare.premium.Premium;
import org.duecare.underwriting.Quote;
import tools.jackson.core.JsonGenerator;

/** A quote as one JSON document. */
public final class QuoteFile {
    /** Name of the layout. */
    public static final String SCHEMA = "duecare-quote-1";

    private static final String UNLIMITED = "none";

    private final Quote quote;

    /** A document. */
    public QuoteFile(Quote quote) {
        this.quote = quote;
    }

    /** Writes it; the stream stays open. */
    public void writeTo(OutputStream out) throws IOException {
        try (JsonFile file = new JsonFile(out)) {
            JsonGenerator json = file.json();
            json.writeStartObject();
            json.writeStringProperty("schema", SCHEMA);
            json.writeStringProperty("proposal", quote.proposal());
            json.writeStringProperty("scenario", quote.scenario());
            json.writeStringProperty("variant", quote.variant());
            json.writeStringProperty("currency", quote.currency());
            json.writeStringProperty("operation", quote.operation().operation());
            posture(file, "posture", quote.operation().posture());
            posture(file, "declared", quote.declared());
            json.writeStringProperty("decision", quote.decision().name().toLowerCase(java.util.Locale.ROOT));
            json.writeArrayPropertyStart("rules");
            quote.rules().forEach(json::writeString);
            json.writeEndArray();
            json.writeObjectPropertyStart("terms");
            terms(file, quote.terms());
            json.writeEndObject();
            json.writeStringProperty("principle", quote.principle());
            json.writeNumberProperty("trialYears", quote.trialYears());
            json.writeObjectPropertyStart("premium");
            premium(file, quote.premium());
            json.writeEndObject();
            json.writeObjectPropertyStart("expectedLossInterval");
            file.number("low", quote.simulated().range().low(), null);
            file.number("high", quote.simulated().range().high(), null);
            json.writeEndObject();
            json.writeStringProperty("pure", quote.byTariff() ? "tariff" : "simulation");
            file.number("simulatedLoss", quote.simulated().mean(), null);
            options(file);
            improvements(file);
            json.writeEndObject();
        }
    }

    private static void posture(JsonFile file, String name, ElementValues levels) {
        double[] values = levels.toArray();
        file.json().writeObjectPropertyStart(name);
        for (DiligenceElement element : DiligenceElement.values()) {
            file.number(element.key(), values[element.ordinal()], null);
        }
        file.json().writeEndObject();
    }

    private static void terms(JsonFile file, Quote.Terms terms) {
        file.number("deductible", terms.deductible(), null);
        limit(file, "limit", terms.limit());
        limit(file, "annualLimit", terms.annualLimit());
    }

    private static void limit(JsonFile file, String name, double limit) {
        if (limit == Double.POSITIVE_INFINITY) {
            file.json().writeStringProperty(name, UNLIMITED);
        } else {
            file.number(name, limit, null);
        }
    }

    private static void premium(JsonFile file, Premium premium) {
        file.number("expectedLoss", premium.expectedLoss(), null);
        file.number("riskLoad", premium.riskLoad(), null);
        file.number("expenses", premium.expenses(), null);
        file.number("commission", premium.commission(), null);
        file.number("reinsurance", premium.reinsurance(), null);
        file.number("levy", premium.levy(), null);
        file.number("tax", premium.tax(), null);
        file.number("total", premium.total(), null);
    }

    private void options(JsonFile file) {
        JsonGenerator json = file.json();
        json.writeArrayPropertyStart("options");
        for (Quote.Option option : quote.options()) {
            json.writeStartObject();
            terms(file, option.terms());
            file.number("premium", option.premium().total(), null);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void improvements(JsonFile file) {
        JsonGenerator json = file.json();
        json.writeArrayPropertyStart("improvements");
        for (Quote.Improvement improvement : quote.improvements()) {
            json.writeStartObject();
            json.writeStringProperty("control", improvement.control());
            json.writeStringProperty("element", improvement.element().key());
            json.writeStringProperty("what", improvement.evidence() ? "evidence" : "answer");
            json.writeStringProperty("from", improvement.from());
            json.writeStringProperty("to", improvement.to());
            file.number("premiumSaved", improvement.premiumSaved(), null);
            json.writeObjectPropertyStart("expectedLossSaved");
            file.number("low", improvement.saved().low(), null);
            file.number("high", improvement.saved().high(), null);
            json.writeEndObject();
            file.number("cost", improvement.cost(), null);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
