package org.duecare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.duecare.diligence.DiligenceElement;
import org.duecare.reports.PosturePath;
import org.duecare.scenarios.Overrides;
import org.duecare.scenarios.ScenarioFile;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.Run;
import org.duecare.simulation.RunCollector;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.ScenarioCompiler;
import org.duecare.simulation.SimulationPlan;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.MemoryColumnStore;
import org.duecare.statistics.PairedDifference;
import org.duecare.statistics.TailMoments;
import org.duecare.statistics.TrialColumn;
import org.duecare.statistics.TrialWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The care held from year to year against values worked out with exact decimals, from a file to what is told. What a path
 * leaves out, the lessons of single trials, is held against the closed form of the incidents that they leave.
 */
class PosturePathRunTest {
    /** Rounding of sums of nine levels. */
    private static final Offset<Double> ROUNDING = within(1e-14);

    /** Standard errors: a false alarm once in 16,000 figures. */
    private static final double SURE = 4;

    private static final String MOVING = """
            schemaVersion: 1
            scenario: path
            currency: EUR
            trials: 100
            years: 3
            operations:
              - {operation: a, sector: energy, territory: DE, revenue: 1e8, posture: {goodFaith: 0.5, goodNeighbourliness: 0.5, territorialControl: 0.5, riskAssessment: 0.5, necessaryMeasures: 0.5, stateOfTheArt: 0.8, informationExchange: 0.5, nonDiscrimination: 0.5, continuity: 0.9}}
              - {operation: b, sector: energy, territory: DE, revenue: 1e8, posture: {goodFaith: 0.4, goodNeighbourliness: 0.4, territorialControl: 0.4, riskAssessment: 0.4, necessaryMeasures: 0.6, stateOfTheArt: 0.2, informationExchange: 0.4, nonDiscrimination: 0.4, continuity: 0.5}}
            threats: [{type: t, incidentsPerYear: 0.1, severity: {law: exponential, mean: 1e5}, thirdPartyShare: 1}]
            diligence: {erosionPerYear: 0.2, driftPerYear: 0.1, standard: {level: 0.6}}
            variants:
              stationary: {}
              kept: {diligence: {upkeep: 0.01}}
              dropped: {diligence: {upkeep: 0}}
              lifted: {diligence: {upkeep: 0.01}, pillars: {capacityPerYear: 0.3, communicationPerYear: 0.05}}
              added: {diligence: {upkeep: 0.01}, adjust: [{add: {posture.riskAssessment: 0.2}, fromYear: 2}]}
              reached: {diligence: {upkeep: 0.01, territorialFactor: 0.5}}
            """;

    @TempDir
    private Path folder;

