package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.AuditColumns;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.MeasureColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.history.Arrivals;
import org.duecare.history.AttemptHistory;
import org.duecare.history.Incidents;
import org.duecare.history.Origins;
import org.duecare.history.SpreadHistory;
import org.duecare.history.TiltedAttempts;
import org.duecare.random.DrawAddress;
import org.duecare.random.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * One worker's settlement of blocks: {@link #ownTerms} over a slice of operators, then {@link #finish} over the pool once
 * all slices of the block are merged. Holds all scratch; allocates nothing once its arrays have grown to the portfolio.
 */
public final class BlockSettlement {
    private static final int BLOCK = CompiledWorld.BLOCK;
    private static final int NOISE_OF_EVENTS = 1;
    private static final int NOISE_OF_YEARS = 2;

    private final CompiledWorld world;
    private final CompiledVariant[] variants;
    private final AttemptHistory history;
    private final Incidents incidents = new Incidents();
    private final Settled settled = new Settled();
    private final @Nullable SpreadHistory spread;
    private final Arrivals arrivals;
    private final ClusterSums clusters;
    private final @Nullable ProviderHits providers;
    private final Damages damages;
    private final CanonicalOrder order;
    private final OwnTerms ownTerms;
    private final Accumulation accumulation;
    private final PoolSettlement pool;
    private final Sanctions sanctions;
    private final Origins origins;
    private final CoverMarks marks;
    private final long[] words = new long[BLOCK];
    private final boolean[] firstTrials = new boolean[BLOCK];
    private final int noise;
    private final @Nullable Lessons[] lessons;
    private final @Nullable Lessons[] replayed;
    private Incidents divided = incidents;
    private final int[] replayedBlock;
    private final int[] replayedYear;

    /** A worker for one world and its variants. */
    public BlockSettlement(CompiledWorld world, CompiledVariant[] variants) {
        this.world = world;
        this.variants = variants;
        this.history = new AttemptHistory(world);
        this.spread = world.spread.active ? new SpreadHistory(world, variants, history) : null;
        this.arrivals = spread == null ? new Arrivals(0, 0) : spread.arrivals();
        this.clusters = new ClusterSums(variants);
        this.providers = world.providers.active() ? new ProviderHits(world, variants, history.draws()) : null;
        this.damages = new Damages(world, history.draws(), arrivals, providers);
        this.order = new CanonicalOrder(world, history.draws(), arrivals, providers);
        this.ownTerms = new OwnTerms(world, order);
        this.accumulation = new Accumulation(world, variants, clusters);
        this.pool = new PoolSettlement(world, variants, this);
        this.sanctions = new Sanctions(world, history.draws());
        this.origins = new Origins(world, history.draws(), arrivals);
        this.marks = new CoverMarks(world, origins, providers);
        int needed = 0;
        for (CompiledVariant variant : variants) {
            needed |= noiseOf(variant);
        }
        this.noise = needed;
        this.lessons = new Lessons[variants.length];
        this.replayed = new Lessons[variants.length];
        this.replayedYear = new int[variants.length];
        this.replayedBlock = new int[variants.length];
        Arrays.fill(replayedBlock, -1);
        for (int v = 0; v < variants.length; v++) {
            lessons[v] = Lessons.of(variants[v], world.years);
            replayed[v] = Lessons.of(variants[v], world.years);
        }
    }

    /** Secondary incidents of the block and year at hand. */
    Arrivals arrivals() {
        return arrivals;
    }

    /** Events of providers of the block and year at hand; null without providers. */
    @Nullable
    ProviderHits providers() {
        return providers;
    }

    private static int noiseOf(CompiledVariant variant) {
        if (variant.rule != CompiledVariant.RULE_NEGLIGENCE) {
            return 0;
        }
        boolean noisy = isNoisy(variant.phases);
        if (variant.hardening != null) {
            noisy |= isNoisy(variant.hardening.phases);
        }
        return !noisy ? 0 : variant.yearlyNoise ? NOISE_OF_YEARS : NOISE_OF_EVENTS;
    }

