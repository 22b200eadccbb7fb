package org.duecare.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.duecare.assessment.Assessment;
import org.duecare.reports.RunFolder.WrittenFile;
import org.duecare.reports.page.ReportPage;
import org.duecare.reports.table.ResultTable;
import org.duecare.simulation.InParallel;
import org.duecare.simulation.RunResult;
import org.duecare.statistics.ExceedanceCurve;
import org.duecare.statistics.MeanEstimator;
import org.duecare.statistics.Proportion;
import org.duecare.statistics.Quantiles;

/** Writes everything a run leaves. */
public final class ReportWriter {
    private ReportWriter() {}

    /**
     * Writes the chosen tables, summary, report and manifest, and gives them their final names.
     *
     * @return the files in the order written, the manifest last
     */
    public static List<WrittenFile> write(RunFolder folder, RunResult run, Assessment assessment, RunContext context)
            throws IOException {
        SortedMap<String, String> footer = footer(run, context);
        ReportPage page = new ReportPage(run, assessment, origin(context), context.returnPeriods());
        try (InParallel besideTables = new InParallel(1)) {
            Future<String> html = besideTables.start(page::html);
            for (ResultTable table : context.tables()) {
                if (!table.isEmpty(run, assessment)) {
                    folder.stage(table.fileName(), out -> table.write(run, assessment, footer, out));
                }
            }
            SummaryFile summary = new SummaryFile(run, assessment, context);
            folder.stage("summary.json", summary::writeTo);
            String written = InParallel.all(List.of(html)).get(0);
            folder.stage("report.html", out -> out.write(written.getBytes(StandardCharsets.UTF_8)));
        }
        ManifestFile manifest = new ManifestFile(run, assessment, context, folder.staged());
        folder.stage(RunFolder.MANIFEST, manifest::writeTo);
        return folder.commit();
    }

    private static SortedMap<String, String> footer(RunResult run, RunContext context) {
        SortedMap<String, String> footer = new TreeMap<>();
        footer.put("duecare.version", context.version());
        footer.put("duecare.modelVersion", context.modelVersion());
        footer.put("duecare.scenario", run.scenario().scenario());
        footer.put("duecare.scenarioSha256", context.scenarioSha256());
        footer.put("duecare.resultSha256", run.resultSha256());
        footer.put("duecare.seed", Long.toString(run.scenario().seed()));
        footer.put("estimator.exceedance", ExceedanceCurve.NAME);
        footer.put("estimator.mean", MeanEstimator.NAME);
        footer.put("estimator.probability", Proportion.NAME);
        footer.put("estimator.quantile", Quantiles.NAME);
        return footer;
    }

    private static SortedMap<String, String> origin(RunContext context) {
        SortedMap<String, String> origin = new TreeMap<>();
        origin.put("Version", context.version());
        origin.put("Model version", context.modelVersion());
        if (!context.commit().isEmpty()) {
            origin.put("Commit", context.commit());
        }
        origin.put("Command", context.command());
        origin.put("Java", context.jdk());
        origin.put("SHA-256 of the scenario", context.scenarioSha256());
        context.inputs().forEach(input -> origin.put("SHA-256 of " + input.name(), input.sha256()));
        return origin;
    }
}
