package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.duecare.premium.RateTable;
import org.duecare.scenarios.tree.ScenarioException;
import org.duecare.underwriting.FittedCredibility;
import org.duecare.underwriting.TariffAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tariff files: the shipped ones give published figures; read as written, refused with place; named by premiums. */
class TariffFileTest {
    private static final double PUBLISHED_REL = 1e-6;
    private static final String SMALL = """
            schemaVersion: 1
            tariff: small
            currency: EUR
            claims:
              rows:
                - {risk: a, period: 1, sector: energy, size: large, exposure: 40, claims: 4, amount: 400 kEUR}
                - {risk: b, period: 1, sector: health, size: large, exposure: 10, claims: 2, amount: 300 kEUR}
                - {risk: a, period: 2, sector: energy, size: large, exposure: 40, claims: 2, amount: 200 kEUR}
                - {risk: b, period: 2, sector: health, size: large, exposure: 10, claims: 1, amount: 150 kEUR}
            relativities: {factors: [sector], method: frequencySeverity}
            """;

    @TempDir
    private Path folder;

    private static TariffAnswer answer(String file, String... set) {
        TariffFile.Loaded loaded = TariffFile.read(file, Overrides.set(set));
        return loaded.answer(loaded.asked().claims());
    }

    private static void assertPremiums(String file, String set, double... premiums) {
        FittedCredibility fitted = Samples.given(
                answer(file, set.isEmpty() ? new String[0] : new String[] {set}).credibility());
        for (int i = 0; i < premiums.length; i++) {
            assertThat(fitted.risks().get(i).premium()).isCloseTo(premiums[i], within(PUBLISHED_REL * premiums[i]));
        }
    }

    /** Cases 63, 65, 67 and RC-49 of the reference list, from the shipped table. */
    @Test
    void shippedCredibilityGivesThePublishedPremiums() {
        assertPremiums(
                "library:credibility-buhlmann", "", 2044.040993, 1518.587744, 1814.234331, 1375.987329, 1602.232937);
        assertPremiums("library:credibility-buhlmann-straub", "", 2055.165, 1523.706, 1793.444, 1442.967, 1603.285);
        assertPremiums(
                "library:credibility-buhlmann-straub",
                "credibility.estimator=iterative",
                2053.062553,
                1528.634648,
                1789.941768,
                1467.977256,
                1604.858623);
        assertPremiums(
                "library:credibility-regression", "", 2456.519163, 1651.005246, 2071.252396, 1596.987076, 1697.871206);
        assertPremiums(
                "library:credibility-regression",
                "credibility.intercept=origin",
                2436.752214,
                1650.532915,
                2073.296095,
                1507.070105,
                1759.403032);
    }

    /** The credibility vignette of actuar, to the digits printed. */
    @Test
    void shippedHierarchyGivesThePublishedPremiums() {
        FittedCredibility fitted =
                Samples.given(answer("library:credibility-hierarchical").credibility());
        double[] premiums = {2048, 1524, 1875, 1497, 1585};
        for (int i = 0; i < premiums.length; i++) {
            assertThat(fitted.risks().get(i).premium()).isCloseTo(premiums[i], within(0.5));
        }
        assertThat(fitted.groups()).extracting(FittedCredibility.Group::group).containsExactly("first", "second");
        assertThat(fitted.groups().get(0).premium()).isCloseTo(1949, within(0.5));
    }

    @Test
    void aTableAndRowsOfTheFileAreTheSameRecord() {
        String rows = Samples.write(folder, "rows.yaml", SMALL).toString();
        Samples.write(
                folder,
                "claims.csv",
                "risk,period,sector,size,exposure,claims,amount\na,1,energy,large,40,4,400000\nb,1,health,large,10,2,300000\n"
                        + "a,2,energy,large,40,2,200000\nb,2,health,large,10,1,150000\n");
        String table = Samples.write(
                        folder,
                        "table.yaml",
                        SMALL.replaceAll(
                                "(?s)claims:\\n  rows:.*?relativities", "claims: {file: claims.csv}\nrelativities"))
                .toString();

        assertThat(answer(table).claims()).isEqualTo(answer(rows).claims());
        assertThat(answer(table).rates()).isEqualTo(answer(rows).rates());
        assertThat(Samples.given(answer(rows).relativities())
                        .levels()
                        .get(1)
                        .relativity()
                        .value())
                .isCloseTo((3 / 20.0) * 150e3 / (6 / 80.0 * 100e3), within(1e-8));
    }

