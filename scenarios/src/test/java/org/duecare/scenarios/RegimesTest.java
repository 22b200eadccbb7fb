package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.duecare.assessment.Assessor;
import org.duecare.settlement.Measure;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.Run;
import org.duecare.simulation.RunCollector;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.ScenarioCompiler;
import org.duecare.simulation.SimulationPlan;
import org.duecare.statistics.MemoryColumnStore;
import org.duecare.statistics.TrialColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped regimes reproduce the arithmetic of their statutes, through stated events in the engine. */
class RegimesTest {
    private static final double CENTS = 1e-9;
    private static final double MILLION = 1e6;

    @TempDir
    private Path folder;

    private RunResult run(String overlay) {
        LoadedScenario loaded = Samples.read(folder, "schemaVersion: 1\n" + overlay);
        CompiledScenario compiled = ScenarioCompiler.compile(loaded.scenario());
        MemoryColumnStore store = new MemoryColumnStore(
                RunCollector.columns(compiled), compiled.scenario().trials());
        return Run.run(compiled, SimulationPlan.of(compiled, 1), store, done -> {});
    }

    private static RunResult.VariantResult variant(RunResult result, String name) {
        return result.variants().stream()
                .filter(variant -> variant.variant().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double first(TrialColumn column) {
        long[] cents = new long[1];
        column.read(0, 1, cents);
        return cents[0] / 100.0;
    }

    /** What the named layers pay in a year, in the order of the scheme. */
    private static List<Double> layers(RunResult result, String variant, int year) {
        return variant(result, variant).layers().stream()
                .map(layer -> first(layer.byYear().apply(year)))
                .toList();
    }

    private static double paid(RunResult result, String variant, Measure measure, int year) {
        return first(variant(result, variant).sum(measure, year));
    }

    /** Total of an operation over the trials, in one trial. */
    private static List<Double> byOperation(RunResult result, String variant, Measure measure, List<String> names) {
        long[] totals = variant(result, variant).operationTotals(measure);
        return names.stream()
                .map(name -> IntStream.range(0, totals.length)
                        .filter(i -> result.operations().get(i).operation().equals(name))
                        .mapToObj(i -> totals[i] / 100.0 / result.scenario().trials())
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** RC-01: limits of owners under the 1992 Liability Convention as amended in 2000, to 1 SDR. */
    @Test
    void ownersOfTankersAreLimitedByTonnage() {
        List<Integer> tons = List.of(1_000, 5_000, 5_001, 29_548, 50_000, 100_000, 140_000, 140_118, 140_119, 200_000);
        StringBuilder ships = new StringBuilder("extends: library:oil-clc-fund\noperations:\n");
        tons.forEach(gt -> ships.append("  - {operation: s" + gt + ", sector: transport, territory: ES, revenue: 0,"
                + " posture: 0.5, units: {grossTons: " + gt + "}}\n"));
        RunResult result = run(ships.toString());

        assertThat(byOperation(
                        result,
                        "limits-2003",
                        Measure.OPERATOR,
                        tons.stream().map(gt -> "s" + gt).toList()))
                .containsExactly(
                        4_510_000.0,
                        4_510_000.0,
                        4_510_631.0,
                        19_999_788.0,
                        32_905_000.0,
                        64_455_000.0,
                        89_695_000.0,
                        89_769_458.0,
                        89_770_000.0,
                        89_770_000.0);
    }

    /** RC-02: three tiers for a ship of 50,000 tons and losses of 50, 150, 400 and 1,000 million. */
    @Test
    void threeTiersOfOilCompensation() {
        String events = """
                extends: library:oil-clc-fund
                years: 4
                events:
                  - {event: e1, year: 1, harm: 50e6, liable: true}
                  - {event: e2, year: 2, harm: 150e6, liable: true}
                  - {event: e3, year: 3, harm: 400e6, liable: true}
                  - {event: e4, year: 4, harm: 1e9, liable: true}
                """;
        RunResult result = run(events);

        assertThat(layers(result, "supplementary", 1)).containsExactly(32_905_000.0, 17_095_000.0, 0.0);
        assertThat(layers(result, "supplementary", 2)).containsExactly(32_905_000.0, 117_095_000.0, 0.0);
        assertThat(layers(result, "supplementary", 3)).containsExactly(32_905_000.0, 170_095_000.0, 197 * MILLION);
        assertThat(layers(result, "supplementary", 4)).containsExactly(32_905_000.0, 170_095_000.0, 547 * MILLION);
        assertThat(paid(result, "supplementary", Measure.UNCOMPENSATED, 4)).isEqualTo(250 * MILLION);
        // STOPIA does not reach a ship of 50,000 tons; TOPIA halves the Supplementary Fund's burden.
        assertThat(layers(result, "stopia-topia", 4))
                .containsExactly(32_905_000.0, 0.0, 170_095_000.0, 273.5 * MILLION, 273.5 * MILLION);
        assertThat(layers(result, "limits-1996", 4)).containsExactly(21.9 * MILLION, 113.1 * MILLION);
    }

    @Test
    void smallTankersTopUpToTwentyMillion() {
        RunResult result = run("""
                extends: library:oil-clc-fund
                operations: [{operation: coaster, sector: transport, territory: ES, revenue: 0, posture: 0.5, units: {grossTons: 5000}}]
                """);

        assertThat(layers(result, "stopia-topia", 1).subList(0, 3))
                .containsExactly(4_510_000.0, 15_490_000.0, 183 * MILLION);
    }

    /** RC-04 (Prestige) and RC-06 (Nakhodka): ratios of payment under a ceiling, and of a global settlement. */
    @Test
    void incidentsBeyondTheCeilingArePaidAtItsRatio() {
        RunResult prestige = run("""
                extends: library:oil-clc-fund
                currency: EUR
                events: [{event: prestige, year: 1, harm: 1.1e9, liable: true}]
                variants:
                  limits-2003:
                    compensation: [{payer: operator, name: owner, limit: 22.8e6}, {payer: fund, name: fund-1992, upTo: 171.5e6}]
                """);
        double uncompensated = paid(prestige, "limits-2003", Measure.UNCOMPENSATED, 1);
        assertThat(1 - uncompensated / 1.1e9).isCloseTo(0.155909, within(1e-6));

        RunResult nakhodka = run("""
                extends: library:oil-clc-fund
                currency: JPY
                events:
                  - {event: assessed, year: 1, harm: 26.1e9, liable: true}
                  - {event: rejected, year: 1, harm: 9.7e9, liable: false}
                variants:
                  limits-1996:
                    compensation: [{payer: operator, name: owner, limit: 11e9}, {payer: fund, name: fund-1992, upTo: 22.5e9}]
                  limits-2003:
                    compensation: [{payer: operator, name: owner, limit: 11e9}, {payer: fund, name: fund-1992, limit: 15.1e9}]
                """);
        double strict = sum(layers(nakhodka, "limits-1996", 1));
        double settled = sum(layers(nakhodka, "limits-2003", 1));
        assertThat(strict / paid(nakhodka, "limits-1996", Measure.DAMAGES, 1)).isCloseTo(0.862069, within(1e-5));
        assertThat(settled / paid(nakhodka, "limits-2003", Measure.DAMAGES, 1)).isCloseTo(1.0, within(1e-5));
        assertThat(settled / paid(nakhodka, "limits-2003", Measure.HARM, 1)).isCloseTo(0.729050, within(1e-5));
    }

    private static double sum(List<Double> amounts) {
        return amounts.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** RC-04: the level of the Prestige, 171.5 of feared 1,100 m EUR, was rounded down to 15 %. */
    @Test
    void provisionalLevelIsRoundedDownToFivePoints() {
        RunResult result = run("""
                extends: library:oil-clc-fund
                currency: EUR
                years: 2
                events: [{event: prestige, year: 1, harm: 1.1e9, liable: true}]
                compensation: [{payer: fund, name: owner-and-fund}]
                fund: {annualLimit: 171.5e6, shortage: provisional, provisional: {step: 0.05, reckoned: [1]}}
                variants: none
                compareTo: none
                """);

        assertThat(cash(result, "base", 1) / 1.1e9).isCloseTo(0.15, within(CENTS));
        assertThat((cash(result, "base", 1) + cash(result, "base", 2)) / 1.1e9).isCloseTo(0.155909, within(1e-6));
    }

    /**
     * RC-06: the Nakhodka was paid at 60 %, then at 80 % of 26.1 bn JPY established, and at the strict ratio of the ceiling
     * once claims were certain. The Fund reckoned with the 35.8 bn claimed at first; what it reckoned with for 80 % is not
     * published: any 26.5 to 28.1 bn gives it.
     */
    @Test
    void provisionalLevelIsRaisedAsUncertaintyFalls() {
        RunResult result = run("""
                extends: library:oil-clc-fund
                currency: JPY
                years: 3
                events: [{event: nakhodka, year: 1, harm: 26.1e9, liable: true}]
                compensation: [{payer: fund, name: owner-and-fund}]
                fund: {annualLimit: 22.5e9, shortage: provisional, provisional: {reckoned: [1.371648, 1.05]}}
                variants: none
                compareTo: none
                """);

        assertThat(cash(result, "base", 1) / 26.1e9).isCloseTo(0.60, within(CENTS));
        assertThat((cash(result, "base", 1) + cash(result, "base", 2)) / 26.1e9).isCloseTo(0.80, within(CENTS));
        assertThat(paid(result, "base", Measure.FUND, 1) / 26.1e9).isCloseTo(0.862069, within(1e-5));
    }

    private static double cash(RunResult result, String variant, int year) {
        RunResult.FundPath path =
                Objects.requireNonNull(variant(result, variant).fund());
        return first(Objects.requireNonNull(path.calls()).cash(year));
    }

    /** RC-14: contributions by capacity and by rate of assessment, and the caps of all but the installation state. */
    @Test
    void partiesContributeByCapacityAndRateUpToTheirCaps() {
        List<String> parties = List.of("party-a", "party-b", "party-c", "party-d");
        RunResult result = run("extends: library:nuclear-csc\n");
        RunResult byCapacity = run("""
                extends: library:nuclear-csc
                fund: {call: {contribution: {keyShare: 0, capPlus: none}}}
                """);

        assertSdr(byOperation(byCapacity, "before-caps", Measure.CALLS, parties), 30e6, 28.5e6, 0, 0);
        assertSdr(byOperation(result, "before-caps", Measure.CALLS, parties), 34_214_973, 30_039_040, 95_795, 0);
        assertThat(paid(result, "before-caps", Measure.FUND, 1)).isCloseTo(64_349_808, within(1.0));
        assertSdr(byOperation(result, "elsewhere", Measure.CALLS, parties), 19_304_943, 10_317_205, 95_795, 0);
        assertSdr(byOperation(result, "in-a", Measure.CALLS, parties), 34_214_973, 10_317_205, 95_795, 0);
        assertThat(layers(result, "in-a", 1).get(0)).isEqualTo(300 * MILLION);
    }

    private static void assertSdr(List<Double> amounts, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(amounts.get(i)).isCloseTo(expected[i], within(1.0));
        }
    }

    /** RC-08: thresholds of the French state cover, 2012 to 2016. */
    @Test
    void thresholdOfTheStateCoverFollowsItsSchedule() {
        RunResult result = run("extends: library:terrorism-gareat\n");

        assertThat(IntStream.rangeClosed(1, 5)
                        .mapToObj(year -> layers(result, "base", year).get(0) / 1e9)
                        .toList())
                .containsExactly(2.0, 2.3, 2.36, 2.42, 2.48);
        assertThat(paid(result, "base", Measure.STATE, 5)).isCloseTo(7.52e9, within(CENTS));
    }

    /** RC-09: what all reactors together can be called upon for. */
    @Test
    void retrospectivePremiumsAddUp() {
        RunResult now = run("extends: library:nuclear-price-anderson\n");
        RunResult then = run("""
                extends: library:nuclear-price-anderson
                firstYear: 2018
                operations:
                  synthesise:
                    - {sector: energy, territory: US, count: 99, revenue: {law: degenerate, value: 0}, posture: {mean: 0.5}}
                fund: {call: {perOperator: 137608800, annualCap: 20496000}}
                """);

        assertThat(paid(now, "act", Measure.FUND, 1) + paid(now, "act", Measure.INSURER, 1))
                .isCloseTo(16_263.09 * MILLION, within(0.01 * MILLION));
        assertThat(paid(now, "no-surcharge", Measure.FUND, 1) + 500 * MILLION)
                .isCloseTo(15_512.47 * MILLION, within(0.01 * MILLION));
        assertThat(paid(then, "act", Measure.FUND, 1)).isCloseTo(13_623.27 * MILLION, within(0.01 * MILLION));
    }

    /** RC-10: an incident of 5,000 million is called in two instalments. */
    @Test
    void retrospectivePremiumsComeInInstalments() {
        RunResult result = run("""
                extends: library:nuclear-price-anderson
                events: [{event: meltdown, year: 1, operations: {operation: energy-US-00001}, harm: 5e9, liable: true}]
                """);

        assertThat(paid(result, "act", Measure.FUND, 1) / 95 / MILLION).isCloseTo(47.368421, within(1e-6));
        assertThat(paid(result, "act", Measure.CALLS, 1)).isZero();
        assertThat(paid(result, "act", Measure.CALLS, 2) / 95 / MILLION).isCloseTo(24.714, within(1e-6));
        assertThat(paid(result, "act", Measure.CALLS, 3) / 95 / MILLION).isCloseTo(22.654421, within(1e-6));
        assertThat(paid(result, "act", Measure.CALLS, 4)).isZero();
    }

    /** RC-12: deductible of a fifth of the premium, federal share of 80 % above it. */
    @Test
    void federalBackstopPaysAboveEachInsurersDeductible() {
        List<String> insurers = List.of("first", "second", "third");
        RunResult result = run("extends: library:terrorism-tria\n");

        assertThat(byOperation(result, "base", Measure.STATE, insurers))
                .containsExactly(1_440 * MILLION, 0.0, 400 * MILLION);
        assertThat(layers(result, "base", 1))
                .containsExactly((200 + 150 + 1_000) * MILLION, 1_840 * MILLION, (360 + 100) * MILLION);

        RunResult below = run("""
                extends: library:terrorism-tria
                events: [{event: attack, year: 1, operations: {operation: first}, harm: 200e6, liable: true}]
                """);
        assertThat(layers(below, "base", 1)).containsExactly(200 * MILLION, 0.0, 0.0);
    }

    /**
     * Insured losses of 3,650 million, of which the state paid 1,840: below the retention of the market 140 % of it come back;
     * at a retention of 2,500 million the 690 that insurers' own 1,810 stay below it.
     */
    @Test
    void federalOutlayIsRecoupedUpToTheRetentionOfTheMarket() {
        assertThat(recouped("extends: library:terrorism-tria\n")).isEqualTo(1.4 * 1_840 * MILLION);
        assertThat(recouped("""
                extends: library:terrorism-tria
                compensation:
                  - {payer: operator, name: deductible, annualLimitBySize: {unit: revenue, perUnit: 0.2}}
                  - {payer: state, name: federal-share, coinsurance: 0.8, recoupment: {retention: 2500e6}}
                  - {payer: operator, name: co-share}
                """)).isCloseTo(1.4 * 690 * MILLION, within(1e-6));
    }

    private double recouped(String overlay) {
        LoadedScenario loaded = Samples.read(folder, "schemaVersion: 1\n" + overlay);
        CompiledScenario compiled = ScenarioCompiler.compile(loaded.scenario());
        return Assessor.assess(compiled, run(overlay), List.of(2.0), 1)
                .variants()
                .get(0)
                .cover()
                .recoupments()
                .get(0)
                .mean()
                .estimate();
    }

    /** RC-15: operator, host state, all parties. */
    @Test
    void threeTiersOfNuclearCompensation() {
        RunResult result = run("""
                extends: library:nuclear-paris-brussels
                years: 3
                events:
                  - {event: e1, year: 1, harm: 900e6, liable: true}
                  - {event: e2, year: 2, harm: 1.4e9, liable: true}
                  - {event: e3, year: 3, harm: 2e9, liable: true}
                """);

        assertThat(layers(result, "base", 1)).containsExactly(700 * MILLION, 200 * MILLION, 0.0);
        assertThat(layers(result, "base", 2)).containsExactly(700 * MILLION, 500 * MILLION, 200 * MILLION);
        assertThat(layers(result, "base", 3)).containsExactly(700 * MILLION, 500 * MILLION, 300 * MILLION);
        assertThat(paid(result, "base", Measure.UNCOMPENSATED, 3)).isEqualTo(500 * MILLION);
    }

    /** RC-17: compulsory cover by take-off mass. */
    @Test
    void coverOfAircraftFollowsTheirMass() {
        RunResult result = run("extends: library:aviation-785-2004\n");
        List<String> aircraft =
                List.of("glider", "microlight", "single-engine", "twin-engine", "airliner", "wide-body");

        assertThat(byOperation(result, "base", Measure.INSURER, aircraft))
                .containsExactly(0.75 * MILLION, 1.5 * MILLION, 3 * MILLION, 7 * MILLION, 300 * MILLION, 700 * MILLION);
    }

    @Test
    void americanTankersPayTheGreaterOfFloorAndTonnage() {
        RunResult result = run("extends: library:oil-opa-90\n");
        RunResult small = run("""
                extends: library:oil-opa-90
                operations:
                  - {operation: tanker, sector: transport, territory: US, revenue: 0, posture: 0.5, units: {grossTons: 4000, barrels: 0}}
                  - {operation: importer, sector: energy, territory: US, revenue: 0, posture: 0.5, units: {grossTons: 0, barrels: 2.5e9}}
                """);

        assertThat(layers(result, "limits-2015", 1).get(0)).isEqualTo(110 * MILLION);
        assertThat(layers(result, "limits-2019", 1).get(0)).isCloseTo(115 * MILLION, within(0.01));
        assertThat(layers(result, "limits-2023", 1).get(0)).isEqualTo(125 * MILLION);
        assertThat(layers(small, "limits-2015", 1).get(0)).isEqualTo(18_796_800.0);
        assertThat(layers(small, "limits-2023", 1).get(0)).isEqualTo(21_521_000.0);
        // 0.09 a barrel on 2.5 bn barrels.
        assertThat(paid(result, "limits-2023", Measure.LEVY, 1)).isEqualTo(225 * MILLION);
        assertThat(paid(result, "limits-2023", Measure.FUND, 1)).isEqualTo(275 * MILLION);
    }

    @Test
    void treasuryLoanIsRepaidOutOfLaterPremiums() {
        RunResult result = run("extends: library:terrorism-pool-re\n");
        RunResult.FundPath path = Samples.given(variant(result, "base").fund());

        // 10,000 less 250 retained, out of 6,500 and a premium of 300: 2,950 owed; then 330 a year.
        assertThat(layers(result, "base", 1)).containsExactly(250 * MILLION, 9_750 * MILLION);
        assertThat(first(path.balance(1))).isEqualTo(-2_950 * MILLION);
        assertThat(first(path.balance(5))).isEqualTo((-2_950 + 4 * 330) * MILLION);
    }
}
