package org.duecare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prices as a user meets them: the command, and the premium of a run. */
class PriceCommandTest {
    private static final String SCENARIO = """
            schemaVersion: 1
            scenario: priced
            currency: EUR
            trials: 4000
            operations:
              - {operation: a, sector: energy, territory: DE, revenue: 5e6, posture: 0.3}
              - {operation: b, sector: health, territory: FR, revenue: 1e8, posture: 0.7}
              - {operation: c, sector: energy, territory: FR, revenue: 2e8, posture: 0.6}
              - {operation: d, sector: health, territory: DE, revenue: 4e6, posture: 0.1}
            threats:
              - {type: outage, incidentsPerYear: 0.5, severity: {law: exponential, mean: 5e4}, thirdPartyShare: 1}
            diligence: {vulnerability: {form: none}}
            liability: {rule: strict}
            insurance: {obligation: mandatory, limit: 1e5, premium: {principle: wang, lambda: 0.25, expenses: 0.25, tax: 0.19}}
            compensation: [{payer: insurer}]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int duecare(String... arguments) {
        return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String file() throws IOException {
        return Files.writeString(folder.resolve("priced.yaml"), SCENARIO).toString();
    }

    private static JsonNode read(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    @Test
    void priceTableAddsUpAndLoadsAsStated() throws IOException {
        int code = duecare(
                "price", file(), "--json", "--by", "sector,size", "--principle", "proportionalHazard,exponent=0.8");

        assertThat(code).as(err.toString()).isZero();
        JsonNode variant = read(out.toString()).get("variants").get(0);
        JsonNode own = variant.get("principles").get(0);
        double mean = 4 * 0.5 * 5e4 * -StrictMath.expm1(-2);
        assertThat(variant.get("method").asString()).isEqualTo("closed form");
        assertThat(own.get("expectedLoss").asDouble()).isCloseTo(mean, within(0.05));
        double beforeTax = own.get("tax").asDouble() / 0.19;
        assertThat(own.get("expenses").asDouble()).isCloseTo(0.25 * beforeTax, within(0.1));
        assertThat(variant.get("principles").get(1).get("principle").asString()).isEqualTo("proportionalHazard 0.8");
        double total = 0;
        double tail = 0;
        double natural = 0;
        double around = 0;
        double layers = 0;
        for (JsonNode row : variant.get("classes")) {
            total += row.get("total").asDouble();
            tail += row.get("coTvar").asDouble();
            natural += row.get("natural").asDouble();
            around += row.get("conditionalMean").asDouble();
            layers += row.get("percentileLayer").asDouble();
        }
        assertThat(variant.get("classes").size()).isEqualTo(4);
        assertThat(total).isCloseTo(own.get("total").asDouble(), within(1e-6));
        double tvar = variant.get("portfolio").get("tvar").asDouble();
        assertThat(tail).isCloseTo(tvar, within(1e-9 * tvar));
        double price = variant.get("portfolio").get("price").asDouble();
        double assets = variant.get("portfolio").get("assets").asDouble();
        assertThat(natural).isCloseTo(price, within(1e-9 * price));
        assertThat(layers).isCloseTo(assets, within(1e-9 * assets));
        assertThat(around).isBetween(0.8 * assets, tvar);
    }

    @Test
    void calibrationReachesTheReturn() throws IOException {
        assertThat(duecare("price", file(), "--json", "--target-return", "0.1")).isZero();

        JsonNode variant = read(out.toString()).get("variants").get(0);
        JsonNode portfolio = variant.get("portfolio");
        double wanted =
                (portfolio.get("mean").asDouble() + 0.1 * portfolio.get("tvar").asDouble()) / 1.1;
        JsonNode load = variant.get("calibration").get(0);
        assertThat(load.get("premium").asDouble()).isCloseTo(wanted, within(1e-6 * wanted));
        double mean = 4 * 0.5 * 5e4 * -StrictMath.expm1(-2);
        assertThat(load.get("value").asDouble()).isCloseTo(wanted / mean - 1, within(1e-6));
    }

    @Test
    void aRunTellsThePremiumAndItsLossRatio() throws IOException {
        Path target = folder.resolve("run");

        assertThat(duecare("run", file(), "-o", target.toString(), "--quiet")).isZero();

        JsonNode premium = read(Files.readString(target.resolve("summary.json")))
                .get("variants")
                .get(0)
                .get("premium");
        double beforeTax = premium.get("beforeTax").asDouble();
        double exact = premium.get("expectedLoss").asDouble() / beforeTax;
        assertThat(premium.get("total").asDouble()).isCloseTo(1.19 * beforeTax, within(0.1));
        assertThat(premium.get("lossRatioRange").get("low").asDouble()).isLessThan(exact);
        assertThat(premium.get("lossRatioRange").get("high").asDouble()).isGreaterThan(exact);
        assertThat(Files.readString(target.resolve("report.html"))).contains("What insurance costs");
    }

    @Test
    void wordsThatAreNotUnderstoodAreRefused() throws IOException {
        assertThat(duecare("price", file(), "--principle", "wang")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("lambda is missing");
        assertThat(duecare("price", file(), "--principle", "magic,x=1")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("must be one of expectedValue");
        assertThat(duecare("price", file(), "--by", "colour")).isEqualTo(ExitCode.USAGE);
        assertThat(duecare("price", file(), "--variant", "none such")).isEqualTo(ExitCode.USAGE);
        assertThat(duecare("price", file(), "--set", "insurance.premium.principle=tvar"))
                .isEqualTo(ExitCode.SCENARIO);
    }

    @Test
    void aPriceForPeopleNamesClassesPrinciplesAndRelativities() throws IOException {
        assertThat(duecare("price", file())).isZero();
        assertThat(out.toString()).contains("wang 0.25", "energy", "health", "coTvar", "relativity", "Portfolio");
    }
}
