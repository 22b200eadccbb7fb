package org.duecare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code duecare tariff}: as tables, as JSON, as a folder; and its rates in a quote. */
class TariffCommandTest {
    private static final String WORLD = """
            schemaVersion: 1
            scenario: world
            currency: EUR
            trials: 2000
            operations: [{operation: other, sector: health, territory: DE, revenue: 1e8, posture: 0.4}]
            threats:
              - {type: breach, incidentsPerYear: 1, referencePosture: 0, severity: {law: lognormal, mu: 11, sigma: 1}, thirdPartyShare: 1}
            diligence: {questionnaire: form.yaml, standard: {level: 0.6}, vulnerability: {effect: {necessaryMeasures: 1.5}}}
            liability: {rule: strict}
            insurance: {obligation: mandatory, deductible: 1e4, limit: 1e6, premium: {principle: expectedValue, load: 0.25, tariff: %s}}
            compensation: [{payer: operator, layer: deductible}, {payer: insurer}]
            """;

    /** One question, so that a quote has few improvements to price. */
    private static final String FORM = """
            schemaVersion: 1
            questionnaire: form
            evidence: [{evidence: told, credit: 1, source: test}]
            controls:
              - {control: locks, question: "Are there locks?", answers: {no: 0, some: 0.4, all: 1},
                 elements: {goodFaith: 1, goodNeighbourliness: 1, territorialControl: 1, riskAssessment: 1, necessaryMeasures: 1,
                   stateOfTheArt: 1, informationExchange: 1, nonDiscrimination: 1, continuity: 1},
                 costOfRevenue: 1e-5, source: test}
            """;

