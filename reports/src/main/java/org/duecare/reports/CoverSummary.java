package org.duecare.reports;

import java.util.Locale;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.CoverAssessment;
import org.duecare.statistics.ConfidenceInterval;
import tools.jackson.core.JsonGenerator;

/** Insurers, treaties, exclusions and recoupment of a variant in {@code summary.json}. */
final class CoverSummary {
    private CoverSummary() {}

    static void write(JsonFile file, CoverAssessment cover) {
        CoverAssessment.Insurers insurers = cover.insurers();
        if (insurers != null) {
            insurers(file, insurers);
        }
        CoverAssessment.ExclusionCost exclusions = cover.exclusions();
        if (exclusions != null) {
            exclusions(file, exclusions);
        }
        if (!cover.recoupments().isEmpty()) {
            JsonGenerator json = file.json();
            json.writeArrayPropertyStart("recoupment");
            for (CoverAssessment.Recouped recouped : cover.recoupments()) {
                json.writeStartObject();
                json.writeStringProperty("layer", recouped.layer());
                file.interval("mean", recouped.mean());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void insurers(JsonFile file, CoverAssessment.Insurers market) {
        JsonGenerator json = file.json();
        json.writeObjectPropertyStart("insurers");
        file.interval("claims", market.due());
        file.number("levelOfPayments", market.levelOfPayments(), "no trial has claims");
        file.interval("guarantee", market.guarantee());
        file.interval("unpaid", market.unpaid());
        file.interval("reinsuranceReinstatementPremium", market.refills());
        json.writeArrayPropertyStart("insurers");
        market.insurers().forEach(insurer -> insurer(file, insurer));
        json.writeEndArray();
        json.writeArrayPropertyStart("treaties");
        for (CoverAssessment.TreatyMean treaty : market.treaties()) {
            json.writeStartObject();
            json.writeStringProperty("treaty", treaty.treaty());
            file.interval("mean", treaty.mean());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("capacity");
        for (CoverAssessment.Capacity capacity : market.capacity()) {
            json.writeStartObject();
            json.writeStringProperty("side", capacity.side().name().toLowerCase(Locale.ROOT));
            file.number("returnPeriod", capacity.returnPeriod(), null);
            file.interval("loss", capacity.loss());
            file.interval("tvar", capacity.tvar());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void insurer(JsonFile file, CoverAssessment.Insurer insurer) {
        JsonGenerator json = file.json();
        json.writeStartObject();
        json.writeStringProperty("insurer", insurer.insurer());
        file.interval("probabilityOfDefaultWithinHorizon", insurer.probabilityOfDefault());
        json.writeArrayPropertyStart("years");
        for (CoverAssessment.InsurerYear year : insurer.years()) {
            json.writeStartObject();
            json.writeNumberProperty("year", year.year());
            ConfidenceInterval capital = year.capitalMean();
            if (capital != null) {
                file.interval("capitalMean", capital);
            }
            file.interval("probabilityOfDefault", year.probabilityOfDefault());
            file.number("levelOfPayments", year.levelOfPayments(), "no trial has claims");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void exclusions(JsonFile file, CoverAssessment.ExclusionCost cost) {
        JsonGenerator json = file.json();
        json.writeObjectPropertyStart("exclusions");
        json.writeStringProperty("without", cost.without());
        json.writeObjectPropertyStart("cost");
        for (Assessment.Difference difference : cost.differences()) {
            file.interval(difference.measure().key(), difference.mean());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
