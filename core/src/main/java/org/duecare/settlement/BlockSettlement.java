package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.AuditColumns;
import org.duecare.compiled.CareColumns;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.MeasureColumns;
import org.duecare.history.Arrivals;
import org.duecare.history.Draws;
import org.duecare.history.Incidents;
import org.duecare.history.TiltedAttempts;
import org.jspecify.annotations.Nullable;

/**
 * One worker's settlement of blocks: {@link #slice} over a part of the block, then {@link #finish} over the pool once all parts
 * are merged. Holds all scratch; allocates nothing once its arrays have grown to the portfolio.
 */
public final class BlockSettlement {
    private static final int BLOCK = CompiledWorld.BLOCK;

    private final CompiledWorld world;
    private final CompiledVariant[] variants;
    private final OperatorIncidents incidents;
    private final Settled settled = new Settled();
    private final ClusterSums clusters;
    private final IncidentMarks marks;
    private final CoverMarks cover;
    private final Damages damages;
    private final CanonicalOrder order;
    private final OwnTerms ownTerms;
    private final Accumulation accumulation;
    private final PoolSettlement pool;
    private final Sanctions sanctions;
    private final long[] words = new long[BLOCK];
    private final boolean[] trialsOfSlice = new boolean[BLOCK];
    private final Learning learning;
    private Incidents divided;

    /** Trials of the slice at hand; null for all. */
    private boolean @Nullable [] atHand;

    /** A worker for one world and its variants. */
    public BlockSettlement(CompiledWorld world, CompiledVariant[] variants) {
        this.world = world;
        this.variants = variants;
        this.incidents = new OperatorIncidents(world, variants);
        this.divided = incidents.rows;
        this.clusters = new ClusterSums(variants, world.operationCount());
        this.marks = new IncidentMarks(world, incidents.history.draws(), incidents.arrivals, incidents.providers);
        this.cover = new CoverMarks(world, marks, incidents.providers);
        this.damages = new Damages(world, incidents, marks);
        this.order = new CanonicalOrder(marks);
        this.ownTerms = new OwnTerms(world, order);
        this.accumulation = new Accumulation(world, variants, clusters);
        this.pool = new PoolSettlement(world, variants, this);
        this.sanctions = new Sanctions(world, incidents.history.draws());
        this.learning = new Learning(world, variants);
    }

    /** Where draws come from. */
    Draws draws() {
        return incidents.history.draws();
    }

    /** Sums of the clusters of the block and year at hand. */
    ClusterSums clusters() {
        return clusters;
    }

    /** Secondary incidents of the block and year at hand. */
    Arrivals arrivals() {
        return incidents.arrivals;
    }

    /** Events of providers of the block and year at hand; null without providers. */
    @Nullable
    ProviderHits providers() {
        return incidents.providers;
    }

    /**
     * Settles the own terms of a part of a block over all its years and adds them to columns and totals. Where incidents spread
     * or providers fail, a part has all operators, and each of its years is settled to the end while what spread is at hand.
     *
     * @param into empty columns
     */
    public void slice(int block, BlockSlice slice, LossColumns into, OperationTotals totals) {
        atHand = null;
        if (slice.toTrial() - slice.fromTrial() < BLOCK) {
            Arrays.fill(trialsOfSlice, false);
            Arrays.fill(trialsOfSlice, slice.fromTrial(), slice.toTrial(), true);
            atHand = trialsOfSlice;
        }
        int[] operations = world.operators.firstOperation;
        learning.startBlock(block, operations[slice.fromOperator()], operations[slice.toOperator()]);
        for (int year = 1; year <= world.years; year++) {
            learning.nextYear();
            incidents.startYear(block, year, learning.lessons, atHand);
            clusters.start(year, incidents.arrivals, incidents.providers, world.events.inYear[year - 1]);
            accumulation.startYear(year);
            for (int operator = slice.fromOperator(); operator < slice.toOperator(); operator++) {
                settleOperator(operator, block, year, into, totals);
            }
            sanction(block, year, slice, into, totals);
            if (clusters.any()) {
                clusters.finish(year, into);
            }
            if (world.couples()) {
                finishYear(block, year, slice.fromTrial(), slice.toTrial(), into, totals);
            }
        }
        if (world.couples()) {
            into.clearOutside(slice.fromTrial(), slice.toTrial());
        }
        if (atHand != null) {
            learning.leave();
            atHand = null;
        }
    }

