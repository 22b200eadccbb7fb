package org.duecare.history;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.PairColumns;
import org.duecare.compiled.SpreadColumns;
import org.jspecify.annotations.Nullable;

/**
 * Keeps at hand what has spread in one block and year. Years are taken in their order within a block, since secondary
 * attempts fall into later years; a year that was left is expanded again from what was carried into it.
 */
public final class SpreadHistory {
    private final PairColumns pairs;
    private final SpreadColumns spread;
    private final CompiledVariant[] variants;
    private final AttemptHistory history;
    private final Cascade cascade;
    private final boolean[] trials = new boolean[CompiledWorld.BLOCK];
    private boolean allTrials;
    private int block = -1;
    private int year = -1;
    private int carriedInto;

    /** What spreads in one world under its variants; draws on the history of the same worker. */
    public SpreadHistory(CompiledWorld world, CompiledVariant[] variants, AttemptHistory history) {
        this.pairs = world.pairs;
        this.spread = world.spread;
        this.variants = variants;
        this.history = history;
        this.cascade = new Cascade(world, variants, history.draws());
    }

    /** What arrived in the block and year prepared last, over all variants and trials. */
    public Arrivals arrivals() {
        return cascade.arrivals();
    }

    /** What secondary attempts have to pass in the year prepared last. */
    public SpreadThresholds thresholds() {
        return cascade.thresholds();
    }

    /**
     * Expands a block and year, unless it is at hand.
     *
     * @param learnt who has learnt before the year under each variant; null where nobody learns. Where anybody does, the years
     *     of a block must be prepared one after the other
     * @param wanted trials of the block that are wanted; null for all
     */
    public void prepare(int ofBlock, int ofYear, @Nullable Lessons[] learnt, boolean @Nullable [] wanted) {
        if (ofBlock != block || !isOf(wanted)) {
            block = ofBlock;
            take(wanted);
            year = -1;
            carriedInto = 1;
            cascade.startBlock();
        }
        if (ofYear != year) {
            while (carriedInto < ofYear) {
                expand(carriedInto, learnt);
            }
            expand(ofYear, learnt);
        }
    }

    private boolean isOf(boolean @Nullable [] wanted) {
        return wanted == null ? allTrials : !allTrials && Arrays.equals(wanted, trials);
    }

    private void take(boolean @Nullable [] wanted) {
        allTrials = wanted == null;
        if (wanted != null) {
            System.arraycopy(wanted, 0, trials, 0, trials.length);
        }
    }

    private void expand(int ofYear, @Nullable Lessons[] learnt) {
        boolean first = ofYear == carriedInto;
        history.startYear(block, ofYear);
        cascade.startYear(ofYear, learnt, first);
        for (int pair = 0; pair < pairs.threat.length; pair++) {
            if (spread.groupOfPair[pair] != SpreadColumns.NO_GROUP) {
                long below = 0;
                for (CompiledVariant variant : variants) {
                    below = Math.max(below, variant.phase(ofYear).successBelow[pair]);
                }
                history.spread(pair, block, ofYear, below, allTrials ? null : trials, cascade);
            }
        }
        cascade.close();
        year = ofYear;
        carriedInto = first ? ofYear + 1 : carriedInto;
    }
}
