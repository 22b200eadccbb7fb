package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Pillars;
import org.duecare.diligence.StandardOfCare;
import org.duecare.diligence.StandardOfCare.Basis;
import org.duecare.diligence.Upkeep;
import org.duecare.distribution.Exponential;
import org.duecare.operation.Territory;
import org.duecare.quantity.InvalidValueException;
import org.duecare.random.DrawAddress;
import org.junit.jupiter.api.Test;

/** Posture over the years of a run and the standard that it is measured against. */
class HeldPostureTest {
    private static final ElementValues MEASURES = PostureRuns.effectOf(DiligenceElement.NECESSARY_MEASURES, 1.6);

    private static double[] meansByYear(CompiledScenario compiled, int variant) {
        double[] means = new double[compiled.scenario().years()];
        for (int year = 1; year <= means.length; year++) {
            means[year - 1] = Arrays.stream(compiled.variants().get(variant).phase(year).held)
                    .average()
                    .orElseThrow();
        }
        return means;
    }

    private static ScenarioBuilder years(int years, Diligence care) {
        ScenarioBuilder builder = PostureRuns.scenario(care);
        builder.years = years;
        return builder;
    }

    @Test
    void baseRunIsStationaryOverThirtyYearsToTheLastBit() {
        ScenarioBuilder builder = years(30, PostureRuns.care(MEASURES, 0, 0, 0.08, 0.03));
        builder.policies.add(PostureRuns.policy(builder, "base", List.of(), Pillars.NONE));
        CompiledScenario compiled = builder.compile();
        double[] means = meansByYear(compiled, 0);

        for (double mean : means) {
            assertThat(mean).as("within 0.5 % was asked for").isEqualTo(means[0]);
        }
        assertThat(compiled.variants().get(0).phases)
                .as("one phase for all years")
                .hasSize(1);
    }

    @Test
    void improvementThatNobodyKeepsUpErodesTowardsTheStart() {
        ScenarioBuilder builder = years(30, PostureRuns.care(MEASURES, 0, 0, 0.3));
        Adjustment.PartialElements measures =
                new Adjustment.PartialElements(null, null, null, null, 0.2, null, null, null, null);
        Adjustment better = new Adjustment(PostureRuns.ALL, null, new Adjustment.Posture(measures), 3);
        builder.policies.add(PostureRuns.policy(builder, "base", List.of(), Pillars.NONE));
        builder.policies.add(PostureRuns.policy(builder, "better", List.of(better), Pillars.NONE));
        CompiledScenario compiled = builder.compile();
        double[] base = meansByYear(compiled, 0);
        double[] changed = meansByYear(compiled, 1);

        assertThat(changed[1]).isEqualTo(base[1]);
        assertThat(changed[2] - base[2]).isCloseTo(0.2 / 9, within(1e-12));
        for (int y = 3; y < 30; y++) {
            assertThat(changed[y]).isLessThan(changed[y - 1]).isGreaterThan(base[y]);
        }
    }

    @Test
    void statedUpkeepMovesPostureByHand() {
        Diligence care = new Diligence(
                ScenarioBuilder.undefended().vulnerability(),
                ScenarioBuilder.standard(0.6),
                0,
                0,
                0,
                0.1,
                0,
                new Upkeep(ElementValues.uniform(0.01)),
                null,
                0,
                Assurance.WITHOUT_EFFECT);
        ScenarioBuilder builder = years(3, care);
        builder.operations.clear();
        builder.operation("op", 0.5);
        builder.policies.add(PostureRuns.policy(builder, "base", List.of(), Pillars.NONE));
        double second = 0.5 - 0.1 * 0.5 * 0.5 + 0.01;
        double third = second - 0.1 * (1 - second) * second + 0.01;

        assertThat(meansByYear(builder.compile(), 0)).containsExactly(new double[] {0.5, second, third}, within(1e-15));
    }

