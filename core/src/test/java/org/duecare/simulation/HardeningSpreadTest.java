package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.duecare.compiled.CompiledWorld;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Hardening;
import org.duecare.distribution.Exponential;
import org.duecare.operation.Territory;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;
import org.duecare.threat.Contagion;
import org.junit.jupiter.api.Test;

/** What operations learn where incidents spread, providers fail and states audit. */
class HardeningSpreadTest {
    private static final int TRIALS = 20_480;

    /** At full care nothing succeeds: e^-50 is below the lattice of marks. */
    private static final double CERTAIN = 50;

    /** Bound on a z-score; with four of them a false alarm in 25,000 runs. */
    private static final double Z = 4.5;

    @Test
    void threadsAndCutsDoNotShow() {
        int trials = 3_000;
        CompiledScenario compiled = ScenarioCompiler.compile(SpreadingWorld.learning(trials));
        String hash = TestRuns.run(compiled, new SimulationPlan(trials, 1, 1)).resultSha256();
        for (int slices : new int[] {2, 7}) {
            assertThat(TestRuns.run(compiled, new SimulationPlan(trials, 2, slices))
                            .resultSha256())
                    .as("%d slices", slices)
                    .isEqualTo(hash);
        }
    }

    @Test
    void changedHardeningLeavesTheFindingsOfTheYearBitEqualAndMovesTheNext() {
        ScenarioBuilder builder = SpreadingWorld.coupled(4096);
        SpreadingWorld.policy(builder, "none", null);
        SpreadingWorld.policy(builder, "some", new Hardening(ElementValues.uniform(0.4), 2));
        SpreadingWorld.policy(builder, "full", SpreadingWorld.full());
        RunResult result = TestRuns.run(builder.build(), 2);
        RunResult.VariantResult none = result.variants().get(0);
        long[] first = TestRuns.cents(none.incidents(1));
        for (int v = 1; v < 3; v++) {
            RunResult.VariantResult learns = result.variants().get(v);
            for (Measure measure : List.of(Measure.OWN_LOSS, Measure.HARM, Measure.DAMAGES)) {
                assertThat(TestRuns.cents(learns.sum(measure, 1))).isEqualTo(TestRuns.cents(none.sum(measure, 1)));
            }
            assertThat(TestRuns.cents(learns.breaches(1))).isEqualTo(TestRuns.cents(none.breaches(1)));
            long[] before = TestRuns.cents(none.sum(Measure.DAMAGES, 2));
            long[] after = TestRuns.cents(learns.sum(Measure.DAMAGES, 2));
            int moved = 0;
            for (int t = 0; t < before.length; t++) {
                moved += after[t] != before[t] ? 1 : 0;
                assertThat(first[t] == 0 && after[t] != before[t])
                        .as("trial %d: nobody had anything to learn from", t)
                        .isFalse();
            }
            assertThat(moved).isGreaterThan(100);
        }
    }

    /** Full care admits nothing: every operation has all its incidents, own, secondary and from providers, in one year. */
    @Test
    void whoHasLearntInFullIsNeverStruckAgainAndItsProviderNeverFails() {
        ElementValues certain = PostureRuns.effectOf(DiligenceElement.NECESSARY_MEASURES, CERTAIN);
        ScenarioBuilder builder = SpreadingWorld.coupled(4096, certain);
        for (int i = 0; i < 6; i++) { // e^(-50 x 0.02)
            builder.operations.set(
                    i, Operations.withPosture(builder.operations.get(i), ElementValues.uniform(0.01 + 0.002 * i)));
        }
        SpreadingWorld.policy(builder, "learns", SpreadingWorld.care(certain, SpreadingWorld.full()), Map.of());
        RunResult result = TestRuns.run(builder.build(), 2);
        int[][] yearOf = new int[6][4096];
        int struck = 0;
        int spread = 0;
        for (int year = 1; year <= builder.years; year++) {
            for (int block = 0; block < 2; block++) {
                EventRows rows = result.events().read(0, block, year);
                for (int row = 0; row < rows.size(); row++) {
                    int trial = block * CompiledWorld.BLOCK + rows.slot(row);
                    int known = yearOf[rows.operation(row)][trial];
                    assertThat(known == 0 || known == year || rows.isRecourse(row))
                            .as("operation %d, trial %d, years %d and %d", rows.operation(row), trial, known, year)
                            .isTrue();
                    int host = yearOf[0][trial];
                    assertThat(rows.provider(row) == 1 && host > 0 && host < year)
                            .as("the host of dns has learnt in year %d, trial %d, year %d", host, trial, year)
                            .isFalse();
                    yearOf[rows.operation(row)][trial] = rows.isRecourse(row) ? known : year;
                    struck++;
                    spread += rows.provider(row) >= 0 ? 1 : 0;
                }
            }
        }
        assertThat(struck).isGreaterThan(3000);
        assertThat(spread).isGreaterThan(500);
    }

