package org.duecare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.duecare.reports.SummaryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Summaries of runs of the shipped scenarios follow the published schema, and together they fill every block of it; the
 * burden stands in its table as in the summary.
 */
class SummarySchemaTest {
    private static final double ROUNDING = 1e-12;

    @TempDir
    private Path folder;

    private JsonNode run(String scenario, String... sets) throws IOException {
        StringWriter err = new StringWriter();
        List<String> arguments = new java.util.ArrayList<>(
                List.of("run", "library:" + scenario, "--trials", "200", "--quiet", "--force"));
        for (String set : sets) {
            arguments.addAll(List.of("--set", set));
        }
        arguments.addAll(List.of("-o", folder.resolve(scenario).toString()));
        int code = Main.execute(
                new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments.toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve(scenario).resolve("summary.json")));
    }

    private static String schemaText() throws IOException {
        try (var in = SummaryFile.class.getResourceAsStream("summary.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void summariesOfRunsFollowTheSchemaAndFillItsBlocks() throws IOException, SQLException {
        String text = schemaText();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
        Set<String> missing = new TreeSet<>(JsonMapper.shared()
                .readTree(text)
                .at("/$defs/variant/properties")
                .propertyNames());
        JsonNode joint = run("eu-joint-fund");
        assertBurdenTable(joint);
        List<JsonNode> summaries = List.of(
                joint,
                run("adverse-selection"),
                run("insurer-market"),
                run("care-incentives"),
                run("terrorism-tria"),
                run("nuclear-csc"),
                run(
                        "one-operator",
                        "netAssets=carried",
                        "compensation=[{payer: operator, layer: netAssets}]",
                        "outputs={tables: [exceedance, victim], audit: true}"));
        for (JsonNode summary : summaries) {
            assertThat(schema.validate(summary.toString(), InputFormat.JSON))
                    .as(summary.at("/scenario").asString())
                    .isEmpty();
            summary.at("/variants").forEach(variant -> missing.removeAll(variant.propertyNames()));
        }

        assertThat(missing).as("blocks of the schema that no run fills").isEmpty();
    }

    private void assertBurdenTable(JsonNode summary) throws SQLException {
        String table = "'" + folder.resolve("eu-joint-fund/tables/burden.parquet") + "'";
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            long rows = 0;
            for (JsonNode variant : summary.at("/variants")) {
                for (JsonNode group : variant.path("burden")) {
                    ResultSet row = statement.executeQuery(String.format(
                            "select operations, revenue, premium, contributions, share_of_revenue, share_of_revenue_low,"
                                    + " share_of_revenue_high from %s where variant = '%s' and \"by\" = '%s' and"
                                    + " \"group\" = '%s'",
                            table,
                            variant.at("/variant").asString(),
                            group.at("/by").asString(),
                            group.at("/group").asString()));
                    assertThat(row.next()).isTrue();
                    assertThat(row.getLong(1)).isEqualTo(group.at("/operations").asLong());
                    assertClose(row.getDouble(2), group.at("/revenue"));
                    assertClose(row.getDouble(3), group.at("/premium"));
                    assertClose(row.getDouble(4), group.at("/contributions/estimate"));
                    assertClose(row.getDouble(5), group.at("/shareOfRevenue/estimate"));
                    assertClose(row.getDouble(6), group.at("/shareOfRevenue/low"));
                    assertClose(row.getDouble(7), group.at("/shareOfRevenue/high"));
                    rows++;
                }
            }
            ResultSet count = statement.executeQuery("select count(*) from " + table);
            count.next();
            assertThat(rows).isPositive().isEqualTo(count.getLong(1));
        }
    }

    private static void assertClose(double found, JsonNode expected) {
        assertThat(Math.abs(found - expected.asDouble())).isLessThanOrEqualTo(ROUNDING * Math.abs(found));
    }
}
