package org.duecare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.FundColumns;
import org.duecare.compiled.MeasureColumns;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.RandomScenarios;
import org.duecare.simulation.Scenario;
import org.duecare.simulation.ScenarioCompiler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The fast settlement by columns against the slow one trial by trial, over random schemes, to the minor unit. */
class SettlementEquivalenceTest {
    private static final int REINSTATEMENT = Measure.REINSTATEMENT_PREMIUM.ordinal();
    private static final int SCHEMES = 600;
    private static final int SCHEMES_SLOW = 20_000;

    @Test
    void columnsEqualTheSettlementTrialByTrial() {
        compare(0, SCHEMES);
    }

    @Test
    @Tag("slow")
    void columnsEqualTheSettlementTrialByTrialOverManySchemes() {
        compare(SCHEMES, SCHEMES_SLOW);
    }

    private static void compare(int from, int to) {
        for (int number = from; number < to; number++) {
            CompiledScenario scenario = ScenarioCompiler.compile(RandomScenarios.scheme(number));
            new Comparison(scenario, "scheme " + number).run();
        }
    }

    /**
     * Without the largest events of payers, where an event couples operations only the operators struck are settled again:
     * to the same sums as whole trials.
     */
    @Test
    void operatorsStruckEqualWholeTrials() {
        long settledAlone = 0;
        for (int number = 0; number < SCHEMES; number++) {
            settledAlone += new PartsAgainstWhole(RandomScenarios.scheme(number), "scheme " + number).compare().alone;
        }
        assertThat(settledAlone)
                .as("the test must have had something to settle")
                .isGreaterThan(200);
    }

    /**
     * Where layers look at amounts alone, trials in which no annual limit and no net assets bind are settled by the claims for the
     * event alone, the others by operators or as a whole: largest events and all.
     */
    @Test
    void claimsEqualTheSettlementTrialByTrial() {
        long byClaims = 0;
        long byOperators = 0;
        for (int number = 0; number < SCHEMES; number++) {
            Scenario scheme = RandomScenarios.plainScheme(number);
            String name = "plain scheme " + number;
            Comparison comparison = new Comparison(ScenarioCompiler.compile(scheme), name);
            comparison.run();
            byClaims += comparison.settledByClaims();
            byOperators += new PartsAgainstWhole(scheme, name).compare().alone;
        }
        assertThat(byClaims).as("trials settled by claims").isGreaterThan(1000);
        assertThat(byOperators).as("trials settled by operators").isGreaterThan(200);
    }

    /** A scheme settled with the largest events of payers, which takes more whole trials, and without. */
    private static final class PartsAgainstWhole {
        private final CompiledScenario whole;
        private final CompiledScenario struck;
        private final String name;
        private final BlockSettlement ofStruck;
        private long alone;

        PartsAgainstWhole(Scenario scheme, String name) {
            this.whole = ScenarioCompiler.compile(scheme);
            this.struck = ScenarioCompiler.compile(
                    scheme, EnumSet.allOf(Measure.class), EnumSet.of(Measure.OWN_LOSS, Measure.HARM));
            this.name = name;
            this.ofStruck = settlement(struck);
        }

        private static BlockSettlement settlement(CompiledScenario scenario) {
            return new BlockSettlement(scenario.world(), scenario.variants().toArray(CompiledVariant[]::new));
        }

        /** Counts the trials and years that are settled as a whole with the largest events, and by the operators struck without. */
        PartsAgainstWhole compare() {
            CompiledWorld world = whole.world();
            CompiledVariant[] variants = whole.variants().toArray(CompiledVariant[]::new);
            OperationTotals totals = new OperationTotals(variants.length, world.operationCount());
            OperationTotals otherTotals = new OperationTotals(variants.length, world.operationCount());
            LossColumns columns = settled(whole, settlement(whole), totals);
            LossColumns otherColumns = settled(struck, ofStruck, otherTotals);
            for (int v = 0; v < variants.length; v++) {
                for (int year = 1; year <= world.years; year++) {
                    compare(v, year, columns, otherColumns);
                }
                for (int m = 0; m < MeasureColumns.MEASURES; m++) {
                    assertThat(otherTotals.money(v, m))
                            .as("%s, totals of %d", name, m)
                            .isEqualTo(totals.money(v, m));
                }
                assertThat(otherTotals.incidents(v)).as(name).isEqualTo(totals.incidents(v));
                assertThat(otherTotals.breaches(v)).as(name).isEqualTo(totals.breaches(v));
            }
            return this;
        }

