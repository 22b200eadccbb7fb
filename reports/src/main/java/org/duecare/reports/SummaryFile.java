package org.duecare.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessment.CurvePoint;
import org.duecare.assessment.Assessment.Difference;
import org.duecare.assessment.Assessment.EpType;
import org.duecare.assessment.Assessment.FundAssessment;
import org.duecare.assessment.Assessment.FundYear;
import org.duecare.assessment.Assessment.MeasureAssessment;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.assessment.DiscriminationAudit;
import org.duecare.assessment.ElementEffects;
import org.duecare.assessment.PremiumAssessment;
import org.duecare.assessment.StressAssessment;
import org.duecare.assessment.VictimAssessment;
import org.duecare.assessment.Welfare;
import org.duecare.diligence.DiligenceElement;
import org.duecare.premium.Premium;
import org.duecare.reports.page.HeadlinePoints;
import org.duecare.simulation.ChosenCare;
import org.duecare.simulation.Policy;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.Scenario;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.RareEvent;
import org.jspecify.annotations.Nullable;
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
            writeElements(file);
            writeAccuracy(file);
            writeStress(file);
            writeTexts(json, "findings", assessment.findings());
            writeTexts(json, "warnings", assessment.warnings());
            json.writeEndObject();
        }
    }

    /** What each of the nine elements does, where it was asked for. */
    private void writeElements(JsonFile file) {
        ElementEffects elements = assessment.elements();
        if (elements == null) {
            return;
        }
        JsonGenerator json = file.json();
        json.writeObjectPropertyStart("elementEffects");
        json.writeStringProperty("variant", elements.variant());
        json.writeNumberProperty("trials", elements.trials());
        json.writeArrayPropertyStart("effects");
        for (ElementEffects.Effect effect : elements.effects()) {
            json.writeStartObject();
            json.writeStringProperty("element", effect.element().key());
            json.writeStringProperty("outcome", effect.outcome());
            file.interval("difference", effect.difference());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** How trials were drawn, and how well the probability of proration is known. */
    private void writeAccuracy(JsonFile file) {
        if (assessment.sharpness().isEmpty() && run.weights().uniform()) {
            return;
        }
        JsonGenerator json = file.json();
        json.writeObjectPropertyStart("accuracy");
        json.writeStringProperty("method", run.weights().uniform() ? "crude" : "twist");
        json.writeArrayPropertyStart("proration");
        for (Assessment.Sharpness sharp : assessment.sharpness()) {
            RareEvent rare = sharp.proration();
            json.writeStartObject();
            json.writeStringProperty("variant", sharp.variant());
            json.writeNumberProperty("probability", rare.probability());
            file.number("standardError", rare.standardError(), "fewer than 2 trials");
            file.number("relativeStandardError", rare.relativeError(), "no trial has a shortage");
            json.writeNumberProperty("trials", rare.hits());
            json.writeNumberProperty("effectiveTrials", rare.effectiveHits());
            json.writeNumberProperty("effectiveSampleSize", rare.effectiveSampleSize());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeStress(JsonFile file) {
        StressAssessment stress = assessment.stress();
        if (stress != null) {
            file.json().writeObjectPropertyStart("stress");
            new StressFile(stress).writeAnswers(file);
            file.json().writeEndObject();
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
        PosturePath.of(run).stream()
                .filter(path -> path.variant().equals(variant.variant()))
                .forEach(path -> writePosture(json, path));
        VictimAssessment victims = assessment.victimsOf(variant.variant());
        if (victims != null) {
            writeVictims(file, victims);
        }
        DiscriminationAudit audit = assessment.auditOf(variant.variant());
        if (audit != null) {
            AuditFile.write(file, audit);
        }
        PremiumAssessment premium = variant.premium();
        if (premium != null) {
            writePremium(file, premium);
        }
        ChosenCare care = care(variant.variant());
        if (care != null) {
            BehaviourSummary.writeCare(file, care);
        }
        Welfare welfare = assessment.welfareOf(variant.variant());
        if (welfare != null) {
            BehaviourSummary.writeWelfare(file, welfare);
        }
        writeTexts(json, "findings", variant.findings());
        json.writeEndObject();
    }

    private @Nullable ChosenCare care(String variant) {
        return run.scenario().policies().stream()
                .filter(policy -> policy.variant().equals(variant))
                .map(Policy::care)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void writePremium(JsonFile file, PremiumAssessment premium) {
        JsonGenerator json = file.json();
        Premium parts = premium.premium();
        json.writeObjectPropertyStart("premium");
        file.number("total", parts.total(), null);
        file.number("lossRatio", premium.lossRatio().estimate(), JsonFile.reason(premium.lossRatio()));
        file.interval("lossRatioRange", premium.lossRatio());
        file.number("beforeTax", parts.beforeTax(), null);
        file.number("expectedLoss", parts.expectedLoss(), null);
        file.number("riskLoad", parts.riskLoad(), null);
        file.number("reinsurance", parts.reinsurance(), null);
        file.number("expenses", parts.expenses(), null);
        file.number("commission", parts.commission(), null);
        file.number("levy", parts.levy(), null);
        file.number("tax", parts.tax(), null);
        json.writeNumberProperty("insured", premium.insured());
        json.writeStringProperty("principle", premium.principle());
        json.writeStringProperty("method", premium.method());
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
            if (!Double.isNaN(exact.sd())) {
                file.number("sd", exact.sd(), "the standard deviation is not finite");
            }
            writeExactPoints(file, exact, measure);
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

    private void writeExactPoints(JsonFile file, Assessment.Exact exact, MeasureAssessment measure) {
        List<Double> shown = HeadlinePoints.of(measure, EpType.AEP, context.returnPeriods(), run.scenario()).stream()
                .map(CurvePoint::returnPeriod)
                .toList();
        List<Assessment.ExactPoint> points = exact.aep().stream()
                .filter(point -> shown.contains(point.returnPeriod()))
                .toList();
        if (points.isEmpty()) {
            return;
        }
        file.json().writeArrayPropertyStart("aep");
        for (Assessment.ExactPoint point : points) {
            file.json().writeStartObject();
            file.number("returnPeriod", point.returnPeriod(), null);
            file.number("loss", point.loss(), null);
            file.number("tvar", point.tvar(), null);
            file.number("differenceInStandardErrors", point.differenceInStandardErrors(), "no standard error");
            file.json().writeEndObject();
        }
        file.json().writeEndArray();
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
            Assessment.Calls calls = year.calls();
            if (calls != null) {
                file.number("callsMean", calls.callsMean(), null);
                file.number("carriedMean", calls.carriedMean(), null);
                file.number("paidOutMean", calls.paidOutMean(), null);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!fund.classes().isEmpty()) {
            json.writeArrayPropertyStart("classes");
            for (Assessment.ClassLevel level : fund.classes()) {
                json.writeStartObject();
                json.writeStringProperty("class", level.name());
                file.number("share", level.share(), null);
                file.number("levelOfPayments", level.levelOfPayments(), null);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** The care held from year to year; known before the first trial, so without an interval. */
    private static void writePosture(JsonGenerator json, PosturePath path) {
        json.writeArrayPropertyStart("posture");
        for (PosturePath.Year year : path.years()) {
            json.writeStartObject();
            json.writeNumberProperty("year", year.year());
            json.writeNumberProperty("mean", year.mean());
            json.writeNumberProperty("shortfall", year.shortfall());
            json.writeObjectPropertyStart("elements");
            for (DiligenceElement element : DiligenceElement.values()) {
                json.writeNumberProperty(
                        element.key(), year.elements().get(element.ordinal()).doubleValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeVictims(JsonFile file, VictimAssessment victims) {
        JsonGenerator json = file.json();
        json.writeObjectPropertyStart("victims");
        writeIfPresent(file, "levelHome", victims.levelHome());
        writeIfPresent(file, "levelAbroad", victims.levelAbroad());
        writeIfPresent(file, "discriminationIndex", victims.discriminationIndex());
        json.writeArrayPropertyStart("territories");
        for (VictimAssessment.Group group : victims.territories()) {
            json.writeStartObject();
            json.writeStringProperty("victimTerritory", group.territory());
            json.writeStringProperty("homeOrForeign", VictimAssessment.side(group.home()));
            file.interval("harm", group.harm());
            file.interval("paid", group.paid());
            file.number("level", group.level(), "no harm");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeIfPresent(JsonFile file, String name, @Nullable ConfidenceInterval interval) {
        if (interval != null) {
            file.interval(name, interval);
        }
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
