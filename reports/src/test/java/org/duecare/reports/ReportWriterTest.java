package org.duecare.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.duecare.reports.RunFolder.WrittenFile;
import org.duecare.reports.table.ResultTable;
import org.duecare.simulation.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportWriterTest {
    private static final SampleRun SMALL = new SampleRun("Small", 1500, 2, List.of("status-quo", "joint-fund"));

    @TempDir
    Path folder;

    @Test
    void manifestHoldsTheHashOfEveryOtherFile() throws Exception {
        List<WrittenFile> written = write(SMALL.result(), SampleAssessment.context());

        assertThat(written)
                .extracting(WrittenFile::name)
                .containsExactly(
                        "tables/exceedance.parquet",
                        "tables/year_loss.parquet",
                        "tables/operation.parquet",
                        "tables/fund_path.parquet",
                        "summary.json",
                        "report.html",
                        "manifest.json");
        JsonNode manifest = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("manifest.json")));
        assertThat(manifest.get("files")).hasSize(6);
        for (JsonNode file : manifest.get("files")) {
            byte[] bytes = Files.readAllBytes(folder.resolve(file.get("name").asString()));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertThat(file.get("sha256").asString()).isEqualTo(HexFormat.of().formatHex(digest));
            assertThat(file.get("bytes").asLong()).isEqualTo(bytes.length);
        }
        assertThat(manifest.get("resolvedScenario").asString()).isEqualTo("scenario: sample\n");
        assertThat(manifest.get("warnings")).hasSize(2);
    }

    @Test
    void onlyChosenTablesAreWrittenAndNoFundPathWithoutFund() throws IOException {
        RunContext all = SampleAssessment.context();
        write(new SampleRun("No fund", 300, 1, List.of("base")).result(), all);

        assertThat(folder.resolve("tables/year_loss.parquet")).exists();
        assertThat(folder.resolve("tables/fund_path.parquet")).doesNotExist();

        write(SMALL.result(), withTables(all, List.of(ResultTable.EXCEEDANCE)));

        assertThat(folder.resolve("tables/year_loss.parquet")).doesNotExist();
        assertThat(folder.resolve("tables/exceedance.parquet")).exists();
    }

    @Test
    void sameResultsGiveSameBytes() throws IOException {
        RunResult run = SMALL.result();
        assertThat(write(run, SampleAssessment.context())).isEqualTo(write(run, SampleAssessment.context()));
    }

    private List<WrittenFile> write(RunResult run, RunContext context) throws IOException {
        try (RunFolder out = RunFolder.open(folder, true)) {
            return ReportWriter.write(out, run, SampleAssessment.of(run), context);
        }
    }

    private static RunContext withTables(RunContext context, List<ResultTable> tables) {
        return new RunContext(
                context.version(),
                context.modelVersion(),
                context.commit(),
                context.command(),
                context.resolvedScenario(),
                context.scenarioSha256(),
                context.inputs(),
                context.jdk(),
                context.libraries(),
                context.timingsSeconds(),
                context.peakMemoryBytes(),
                context.warnings(),
                tables,
                context.returnPeriods());
    }
}