        private void compare(int v, int year, LossColumns columns, LossColumns otherColumns) {
            MeasureColumns measures = whole.variants().get(v).measures;
            MeasureColumns sums = struck.variants().get(v).measures;
            for (int m = 0; m < MeasureColumns.MEASURES; m++) {
                same(columns, measures.sum[m], otherColumns, sums.sum[m], v, year, name + " " + m);
            }
            for (int layer = 0; layer < measures.layer.length; layer++) {
                same(columns, measures.layer[layer], otherColumns, sums.layer[layer], v, year, name + " layer");
            }
            same(columns, measures.fundBalance, otherColumns, sums.fundBalance, v, year, name + " balance");
            same(columns, measures.fundClaims, otherColumns, sums.fundClaims, v, year, name + " claims");
            same(columns, measures.fundCarried, otherColumns, sums.fundCarried, v, year, name + " carried");
            same(columns, measures.breaches, otherColumns, sums.breaches, v, year, name + " breaches");
            for (int t = 0; t < CompiledWorld.BLOCK && whole.world().couples(); t++) {
                alone += columns.coupled(v, year)[t] && !otherColumns.coupled(v, year)[t] ? 1 : 0;
            }
        }
    }

    private static LossColumns settled(CompiledScenario scenario, BlockSettlement settlement, OperationTotals totals) {
        CompiledWorld world = scenario.world();
        LossColumns columns = new LossColumns(world, scenario.variants().toArray(CompiledVariant[]::new));
        int trials = scenario.scenario().trials();
        settlement.slice(0, new BlockSlice(0, world.operators.operatorCount(), 0, trials), columns, totals);
        settlement.finish(0, trials, columns, totals);
        return columns;
    }

    private static void same(
            LossColumns columns, int column, LossColumns others, int other, int v, int year, String name) {
        if (column != MeasureColumns.NONE) {
            assertThat(others.column(v, year, other))
                    .as("%s, variant %d, year %d", name, v, year)
                    .isEqualTo(columns.column(v, year, column));
        }
    }

    private static final class Comparison {
        private final CompiledWorld world;
        private final CompiledVariant[] variants;
        private final int trials;
        private final String name;
        private final BlockSettlement settlement;
        private final LossColumns columns;
        private final OperationTotals totals;
        private final LossColumns slowColumns;
        private final OperationTotals slowTotals;

        Comparison(CompiledScenario scenario, String name) {
            this.world = scenario.world();
            this.variants = scenario.variants().toArray(CompiledVariant[]::new);
            this.trials = scenario.scenario().trials();
            this.name = name;
            this.settlement = new BlockSettlement(world, variants);
            this.columns = new LossColumns(world, variants);
            this.slowColumns = new LossColumns(world, variants);
            this.totals = new OperationTotals(variants.length, world.operationCount());
            this.slowTotals = new OperationTotals(variants.length, world.operationCount());
        }

        void run() {
            settlement.slice(0, new BlockSlice(0, world.operators.operatorCount(), 0, trials), columns, totals);
            settlement.finish(0, trials, columns, totals);
            for (int v = 0; v < variants.length; v++) {
                if (variants[v].assets != null) {
                    lookAgain(v);
                    continue;
                }
                for (int year = 1; year <= world.years; year++) {
                    settleSlowly(v, year);
                    compareColumns(v, year);
                }
                for (int m = 0; m < MeasureColumns.MEASURES; m++) {
                    if (m == Measure.SANCTIONS.ordinal()) { // belong to no incident; ConservationTest adds them up
                        continue;
                    }
                    assertThat(slowTotals.money(v, m))
                            .as("%s, totals of %s", name, Measure.values()[m])
                            .isEqualTo(totals.money(v, m));
                }
                assertThat(slowTotals.breaches(v)).as(name).isEqualTo(totals.breaches(v));
            }
        }

        /** Number of trials of the last year that were settled by claims alone. */
        long settledByClaims() {
            long count = 0;
            for (int v = 0; v < variants.length && world.couples() && !world.events.inYear[world.years - 1]; v++) {
                ClusterSums clusters = settlement.clusters();
                PoolClaims claims = clusters.claims(v);
                boolean[] coupled = new boolean[CompiledWorld.BLOCK];
                boolean[] every = new boolean[CompiledWorld.BLOCK];
                Arrays.fill(every, true);
                int chosen = claims.isComplete() ? clusters.choose(v, every) : 0;
                for (int i = 0; i < chosen; i++) {
                    coupled[clusters.slotOf(claims.cluster[claims.chosen[i]])] = true;
                }
                for (int t = 0; t < trials; t++) {
                    count += coupled[t] && !columns.coupled(v, world.years)[t] ? 1 : 0;
                }
            }
            return count;
        }

