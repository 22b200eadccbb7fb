package org.duecare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as a user meets them: what they print, where, and how they end. */
class CommandLineTest {
    private static final String[] SMALL = {"run", "library:one-operator", "--trials", "3000"};

    @TempDir
    private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void quiet() {
        out = new StringWriter();
        err = new StringWriter();
    }

    private int duecare(String... arguments) {
        return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private int run(Path target, String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(SMALL));
        arguments.addAll(List.of("-o", target.toString()));
        arguments.addAll(List.of(more));
        return duecare(arguments.toArray(String[]::new));
    }

    private JsonNode json(Path file) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(file));
    }

    @Test
    void runWritesEveryFileAndPrintsThePathLast() {
        Path target = folder.resolve("run");

        assertThat(run(target)).isZero();

        assertThat(out.toString().strip().lines().reduce((a, b) -> b)).contains(target.toString());
        for (String file : List.of(
                "summary.json",
                "report.html",
                "manifest.json",
                "tables/exceedance.parquet",
                "tables/year_loss.parquet",
                "tables/operation.parquet")) {
            assertThat(target.resolve(file)).isNotEmptyFile();
        }
    }

    @Test
    void anUnknownCommandIsRefusedWithTheNearestOne() {
        assertThat(duecare("rnu", "library:one-operator")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains("there is no command 'rnu'", "did you mean 'run'?");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void colourIsGivenWhereItIsAskedFor() {
        duecare("run", "library:no-such", "--color", "always");
        assertThat(err.toString()).contains("\u001B[1;31merror:");
        quiet();
        duecare("run", "library:no-such", "--color", "never");
        assertThat(err.toString()).contains("error:").doesNotContain("\u001B");
    }

    @Test
    void threadsDoNotShowInTheResult() throws IOException {
        run(folder.resolve("one"), "--threads", "1");
        run(folder.resolve("three"), "--threads", "3");

        assertThat(json(folder.resolve("one/summary.json")).get("resultSha256"))
                .isEqualTo(json(folder.resolve("three/summary.json")).get("resultSha256"));
    }

    @Test
    void outputsChosenDoNotShowInTheResult() throws IOException {
        run(folder.resolve("all"));
        run(folder.resolve("few"), "--set", "outputs={tables: [exceedance]}");

        assertThat(folder.resolve("few/tables/year_loss.parquet")).doesNotExist();
        JsonNode all = json(folder.resolve("all/summary.json"));
        JsonNode few = json(folder.resolve("few/summary.json"));
        assertThat(few.get("resultSha256")).isEqualTo(all.get("resultSha256"));
        assertThat(few.get("scenarioSha256")).isEqualTo(all.get("scenarioSha256"));
    }

    @Test
    void columnFilesGiveTheSameResultAsMemory() throws IOException {
        run(folder.resolve("memory"));
        System.setProperty(ScenarioRun.COLUMN_BYTES, "1000");
        try {
            run(folder.resolve("files"));
        } finally {
            System.clearProperty(ScenarioRun.COLUMN_BYTES);
        }

        String memory = Files.readString(folder.resolve("memory/summary.json"));
        assertThat(Files.readString(folder.resolve("files/summary.json"))).isEqualTo(memory);
        assertThat(folder.resolve("files").toFile().list())
                .containsExactlyInAnyOrder("summary.json", "report.html", "manifest.json", "tables");
    }

    @Test
    void incidentsAddUpToTheYears() throws SQLException {
        Path target = folder.resolve("run");
        int code = duecare(
                "run",
                "library:eu-joint-fund",
                "--trials",
                "300",
                "--set",
                "years=3",
                "--set",
                "outputs={tables: [event_loss, year_loss]}",
                "--set",
                "variants.joint-fund.fund.initial=1e6",
                "-o",
                target.toString());
        assertThat(code).as(err.toString()).isZero();

        String sql = """
                select count(*), sum(abs(y.harm - coalesce(e.harm, 0))), sum(abs(y.fund - coalesce(e.fund, 0))),
                       sum(abs(y.uncompensated - coalesce(e.uncompensated, 0))), sum(y.fund), sum(e.number)
                from '%s/tables/year_loss.parquet' y
                left join (select variant, trial, year, sum(harm) harm, sum(fund) fund, sum(uncompensated) uncompensated,
                                  count(*) number
                           from '%s/tables/event_loss.parquet' group by all) e
                using (variant, trial, year) where variant = 'joint-fund'""".formatted(target, target);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet answer = connection.createStatement().executeQuery(sql)) {
            answer.next();
            assertThat(answer.getLong(1)).isEqualTo(900);
            for (int column = 2; column <= 4; column++) {
                assertThat(answer.getDouble(column)).isCloseTo(0, within(HUNDRED_CENTS));
            }
            assertThat(answer.getDouble(5)).isPositive();
            assertThat(answer.getDouble(6)).isGreaterThan(900);
            ResultSet causes = connection.createStatement().executeQuery("""
                    select count(*) filter (where type = 'fraud' and causes <> 'malicious-actions'),
                           count(*) filter (where type = 'data-breach' and causes <> 'malicious-actions human-errors'),
                           count(distinct causes)
                    from '%s/tables/event_loss.parquet'""".formatted(target));
            causes.next();
            assertThat(List.of(causes.getLong(1), causes.getLong(2))).containsOnly(0L);
            assertThat(causes.getLong(3))
                    .as("six types, three of them malicious alone")
                    .isEqualTo(4);
        }
    }

    /** Rounding of sums of doubles over 900 years of up to a thousand million. */
    private static final double HUNDRED_CENTS = 1;

    @Test
    void fullFolderIsNotOverwrittenWithoutForce() throws IOException {
        Path target = folder.resolve("run");
        run(target);
        String before = Files.readString(target.resolve("manifest.json"));

        assertThat(run(target)).isEqualTo(7);
        assertThat(err.toString()).contains("is not empty").contains("--force");
        assertThat(Files.readString(target.resolve("manifest.json"))).isEqualTo(before);
        assertThat(run(target, "--force")).isZero();
    }

    @Test
    void jsonIsExactlyOneDocument() throws IOException {
        Path target = folder.resolve("run");

        run(target, "--json");

        JsonNode printed = JsonMapper.builder().build().readTree(out.toString());
        assertThat(printed.get("run").asString()).isEqualTo(target.toString());
        assertThat(printed.get("summary").get("schema").asString()).isEqualTo("duecare-summary-1");
    }

    @Test
    void summaryAgreesWithTheClosedForm() throws IOException {
        // 3 incidents a year of lognormal(10, 1): 3 exp(10.5) = 108,946.51 a year.
        Path target = folder.resolve("run");
        duecare("run", "library:one-operator", "-o", target.toString());
        JsonNode harm = json(target.resolve("summary.json"))
                .get("variants")
                .get(0)
                .get("annual")
                .get("harm");

        assertThat(harm.get("exact").get("mean").asDouble()).isCloseTo(108_946.51, within(0.01));
        assertThat(harm.get("mean").get("low").asDouble()).isLessThan(108_946.51);
        assertThat(harm.get("mean").get("high").asDouble()).isGreaterThan(108_946.51);
    }

    private static org.assertj.core.data.Offset<Double> within(double amount) {
        return org.assertj.core.data.Offset.offset(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-operator", "common-task", "eu-joint-fund", "first-run"})
    void shippedScenariosAreSound(String name) {
        assertThat(duecare("check", "library:" + name)).isZero();
        assertThat(out.toString()).contains("is sound").contains("trials");
    }

    @Test
    void checkPrintsAllProblemsAndEndsWithThree() throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.writeString(file, """
                schemaVersion: 1
                scenario: bad
                currency: EUR
                seed: 1
                trials: -5
                yers: 2
                operations: [{operation: a, sector: energy, territory: DE, revenue: 1e8, posture: 1.5}]
                threats: [{type: outage, incidentsPerYear: 3, severity: {law: lognormal, mu: 10, sigma: 1}}]
                compensation: [{payer: insurer, limit: 0}]
                """);

        assertThat(duecare("check", file.toString())).isEqualTo(3);

        assertThat(err.toString())
                .contains("bad.yaml:5")
                .contains("bad.yaml:6")
                .contains("did you mean 'years'")
                .contains("bad.yaml:7")
                .contains("bad.yaml:9");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void missingFileEndsWithSixAndUnknownOptionWithTwo() {
        assertThat(duecare("run", folder.resolve("nothing.yaml").toString())).isEqualTo(6);
        assertThat(duecare("run", "library:one-operator", "--trails", "10")).isEqualTo(2);
        assertThat(err.toString()).contains("--trials");
        assertThat(duecare("rnu")).isEqualTo(2);
    }

    @Test
    void initWritesAScenarioThatRuns() throws IOException {
        Path file = folder.resolve("mine.yaml");

        assertThat(duecare("init", file.toString())).isZero();
        assertThat(duecare(
                        "run",
                        file.toString(),
                        "--trials",
                        "500",
                        "-o",
                        folder.resolve("out").toString()))
                .isZero();
        assertThat(duecare("init", file.toString())).isEqualTo(7);
    }

    @Test
    void resolvedScenarioGivesTheSameHashes() throws IOException {
        duecare("resolve", "library:eu-joint-fund", "--trials", "200");
        Path file = folder.resolve("resolved.yaml");
        Files.writeString(file, out.toString());

        duecare(
                "run",
                "library:eu-joint-fund",
                "--trials",
                "200",
                "-o",
                folder.resolve("a").toString());
        assertThat(duecare("run", file.toString(), "-o", folder.resolve("b").toString()))
                .as(err.toString())
                .isZero();

        JsonNode a = json(folder.resolve("a/summary.json"));
        JsonNode b = json(folder.resolve("b/summary.json"));
        assertThat(b.get("resultSha256")).isEqualTo(a.get("resultSha256"));
        assertThat(b.get("scenarioSha256")).isEqualTo(a.get("scenarioSha256"));
    }

    @Test
    void explainFindsKeysByTheEndOfTheirPath() {
        assertThat(duecare("explain", "fund.annualLimit")).isZero();
        assertThat(out.toString()).contains("Most paid in a year").contains("none");
        assertThat(duecare("explain", "fund.anualLimit")).isEqualTo(3);
        assertThat(err.toString()).contains("annualLimit");
    }

    @Test
    void helpFitsAScreenAndVersionNamesTheModel() {
        assertThat(duecare("--help")).isZero();
        assertThat(out.toString().lines().count()).isLessThan(40);
        assertThat(duecare("--version")).isZero();
        assertThat(out.toString()).contains("model 1");
    }

    @Test
    void schemaIsJson() {
        assertThat(duecare("schema")).isZero();
        assertThat(JsonMapper.builder().build().readTree(out.toString()).has("$schema"))
                .isTrue();
    }
}