    /**
     * Two operations, attempts at the first alone. Where it was struck in year 1 and has learnt all of element 7, the mean level
     * of the two is (1 + d) / 2 in year 2, and that share of secondary attempts at the other is cut.
     */
    @Test
    void whoHasLearntToWarnCountsInTheMeanOfItsGroup() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = TRIALS;
        builder.years = 2;
        ElementValues noEffect = ElementValues.uniform(0);
        builder.diligence = SpreadingWorld.care(noEffect, null);
        builder.operation("first", "first", SpreadingWorld.POSTURE, ScenarioBuilder.NONE, 1e8);
        builder.operation("other", "other", SpreadingWorld.POSTURE, ScenarioBuilder.NONE, 1);
        builder.contagion = new Contagion(0.8, Contagion.Among.SECTOR, 0, 1);
        builder.threat("attack", 0.5, new Exponential(1e5));
        builder.threats.set(0, Threats.scaling(builder.threats.get(0), 1));
        Hardening warns = new Hardening(PostureRuns.effectOf(DiligenceElement.INFORMATION_EXCHANGE, 1), 1000);
        SpreadingWorld.policy(builder, "learns", SpreadingWorld.care(noEffect, warns), Map.of());
        RunResult result = TestRuns.run(builder.build(), 2);
        boolean[][] struck = new boolean[2][TRIALS];
        double[] roots = new double[2];
        double[] secondary = new double[2];
        for (int year = 1; year <= 2; year++) {
            for (int block = 0; block < TRIALS / CompiledWorld.BLOCK; block++) {
                EventRows rows = result.events().read(0, block, year);
                for (int row = 0; row < rows.size(); row++) {
                    int trial = block * CompiledWorld.BLOCK + rows.slot(row);
                    boolean first = result.operations()
                            .get(rows.operation(row))
                            .operation()
                            .equals("first");
                    if (year == 1) {
                        struck[first ? 0 : 1][trial] = true;
                        continue;
                    }
                    boolean known = struck[0][trial];
                    boolean other = struck[1][trial];
                    if (known && !other) {
                        (first ? roots : secondary)[0]++;
                    } else if (!known && !other) {
                        (first ? roots : secondary)[1]++;
                    }
                }
            }
        }
        ratio("the first has learnt", secondary[0], roots[0], 0.8 * (1 - (1 + SpreadingWorld.POSTURE) / 2));
        ratio("nobody has learnt", secondary[1], roots[1], 0.8 * (1 - SpreadingWorld.POSTURE));
    }

    /**
     * Between two operations every incident makes {@code c} secondary ones at the other in the mean, so those at the other are
     * {@code c} times those at the first; the difference is a sum of independent Poisson counts less their means.
     */
    private static void ratio(String name, double secondary, double first, double expected) {
        double z = (secondary - expected * first) / Math.sqrt(first * expected);
        assertThat(Math.abs(z))
                .as("%s: %.0f of %.0f, expected a share of %.4f, z = %.2f", name, secondary, first, expected, z)
                .isLessThan(Z);
    }

    private static Territory audited() {
        return new Territory(
                "",
                ElementValues.uniform(1),
                2,
                new Territory.Sanction(1000, 0),
                new Territory.ClaimProbability(1, null),
                Map.of("DE", 1.0));
    }

    /** Who has learnt all that is owed is not sanctioned from the next year on; who has not is sanctioned as before. */
    @Test
    void auditsFindWhatHasBeenLearnt() {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 4096;
        builder.years = 3;
        builder.diligence = SpreadingWorld.care(SpreadingWorld.MEASURES, null);
        builder.operation("op", SpreadingWorld.POSTURE);
        builder.threat("attack", 0.5, new Exponential(1e5));
        Map<String, Territory> states = Map.of("DE", audited());
        SpreadingWorld.policy(builder, "none", SpreadingWorld.care(SpreadingWorld.MEASURES, null), states);
        SpreadingWorld.policy(
                builder, "learns", SpreadingWorld.care(SpreadingWorld.MEASURES, SpreadingWorld.full()), states);
        RunResult result = TestRuns.run(builder.build(), 2);
        boolean[] taught = new boolean[builder.trials];
        long spared = 0;
        for (int year = 1; year <= builder.years; year++) {
            long[] without = TestRuns.cents(result.variants().get(0).sum(Measure.SANCTIONS, year));
            long[] with = TestRuns.cents(result.variants().get(1).sum(Measure.SANCTIONS, year));
            long[] incidents = TestRuns.cents(result.variants().get(1).incidents(year));
            for (int t = 0; t < taught.length; t++) {
                assertThat(with[t]).isEqualTo(taught[t] ? 0 : without[t]);
                spared += without[t] - with[t];
                taught[t] |= incidents[t] > 0;
            }
        }
        assertThat(spared).isPositive();
    }

    @Test
    void threadsAndTheFirstTrialsOfALongerRunDoNotShow() {
        ScenarioBuilder builder = SpreadingWorld.coupled(3000);
        SpreadingWorld.policy(builder, "learns", new Hardening(ElementValues.uniform(0.5), 2));
        SpreadingWorld.policy(builder, "none", null);
        CompiledScenario compiled = builder.compile();
        RunResult alone = TestRuns.run(compiled, new SimulationPlan(3000, 1, 1));
        RunResult many = TestRuns.run(compiled, new SimulationPlan(3000, 3, 1));
        assertThat(many.resultSha256()).isEqualTo(alone.resultSha256());
        builder.trials = 5000;
        RunResult longer = TestRuns.run(builder.build(), 2);
        for (int year = 1; year <= builder.years; year++) {
            long[] part = TestRuns.cents(alone.variants().get(0).sum(Measure.DAMAGES, year));
            long[] whole = TestRuns.cents(longer.variants().get(0).sum(Measure.DAMAGES, year));
            assertThat(part).isEqualTo(java.util.Arrays.copyOf(whole, part.length));
        }
    }
}
