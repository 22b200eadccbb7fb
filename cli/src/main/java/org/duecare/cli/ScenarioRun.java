package org.duecare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessor;
import org.duecare.assessment.DiscriminationAuditor;
import org.duecare.assessment.ElementEffects;
import org.duecare.assessment.StressAssessment;
import org.duecare.assessment.VictimAssessor;
import org.duecare.assessment.WelfareAssessor;
import org.duecare.assessment.WelfarePlan;
import org.duecare.reports.FileColumnStore;
import org.duecare.reports.ReportWriter;
import org.duecare.reports.RunContext;
import org.duecare.reports.RunFolder;
import org.duecare.reports.table.ResultTable;
import org.duecare.scenarios.LoadedScenario;
import org.duecare.simulation.AccuracyPilot;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.ExAntePricing;
import org.duecare.simulation.ResultHash;
import org.duecare.simulation.Run;
import org.duecare.simulation.RunCollector;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.ScenarioCompiler;
import org.duecare.simulation.SimulationPlan;
import org.duecare.statistics.ColumnStore;
import org.duecare.statistics.MemoryColumnStore;
import org.duecare.statistics.TrialWeights;
import org.jspecify.annotations.Nullable;

/** One scenario from the file to the run folder. */
final class ScenarioRun {
    /** Share of the heap that columns may fill before they go to files. */
    private static final double COLUMN_SHARE_OF_HEAP = 0.4;

    /** System property with the bytes of columns beyond which they go to files; by default a share of the heap. */
    static final String COLUMN_BYTES = "duecare.columnBytes";

    private static final double NANOS = 1e9;

    private final LoadedScenario loaded;
    private final int threads;
    private final String command;
    private final @Nullable PrintWriter progress;
    private final TreeMap<String, Double> timings = new TreeMap<>();

    ScenarioRun(LoadedScenario loaded, int threads, String command, @Nullable PrintWriter progress) {
        this.loaded = loaded;
        this.threads = threads;
        this.command = command;
        this.progress = progress;
    }

    /** What is left when all files are written. */
    record Finished(Path folder, RunResult result, Assessment assessment) {
        /** The folder and the summary as one JSON document. */
        String json() throws IOException {
            String summary = Files.readString(folder.resolve("summary.json")).strip();
            String path = folder.toString().replace("\\", "\\\\").replace("\"", "\\\"");
            return "{\"run\": \"" + path + "\", \"summary\": " + summary + "}";
        }
    }

    Finished into(Path path, boolean force) throws IOException {
        try (RunFolder folder = RunFolder.open(path, force)) {
            Thread cleaner = new Thread(() -> closeQuietly(folder));
            Runtime.getRuntime().addShutdownHook(cleaner);
            Finished finished = write(folder);
            Runtime.getRuntime().removeShutdownHook(cleaner);
            return finished;
        }
    }

    private static void closeQuietly(RunFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            System.err.println("error: temporary files could not be removed: " + e.getMessage());
        }
    }

    private Finished write(RunFolder folder) throws IOException {
        long start = System.nanoTime();
        CompiledScenario compiled = ScenarioCompiler.compile(AccuracyPilot.settle(loaded.scenario(), threads));
        start = lap("compile", start);
        compiled = ExAntePricing.priced(compiled, threads);
        start = lap("price", start);
        try (ColumnStore store = store(compiled, folder.path())) {
            SimulationPlan plan = SimulationPlan.of(compiled, threads);
            Progress bar = new Progress(progress, plan.blocks());
            RunResult result = Run.run(compiled, plan, store, bar::done);
            bar.end();
            start = lap("simulate", start);
            inBackground(result.hash());
            Assessment assessment =
                    Assessor.assess(compiled, result, loaded.outputs().returnPeriods(), threads);
            if (loaded.outputs().tables().contains(ResultTable.VICTIM.key())) {
                assessment = assessment.withVictims(VictimAssessor.assess(compiled, result));
            }
            if (loaded.outputs().audit()) {
                assessment = assessment.withAudits(DiscriminationAuditor.audit(compiled, result, threads));
            }
            if (loaded.outputs().tables().contains(ResultTable.ELEMENT_EFFECT.key())) {
                assessment = assessment.withElements(ElementEffects.of(loaded.scenario(), threads));
            }
            WelfarePlan welfare = loaded.welfare();
            if (welfare != null) {
                assessment = assessment.withWelfare(WelfareAssessor.assess(compiled, result, welfare));
            }
            start = lap("assess", start);
            assessment = assessment.withStress(StressAssessment.inRun(loaded.scenario(), loaded.stress(), threads));
            lap("stress", start);
            ReportWriter.write(folder, result, assessment, context(assessment, result.weights()));
            return new Finished(folder.path(), result, assessment);
        }
    }

    /** The results are hashed while they are assessed. */
    private static void inBackground(Runnable hash) {
        Thread thread = new Thread(hash, "duecare-hash");
        thread.setDaemon(true);
        thread.start();
    }

    private long lap(String phase, long start) {
        long now = System.nanoTime();
        timings.put(phase, (now - start) / NANOS);
        return now;
    }

    private ColumnStore store(CompiledScenario compiled, Path folder) {
        int columns = RunCollector.columns(compiled);
        int trials = compiled.scenario().trials();
        double bytes = (double) columns * trials * Long.BYTES;
        double room = Double.parseDouble(System.getProperty(
                COLUMN_BYTES,
                Double.toString(COLUMN_SHARE_OF_HEAP * Runtime.getRuntime().maxMemory())));
        return bytes > room ? new FileColumnStore(folder) : new MemoryColumnStore(columns, trials);
    }

    private RunContext context(Assessment assessment, TrialWeights weights) {
        List<String> warnings = new ArrayList<>(loaded.warnings());
        warnings.addAll(assessment.warnings());
        List<ResultTable> tables = loaded.outputs().tables().stream()
                .map(name -> ResultTable.valueOf(name.toUpperCase(Locale.ROOT)))
                .filter(table -> weights.uniform() || table != ResultTable.OPERATION)
                .toList();
        if (!weights.uniform() && loaded.outputs().tables().contains(ResultTable.OPERATION.key())) {
            warnings.add("The table operation is left out: its totals are sums over trials, and trials are weighted."
                    + " Run with accuracy.method crude for it.");
        }
        return new RunContext(
                Version.program(),
                ResultHash.MODEL_VERSION,
                Version.commit(),
                command,
                loaded.resolvedJson(),
                loaded.scenarioSha256(),
                loaded.inputs().stream().map(ScenarioRun::input).toList(),
                Version.java(),
                Version.libraries(),
                timings,
                peakMemory(),
                warnings,
                tables,
                loaded.outputs().returnPeriods());
    }

    private static RunContext.Input input(org.duecare.scenarios.DataFile file) {
        return new RunContext.Input(file.name(), file.sha256(), file.bytes());
    }

    private static long peakMemory() {
        long peak = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getPeakUsage();
            if (pool.getType() == MemoryType.HEAP && usage != null) {
                peak += usage.getUsed();
            }
        }
        return peak;
    }
}