        /**
         * Where net assets are carried there is no settlement by columns to compare: every trial is settled incident by
         * incident. What is looked at again, years in any order, must add up to what the run has.
         */
        private void lookAgain(int v) {
            EventReader reader = new EventReader(world, variants);
            for (int year = world.years; year >= 1; year--) {
                EventRows rows = reader.readCarried(v, 0, year, trials);
                for (Measure measure : Measure.values()) {
                    int column = variants[v].measures.sum[measure.ordinal()];
                    if (column != MeasureColumns.NONE && (measure.isPayer() || measure == Measure.HARM)) {
                        long[] sums = new long[CompiledWorld.BLOCK];
                        for (int row = 0; row < rows.size(); row++) {
                            sums[rows.slot(row)] += rows.amount(measure, row);
                        }
                        assertThat(sums)
                                .as("%s, variant %d, year %d, %s looked up again", name, v, year, measure)
                                .isEqualTo(columns.column(v, year, column));
                    }
                }
            }
        }

        private void settleSlowly(int v, int year) {
            boolean[] all = new boolean[CompiledWorld.BLOCK];
            Arrays.fill(all, 0, trials, true);
            TrialIncidents incidents = new TrialIncidents(world);
            OperationTotals takenOut = new OperationTotals(variants.length, world.operationCount());
            settlement.handBack(v, 0, year, all, incidents, takenOut);
            TrialSettlement slow = new TrialSettlement(world, incidents);
            Market market = Market.of(world, variants[v]);
            slow.insuredBy(market);
            if (market != null) {
                market.open(v, year, trials, columns);
            }
            int from = 0;
            while (from < incidents.size) {
                int end = from;
                while (end < incidents.size && incidents.slot[end] == incidents.slot[from]) {
                    end++;
                }
                int slot = incidents.slot[from];
                slow.settle(variants[v], year, from, end, money(v, year, slot, true), money(v, year, slot, false));
                slow.write(variants[v], v, year, from, end, slowColumns, slowTotals);
                compareLargest(v, year, incidents, from, end);
                from = end;
            }
            if (market != null) {
                compareMarket(v, year, market);
            }
        }

        /** Insurers and treaties: every trial settled slowly closes as the fast one did. */
        private void compareMarket(int v, int year, Market market) {
            market.close(v, year, trials, slowColumns);
            int first = variants[v].measures.market;
            int count = Objects.requireNonNull(variants[v].market).columns();
            for (int column = first; column < first + count; column++) {
                assertThat(columns.column(v, year, column))
                        .as("%s, variant %d, year %d, insurers %d", name, v, year, column - first)
                        .isEqualTo(slowColumns.column(v, year, column));
            }
        }

        /** The largest event of each measure, by plain grouping of the trial's incidents. */
        private void compareLargest(int v, int year, TrialIncidents incidents, int from, int end) {
            MeasureColumns measures = variants[v].measures;
            for (int m = 0; m < MeasureColumns.MEASURES; m++) {
                long[] amounts = incidents.amounts(m);
                if (amounts.length > 0 && measures.owns(m)) {
                    Map<Integer, Long> sums = new HashMap<>();
                    for (int j = from; j < end; j++) {
                        int event = incidents.event[j] >= 0 ? incidents.event[j] : -1 - j;
                        sums.merge(event, amounts[j], Long::sum);
                    }
                    long largest = sums.values().stream()
                            .mapToLong(Long::longValue)
                            .max()
                            .orElse(0);
                    assertThat(columns.column(v, year, measures.max[m])[incidents.slot[from]])
                            .as("%s, variant %d, year %d, largest of %s", name, v, year, Measure.values()[m])
                            .isEqualTo(largest);
                }
            }
        }

        private long money(int v, int year, int slot, boolean grant) {
            FundColumns fund = variants[v].fund;
            if (fund == null) {
                return 0;
            }
            MeasureColumns measures = variants[v].measures;
            if (fund.paysLater()) {
                return columns.column(v, year, grant ? measures.fundGrant : measures.fundMeans)[slot];
            }
            long opening = year == 1 ? fund.initial : columns.column(v, year - 1, measures.fundBalance)[slot];
            return FundYear.means(FundYear.beforeClaims(opening, fund, year), fund);
        }

        private void compareColumns(int v, int year) {
            MeasureColumns measures = variants[v].measures;
            for (int column : measures.layer) {
                if (column != MeasureColumns.NONE) {
                    assertThat(columns.column(v, year, column))
                            .as("%s, variant %d, year %d, layer", name, v, year)
                            .isEqualTo(slowColumns.column(v, year, column));
                }
            }
            for (int m = Measure.OPERATOR.ordinal(); m < MeasureColumns.MEASURES; m++) {
                if (measures.owns(m) && (Measure.values()[m].isPayer() || m == REINSTATEMENT)) {
                    assertThat(columns.column(v, year, measures.sum[m]))
                            .as("%s, variant %d, year %d, sum of %s", name, v, year, Measure.values()[m])
                            .isEqualTo(slowColumns.column(v, year, measures.sum[m]));
                    assertThat(columns.column(v, year, measures.max[m]))
                            .as("%s, variant %d, year %d, largest of %s", name, v, year, Measure.values()[m])
                            .isEqualTo(slowColumns.column(v, year, measures.max[m]));
                }
            }
        }
    }
}