    private void sanction(int block, int year, BlockSlice slice, LossColumns into, OperationTotals totals) {
        int measure = Measure.SANCTIONS.ordinal();
        for (int v = 0; v < variants.length; v++) {
            AuditColumns audits = variants[v].phase(year).audits;
            if (audits != null && variants[v].measures.owns(measure)) {
                long[] column = into.column(v, year, variants[v].measures.sum[measure]);
                long[] ofOperation = totals.money(v, measure);
                sanctions.judge(audits, variants[v].phase(year, true).audits, learning.lessons[v]);
                sanctions.add(slice, block, year, column, ofOperation);
            }
        }
    }

    /** A method of its own: called often, it is compiled as a whole and not as the inside of a long loop. */
    private void settleOperator(int operator, int block, int year, LossColumns into, OperationTotals totals) {
        if (!incidents.regenerate(operator, block, year, -1, atHand)) {
            return;
        }
        TiltedAttempts tilted = incidents.history.tilted();
        if (tilted != null) {
            tilted.mark(incidents.rows, into.logs());
        }
        for (int v = 0; v < variants.length; v++) {
            settle(v, operator, block, year);
            learning.learn(v, operator, settled);
            accumulation.add(settled, variants[v], v, operator, year, into, totals);
        }
    }

    /**
     * Settles what couples operations over the merged parts of a block, year after year, where the parts have not done so
     * themselves.
     */
    public void finish(int block, int trials, LossColumns columns, OperationTotals totals) {
        TiltedAttempts tilted = incidents.history.tilted();
        if (tilted != null) {
            tilted.weigh(block, world.years, columns.logs());
        }
        for (int year = 1; year <= world.years && !world.couples(); year++) {
            finishYear(block, year, 0, trials, columns, totals);
        }
    }

    /** Stated events, pools and the fund in some trials; then checks that harm equals the sum over payers in each. */
    private void finishYear(
            int block, int year, int fromTrial, int toTrial, LossColumns columns, OperationTotals totals) {
        for (int v = 0; v < variants.length; v++) {
            raiseEvents(v, year, columns);
            addCareCost(v, year, toTrial, columns);
            pool.settle(v, block, year, fromTrial, toTrial, columns, totals);
            Conservation.check(variants[v], v, block, year, toTrial, columns, words);
        }
    }

    /** What care costs is the same in every trial. */
    private void addCareCost(int v, int year, int trials, LossColumns columns) {
        CareColumns care = variants[v].care;
        int measure = Measure.CARE_COST.ordinal();
        if (care != null && variants[v].measures.owns(measure)) {
            long sum = care.sum[variants[v].phaseOfYear[year - 1]];
            Arrays.fill(columns.column(v, year, variants[v].measures.sum[measure]), 0, trials, sum);
        }
    }

    /** Events cut at the largest amount that can be held, since the last call. */
    public long takeSaturated() {
        return incidents.history.takeSaturated();
    }

    private void settle(int v, int operator, int block, int year) {
        owe(v, operator, block, year);
        cover.fill(divided, variants[v], v, operator, block, year, settled);
        ownTerms.settle(divided, variants[v], operator, block, year, settled);
    }

    private void owe(int v, int operator, int block, int year) {
        divided = learning.divide(v, incidents.rows);
        damages.fill(divided, variants[v], v, operator, block, year, settled);
    }

    /** Replays the years before one, so that it is known who has learnt what when its trials are looked at again. */
    private void replay(int block, int year) {
        if (!learning.any()) {
            return;
        }
        if (learning.isPast(block, year)) {
            learning.startBlock(block, 0, world.operationCount());
            learning.nextYear();
        }
        while (learning.year() < year) {
            incidents.startYear(block, learning.year(), learning.lessons, null);
            for (int operator = 0; operator < world.operators.operatorCount(); operator++) {
                if (incidents.regenerate(operator, block, learning.year(), -1, null)) {
                    learn(operator, block);
                }
            }
            learning.nextYear();
        }
    }

    private void learn(int operator, int block) {
        for (int v = 0; v < variants.length; v++) {
            if (learning.lessons[v] != null) {
                owe(v, operator, block, learning.year());
                learning.learn(v, operator, settled);
            }
        }
    }

    /** Largest events: a stated event counts with its sum over all operations struck. */
    private void raiseEvents(int v, int year, LossColumns columns) {
        if (!world.events.inYear[year - 1]) {
            return;
        }
        MeasureColumns measures = variants[v].measures;
        for (int event = 0; event < world.events.count(); event++) {
            for (int m = 0; m < MeasureColumns.MEASURES; m++) {
                if (world.events.year[event] == year && measures.owns(m) && measures.max[m] != MeasureColumns.NONE) {
                    LossColumns.raise(columns.column(v, year, measures.max[m]), columns.event(v, event, m));
                }
            }
        }
    }