    private static boolean isNoisy(PostureColumns[] phases) {
        for (PostureColumns phase : phases) {
            for (long from : phase.liableFrom) {
                if (from > 0 && from < DrawAddress.CELLS) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Settles the own terms of a slice of operators over all years of a block and adds them to columns and totals.
     *
     * @param trials number of trials of the block that count
     */
    public void ownTerms(
            int block, int fromOperator, int toOperator, int trials, LossColumns into, OperationTotals totals) {
        boolean[] wanted = null;
        if (trials < BLOCK) {
            Arrays.fill(firstTrials, false);
            Arrays.fill(firstTrials, 0, trials, true);
            wanted = firstTrials;
        }
        int[] operations = world.operators.firstOperation;
        startLessons(operations[fromOperator], operations[toOperator]);
        for (int year = 1; year <= world.years; year++) {
            startYear(block, year);
            nextLessons();
            clusters.start(year, arrivals, providers);
            accumulation.startYear(year);
            for (int operator = fromOperator; operator < toOperator; operator++) {
                settleOperator(operator, block, year, wanted, into, totals);
            }
            sanction(block, year, fromOperator, toOperator, trials, into, totals);
            if (clusters.any()) {
                clusters.finish(year, into);
            }
        }
    }

    private void sanction(
            int block,
            int year,
            int fromOperator,
            int toOperator,
            int trials,
            LossColumns into,
            OperationTotals totals) {
        int measure = Measure.SANCTIONS.ordinal();
        for (int v = 0; v < variants.length; v++) {
            AuditColumns audits = variants[v].phase(year).audits;
            if (audits != null && variants[v].measures.owns(measure)) {
                long[] column = into.column(v, year, variants[v].measures.sum[measure]);
                long[] ofOperation = totals.money(v, measure);
                sanctions.add(audits, fromOperator, toOperator, block, year, trials, column, ofOperation);
            }
        }
    }

    private void startLessons(int fromOperation, int toOperation) {
        for (Lessons learnt : lessons) {
            if (learnt != null) {
                learnt.startBlock(fromOperation, toOperation);
            }
        }
    }

    private void nextLessons() {
        for (Lessons learnt : lessons) {
            if (learnt != null) {
                learnt.nextYear();
            }
        }
    }

    /** A method of its own: called often, it is compiled as a whole and not as the inside of a long loop. */
    private void settleOperator(
            int operator, int block, int year, boolean @Nullable [] wanted, LossColumns into, OperationTotals totals) {
        if (!regenerate(operator, block, year, -1, wanted)) {
            return;
        }
        TiltedAttempts tilted = history.tilted();
        if (tilted != null) {
            tilted.mark(incidents, into.logs());
        }
        for (int v = 0; v < variants.length; v++) {
            settle(v, lessons[v], operator, block, year);
            accumulation.add(settled, variants[v], v, operator, year, into, totals);
        }
    }

    /**
     * Settles what couples operations, year after year: stated events, pools, the fund; then checks that harm equals the
     * sum over payers in every trial.
     */
    public void finish(int block, int trials, LossColumns columns, OperationTotals totals) {
        TiltedAttempts tilted = history.tilted();
        if (tilted != null) {
            tilted.weigh(block, world.years, columns.logs());
        }
        for (int year = 1; year <= world.years; year++) {
            for (int v = 0; v < variants.length; v++) {
                raiseEvents(v, year, columns);
                pool.settle(v, block, year, trials, columns, totals);
                Conservation.check(variants[v], v, block, year, trials, columns, words);
            }
        }
    }

    /** Events cut at the largest amount that can be held, since the last call. */
    public long takeSaturated() {
        return history.takeSaturated();
    }

    /** Regenerates the attempts of an operator that succeed in one variant, or in any; false when there are none. */
    private boolean regenerate(int operator, int block, int year, int variant, boolean @Nullable [] wanted) {
        incidents.clear();
        for (int operation = world.operators.firstOperation[operator];
                operation < world.operators.firstOperation[operator + 1];
                operation++) {
            for (int pair = world.pairs.first[operation]; pair < world.pairs.first[operation + 1]; pair++) {
                long below = variant < 0 ? successBelowInAny(pair, year) : successBelow(variant, pair, year);
                boolean certain = below == DrawAddress.CELLS && certain(pair, year);
                history.append(pair, block, year, below, certain, wanted, (noise & NOISE_OF_EVENTS) != 0, incidents);
                incidents.closeSegment(operation, pair, below);
            }
            if (arrivals.size > 0) {
                appendArrivals(operation, variant, wanted);
            }
            if (providers != null) {
                providers.append(operation, block, year, variant < 0 ? -1L : 1L << variant, wanted, incidents);
            }
            if (world.events.inYear[year - 1]) {
                appendEvents(operation, block, year, wanted);
            }
            if ((noise & NOISE_OF_YEARS) != 0) {
                yearNoise(operation, block, year);
            }
        }
        return incidents.size > 0;
    }

    private long successBelow(int variant, int pair, int year) {
        return variants[variant].phase(year).successBelow[pair];
    }

    private long successBelowInAny(int pair, int year) {
        long below = 0;
        for (int v = 0; v < variants.length; v++) {
            below = Math.max(below, successBelow(v, pair, year));
        }
        return below;
    }

    private boolean certain(int pair, int year) {
        long least = DrawAddress.CELLS;
        for (CompiledVariant variant : variants) {
            least = Math.min(least, leastOf(variant.phase(year), pair));
            least = Math.min(least, leastOf(variant.phase(year, true), pair));
        }
        return least == DrawAddress.CELLS;
    }

    private static long leastOf(PostureColumns phase, int pair) {
        return Math.min(phase.successBelow[pair], phase.careSuccessBelow[pair]);
    }

    void startYear(int block, int year) {
        if (spread != null) {
            spread.prepare(block, year);
        }
        history.startYear(block, year);
        if (providers != null) {
            providers.events.prepare(block, year);
        }
    }

    private void appendArrivals(int operation, int variant, boolean @Nullable [] wanted) {
        long alive = variant < 0 ? -1L : 1L << variant;
        for (int pair = world.pairs.first[operation]; pair < world.pairs.first[operation + 1]; pair++) {
            if (arrivals.firstOfPair[pair + 1] > arrivals.firstOfPair[pair]) {
                history.append(pair, arrivals, alive, wanted, incidents);
                incidents.closeSegment(operation, pair, DrawAddress.CELLS, true);
            }
        }
    }

    private void appendEvents(int operation, int block, int year, boolean @Nullable [] wanted) {
        for (int event : world.events.ofOperation[operation]) {
            if (world.events.year[event] == year) {
                incidents.reserve(BLOCK);
                history.draws()
                        .fill(
                                world.events.key0[event],
                                world.events.key1[event],
                                block,
                                year,
                                StreamId.FINDING.number(),
                                0,
                                BLOCK,
                                words);
                for (int slot = 0; slot < BLOCK; slot++) {
                    if (wanted == null || wanted[slot]) {
                        int row = incidents.size++;
                        incidents.slot[row] = slot;
                        incidents.index[row] = event;
                        incidents.success[row] = 0;
                        incidents.ownLoss[row] = world.events.ownLoss[event];
                        incidents.harm[row] = world.events.harm[event];
                        incidents.finding[row] = words[slot] >>> 11;
                    }
                }
            }
        }
        incidents.closeSegment(operation, Incidents.STATED, DrawAddress.CELLS);
    }

    private void yearNoise(int operation, int block, int year) {
        int from = firstRowOf(operation);
        if (from == incidents.size) {
            return;
        }
        history.draws()
                .fill(
                        world.operators.key0[operation],
                        world.operators.key1[operation],
                        block,
                        year,
                        StreamId.FINDING.number(),
                        0,
                        BLOCK,
                        words);
        for (int row = from; row < incidents.size; row++) {
            incidents.yearFinding[row] = words[incidents.slot[row]] >>> 11;
        }
    }

    private int firstRowOf(int operation) {
        int segment = incidents.segments;
        while (segment > 0 && incidents.segmentOperation[segment - 1] == operation) {
            segment--;
        }
        return segment == 0 ? 0 : incidents.segmentEnd[segment - 1];
    }

    private void settle(int v, @Nullable Lessons learnt, int operator, int block, int year) {
        divided = learnt == null ? incidents : learnt.divide(incidents, year);
        damages.fill(divided, variants[v], v, operator, block, year, settled);
        marks.fill(divided, variants[v], v, operator, block, year, settled);
        ownTerms.settle(divided, variants[v], operator, block, year, settled);
    }

    /** Replays the years before one, so that it is known who has learnt what when its trials are looked at again. */
    private void replay(int v, int block, int year) {
        Lessons learnt = replayed[v];
        if (learnt == null) {
            return;
        }
        if (block != replayedBlock[v] || year < replayedYear[v]) {
            learnt.startBlock(0, world.operationCount());
            learnt.nextYear();
            replayedBlock[v] = block;
            replayedYear[v] = 1;
        }
        while (replayedYear[v] < year) {
            startYear(block, replayedYear[v]);
            for (int operator = 0; operator < world.operators.operatorCount(); operator++) {
                if (regenerate(operator, block, replayedYear[v], v, null)) {
                    learnt.divide(incidents, replayedYear[v]);
                }
            }
            learnt.nextYear();
            replayedYear[v]++;
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
        replay(v, block, year);
        startYear(block, year);
        for (int operator = 0; operator < world.operators.operatorCount(); operator++) {
            if (regenerate(operator, block, year, v, wanted)) {
                settle(v, replayed[v], operator, block, year);
                if (totals != null) {
                    accumulation.takeOut(settled, variants[v], v, operator, totals);
                }
                collect(v, operator, block, year, into);
            }
        }
        into.sort();
    }

    /** Hands the incidents of one operator in the first year back to be looked at; that year must have been started. */
    void lookAt(int v, int block, int operator, boolean[] wanted, TrialIncidents into) {
        into.clear();
        if (regenerate(operator, block, 1, v, wanted)) {
            settle(v, null, operator, block, 1);
            collect(v, operator, block, 1, into);
        }
        into.sort();
    }

    private void collect(int v, int operator, int block, int year, TrialIncidents into) {
        boolean excludes = variants[v].exclusions != null;
        boolean waits = variants[v].layers(year).waits();
        int first = world.operators.firstOperation[operator];
        boolean events = world.events.inYear[year - 1] || arrivals.clusters > 0 || providers != null;
        int operation = 0;
        for (int j = 0; j < settled.size; j++) {
            while (j >= settled.operationEnd[operation]) {
                operation++;
            }
            long time = order.timeCell(divided, settled.row[j], block, year);
            int event = events ? settled.event[j] : -1;
            int pair = CanonicalOrder.pairOf(divided, settled.row[j]);
            into.append(settled.slot[j], first + operation, operator, event, pair, time, settled, j);
            int segment = CanonicalOrder.segmentOf(divided, settled.row[j]);
            into.markOrigin(origins.stateBacked(divided, segment, settled.row[j], block, year));
            if (excludes) {
                into.markExcluded(settled.excluded[j]);
            }
            if (waits) {
                into.markDuration(settled.lasted[j], settled.start[j]);
            }
        }
    }
}