    private static final String PROPOSAL = """
            schemaVersion: 1
            proposal: hospital
            currency: EUR
            operation: hospital
            sector: health
            territory: DE
            revenue: 120 mEUR
            assurance: basic
            answers: {locks: some}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeForm() throws IOException {
        Files.writeString(folder.resolve("form.yaml"), FORM);
        Files.writeString(folder.resolve("proposal.yaml"), PROPOSAL);
    }

    private String proposal() {
        return folder.resolve("proposal.yaml").toString();
    }

    private int duecare(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private JsonNode printed() {
        return JsonMapper.shared().readTree(out.toString());
    }

    @Test
    void everyPartIsShownInWordsAndAsJson() {
        assertThat(duecare("tariff", "library:tariff-claims")).isZero();
        assertThat(out.toString())
                .contains(
                        "881 claims", "Pure premium of the base class", "assurance high", "95 %", "base", "of claims");

        assertThat(duecare("tariff", "library:tariff-claims", "--json")).isZero();
        JsonNode json = printed();
        assertThat(json.get("schema").asString()).isEqualTo("duecare-tariff-1");
        assertThat(json.get("record").get("rows").asInt()).isEqualTo(600);
        JsonNode levels = json.get("relativities").get("levels");
        assertThat(levels).hasSize(12 + 5 + 4 + 4);
        JsonNode high = levels.get(levels.size() - 1);
        assertThat(high.get("factor").asString()).isEqualTo("assurance");
        assertThat(high.get("relativity").get("low").asDouble())
                .isLessThan(high.get("relativity").get("estimate").asDouble());
        assertThat(json.get("rates").get("assurance").get("high").asDouble())
                .isEqualTo(high.get("relativity").get("estimate").asDouble());

        assertThat(duecare("tariff", "library:credibility-hierarchical", "--json"))
                .isZero();
        assertThat(printed().get("credibility").get("groups")).hasSize(2);
        assertThat(duecare("tariff", "library:bonus-malus", "--json")).isZero();
        assertThat(printed().get("bonusMalus").get(0).get("shares")).hasSize(6);
        assertThat(duecare("tariff", "library:bonus-malus")).isZero();
        assertThat(out.toString()).contains("efficiency", "base for balance");
    }

    /** The record of the library was drawn from relativities that its script states; each lies in an interval of 99.9 %. */
    @Test
    void theShippedRecordGivesBackWhatItWasDrawnFrom() {
        assertThat(duecare("tariff", "library:tariff-claims", "--json")).isZero();
        double[] assurance = {1, 0.9, 0.75, 0.6};
        double[] posture = {2.2 / 1.4, 1, 1 / 1.4, 0.6 / 1.4};
        JsonNode levels = printed().get("relativities").get("levels");
        for (int k = 0; k < 4; k++) {
            assertWithin(levels.get(17 + k).get("relativity"), posture[k]);
            assertWithin(levels.get(21 + k).get("relativity"), assurance[k]);
        }
    }

    private static void assertWithin(JsonNode relativity, double truth) {
        double estimate = relativity.get("estimate").asDouble();
        double error = Math.log(relativity.get("high").asDouble() / estimate) / 1.96;
        assertThat(Math.abs(Math.log(estimate / truth))).isLessThanOrEqualTo(3.3 * error);
    }

    @Test
    void theFolderHoldsAFileThatAPremiumCanName() throws IOException {
        Path tariff = folder.resolve("tariff");
        assertThat(duecare("tariff", "library:tariff-claims", "-o", tariff.toString()))
                .isZero();
        assertThat(tariff.resolve("tariff.json")).exists();
        assertThat(new String(
                        Files.readAllBytes(tariff.resolve("tables/relativities.parquet")), StandardCharsets.ISO_8859_1))
                .startsWith("PAR1")
                .endsWith("PAR1");
        assertThat(duecare("tariff", "library:tariff-claims", "-o", tariff.toString()))
                .isEqualTo(ExitCode.OVERWRITE);
        assertThat(duecare("tariff", "library:tariff-claims", "-o", tariff.toString(), "--force"))
                .isZero();
        assertThat(duecare("tariff", "library:tariff-claims", "-o", proposal(), "--force"))
                .isEqualTo(ExitCode.OVERWRITE);
        assertThat(err.toString()).contains("is a file, not a folder");

        JsonNode direct = price("library:tariff-claims");
        JsonNode written = price(tariff.resolve("rates.yaml").toString());
        assertThat(direct.get("variants").get(0).get("method").asString()).isEqualTo("tariff");
        assertThat(written).isEqualTo(direct);
    }

    private JsonNode price(String tariff) throws IOException {
        Path world = Files.writeString(folder.resolve("world.yaml"), WORLD.formatted(tariff));
        assertThat(duecare("price", world.toString(), "--json"))
                .as(err.toString())
                .isZero();
        return printed();
    }

    private JsonNode quote(String tariff) throws IOException {
        Path world = Files.writeString(folder.resolve("world.yaml"), WORLD.formatted(tariff));
        assertThat(duecare("quote", proposal(), "--scenario", world.toString(), "--json"))
                .as(err.toString())
                .isZero();
        return printed();
    }

    /** The pure premium of a quote and of a run is base times relativities; the principle loads it. */
    @Test
    void theTariffPricesAProposalAndARun() throws IOException {
        assertThat(duecare("tariff", "library:tariff-claims", "--json")).isZero();
        JsonNode rates = printed().get("rates");
        JsonNode quote = quote("library:tariff-claims");
        double pure = rates.get("base").asDouble()
                * rates.get("sector").get("health").asDouble()
                * rates.get("size").get("large").asDouble()
                * rates.get("posture").get("25-50").asDouble();

        double proposal = pure * rates.get("assurance").get("basic").asDouble();
        assertThat(quote.get("pure").asString()).isEqualTo("tariff");
        assertThat(quote.get("premium").get("expectedLoss").asDouble()).isCloseTo(proposal, within(0.0051));
        assertThat(quote.get("premium").get("riskLoad").asDouble()).isCloseTo(0.25 * proposal, within(0.0051));
        assertThat(quote.get("simulatedLoss").asDouble())
                .isBetween(
                        quote.get("expectedLossInterval").get("low").asDouble(),
                        quote.get("expectedLossInterval").get("high").asDouble());

        assertThat(duecare("price", folder.resolve("world.yaml").toString(), "--json"))
                .isZero();
        JsonNode variant = printed().get("variants").get(0);
        assertThat(variant.get("method").asString()).isEqualTo("tariff");
        assertThat(variant.get("principles").get(0).get("expectedLoss").asDouble())
                .isCloseTo(pure, within(0.0051));
    }

    @Test
    void aLevelWithoutARateIsNamed() throws IOException {
        Path world =
                Files.writeString(folder.resolve("world.yaml"), WORLD.formatted("{base: 1e5, sector: {energy: 1}}"));

        assertThat(duecare("quote", proposal(), "--scenario", world.toString())).isEqualTo(ExitCode.SCENARIO);
        assertThat(err.toString()).contains("tariff.sector has no relativity for health, which hospital is rated by");
    }

    /** Simulated claims are the payments of insurers; each operation and year is a row, for any number of threads. */
    @Test
    void simulatedClaimsAreARecord() throws IOException {
        Path world = Files.writeString(
                folder.resolve("world.yaml"),
                WORLD.formatted("none")
                        .replace(
                                "operations: [",
                                "operations: [{operation: more, sector: energy, territory: DE, revenue: 1e8, posture: 0.4}, "));
        Path tariff = Files.writeString(
                folder.resolve("tariff.yaml"),
                "schemaVersion: 1\ntariff: t\ncurrency: EUR\nsimulated: {scenario: world.yaml, years: 400}\n"
                        + "relativities: {factors: [sector]}\ncredibility: {model: buhlmannStraub}\n");

        assertThat(duecare("tariff", tariff.toString(), "--json", "--threads", "1"))
                .as(err.toString())
                .isZero();
        JsonNode one = printed();
        assertThat(one.get("record").get("rows").asInt()).isEqualTo(800);
        assertThat(one.get("record").get("exposure").asDouble()).isEqualTo(800);
        assertThat(one.get("credibility").get("risks")).hasSize(2);
        double paid = one.get("record").get("amount").asDouble() / 800;
        assertThat(duecare("price", world.toString(), "--json")).isZero();
        double expected = printed()
                        .get("variants")
                        .get(0)
                        .get("principles")
                        .get(0)
                        .get("expectedLoss")
                        .asDouble()
                / 2;
        assertThat(paid).isCloseTo(expected, within(4 * 2.2 * expected / Math.sqrt(800 * 0.5)));
        assertThat(duecare("tariff", tariff.toString(), "--json", "--threads", "3"))
                .isZero();
        assertThat(printed()).isEqualTo(one);
    }

    @Test
    void badFilesAreRefusedInWords() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "schemaVersion: 1\ntariff: x\ncurrency: EUR\n");

        assertThat(duecare("tariff", bad.toString())).isEqualTo(ExitCode.SCENARIO);
        assertThat(err.toString()).contains("asks for nothing", "State relativities, credibility or bonusMalus");
        assertThat(out.toString()).isEmpty();
        assertThat(duecare("explain", "credibility.estimator")).isZero();
        assertThat(out.toString()).contains("unbiased, iterative");
    }
}
