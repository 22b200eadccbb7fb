package org.duecare.history;

import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.PairColumns;
import org.duecare.random.StreamId;

/**
 * Where attempts come from. The mark has a stream of its own, so that it moves nothing else; exclusions of insurers and the
 * table of incidents read it, a finding never does.
 */
public final class Origins {
    private final CompiledWorld world;
    private final Draws draws;
    private final Arrivals arrivals;

    /** Origins of one world. */
    public Origins(CompiledWorld world, Draws draws, Arrivals arrivals) {
        this.world = world;
        this.draws = draws;
        this.arrivals = arrivals;
    }

    /**
     * Whether a state stands behind an attempt; never behind a stated event or the event of a provider. A secondary attempt has a mark of its own.
     *
     * @param segment the one that the row lies in
     */
    public boolean stateBacked(Incidents all, int segment, int row, int block, int year) {
        int pair = all.segmentPair[segment];
        if (pair < 0) {
            return false;
        }
        return below(all, segment, row, block, year, world.threats.stateBackedBelow[world.pairs.threat[pair]]);
    }

    /**
     * Whether the cell of the mark of origin of an attempt lies below another bound.
     *
     * @param segment the one that the row lies in, of attempts
     */
    public boolean below(Incidents all, int segment, int row, int block, int year, long below) {
        if (below == 0) {
            return false;
        }
        PairColumns pairs = world.pairs;
        int pair = all.segmentPair[segment];
        int index = all.index[row];
        int stream = StreamId.ORIGIN.number();
        long word = all.segmentArrived[segment]
                ? draws.word(arrivals.key0[index], arrivals.key1[index], 0, 0, stream, 0)
                : draws.word(pairs.key0[pair], pairs.key1[pair], block, year, stream, index);
        return word >>> 11 < below;
    }
}
