package org.duecare.settlement;

import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.PairColumns;
import org.duecare.history.Arrivals;
import org.duecare.history.Draws;
import org.duecare.history.Incidents;
import org.duecare.random.DrawAddress;
import org.duecare.random.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * The marks of single incidents: moment, claim, origin, the court's error on this incident alone, number of the event. An own
 * attempt has them at the address of its pair, block, year and index; what arrived from another operation at the address of
 * the secondary attempt; a stated event at that of operation, event and trial; the hit of a provider's event at that of
 * operation, root and number of the event. Where an incident comes from is told apart here and in {@link OutsideDamages}.
 */
final class IncidentMarks {
    private final CompiledWorld world;
    private final Draws draws;
    private final Arrivals arrivals;
    private final @Nullable ProviderHits providers;

    IncidentMarks(CompiledWorld world, Draws draws, Arrivals arrivals, @Nullable ProviderHits providers) {
        this.world = world;
        this.draws = draws;
        this.arrivals = arrivals;
        this.providers = providers;
    }

    /** The pair of a row of a segment: that of the operation struck where another one answers. */
    int pairOf(Incidents all, int segment, int row) {
        int pair = all.segmentPair[segment];
        return pair == Incidents.RELEASED ? arrivals.pair[all.index[row]] : pair;
    }

    /** Whether the rows of a segment are incidents at one operation that came from another one. */
    static boolean cameFromOthers(Incidents all, int segment) {
        return all.segmentArrived[segment] || all.segmentPair[segment] == Incidents.RELEASED;
    }

    /** The segment of a row, by search. */
    static int segmentOf(Incidents all, int row) {
        int low = 0;
        int high = all.segments - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.segmentEnd[middle] > row) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The moment of a row within its year as a lattice cell. */
    long timeCell(Incidents all, int row, int block, int year) {
        int segment = segmentOf(all, row);
        int pair = all.segmentPair[segment];
        int index = all.index[row];
        if (pair == Incidents.STATED) {
            return world.events.timeCell[index];
        }
        if (cameFromOthers(all, segment)) {
            return arrivals.timeCell(index);
        }
        return pair < 0 && providers != null
                ? providers.events.timeCell[index]
                : cell(all, segment, row, block, year, StreamId.TIME);
    }

    /**
     * The moment of an incident of a cluster, or of an event of a provider behind all clusters.
     *
     * @param arrival row of the arrivals; -1 for the attempt that the cluster goes back to
     */
    long timeCell(int cluster, int arrival) {
        if (cluster >= arrivals.clusters && providers != null) {
            return providers.events.timeCell[cluster - arrivals.clusters];
        }
        return arrival >= 0 ? arrivals.timeCell(arrival) : arrivals.rootTime[cluster];
    }

    /** Cell of a mark of the incident of a row, the operation's own also where others suffer the same event. */
    long cell(Incidents all, int segment, int row, int block, int year, StreamId stream) {
        int pair = all.segmentPair[segment];
        int index = all.index[row];
        int number = stream.number();
        if (cameFromOthers(all, segment)) {
            return draws.word(arrivals.key0(index), arrivals.key1(index), 0, 0, number, 0) >>> 11;
        }
        if (pair >= 0) {
            PairColumns pairs = world.pairs;
            return draws.word(pairs.key0[pair], pairs.key1[pair], block, year, number, index) >>> 11;
        }
        int operation = all.segmentOperation[segment];
        if (pair != Incidents.STATED && providers != null) {
            return providers.word(operation, block, year, index, stream) >>> 11;
        }
        long key0 = DrawAddress.absorb0(world.operators.key0[operation], world.events.key0[index]);
        long key1 = DrawAddress.absorb1(world.operators.key1[operation], world.events.key1[index]);
        return draws.word(key0, key1, block, year, number, all.slot[row]) >>> 11;
    }

    /**
     * Whether a state stands behind an attempt; never behind a stated event or the event of a provider. The mark has a stream
     * of its own, so that it moves nothing else; exclusions of insurers and the table of incidents read it, a finding never
     * does.
     */
    boolean stateBacked(Incidents all, int segment, int row, int block, int year) {
        int pair = pairOf(all, segment, row);
        if (pair < 0) {
            return false;
        }
        long below = world.threats.stateBackedBelow[world.pairs.threat[pair]];
        return below > 0 && cell(all, segment, row, block, year, StreamId.ORIGIN) < below;
    }

    /** Numbers the events of settled rows of a segment: stated events first, then clusters, then events of providers. */
    void events(Incidents all, int segment, int start, int end, Settled out) {
        int pair = all.segmentPair[segment];
        int stated = world.events.count();
        if (pair == Incidents.STATED) {
            for (int j = start; j < end; j++) {
                out.mark(j, all.index[out.row[j]], -1);
            }
        } else if (cameFromOthers(all, segment)) {
            for (int j = start; j < end; j++) {
                int arrival = all.index[out.row[j]];
                out.mark(j, stated + arrivals.cluster(arrival), arrival);
            }
        } else if (pair < 0) {
            out.mark(start, end, all.index, stated + arrivals.clusters);
        } else {
            roots(all, pair, start, end, out);
        }
    }

    /** Marks the roots of clusters among the rows of a pair; both come in order of their index. */
    private void roots(Incidents all, int pair, int start, int end, Settled out) {
        if (arrivals.clusters == 0) {
            return;
        }
        int stated = world.events.count();
        int j = start;
        for (int cluster = arrivals.firstClusterOfPair[pair];
                cluster < arrivals.firstClusterOfPair[pair + 1] && j < end;
                cluster++) {
            int index = arrivals.rootIndex[cluster];
            j = firstFrom(all.index, out.row, index, j, end);
            if (j < end && all.index[out.row[j]] == index) {
                out.mark(j, stated + cluster, -1);
            }
        }
    }

    /**
     * The first row from a place on whose index is not below one. Rows lie about evenly among the indices, so a guess is a few
     * rows off.
     */
    private static int firstFrom(int[] indices, int[] row, int index, int from, int end) {
        int lowest = indices[row[from]];
        int highest = indices[row[end - 1]];
        if (index <= lowest) {
            return from;
        }
        if (index > highest) {
            return end;
        }
        int place = from + (int) ((long) (index - lowest) * (end - 1 - from) / (highest - lowest));
        while (indices[row[place]] < index) {
            place++;
        }
        while (place > from && indices[row[place - 1]] >= index) {
            place--;
        }
        return place;
    }
}
