package org.duecare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code duecare quote}: as JSON, as tables, as a page; and what is refused. */
class QuoteCommandTest {
    private static final String WORLD = """
            schemaVersion: 1
            scenario: world
            currency: EUR
            operations: [{operation: other, sector: health, territory: DE, revenue: 1e8, posture: 0.5}]
            threats:
              - {type: breach, incidentsPerYear: 1, referencePosture: 0, severity: {law: lognormal, mu: 11, sigma: 1}, thirdPartyShare: 1}
            providers: [{provider: cloud, eventsPerYear: 0.1, reach: 0.5, durationHours: {law: exponential, mean: 8}, harmPerHour: {perUser: 0.5}}]
            diligence: {questionnaire: library:controls, standard: {level: 0.6}, vulnerability: {effect: {necessaryMeasures: 1.5}}}
            liability: {rule: negligence, courtNoise: 0.1}
            insurance: {obligation: mandatory, deductible: 1e4, limit: 1e6, annualLimit: 2e6}
            compensation: [{payer: operator, layer: deductible}, {payer: insurer}]
            underwriting:
              premium: {principle: standardDeviation, load: 0.1, expenses: 0.2, commission: 0.1, tax: 0.19}
              rules: [{rule: by-hand, decision: refer, when: {control: hardening, levelBelow: 0.5}, because: hardening is not automated}]
            """;

    @TempDir
    private static Path shared = Path.of("");

    private static JsonNode quote = JsonNodeFactory.instance.missingNode();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String world = "";

    /** A quote takes seconds: that of the proposal as it stands is made once, as a document and as a page. */
    @BeforeAll
    static void quoteOnce() throws IOException {
        QuoteCommandTest test = new QuoteCommandTest();
        test.folder = shared;
        test.writeWorld();
        quote = test.quote("library:proposal-hospital", "--html", page().toString());
        assertThat(test.err.toString()).contains("page: " + page());
    }

    /** In a folder that is not there yet. */
    private static Path page() {
        return shared.resolve("pages/quote.html");
    }

    @BeforeEach
    void writeWorld() throws IOException {
        world = Files.writeString(folder.resolve("world.yaml"), WORLD).toString();
    }

