package org.duecare.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.duecare.assessment.SimulatedClaims;
import org.duecare.reports.TariffReport;
import org.duecare.reports.WholeFile;
import org.duecare.reports.table.TariffTable;
import org.duecare.scenarios.LoadedScenario;
import org.duecare.scenarios.Overrides;
import org.duecare.scenarios.TariffFile;
import org.duecare.underwriting.Claims;
import org.duecare.underwriting.TariffAnswer;
import org.duecare.underwriting.TariffCase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A tariff from claims: relativities, credibility of own records, a bonus-malus scale. */
@Command(
        name = "tariff",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Fit a tariff to claims: relativities, credibility, bonus-malus; recorded or simulated claims.",
        footer = {
            "",
            "Examples:",
            "  duecare tariff library:tariff-claims",
            "  duecare tariff library:tariff-simulated -o my-tariff     then name my-tariff/rates.yaml in a premium"
        })
final class TariffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "FILE", description = "Tariff file, or library:NAME.")
    private String file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Write tariff.json, tables and, where there are rates, rates.yaml into this folder.")
    private @Nullable Path folder;

    @Option(names = "--force", description = "Replace files of an earlier tariff in the folder.")
    private boolean force;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Set a key, for example relativities.method=burningCost; repeatable.")
    private List<String> set = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", description = "Number of threads. Default: all processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (threads < 1 || threads > 1024) {
            err.println("error: --threads = " + threads + " must be between 1 and 1024");
            return ExitCode.USAGE;
        }
        if (folder != null && isOccupied(folder) && !(force && Files.isDirectory(folder))) {
            String fault = Files.isDirectory(folder)
                    ? " is not empty. Name another folder, or add --force"
                    : " is a file, not a folder. Name another one with -o";
            err.println("error: " + folder + fault);
            return ExitCode.OVERWRITE;
        }
        TariffFile.Loaded loaded = TariffFile.read(file, new Overrides(set, null, null));
        if (folder != null) {
            summary(folder);
        }
        TariffAnswer answer = loaded.answer(claims(loaded));
        if (json) {
            out.println(json(answer));
        } else {
            out.print(TariffText.of(answer));
        }
        out.flush();
        if (folder != null) {
            write(folder, answer);
            err.println("tariff: " + folder);
        }
        return ExitCode.OK;
    }

    private Claims claims(TariffFile.Loaded loaded) {
        LoadedScenario scenario = loaded.simulated();
        TariffCase.Simulated simulated = loaded.asked().simulated();
        if (scenario == null || simulated == null) {
            return loaded.asked().claims();
        }
        String variant = simulated.variant();
        return SimulatedClaims.of(scenario.scenario(), variant == null ? "" : variant, simulated.years(), threads);
    }

    private static String json(TariffAnswer answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new TariffReport(answer).writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    private static boolean isOccupied(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    private static void write(Path folder, TariffAnswer answer) throws IOException {
        TariffReport report = new TariffReport(answer);
        summary(folder).write(report::writeTo);
        if (!report.ratesFile().isEmpty()) {
            WholeFile.at(folder.resolve("rates.yaml")).write(out -> out.write(report.ratesBytes()));
        }
        for (TariffTable table : TariffTable.values()) {
            if (!table.isEmpty(answer)) {
                WholeFile.at(folder.resolve(table.fileName())).write(out -> table.write(answer, out));
            }
        }
    }

    private static WholeFile summary(Path folder) throws IOException {
        return WholeFile.at(folder.resolve("tariff.json"));
    }
}