    @Test
    void variantWithoutErosionKeepsTheUpkeepOfTheBaseAndRises() {
        ScenarioBuilder builder = years(5, PostureRuns.care(MEASURES, 0, 0, 0.2));
        Policy base = PostureRuns.policy(builder, "base", List.of(), Pillars.NONE);
        builder.policies.add(base);
        builder.policies.add(new Policy(
                "held",
                PostureRuns.care(MEASURES, 0, 0, 0),
                base.liability(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                Map.of()));
        CompiledScenario compiled = builder.compile();

        assertThat(meansByYear(compiled, 1)[4]).isGreaterThan(meansByYear(compiled, 0)[4] + 0.1);
    }

    private static Territory territory(double posture) {
        Territory plain = Territory.PLAIN;
        return new Territory(
                "", ElementValues.uniform(posture), 0, plain.sanction(), plain.claimProbability(), Map.of());
    }

    /** What is judged reaches as far as the operation's own control, what acts no further than that of the state. */
    @Test
    void theStateBoundsWhatActsAndNotWhatIsJudged() {
        ScenarioBuilder builder = years(1, PostureRuns.care(MEASURES, 0, 0.5, 0));
        builder.operations.clear();
        builder.operation("op", 0.8);
        Map<String, Territory> weak = Map.of("DE", territory(0.2));
        Map<String, Territory> strong = Map.of("DE", territory(0.9));
        builder.policies.add(PostureRuns.policy(builder, "weak", List.of(), Pillars.NONE, weak));
        builder.policies.add(PostureRuns.policy(builder, "strong", List.of(), Pillars.NONE, strong));
        CompiledScenario compiled = builder.compile();

        for (int v = 0; v < 2; v++) {
            assertThat(meansByYear(compiled, v)[0]).isCloseTo((8 * 0.8 * 0.9 + 0.8) / 9, within(1e-15));
        }
        assertThat(logOfSuccess(compiled, 0) / logOfSuccess(compiled, 1)).isCloseTo(0.6 / 0.9, within(1e-12));
    }

    /** Proportional to the level in effect of what works against attempts. */
    private static double logOfSuccess(CompiledScenario compiled, int v) {
        double cells = compiled.variants().get(v).phase(1).successBelow[0];
        return StrictMath.log(cells / DrawAddress.CELLS);
    }

    private static StandardOfCare standard(Basis basis, double percentile, double floor, double share) {
        return new StandardOfCare(
                0.7,
                null,
                null,
                StandardOfCare.ShortfallMeasure.WORST,
                basis,
                percentile,
                floor,
                share,
                null,
                List.of());
    }

    private static double[] shortfalls(StandardOfCare standard, double... postures) {
        Diligence care = new Diligence(ScenarioBuilder.undefended().vulnerability(), standard, 0);
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.diligence = care;
        for (int i = 0; i < postures.length; i++) {
            builder.operation("op-" + i, postures[i]);
        }
        builder.threat("attack", 1, new Exponential(1));
        builder.policy("base", ScenarioBuilder.strict(), List.of());
        return builder.compile().variants().get(0).phase(1).shortfall;
    }

    @Test
    void peersAreAtLeastFiveOthersAndNeverTheOperationItself() {
        double[] few = shortfalls(standard(Basis.PEERS, 50, 0.4, 1), 0.1, 0.2, 0.3, 0.4, 0.5);
        double[] enough = shortfalls(standard(Basis.PEERS, 50, 0.25, 1), 0.1, 0.2, 0.3, 0.4, 0.5, 0.6);

        assertThat(few).as("absolute level 0.7").containsExactly(new double[] {0.6, 0.5, 0.4, 0.3, 0.2}, within(1e-15));
        // Medians of the others: 0.4, 0.4, 0.4, 0.3, 0.3, 0.3.
        assertThat(enough).containsExactly(new double[] {0.3, 0.2, 0.1, 0, 0, 0}, within(1e-15));
    }

    @Test
    void standardByPeersHasAFloor() {
        double[] shortfall = shortfalls(standard(Basis.PEERS, 50, 0.55, 1), 0.1, 0.2, 0.3, 0.4, 0.5, 0.6);

        assertThat(shortfall).containsExactly(new double[] {0.45, 0.35, 0.25, 0.15, 0.05, 0}, within(1e-15));
    }

    @Test
    void bestAvailableIsTheBestOfTheOthers() {
        double[] shortfall = shortfalls(standard(Basis.BEST_AVAILABLE, 50, 0, 0.9), 0.8, 0.5, 0.7);

        assertThat(shortfall).containsExactly(new double[] {0, 0.22, 0.02}, within(1e-15));
        assertThat(shortfalls(standard(Basis.BEST_AVAILABLE, 50, 0, 0.9), 0.8))
                .as("alone: a share of all that the art offers")
                .containsExactly(new double[] {0.1}, within(1e-15));
    }

    @Test
    void proportionalityNeedsPotentialHarm() {
        StandardOfCare proportional = new StandardOfCare(
                0.7,
                null,
                null,
                StandardOfCare.ShortfallMeasure.WEIGHTED,
                Basis.ABSOLUTE,
                50,
                0,
                1,
                new StandardOfCare.Proportionality(0.02, 1e8),
                List.of());

        assertThatThrownBy(() -> shortfalls(proportional, 0.5))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("op-0 states none");
    }
}