    /** Every premium of a scenario may name a tariff file; what is read is the tariff itself, and it is in the hash. */
    @Test
    void aPremiumNamesATariff() {
        Samples.write(folder, "rates.yaml", SMALL);
        String premium =
                "insurance: {obligation: mandatory, premium: {principle: expectedValue, load: 0.1, tariff: rates.yaml}, ";
        LoadedScenario loaded =
                Samples.read(folder, Samples.SMALL.replace("insurance: {obligation: mandatory, ", premium));

        RateTable rates = Samples.given(
                Samples.given(Samples.given(loaded.scenario().policies().get(0).insurance())
                                .premium())
                        .tariff());
        assertThat(rates)
                .isEqualTo(answer(folder.resolve("rates.yaml").toString()).rates());
        assertThat(loaded.inputs()).extracting(DataFile::name).anyMatch(name -> name.endsWith("rates.yaml"));
        LoadedScenario again =
                ScenarioFile.read(Samples.write(folder, "again.json", loaded.resolvedJson()), Overrides.NONE);
        assertThat(again.scenarioSha256()).isEqualTo(loaded.scenarioSha256());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nosuch.yaml | does not exist",
                "library:bonus-malus | has neither relativities nor rates",
                "library:tariff-simulated | is fitted to simulated claims",
                "library:credibility-buhlmann | is in USD, the scenario in EUR"
            })
    void aPremiumThatNamesNoTariffIsRefusedAtItsLine(String named, String told) {
        String premium = "insurance: {obligation: mandatory, premium: {principle: expectedValue, load: 0.1, tariff: "
                + named + "}, ";

        assertThat(Samples.refusal(folder, Samples.SMALL.replace("insurance: {obligation: mandatory, ", premium)))
                .contains(told)
                .contains("scenario.yaml:10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size: large, exposure: 40, claims: 4 | size: huge, exposure: 40, claims: 4 | size = huge is none of micro | :6:",
                "exposure: 40, claims: 4 | exposure: 0, claims: 4 | exposure | :6:",
                "claims: 2, amount: 300 kEUR | amount: 300 kEUR | was paid for no claim | :7:",
                "claims: 2, amount: 300 kEUR | claims: 2, amount: -1 | amount = -1 | :7:",
                "claims: 2, amount: 300 kEUR | claims: 2, amount: 300 kUSD | EUR | :7:",
                "claims: 2, amount: 300 kEUR | clams: 2, amount: 300 kEUR | did you mean 'claims' | :7:",
                "factors: [sector] | factors: [sectr] | did you mean 'sector' | :10:",
                "factors: [sector] | factors: [] | must name a rating factor | :10:",
                "factors: [sector] | factors: [territory] | claims.rows[0] has no territory | bad.yaml:6:",
                "method: frequencySeverity | method: tweedie | burningCost | :10:",
                "tariff: small | | 'tariff' is missing | bad.yaml",
                "currency: EUR | currency: euro | three capital letters | bad.yaml",
                "relativities: | simulated: {scenario: x.yaml}\\nrelativities: | stands beside claims | :10:",
                "relativities: | rates: {base: 1}\\nrelativities: | stated or fitted | :10:",
                "relativities: | rates: {base: 0}\\nrelativities: | base = 0 must be above 0 | :10:",
                "relativities: | bonusMalus: {scales: [1]}\\nrelativities: | bonusMalus | :10:",
                "relativities: | credibility: {model: buhlmann, at: 3}\\nrelativities: | belongs to the model regression | :10:",
                "relativities: | credibility: {model: hierarchical}\\nrelativities: | claims.rows[0] has no group | bad.yaml:6:"
            })
    void badFilesAreRefusedWithPlaceAndAdvice(String written, String instead, String told, String place) {
        String text = SMALL.replace(written, instead == null ? "" : instead.replace("\\n", "\n"));
        assertThat(text).isNotEqualTo(SMALL);
        String file = Samples.write(folder, "bad.yaml", text).toString();

        assertThatThrownBy(() -> answer(file))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        refused -> assertThat(refused.render())
                                .contains(told)
                                .contains(place)
                                .doesNotContain("Exception", "\tat "));
    }

    @Test
    void aBadRowOfATableIsToldByItsOwnFileAndLine() {
        Samples.write(folder, "claims.csv", "sector,posture,claims,amount\nenergy,25-50,1,5\nenergy,30-60,1,5\n");
        String file = Samples.write(
                        folder,
                        "bad.yaml",
                        "schemaVersion: 1\ntariff: t\ncurrency: EUR\nclaims: {file: claims.csv}\nrelativities: {factors: [sector]}\n")
                .toString();

        assertThatThrownBy(() -> answer(file))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        refused -> assertThat(refused.render())
                                .contains("claims.csv:3", "posture = 30-60 is none of 0-25, 25-50, 50-75, 75-100"));
    }

    @Test
    void aRowThatLacksAFactorIsToldByItsOwnFileAndLine() {
        Samples.write(folder, "claims.csv", "sector,posture,claims,amount\nenergy,25-50,1,5\n\nhealth,,1,5\n");
        String file = Samples.write(
                        folder,
                        "bad.yaml",
                        "schemaVersion: 1\ntariff: t\ncurrency: EUR\nclaims: {file: claims.csv}\n"
                                + "relativities: {factors: [sector, posture]}\n")
                .toString();

        assertThatThrownBy(() -> answer(file))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        refused -> assertThat(refused.render())
                                .contains("claims.csv:4", "claims.rows[1] has no posture, but it is a rating factor"));
    }

    @Test
    void shippedTariffsAreSound() {
        List<String> tariffs = Library.list().stream()
                .filter(item -> item.kind().equals("tariff"))
                .map(Library.Item::name)
                .toList();
        assertThat(tariffs).hasSizeGreaterThanOrEqualTo(7);
        tariffs.forEach(name -> assertThat(TariffFile.read(Library.PREFIX + name, Overrides.NONE)
                        .asked()
                        .tariff())
                .isEqualTo(name));
    }
}
