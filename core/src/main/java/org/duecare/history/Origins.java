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

    /** Origins of one world. */
    public Origins(CompiledWorld world, Draws draws) {
        this.world = world;
        this.draws = draws;
    }

    /**
     * Whether a state stands behind an attempt; never behind a stated event.
     *
     * @param pair operation and threat; {@link Incidents#STATED} for a stated event
     * @param index of the attempt among those of its pair, block and year
     */
    public boolean stateBacked(int pair, int block, int year, int index) {
        if (pair == Incidents.STATED) {
            return false;
        }
        PairColumns pairs = world.pairs;
        long below = world.threats.stateBackedBelow[pairs.threat[pair]];
        return below > 0
                && draws.word(pairs.key0[pair], pairs.key1[pair], block, year, StreamId.ORIGIN.number(), index) >>> 11
                        < below;
    }
}
