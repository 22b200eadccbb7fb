package org.duecare.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duecare.settlement.Measure;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.RunResult.VariantResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables as another program reads them. */
class TablesTest {
    private static final double ROUNDING_REL = 1e-12;

    @TempDir
    static Path folder;

    private static RunResult run;
    private static Connection duckDb;

    @BeforeAll
    static void writeOnce() throws Exception {
        run = SampleRun.standard().result();
        try (RunFolder out = RunFolder.open(folder.resolve("run"), false)) {
            ReportWriter.write(out, run, SampleAssessment.of(run), SampleAssessment.context());
        }
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterAll
    static void close() throws SQLException {
        duckDb.close();
    }

    @Test
    void yearLossHasOneRowForEachVariantTrialAndYear() throws SQLException {
        assertThat(number("select count(*) from year_loss")).isEqualTo(3 * 5000 * 5);
        assertThat(number("select count(distinct (variant, trial, year)) from year_loss"))
                .isEqualTo(3 * 5000 * 5);
        assertThat(number("select min(trial) + max(trial) from year_loss")).isEqualTo(5001);
        assertThat(number("select sum(weight) from year_loss")).isEqualTo(3 * 5000 * 5);
    }

    @Test
    void yearLossHoldsEveryCent() throws SQLException {
        for (VariantResult variant : run.variants()) {
            for (Measure measure : variant.measures()) {
                double cents = number("select sum(cast(round(" + measure.column()
                        + " * 100) as hugeint)) from year_loss where variant = '" + variant.variant() + "'");
                assertThat(cents).isEqualTo(total(variant, measure));
            }
        }
    }

    @Test
    void amountsHaveTwoDecimals() throws SQLException {
        assertThat(number("select count(*) from year_loss where round(harm, 2) <> harm"))
                .isZero();
        assertThat(number("select count(*) from exceedance where round(loss, 2) <> loss or round(tvar, 2) <> tvar"))
                .isZero();
        assertThat(number("select count(*) from fund_path where round(balance_p50, 2) <> balance_p50"))
                .isZero();
    }

    @Test
    void measureThatAVariantHasNotIsNullThere() throws SQLException {
        assertThat(number("select count(*) from year_loss where (fund is null) <> (variant <> 'joint-fund')"))
                .isZero();
        assertThat(number("select count(*) from operation where (levy is null) <> (variant <> 'joint-fund')"))
                .isZero();
    }

    @Test
    void rowsStandInOrderOfVariantBlockYearTrial() throws SQLException {
        assertThat(texts("select variant || ' ' || year || ' ' || trial from year_loss limit 2049"))
                .startsWith("status-quo 1 1", "status-quo 1 2")
                .endsWith("status-quo 2 1");
        assertThat(number("select count(*) from (select row_number() over () r, * from year_loss) a where r <> 1 + "
                        + "25000 * (case variant when 'status-quo' then 0 when 'mandatory' then 1 else 2 end)"
                        + " + ((trial - 1) // 2048) * 2048 * 5"
                        + " + (year - 1) * (case when trial > 4096 then 904 else 2048 end) + (trial - 1) % 2048"))
                .isZero();
    }

    @Test
    void operationsAddUpToTheMeanYear() throws SQLException {
        double byOperation = number("select sum(harm) from operation where variant = 'mandatory'");
        double byYear = number("select avg(harm) from year_loss where variant = 'mandatory'");

        assertThat(byOperation).isCloseTo(byYear, org.assertj.core.data.Offset.offset(byYear * ROUNDING_REL * 100));
        assertThat(number("select count(*) from operation where insured")).isEqualTo(3 * 4);
        assertThat(texts("select distinct sector from operation order by 1")).containsExactly("energy", "health");
    }

    @Test
    void exceedanceHasItsColumnsInOrder() throws SQLException {
        assertThat(texts("select column_name from (describe select * from exceedance)"))
                .containsExactly(
                        "variant", "year", "measure", "ep_type", "return_period", "loss", "low", "high", "tvar");
        assertThat(texts("select distinct ep_type from exceedance order by 1")).containsExactly("AEP", "OEP");
        assertThat(number("select count(distinct year) from exceedance")).isEqualTo(6);
        assertThat(number("select count(*) from exceedance where tvar < loss")).isZero();
    }

    @Test
    void fundPathHasOneRowForEachYear() throws SQLException {
        assertThat(number("select count(*) from fund_path")).isEqualTo(5);
        assertThat(number(
                        "select count(*) from fund_path where balance_p01 > balance_p50 or balance_p50 > balance_p99"))
                .isZero();
    }

    @Test
    void footerNamesHashesUnitsAndEstimators() throws SQLException {
        List<String> keys = texts("select decode(key) || '=' || decode(value) from parquet_kv_metadata('"
                + folder.resolve("run/tables/year_loss.parquet") + "')");
        assertThat(keys).contains("duecare.resultSha256=" + run.resultSha256(), "unit.harm=EUR");
        assertThat(keys).anyMatch(key -> key.startsWith("estimator.exceedance="));
    }

    @Test
    void namesAreDictionaryEncodedAndPagesCompressed() throws SQLException {
        assertThat(texts("select distinct compression from parquet_metadata('"
                        + folder.resolve("run/tables/year_loss.parquet") + "')"))
                .containsExactly("ZSTD");
        assertThat(texts("select encodings from parquet_metadata('" + folder.resolve("run/tables/operation.parquet")
                        + "') where path_in_schema = 'operation'"))
                .allMatch(encodings -> encodings.contains("RLE_DICTIONARY"));
    }

    private static double total(VariantResult variant, Measure measure) {
        double total = 0;
        long[] values = new long[run.scenario().trials()];
        for (int year = 1; year <= run.scenario().years(); year++) {
            variant.sum(measure, year).read(0, values.length, values);
            for (long value : values) {
                total += value;
            }
        }
        return total;
    }

    private static double number(String sql) throws SQLException {
        try (var statement = duckDb.createStatement();
                ResultSet rows = statement.executeQuery(withTables(sql))) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    private static List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = duckDb.createStatement();
                ResultSet rows = statement.executeQuery(withTables(sql))) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static String withTables(String sql) {
        String result = sql;
        for (String table : List.of("year_loss", "exceedance", "operation", "fund_path")) {
            result = result.replace(
                    "from " + table, "from '" + folder.resolve("run/tables/" + table + ".parquet") + "'");
        }
        return result;
    }
}
