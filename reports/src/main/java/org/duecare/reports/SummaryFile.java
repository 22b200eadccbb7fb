package org.duecare.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessment.CurvePoint;
import org.duecare.assessment.Assessment.Difference;
import org.duecare.assessment.Assessment.EpType;
import org.duecare.assessment.Assessment.FundAssessment;
import org.duecare.assessment.Assessment.FundYear;
import org.duecare.assessment.Assessment.MeasureAssessment;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.reports.page.HeadlinePoints;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.Scenario;
import org.duecare.statistics.ConfidenceInterval;
import tools.jackson.core.JsonGenerator;

/** {@code summary.json}: every headline number, described by {@code summary.schema.json}. */
public final class SummaryFile {
    /** Name of the layout. */
    public static final String SCHEMA = "duecare-summary-1";

    private final RunResult run;
    private final Assessment assessment;
    private final RunContext context;

    /** A summary; the context's return periods choose the points of the curves. */
    public SummaryFile(RunResult run, Assessment assessment, RunContext context) {
        this.run = run;
        this.assessment = assessment;
        this.context = context;
    }

    /** Writes it; the stream stays open. */
    public void writeTo(OutputStream out) throws IOException {
        try (JsonFile file = new JsonFile(out)) {
            JsonGenerator json = file.json();
            Scenario scenario = run.scenario();
            json.writeStartObject();
            json.writeStringProperty("schema", SCHEMA);
            json.writeStringProperty("scenario", scenario.scenario());
            json.writeStringProperty("scenarioSha256", context.scenarioSha256());
            json.writeStringProperty("resultSha256", run.resultSha256());
            json.writeStringProperty("modelVersion", context.modelVersion());
            json.writeNumberProperty("seed", scenario.seed());
            json.writeNumberProperty("trials", scenario.trials());
            json.writeNumberProperty("years", scenario.years());
            json.writeStringProperty("currency", scenario.currency());
            json.writeArrayPropertyStart("variants");
            assessment.variants().forEach(variant -> writeVariant(file, variant));
            json.writeEndArray();
            json.writeArrayPropertyStart("differences");
            assessment.differences().forEach(difference -> writeDifference(file, difference));
            json.writeEndArray();
            writeTexts(json, "findings", assessment.findings());
            writeTexts(json, "warnings", assessment.warnings());
            json.writeEndObject();
        }
    }

    private void writeVariant(JsonFile file, VariantAssessment variant) {
        JsonGenerator json = file.json();
        json.writeStartObject();
        json.writeStringProperty("variant", variant.variant());
        json.writeObjectPropertyStart("annual");
        for (MeasureAssessment measure : variant.annual()) {
            json.writeObjectPropertyStart(measure.measure().key());
            writeMeasure(file, measure);
            json.writeEndObject();
        }
        json.writeEndObject();
        file.interval("incidentsPerYear", variant.incidentsPerYear());
        file.interval("breachesPerYear", variant.breachesPerYear());
        if (!variant.layers().isEmpty()) {
            json.writeArrayPropertyStart("layers");
            for (Assessment.LayerAssessment layer : variant.layers()) {
                json.writeStartObject();
                json.writeStringProperty("layer", layer.layer());
                json.writeStringProperty("payer", layer.payer());
                file.interval("mean", layer.mean());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        FundAssessment fund = variant.fund();
        if (fund != null) {
            writeFund(file, fund);
        }
        writeTexts(json, "findings", variant.findings());
        json.writeEndObject();
    }

    private void writeMeasure(JsonFile file, MeasureAssessment measure) {
        JsonGenerator json = file.json();
        file.interval("mean", measure.mean());
        file.number("sd", measure.sd(), "the standard deviation is not finite");
        Assessment.Exact exact = measure.exact();
        if (exact != null) {
            json.writeObjectPropertyStart("exact");
            file.number("mean", exact.mean(), "the mean is not finite");
            json.writeStringProperty("method", exact.method());
            file.number("differenceInStandardErrors", exact.differenceInStandardErrors(), "no standard error");
            json.writeEndObject();
        }
        for (EpType type : EpType.values()) {
            List<CurvePoint> points = HeadlinePoints.of(measure, type, context.returnPeriods(), run.scenario());
            if (!points.isEmpty()) {
                json.writeArrayPropertyStart(type.name().toLowerCase(Locale.ROOT));
                points.forEach(point -> writePoint(file, point));
                json.writeEndArray();
            }
        }
    }

    private static void writePoint(JsonFile file, CurvePoint point) {
        file.json().writeStartObject();
        file.number("returnPeriod", point.returnPeriod(), null);
        file.bounds("loss", point.loss());
        file.number("tvar", point.tvar().estimate(), null);
        if (!Double.isFinite(point.tvar().estimate())
                && Double.isFinite(point.loss().estimate())) {
            file.json().writeStringProperty("tvarReason", JsonFile.reason(point.tvar()));
        }
        file.json().writeEndObject();
    }

    private static void writeFund(JsonFile file, FundAssessment fund) {
        JsonGenerator json = file.json();
        json.writeObjectPropertyStart("fund");
        file.interval("probabilityOfProrationWithinHorizon", fund.probabilityOfProrationWithinHorizon());
        json.writeArrayPropertyStart("years");
        for (FundYear year : fund.years()) {
            json.writeStartObject();
            json.writeNumberProperty("year", year.year());
            file.number("balanceMean", year.balanceMean().estimate(), JsonFile.reason(year.balanceMean()));
            file.interval("probabilityOfProration", year.probabilityOfProration());
            file.number("levelOfPayments", year.levelOfPayments(), "no trial has claims");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeDifference(JsonFile file, Difference difference) {
        JsonGenerator json = file.json();
        json.writeStartObject();
        json.writeStringProperty("variant", difference.variant());
        json.writeStringProperty("against", difference.against());
        json.writeStringProperty("measure", difference.measure().key());
        ConfidenceInterval mean = difference.mean();
        file.interval("mean", mean);
        json.writeEndObject();
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
