package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.duecare.operation.Operation;
import org.duecare.operation.OperationGroup;
import org.duecare.operation.Taxonomy;
import org.duecare.simulation.Scenario;
import org.duecare.threat.Season;
import org.duecare.threat.ThreatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taxonomies, and scenarios whose sectors are held against one. */
class TaxonomyTest {
    private static final Taxonomy SECTORS = TaxonomyFile.read("library:sectors");

    @TempDir
    private Path folder;

    private static String with(String line) {
        return Samples.SMALL + "sectorTaxonomy: library:sectors\n" + line;
    }

    @Test
    void theListsHaveAsManyClassesAsTheirLaws() {
        assertThat(SECTORS.words()).hasSize(11 + 7);
        assertThat(sizeOf("nis-2016")).isEqualTo(7 + 3);
        assertThat(sizeOf("eci-2008")).isEqualTo(3 + 5);
        assertThat(sizeOf("ppd-21")).isEqualTo(16);
    }

    private static int sizeOf(String scheme) {
        return SECTORS.schemes().stream()
                .filter(one -> one.scheme().equals(scheme))
                .findFirst()
                .orElseThrow()
                .classes()
                .size();
    }

    @Test
    void aWordStandsForTheClassesItCovers() {
        assertThat(SECTORS.resolve("health")).contains(List.of("health"));
        assertThat(SECTORS.resolve("ppd-21/water-and-wastewater")).contains(List.of("drinking-water", "waste-water"));
        assertThat(SECTORS.resolve("nis-2022/food")).contains(List.of("food"));
        assertThat(SECTORS.resolve("ppd-21/commercial-facilities")).contains(List.of());
        assertThat(SECTORS.resolve("ppd-21/health")).isEmpty();
        assertThat(SECTORS.covering("eci-2008", "energy")).containsExactly("electricity", "oil", "gas");
    }

    @Test
    void sectorsOfOtherLawsBecomeWordsOfTheReference() {
        String text = with("").replace("sector: health", "sector: ppd-21/healthcare-and-public-health")
                .replace("{type: ransomware,", "{type: ransomware, sectors: [ppd-21/energy, eci-2008/oil, health],");

        Scenario scenario = Samples.read(folder, text).scenario();

        assertThat(scenario.operations().listed()).extracting(Operation::sector).containsExactly("energy", "health");
        assertThat(scenario.threats()).extracting(ThreatType::sectors).containsExactly(List.of("energy", "health"));
    }

    @Test
    void anUnknownSectorIsRefusedWithASuggestionAndItsLine() {
        assertThat(Samples.refusal(folder, with("").replace("sector: health", "sector: healt")))
                .contains("'healt' is no sector of sectors", "did you mean 'health'?", "scenario.yaml:7:");
        assertThat(Samples.refusal(folder, with("").replace("sector: health", "sector: ppd-21/dam")))
                .contains("did you mean 'ppd-21/dams'?");
    }

    @Test
    void anOperationHasOneSector() {
        assertThat(Samples.refusal(folder, with("").replace("sector: health", "sector: ppd-21/financial-services")))
                .contains("covers several sectors: banking, financial-market", "Name one of them");
        assertThat(Samples.refusal(folder, with("").replace("sector: health", "sector: ppd-21/commercial-facilities")))
                .contains("corresponds to no sector of nis-2022");
    }

    @Test
    void variantsAndFiltersAreHeldAgainstItToo() {
        assertThat(Samples.refusal(
                        folder, with("variants: {a: {adjust: [{where: {sector: enrgy}, add: {posture: 0.1}}]}}\n")))
                .contains("'enrgy' is no sector", "variants.a.adjust[0].where.sector");
    }

    @Test
    void aTableOfOperationsIsHeldAgainstItToo() {
        Samples.write(folder, "operations.csv", "operation,sector,territory,revenue,posture\na,enrgy,DE,1e8,0.5\n");
        String text = with("").lines()
                .filter(line -> !line.contains("{operation:"))
                .map(line -> line.equals("operations:") ? "operations: {file: operations.csv}" : line)
                .reduce("", (all, line) -> all + line + "\n");

        assertThat(Samples.refusal(folder, text)).contains("'enrgy' is no sector of sectors");
    }

