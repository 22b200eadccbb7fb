package org.duecare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stress as a user meets it. */
class StressCommandTest {
    private static final String SCENARIO = """
            schemaVersion: 1
            scenario: small
            currency: EUR
            seed: 5
            trials: 8000
            years: 2
            operations:
              - {operation: a, sector: energy, territory: DE, revenue: 1e8, posture: 0.5}
              - {operation: b, sector: water, territory: DE, revenue: 1e8, posture: 0.5}
            threats: [{type: outage, incidentsPerYear: 0.2, severity: {law: exponential, mean: 1e6}, thirdPartyShare: 1}]
            diligence: {vulnerability: {form: exponential, floor: 0.03, effect: {necessaryMeasures: 1.6}}}
            liability: {rule: strict}
            compensation: [{payer: fund}]
            fund: {initial: 3e6, levy: {rule: exAnte, base: revenue, ratePerYear: 1e-3}}
            stress:
              bound: 0.02
              solveFor: [initial, levy]
              scales: [1, 2]
              disasters: [{disaster: flood, events: [{event: flood, year: 1, operations: {sector: energy}, harm: 1e6}]}]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int stress(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), text);
        String[] arguments = new String[2 + more.length];
        arguments[0] = "stress";
        arguments[1] = file.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void answersAreOneJsonDocument() throws IOException {
        assertThat(stress(SCENARIO, "--json")).as(err.toString()).isZero();

        JsonNode json = JsonMapper.shared().readTree(out.toString());
        JsonNode size = json.at("/adequacy/0");
        assertThat(json.at("/schema").asString()).isEqualTo("duecare-stress-1");
        assertThat(json.at("/disasters")).hasSize(2);
        assertThat(size.at("/solvedFor").asString()).isEqualTo("fund.initial");
        assertThat(size.at("/answer/low").asDouble())
                .isLessThanOrEqualTo(size.at("/answer/estimate").asDouble());
        assertThat(size.at("/confirmed").asBoolean()).isTrue();
        assertThat(json.at("/adequacy/1/solvedFor").asString()).isEqualTo("fund.levy.ratePerYear");
        assertThat(json.at("/adequacy/2/solvedFor").asString()).isEqualTo("posture of all operations");
        // The flood alone is paid from 3 m and a levy of 0.2 m; harms of the world come on top in one year of three.
        assertThat(json.at("/smallest/0/harm").asDouble()).isBetween(2.5e6, 3.3e6);
        assertThat(json.at("/smallest/0/confirmed").asBoolean()).isTrue();
        // Another seed: short less often than the even chance at the low end, more often at the high end.
        assertThat(json.at("/smallest/0/confirmationAtLow/probability").asDouble())
                .isLessThanOrEqualTo(
                        json.at("/smallest/0/confirmationAtHigh/probability").asDouble());
        assertThat(json.at("/adequacy/1/confirmed").asBoolean()).isTrue();
    }

    @Test
    void answersAreOnOneScreen() throws IOException {
        assertThat(stress(SCENARIO, "--set", "accuracy.method=auto", "--set", "stress.bound=0.005"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains(
                        "flood",
                        "x 2",
                        "fund.initial",
                        "another seed finds",
                        "agrees",
                        "Cross-check where fund.initial is")
                .doesNotContain("NaN");
    }

    @Test
    void callCapAndWorstSectorAreSolvedForAndConfirmed() throws IOException {
        String called = SCENARIO.replaceAll(
                        "(?m)^fund: .*$",
                        "fund: {initial: 1e6, call: {rule: retrospective, perOperator: 1e6}, sameYear: true}")
                .replace("solveFor: [initial, levy]", "solveFor: [callCap]\n  sector: worst\n  inRun: all");
        assertThat(stress(called, "--json")).as(err.toString()).isZero();

        JsonNode json = JsonMapper.shared().readTree(out.toString());
        JsonNode cap = json.at("/adequacy/0");
        assertThat(cap.at("/solvedFor").asString()).isEqualTo("fund.call.perOperator");
        // Two operations that can be called in the year itself stand in for 1 m each.
        assertThat(cap.at("/answer/low").asDouble()).isPositive();
        assertThat(cap.at("/confirmed").asBoolean()).isTrue();
        assertThat(json.at("/sectors")).hasSize(2);
        assertThat(json.at("/sectors/0/proration/probability").asDouble())
                .isGreaterThanOrEqualTo(
                        json.at("/sectors/1/proration/probability").asDouble());
        assertThat(json.at("/adequacy/1/solvedFor").asString())
                .isEqualTo("posture of " + json.at("/sectors/0/sector").asString());
    }

    @Test
    void sectorsThatCannotBeToldFromTheWorstAreNamed() throws IOException {
        String alike = SCENARIO.replace("solveFor: [initial, levy]", "solveFor: []\n  sector: worst")
                .replaceAll("(?m)^  disasters: .*$", "");
        assertThat(stress(alike)).as(err.toString()).isZero();

        // Two sectors of one operation each, alike in everything: no number of trials tells them apart.
        assertThat(out.toString()).contains("Which sector is the worst is not known", "cannot be told from");

        out.getBuffer().setLength(0);
        String energyAlone = alike.replace("type: outage,", "type: outage, sectors: [energy],");
        assertThat(stress(energyAlone, "--json")).as(err.toString()).isZero();
        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.at("/sectors/0/sector").asString()).isEqualTo("energy");
        assertThat(json.at("/sectors/1/separable").asBoolean()).isTrue();
        assertThat(json.at("/sectors/1/behindWorst/low").asDouble()).isPositive();
    }

    @Test
    void unknownSectorAndMissingCallAreRefused() throws IOException {
        assertThat(stress(SCENARIO, "--set", "stress.sector=enrgy")).isEqualTo(ExitCode.SCENARIO);
        assertThat(err.toString()).contains("stress.sector").contains("worst");
        assertThat(stress(SCENARIO, "--set", "stress.solveFor=[callCap]")).isEqualTo(ExitCode.SCENARIO);
        assertThat(err.toString()).contains("asks for a call that the fund does not have");
    }

    @Test
    void disasterOfTheLibraryIsAskedAbout() throws IOException {
        assertThat(stress(
                        SCENARIO,
                        "--disaster",
                        "library:business-blackout-2015",
                        "--set",
                        "stress.solveFor=[]",
                        "--set",
                        "stress.sector=none"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("business-blackout-2015", "flood");
    }

    @Test
    void runTellsDisastersInSummaryAndReport() throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), SCENARIO);
        Path run = folder.resolve("run");
        int code = Main.execute(
                new PrintWriter(out, true), new PrintWriter(err, true), "run", file.toString(), "-o", run.toString());

        assertThat(code).as(err.toString()).isZero();
        JsonNode summary = JsonMapper.shared().readTree(Files.readString(run.resolve("summary.json")));
        JsonNode flood = summary.at("/stress/disasters/0");
        assertThat(flood.at("/disaster").asString()).isEqualTo("flood");
        assertThat(flood.at("/harm/mean").asDouble() - flood.at("/harm/without").asDouble())
                .isEqualTo(1e6, org.assertj.core.api.Assertions.within(0.01));
        assertThat(summary.at("/stress/adequacy").isMissingNode()).isTrue();
        assertThat(Files.readString(run.resolve("report.html"))).contains("Under stress", "flood");
    }

    @Test
    void scenarioWithoutFundIsRefused() throws IOException {
        assertThat(stress(SCENARIO.replaceAll("(?m)^fund: .*$", "fund: none"))).isEqualTo(ExitCode.SCENARIO);
        assertThat(err.toString()).contains("no fund to stress");
    }
}
