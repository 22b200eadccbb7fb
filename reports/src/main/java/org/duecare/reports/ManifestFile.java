package org.duecare.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.duecare.assessment.Assessment;
import org.duecare.reports.RunFolder.WrittenFile;
import org.duecare.simulation.RunResult;
import tools.jackson.core.JsonGenerator;

/** {@code manifest.json}: what was run, with what, and the hash of every file written. */
public final class ManifestFile {
    /** Name of the layout. */
    public static final String SCHEMA = "duecare-manifest-1";

    private final RunResult run;
    private final Assessment assessment;
    private final RunContext context;
    private final List<WrittenFile> files;

    /** A manifest of the files written before it. */
    public ManifestFile(RunResult run, Assessment assessment, RunContext context, List<WrittenFile> files) {
        this.run = run;
        this.assessment = assessment;
        this.context = context;
        this.files = List.copyOf(files);
    }

    /** Writes it; the stream stays open. */
    public void writeTo(OutputStream out) throws IOException {
        try (JsonFile file = new JsonFile(out)) {
            JsonGenerator json = file.json();
            json.writeStartObject();
            json.writeStringProperty("schema", SCHEMA);
            json.writeStringProperty("version", context.version());
            json.writeStringProperty("modelVersion", context.modelVersion());
            if (!context.commit().isEmpty()) {
                json.writeStringProperty("commit", context.commit());
            }
            json.writeStringProperty("jdk", context.jdk());
            json.writeStringProperty("command", context.command());
            writeRun(file);
            writeInputs(json);
            writeTexts(json, "libraries", context.libraries());
            writeSeconds(file, "timingsSeconds", context.timingsSeconds());
            json.writeNumberProperty("peakMemoryBytes", context.peakMemoryBytes());
            writeWarnings(json);
            writeFiles(json);
            json.writeStringProperty("resolvedScenario", context.resolvedScenario());
            json.writeEndObject();
        }
    }

    private void writeRun(JsonFile file) {
        JsonGenerator json = file.json();
        json.writeStringProperty("scenario", run.scenario().scenario());
        json.writeStringProperty("scenarioSha256", context.scenarioSha256());
        json.writeStringProperty("resultSha256", run.resultSha256());
        json.writeNumberProperty("seed", run.scenario().seed());
        json.writeNumberProperty("trials", run.scenario().trials());
        json.writeNumberProperty("years", run.scenario().years());
        json.writeNumberProperty("operations", run.operations().size());
        file.number("expectedAttempts", run.expectedAttempts(), "not finite");
        json.writeNumberProperty("saturatedEvents", run.saturatedEvents());
    }

    private void writeInputs(JsonGenerator json) {
        json.writeArrayPropertyStart("inputs");
        for (RunContext.Input input : context.inputs()) {
            json.writeStartObject();
            json.writeStringProperty("name", input.name());
            json.writeStringProperty("sha256", input.sha256());
            json.writeNumberProperty("bytes", input.size());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTexts(JsonGenerator json, String name, SortedMap<String, String> texts) {
        json.writeObjectPropertyStart(name);
        texts.forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private static void writeSeconds(JsonFile file, String name, SortedMap<String, Double> seconds) {
        file.json().writeObjectPropertyStart(name);
        seconds.forEach((phase, value) -> file.number(phase, value, null));
        file.json().writeEndObject();
    }

    private void writeWarnings(JsonGenerator json) {
        List<String> warnings = new ArrayList<>(context.warnings());
        assessment.warnings().stream()
                .filter(warning -> !warnings.contains(warning))
                .forEach(warnings::add);
        json.writeArrayPropertyStart("warnings");
        warnings.forEach(json::writeString);
        json.writeEndArray();
    }

    private void writeFiles(JsonGenerator json) {
        json.writeArrayPropertyStart("files");
        for (WrittenFile file : files) {
            json.writeStartObject();
            json.writeStringProperty("name", file.name());
            json.writeStringProperty("sha256", file.sha256());
            json.writeNumberProperty("bytes", file.bytes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