    @Test
    void withoutATaxonomyEveryWordIsASector() {
        assertThat(Samples.read(folder, Samples.SMALL.replace("sector: health", "sector: anything"))
                        .scenario()
                        .operations()
                        .listed()
                        .get(1)
                        .sector())
                .isEqualTo("anything");
    }

    @Test
    void shippedScenariosSpeakTheWordsOfTheReference() {
        Scenario scenario = ScenarioFile.read("library:eu-joint-fund", Overrides.set("sectorTaxonomy=library:sectors"))
                .scenario();

        assertThat(scenario.operations().synthesise())
                .extracting(OperationGroup::sector)
                .allSatisfy(sector -> assertThat(SECTORS.words()).contains(sector));
    }

    @Test
    void causesPlaceEveryShippedThreat() {
        Taxonomy causes = TaxonomyFile.read("library:causes");
        List<ThreatType> threats = ScenarioFile.read("library:eu-joint-fund", Overrides.NONE)
                .scenario()
                .threats();

        assertThat(threats)
                .hasSize(6)
                .allSatisfy(threat -> assertThat(causes.resolve("cyber-baseline/" + threat.type()))
                        .contains(threat.causes()));
    }

    private static String caused(String causes, String more) {
        return Samples.SMALL.replace("{type: ransomware,", "{type: ransomware, causes: " + causes + ",")
                + "causeTaxonomy: library:causes\n" + more;
    }

    @Test
    void causesOfOtherListsBecomeWordsOfTheReference() {
        String season = "season: [{years: [1], factor: 2, causes: [claims/ransomware]}]\n";
        Scenario scenario = Samples.read(folder, caused("[veris/error, claims/ransomware, human-errors]", season))
                .scenario();

        assertThat(scenario.threats())
                .extracting(ThreatType::causes)
                .containsExactly(List.of("human-errors", "system-failures", "malicious-actions"));
        assertThat(scenario.policies().get(0).season().get(0).causes()).containsExactly("malicious-actions");
        assertThat(Season.factor(
                        scenario.policies().get(0).season(), scenario.threats().get(0), 1))
                .isEqualTo(2);
    }

    @Test
    void anUnknownCauseIsRefusedWithASuggestionAndItsLine() {
        assertThat(Samples.refusal(folder, caused("[human-error]", "")))
                .contains("'human-error' is no cause of causes", "did you mean 'human-errors'?", "scenario.yaml:9:")
                .contains("threats[0].causes", "duecare explain causeTaxonomy");
        assertThat(Samples.refusal(folder, caused("[veris/malwar]", ""))).contains("did you mean 'veris/malware'?");
        String variant = "variants: {a: {season: [{years: [1], factor: 2, causes: [natural]}]}}\n";
        assertThat(Samples.refusal(folder, caused("[human-errors]", variant)))
                .contains("'natural' is no cause of causes", "variants.a.season[0].causes");
    }

    @Test
    void sectorsAndCausesHaveTaxonomiesOfTheirOwn() {
        String text = caused("[veris/malware]", "sectorTaxonomy: library:sectors\n")
                .replace("sector: health", "sector: ppd-21/healthcare-and-public-health");
        Scenario scenario = Samples.read(folder, text).scenario();

        assertThat(scenario.operations().listed()).extracting(Operation::sector).containsExactly("energy", "health");
        assertThat(scenario.threats().get(0).causes()).containsExactly("malicious-actions");
        assertThat(Samples.refusal(folder, text.replace("ppd-21/healthcare-and-public-health", "human-errors")))
                .contains("'human-errors' is no sector of sectors");
    }

    @Test
    void withoutATaxonomyEveryWordIsACause() {
        String text = Samples.SMALL.replace("{type: ransomware,", "{type: ransomware, causes: [anything],");

        assertThat(Samples.read(folder, text).scenario().threats().get(0).causes())
                .containsExactly("anything");
    }

    @Test
    void aMappingThatEndsNowhereIsRefused() {
        Path bad = Samples.write(folder, "bad.yaml", """
                schemaVersion: 1
                taxonomy: bad
                reference: here
                schemes:
                  - {scheme: here, title: t, source: s, classes: [{class: a, is: []}]}
                  - {scheme: there, title: t, source: s, classes: [{class: b, is: [c]}]}
                """);

        assertThatThrownBy(() -> TaxonomyFile.read(bad.toString())).hasMessageContaining("there/b to c");
    }
}