    private int duecare(String... arguments) {
        return Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private JsonNode quote(String proposal, String... more) {
        String[] all = new String[5 + more.length];
        System.arraycopy(new String[] {"quote", proposal, "--scenario", world, "--json"}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        assertThat(duecare(all)).as(err.toString()).isZero();
        return JsonMapper.shared().readTree(out.toString());
    }

    @Test
    void theDocumentHoldsWhatTheContractNames() {
        assertThat(quote.get("operation").asString()).isEqualTo("hospital");
        assertThat(quote.get("posture").propertyNames()).hasSize(9);
        assertThat(quote.get("decision").asString()).isEqualTo("refer");
        assertThat(quote.get("rules").get(0).asString()).isEqualTo("by-hand: hardening is not automated");
        JsonNode premium = quote.get("premium");
        double sum = 0;
        for (String part :
                List.of("expectedLoss", "riskLoad", "expenses", "commission", "reinsurance", "levy", "tax")) {
            sum += premium.get(part).asDouble();
        }
        assertThat(premium.get("total").asDouble())
                .isEqualTo(sum, within(0.005))
                .isPositive();
        assertThat(quote.get("options"))
                .hasSize(9)
                .allSatisfy(option -> assertThat(option.propertyNames()).contains("deductible", "limit", "premium"));
        double before = 0;
        for (JsonNode one : quote.get("improvements")) {
            assertThat(one.propertyNames()).contains("control", "element", "premiumSaved", "cost");
            assertThat(one.get("cost").asDouble()).isGreaterThanOrEqualTo(before);
            before = one.get("cost").asDouble();
        }
        assertThat(quote.get("improvements")).isNotEmpty();
    }

    @Test
    void aBetterAnswerLowersThePremiumByWhatWasSaid() {
        double said = 0;
        for (JsonNode one : quote.get("improvements")) {
            boolean automated = one.get("control").asString().equals("hardening")
                    && one.get("what").asString().equals("answer");
            said = automated ? one.get("premiumSaved").asDouble() : said;
        }
        JsonNode after = quote("library:proposal-hospital", "--answer", "hardening=automated");

        assertThat(after.get("decision").asString()).isEqualTo("accept");
        assertThat(quote.get("premium").get("total").asDouble()
                        - after.get("premium").get("total").asDouble())
                .isEqualTo(said, within(0.011))
                .isPositive();
    }

    @Test
    void peopleGetTablesAndAPage() throws IOException {
        assertThat(duecare("quote", "library:proposal-hospital", "--scenario", world))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("hospital, health in DE: refer at EUR", "by-hand: hardening is not automated")
                .contains("expectedLoss", "limit 1.00 m", "necessaryMeasures", "hardening automated");
        String html = Files.readString(page());
        assertThat(html)
                .contains("Referred to an underwriter", "Care on the nine elements", "default-src &#39;none&#39;");
        assertThat(html).doesNotContain("<script", "http-equiv=\"refresh\"", "src=");
        try (Stream<Path> files = Files.list(shared.resolve("pages"))) {
            assertThat(files).as("nothing beside the page").containsExactly(page());
        }
    }

    @Test
    void aPageThatCannotBeWrittenIsRefusedBeforeTheQuote() throws IOException {
        assertThat(html(page())).isEqualTo(ExitCode.OVERWRITE);
        assertThat(html(folder)).isEqualTo(ExitCode.OVERWRITE);
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(html(file.resolve("quote.html"))).isEqualTo(ExitCode.FILE);

        assertThat(err.toString())
                .contains(page() + " exists. Name another file, or add --force")
                .contains(folder + " exists", "cannot be read or written")
                .doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
    }

    private int html(Path page) {
        return duecare("quote", "library:proposal-hospital", "--scenario", world, "--html", page.toString());
    }

    @Test
    void aMissingAnUnknownAndAContradictoryAnswerAreRefusedWithQuestionAndLine() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.yaml"), """
                schemaVersion: 1
                proposal: bad
                currency: EUR
                operation: bad
                sector: health
                territory: DE
                revenue: 1e8
                answers:
                  hardening: perhaps
                  backups: {answer: no, evidence: tested}
                """);

        assertThat(duecare("quote", bad.toString(), "--scenario", world)).isEqualTo(ExitCode.SCENARIO);
        assertThat(err.toString())
                .contains("bad.yaml:9:", "'hardening' is answered 'perhaps'", "Answer no, by-hand, automated")
                .contains("bad.yaml:10:", "'backups' contradicts itself")
                .contains("bad.yaml:8:", "'patching' is not answered: How soon are flaws");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aStatedPostureIsNoProposal() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.yaml"), """
                schemaVersion: 1
                proposal: bad
                currency: EUR
                operation: bad
                sector: health
                territory: DE
                revenue: 1e8
                posture: 0.9
                """);

        assertThat(duecare("quote", bad.toString(), "--scenario", world)).isEqualTo(ExitCode.SCENARIO);
        assertThat(err.toString()).contains("a proposal answers the questionnaire");
    }

    @Test
    void aScenarioWithoutAQuestionnaireOrWithRulesOnUnknownControlsIsRefused() throws IOException {
        Files.writeString(Path.of(world), WORLD.replace("questionnaire: library:controls, ", ""));
        assertThat(duecare("quote", "library:proposal-hospital", "--scenario", world))
                .isEqualTo(ExitCode.SCENARIO);
        assertThat(err.toString()).contains("rule by-hand names the control hardening");

        Files.writeString(Path.of(world), WORLD.replace("control: hardening", "control: hardning"));
        assertThat(duecare("check", world)).isEqualTo(ExitCode.SCENARIO);
        assertThat(err.toString()).contains("hardning, which is no question of controls");
    }
}