    private RunResult run(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), text);
        CompiledScenario compiled =
                ScenarioCompiler.compile(ScenarioFile.read(file, Overrides.NONE).scenario());
        MemoryColumnStore store = new MemoryColumnStore(
                RunCollector.columns(compiled), compiled.scenario().trials());
        return Run.run(compiled, SimulationPlan.of(compiled, 1), store, done -> {});
    }

    private static PosturePath path(RunResult run, String variant) {
        return PosturePath.of(run).stream()
                .filter(path -> path.variant().equals(variant))
                .findFirst()
                .orElseThrow();
    }

    private static double level(PosturePath path, int year, DiligenceElement element) {
        return path.years().get(year - 1).elements().get(element.ordinal());
    }

    private static void assertLevels(PosturePath path, DiligenceElement element, double... levels) {
        for (int year = 1; year <= levels.length; year++) {
            assertThat(level(path, year, element))
                    .as("%s of %s, year %d", element.key(), path.variant(), year)
                    .isCloseTo(levels[year - 1], ROUNDING);
        }
    }

    private static double mean(double a, double b) {
        return (a + b) / 2;
    }

    @Test
    void erosionDriftAndStatedUpkeepMoveEachElementAsWorkedOut() throws IOException {
        RunResult run = run(MOVING);
        PosturePath kept = path(run, "kept");

        // a loses 1 - (1 - 0.2 x 0.1) (1 - 0.1 x 0.2) = 3.96 % in the first year, b 1 - 0.9 x 0.92 = 17.2 %.
        assertLevels(
                kept,
                DiligenceElement.GOOD_FAITH,
                mean(0.5, 0.4),
                mean(0.4902, 0.3412),
                mean(0.4772885605844608, 0.2870056384256));
        assertLevels(
                kept,
                DiligenceElement.NECESSARY_MEASURES,
                mean(0.5, 0.6),
                mean(0.4902, 0.5068),
                mean(0.4772885605844608, 0.4214491721984));
        assertLevels(
                kept,
                DiligenceElement.STATE_OF_THE_ART,
                mean(0.8, 0.2),
                mean(0.77832, 0.1756),
                mean(0.75194213071011328, 0.1525621046528));
        assertLevels(
                kept,
                DiligenceElement.CONTINUITY,
                mean(0.9, 0.5),
                mean(0.87436, 0.424),
                mean(0.84349332075199744, 0.354227405312));
        assertLevels(
                path(run, "dropped"), DiligenceElement.GOOD_FAITH, mean(0.5, 0.4), mean(0.5 * 0.9604, 0.4 * 0.828));
    }

    @Test
    void meanAndShortfallAreThoseOfTheNineElements() throws IOException {
        PosturePath.Year first = path(run(MOVING), "kept").years().get(0);

        // a: 7 x 0.5 + 0.8 + 0.9; b: 6 x 0.4 + 0.6 + 0.2 + 0.5. Short of 0.6: 7 x 0.1, and 6 x 0.2 + 0.4 + 0.1.
        assertThat(first.mean()).isCloseTo((5.2 + 3.7) / 18, ROUNDING);
        assertThat(first.shortfall()).isCloseTo((0.7 + 1.7) / 18, ROUNDING);
    }

    @Test
    void stationaryUpkeepHoldsEveryElementToTheLastBit() throws IOException {
        PosturePath path = path(run(MOVING), "stationary");

        assertThat(path.years())
                .extracting(PosturePath.Year::elements)
                .hasSize(3)
                .allSatisfy(elements ->
                        assertThat(elements).isEqualTo(path.years().get(0).elements()));
    }

    @Test
    void gainsComeOnTopAndStopAtOne() throws IOException {
        PosturePath lifted = path(run(MOVING), "lifted");

        // b: 0.6 x 0.828 + 0.31 = 0.8068, then clipped like a's 0.4902 x 0.9604 + 0.31 ...
        assertLevels(lifted, DiligenceElement.NECESSARY_MEASURES, mean(0.5, 0.6), mean(0.7902, 0.8068));
        assertThat(level(lifted, 3, DiligenceElement.NECESSARY_MEASURES)).isLessThanOrEqualTo(1);
        assertLevels(lifted, DiligenceElement.INFORMATION_EXCHANGE, mean(0.5, 0.4), mean(0.5402, 0.3912));
        assertLevels(lifted, DiligenceElement.GOOD_FAITH, mean(0.5, 0.4), mean(0.4902, 0.3412));
    }

    @Test
    void adjustmentsMoveOnWithThePostureFromTheirYear() throws IOException {
        PosturePath added = path(run(MOVING), "added");

        // Third year: 0.6902 and 0.5412 lose what the others lose, 1 - 0.953261... and 1 - 0.811847...
        double keptOfA = (0.4772885605844608 - 0.01) / 0.4902;
        double keptOfB = (0.2870056384256 - 0.01) / 0.3412;
        assertLevels(
                added,
                DiligenceElement.RISK_ASSESSMENT,
                mean(0.5, 0.4),
                mean(0.6902, 0.5412),
                mean(0.6902 * keptOfA + 0.01, 0.5412 * keptOfB + 0.01));
    }

    @Test
    void levelsAreToldAsFarAsTheyReach() throws IOException {
        PosturePath reached = path(run(MOVING), "reached");

        // Control 0.5 and 0.4 at a factor of 0.5: three quarters and seven tenths of every other element.
        assertLevels(reached, DiligenceElement.GOOD_FAITH, mean(0.5 * 0.75, 0.4 * 0.7));
        assertLevels(reached, DiligenceElement.CONTINUITY, mean(0.9 * 0.75, 0.5 * 0.7));
        assertLevels(reached, DiligenceElement.TERRITORIAL_CONTROL, mean(0.5, 0.4), mean(0.4902, 0.3412));
    }

    /**
     * One operation at 0.4 with half the way to 1 learnt by an incident: success {@code exp(-2 x 0.4)} before and
     * {@code exp(-2 x 0.7)} after. Who is taught is a chain: not taught next year iff no incident of the years that hold.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void lessonsStandOutsideThePathAndLeaveTheIncidentsOfTheirChain(int holds) throws IOException {
        RunResult run = run("""
                schemaVersion: 1
                scenario: lessons
                currency: EUR
                trials: 40000
                years: 4
                operations: [{operation: a, sector: energy, territory: DE, revenue: 1e8, posture: 0.4}]
                threats: [{type: t, incidentsPerYear: 1, referencePosture: 0, severity: {law: exponential, mean: 1e5}, thirdPartyShare: 1}]
                diligence: {vulnerability: {form: exponential, floor: 0.01, effect: {necessaryMeasures: 2}}}
                variants:
                  never: {}
                  learns: {diligence: {hardening: {gain: 0.5, years: %d}}}
                """.formatted(holds));
        double before = Math.exp(-0.8);
        double after = Math.exp(-1.4);
        double taught = 0;

        assertThat(path(run, "learns").years()).isEqualTo(path(run, "never").years());
        for (int year = 1; year <= 4; year++) {
            double expected = (1 - taught) * before + taught * after;
            double spread = taught * (1 - taught) * Math.pow(before - after, 2);
            ConfidenceInterval less = PairedDifference.of(
                    List.of(run.variants().get(1).incidents(year)),
                    List.of(run.variants().get(0).incidents(year)),
                    TrialWeights.UNIFORM,
                    1,
                    TailMoments.FINITE_VARIANCE);
            double error = (less.high() - less.low()) / 2 / ConfidenceInterval.Z95;
            assertThat(less.estimate())
                    .as("incidents that lessons of %d years spare in year %d", holds, year)
                    .isBetween(expected - before - SURE * error, expected - before + SURE * error);
            assertThat(less.high()).as("in year %d", year).isLessThanOrEqualTo(year == 1 ? 0 : -0.01);
            assertThat(meanOf(run.variants().get(1).incidents(year)))
                    .isCloseTo(expected, within(SURE * Math.sqrt((expected + spread) / 40_000)));
            double quietTaught = holds == 1 ? taught * Math.exp(-after) : 0;
            taught = 1 - (1 - taught) * Math.exp(-before) - quietTaught;
        }
    }

    private static double meanOf(TrialColumn column) {
        long[] values = new long[column.trials()];
        column.read(0, values.length, values);
        double sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