    /**
     * Hands the incidents of some trials back for settlement trial by trial and takes them out of the totals.
     *
     * @param wanted trials of the block
     * @param totals null when the incidents are only looked at
     */
    void handBack(int v, int block, int year, boolean[] wanted, TrialIncidents into, @Nullable OperationTotals totals) {
        into.clear();
        startYear(block, year);
        for (int operator = 0; operator < world.operators.operatorCount(); operator++) {
            if (incidents.regenerate(operator, block, year, v, wanted)) {
                settle(v, operator, block, year);
                if (totals != null) {
                    accumulation.takeOut(settled, variants[v], v, operator, totals);
                }
                collect(v, operator, block, year, into);
            }
        }
        into.sort();
    }

    /**
     * Hands the incidents of one operator in some trials back, and takes what payers bear of them out of columns and totals;
     * the year must be at hand.
     */
    void handBack(
            int v,
            int operator,
            int block,
            int year,
            boolean[] wanted,
            TrialIncidents into,
            LossColumns columns,
            OperationTotals totals) {
        if (incidents.regenerate(operator, block, year, v, wanted)) {
            settle(v, operator, block, year);
            accumulation.takeOut(settled, variants[v], v, operator, year, columns, totals);
            collect(v, operator, block, year, into);
        }
    }

    /**
     * Settles all operators of a block's year under one variant by their own terms alone and hands their incidents over,
     * sorted by trial and operation.
     *
     * @return whether that is all: false, and nothing is done, where anything couples operators or operations learn
     */
    boolean settleOwn(int v, int block, int year, TrialIncidents into) {
        CompiledVariant variant = variants[v];
        boolean coupled = variant.layers.hasPool() || variant.fund != null || variant.market != null;
        coupled |= world.events.inYear[year - 1];
        if (coupled || learning.any() || world.spread.active || world.providers.active()) {
            return false;
        }
        boolean[] payers = new boolean[Settled.PAYERS];
        for (int layer = 0; layer < variant.layers.count; layer++) {
            payers[variant.layers.payer[layer]] = true;
        }
        into.clear();
        startYear(block, year);
        for (int operator = 0; operator < world.operators.operatorCount(); operator++) {
            if (incidents.regenerate(operator, block, year, v, null)) {
                settle(v, operator, block, year);
                int first = world.operators.firstOperation[operator];
                int operation = 0;
                for (int j = 0; j < settled.size; j++) {
                    while (j >= settled.operationEnd[operation]) {
                        operation++;
                    }
                    into.appendSettled(first + operation, operator, settled, j, payers);
                }
            }
        }
        into.sortBySlot();
        return true;
    }

    /** The pools of a block. */
    PoolSettlement pools() {
        return pool;
    }

    /** Makes a year of a block ready to be looked at again: who has learnt before it, what spreads, what providers bring down. */
    void startYear(int block, int year) {
        replay(block, year);
        incidents.startYear(block, year, learning.lessons, atHand);
    }

    /** Hands the incidents of one operator in the first year back to be looked at; that year must have been started. */
    void lookAt(int v, int block, int operator, boolean[] wanted, TrialIncidents into) {
        into.clear();
        if (incidents.regenerate(operator, block, 1, v, wanted)) {
            settle(v, operator, block, 1);
            collect(v, operator, block, 1, into);
        }
        into.sort();
    }

    /** The moment of a claim on a pool; see {@link PoolClaims#arrival}. */
    long timeCell(int cluster, int arrival) {
        return marks.timeCell(cluster, arrival);
    }

    private void collect(int v, int operator, int block, int year, TrialIncidents into) {
        boolean excludes = variants[v].exclusions != null;
        boolean waits = variants[v].layers(year).waits();
        int first = world.operators.firstOperation[operator];
        int operation = 0;
        int events = 0;
        for (int j = 0; j < settled.size; j++) {
            while (j >= settled.operationEnd[operation]) {
                operation++;
            }
            boolean shared = events < settled.eventRows && settled.eventRow[events] == j;
            int event = shared ? settled.event[events++] : -1;
            if (into.gate != null && into.gate.gone(operator, settled.slot[j])) {
                continue;
            }
            long time = order.timeCell(divided, settled.row[j], block, year);
            int segment = IncidentMarks.segmentOf(divided, settled.row[j]);
            int pair = marks.pairOf(divided, segment, settled.row[j]);
            into.append(settled.slot[j], first + operation, operator, event, pair, time, settled, j);
            into.markCounted(j < settled.countedEnd[operation]);
            into.markOrigin(marks.stateBacked(divided, segment, settled.row[j], block, year));
            if (excludes) {
                into.markExcluded(settled.excluded[j]);
            }
            if (waits) {
                into.markDuration(settled.lasted[j], settled.start[j]);
            }
        }
    }
}
