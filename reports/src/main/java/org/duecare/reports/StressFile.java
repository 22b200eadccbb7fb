package org.duecare.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.duecare.assessment.FundAdequacy;
import org.duecare.assessment.ReverseStress;
import org.duecare.assessment.StressAssessment;
import org.duecare.statistics.RareEvent;
import tools.jackson.core.JsonGenerator;

/** The answers of a stress test as one JSON document. */
public final class StressFile {
    /** Name of the layout. */
    public static final String SCHEMA = "duecare-stress-1";

    private final StressAssessment stress;

    /** A document. */
    public StressFile(StressAssessment stress) {
        this.stress = stress;
    }

    /** Writes it; the stream stays open. */
    public void writeTo(OutputStream out) throws IOException {
        try (JsonFile file = new JsonFile(out)) {
            JsonGenerator json = file.json();
            json.writeStartObject();
            json.writeStringProperty("schema", SCHEMA);
            json.writeStringProperty("scenario", stress.scenario());
            json.writeStringProperty("currency", stress.currency());
            String variant = stress.variant();
            if (variant != null) {
                json.writeStringProperty("variant", variant);
            }
            json.writeNumberProperty("years", stress.years());
            writeAnswers(file);
            json.writeEndObject();
        }
    }

    /** Writes the answers into the open object; what was not asked for is left out. */
    void writeAnswers(JsonFile file) {
        JsonGenerator json = file.json();
        json.writeArrayPropertyStart("disasters");
        stress.disasters().forEach(outcome -> write(file, outcome));
        json.writeEndArray();
        if (!stress.smallest().isEmpty()) {
            json.writeArrayPropertyStart("smallest");
            stress.smallest().forEach(smallest -> write(file, smallest));
            json.writeEndArray();
        }
        if (!stress.adequacy().isEmpty()) {
            json.writeArrayPropertyStart("adequacy");
            stress.adequacy().forEach(answer -> write(file, answer));
            json.writeEndArray();
        }
        if (!stress.sectors().isEmpty()) {
            json.writeArrayPropertyStart("sectors");
            for (FundAdequacy.SectorFall fall : stress.sectors()) {
                json.writeStartObject();
                json.writeStringProperty("sector", fall.sector());
                json.writeNumberProperty("fall", FundAdequacy.SCREENED_FALL);
                write(file, "proration", fall.proration());
                if (fall != stress.sectors().get(0)) {
                    file.interval("behindWorst", fall.behind());
                    json.writeBooleanProperty("separable", fall.separable());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        StressAssessment.CrossCheck check = stress.crossCheck();
        if (check != null) {
            json.writeObjectPropertyStart("crossCheck");
            json.writeStringProperty("key", check.what());
            json.writeNumberProperty("value", check.value());
            write(file, "twist", check.weighted());
            write(file, "crude", check.crude());
            json.writeNumberProperty("standardErrorsApart", check.standardErrorsApart());
            json.writeEndObject();
        }
    }

    private static void write(JsonFile file, ReverseStress.Outcome outcome) {
        JsonGenerator json = file.json();
        json.writeStartObject();
        json.writeStringProperty("disaster", outcome.disaster());
        json.writeNumberProperty("scale", outcome.scale());
        json.writeStringProperty("variant", outcome.variant());
        json.writeNumberProperty("year", outcome.year());
        for (ReverseStress.Payment payment : outcome.paid()) {
            json.writeObjectPropertyStart(payment.measure().key());
            file.bounds("mean", payment.mean());
            file.number("without", payment.without(), "the mean is not finite");
            json.writeEndObject();
        }
        RareEvent proration = outcome.proration();
        if (proration != null) {
            write(file, "proration", proration);
        }
        json.writeEndObject();
    }

    private static void write(JsonFile file, ReverseStress.Smallest smallest) {
        JsonGenerator json = file.json();
        json.writeStartObject();
        json.writeStringProperty("disaster", smallest.disaster());
        json.writeStringProperty("variant", smallest.variant());
        file.interval("scale", smallest.scale());
        file.number("harm", smallest.harm(), "no size exhausts the fund");
        confirmation(file, smallest.confirmation());
        json.writeBooleanProperty("confirmed", smallest.confirmed());
        json.writeEndObject();
    }

    private static void write(JsonFile file, FundAdequacy.Answer answer) {
        JsonGenerator json = file.json();
        json.writeStartObject();
        json.writeStringProperty("solvedFor", answer.what());
        json.writeNumberProperty("bound", answer.bound());
        json.writeNumberProperty("now", answer.now());
        file.interval("answer", answer.answer());
        confirmation(file, answer.confirmation());
        if (!answer.confirmation().isEmpty()) {
            json.writeBooleanProperty("confirmed", answer.confirmed());
        }
        json.writeEndObject();
    }

    private static void confirmation(JsonFile file, List<RareEvent> again) {
        if (!again.isEmpty()) {
            write(file, "confirmationAtLow", again.get(0));
            write(file, "confirmation", again.get(1));
            write(file, "confirmationAtHigh", again.get(2));
        }
    }

    private static void write(JsonFile file, String name, RareEvent rare) {
        JsonGenerator json = file.json();
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("probability", rare.probability());
        file.number("standardError", rare.standardError(), "fewer than 2 trials");
        json.writeNumberProperty("trials", rare.hits());
        json.writeNumberProperty("effectiveTrials", rare.effectiveHits());
        json.writeNumberProperty("effectiveSampleSize", rare.effectiveSampleSize());
        json.writeEndObject();
    }
}
