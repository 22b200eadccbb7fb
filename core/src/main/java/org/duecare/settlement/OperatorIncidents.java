package org.duecare.settlement;

import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.PostureColumns;
import org.duecare.history.Arrivals;
import org.duecare.history.AttemptHistory;
import org.duecare.history.Incidents;
import org.duecare.history.Lessons;
import org.duecare.history.SpreadHistory;
import org.duecare.history.SpreadThresholds;
import org.duecare.random.DrawAddress;
import org.duecare.random.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what happens to one operator in one block and year, from its addresses: own attempts, what arrives from
 * other operations, hits by the events of providers, stated events. The same rows for all variants; one for each worker.
 */
final class OperatorIncidents {
    private static final int BLOCK = CompiledWorld.BLOCK;
    private static final int NOISE_OF_EVENTS = 1;
    private static final int NOISE_OF_YEARS = 2;

    private final CompiledWorld world;
    private final CompiledVariant[] variants;
    private final long[] words = new long[BLOCK];
    private final int noise;

    /** Variants in which who let a secondary incident out answers for it, a bit each. */
    private final long answering;

    private final @Nullable SpreadHistory spread;

    /** Own attempts. */
    final AttemptHistory history;

    /** Secondary incidents of the block and year at hand. */
    final Arrivals arrivals;

    /** Events of providers of the block and year at hand; null without providers. */
    final @Nullable ProviderHits providers;

    /** The incidents of the operator regenerated last. */
    final Incidents rows = new Incidents();

    OperatorIncidents(CompiledWorld world, CompiledVariant[] variants) {
        this.world = world;
        this.variants = variants;
        this.history = new AttemptHistory(world);
        this.spread = world.spread.active ? new SpreadHistory(world, variants, history) : null;
        this.arrivals = spread == null ? new Arrivals(0, 0) : spread.arrivals();
        this.providers = world.providers.active() ? new ProviderHits(world, variants, history.draws()) : null;
        int needed = 0;
        long answers = 0;
        for (int v = 0; v < variants.length; v++) {
            needed |= noiseOf(variants[v]);
            answers |= variants[v].sourceAnswers ? 1L << v : 0;
        }
        this.answering = answers;
        this.noise = needed;
    }

    /** What secondary attempts have to pass; null where nothing spreads. */
    @Nullable
    SpreadThresholds thresholds() {
        return spread == null ? null : spread.thresholds();
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

    /** Regenerates the attempts of an operator that succeed in one variant, or in any; false when there are none. */
    boolean regenerate(int operator, int block, int year, int variant, boolean @Nullable [] wanted) {
        rows.clear();
        for (int operation = world.operators.firstOperation[operator];
                operation < world.operators.firstOperation[operator + 1];
                operation++) {
            for (int pair = world.pairs.first[operation]; pair < world.pairs.first[operation + 1]; pair++) {
                long below = variant < 0 ? successBelowInAny(pair, year) : successBelow(variant, pair, year);
                boolean certain = variant < 0 && below == DrawAddress.CELLS && certain(pair, year);
                history.append(pair, block, year, below, certain, wanted, (noise & NOISE_OF_EVENTS) != 0, rows);
                rows.closeSegment(operation, pair, below);
            }
            if (arrivals.size > 0) {
                appendArrivals(operation, variant, wanted);
            }
            if (providers != null) {
                long alive = variant < 0 ? -1L : 1L << variant;
                providers.append(operation, block, year, alive, wanted, (noise & NOISE_OF_EVENTS) != 0, rows);
            }
            if (world.events.inYear[year - 1]) {
                appendEvents(operation, block, year, wanted);
            }
            if (providers != null) {
                providers.recourse.append(operation, variant < 0 ? -1L : 1L << variant, wanted, rows);
            }
            if (arrivals.size > 0 && answering != 0) {
                appendReleased(operation, variant, wanted);
            }
            if ((noise & NOISE_OF_YEARS) != 0) {
                yearNoise(operation, block, year);
            }
        }
        return rows.size > 0;
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

    /**
     * Draws what couples operations in a block and year, given who has learnt before it under each variant.
     *
     * @param wanted trials of the block that are wanted; null for all
     */
    void startYear(int block, int year, @Nullable Lessons[] learnt, boolean @Nullable [] wanted) {
        if (spread != null) {
            spread.prepare(block, year, learnt, wanted);
        }
        history.startYear(block, year);
        if (providers != null) {
            providers.startYear(block, year, learnt);
        }
    }

    private void appendArrivals(int operation, int variant, boolean @Nullable [] wanted) {
        long alive = variant < 0 ? -1L : 1L << variant;
        for (int pair = world.pairs.first[operation]; pair < world.pairs.first[operation + 1]; pair++) {
            if (arrivals.firstOfPair[pair + 1] > arrivals.firstOfPair[pair]) {
                history.append(pair, arrivals, alive, wanted, rows);
                rows.closeSegment(operation, pair, DrawAddress.CELLS, true);
            }
        }
    }

    private void appendReleased(int operation, int variant, boolean @Nullable [] wanted) {
        long alive = variant < 0 ? answering : answering & 1L << variant;
        for (int pair = world.pairs.first[operation]; pair < world.pairs.first[operation + 1]; pair++) {
            if (alive != 0 && arrivals.firstOfSource[pair + 1] > arrivals.firstOfSource[pair]) {
                history.released(pair, arrivals, alive, wanted, rows);
            }
        }
        rows.closeSegment(operation, Incidents.RELEASED, DrawAddress.CELLS);
    }

    private void appendEvents(int operation, int block, int year, boolean @Nullable [] wanted) {
        int[] struckBy = world.events.ofOperation[operation];
        for (int k = 0; k < struckBy.length; k++) {
            int event = struckBy[k];
            if (world.events.year[event] == year) {
                rows.reserve(BLOCK);
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
                        int row = rows.size++;
                        rows.slot[row] = slot;
                        rows.index[row] = event;
                        rows.success[row] = 0;
                        rows.ownLoss[row] = world.events.ownLoss[operation][k];
                        rows.harm[row] = world.events.harm[operation][k];
                        rows.finding[row] = words[slot] >>> 11;
                    }
                }
            }
        }
        rows.closeSegment(operation, Incidents.STATED, DrawAddress.CELLS);
    }

    private void yearNoise(int operation, int block, int year) {
        int from = firstRowOf(operation);
        if (from == rows.size) {
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
        for (int row = from; row < rows.size; row++) {
            rows.yearFinding[row] = words[rows.slot[row]] >>> 11;
        }
    }

    private int firstRowOf(int operation) {
        int segment = rows.segments;
        while (segment > 0 && rows.segmentOperation[segment - 1] == operation) {
            segment--;
        }
        return segment == 0 ? 0 : rows.segmentEnd[segment - 1];
    }
}
