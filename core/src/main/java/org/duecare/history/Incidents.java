package org.duecare.history;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one operator in one block and year that succeed in at least one variant, as columns. Rows are in order
 * of operation, threat key, index; {@link #segmentEnd} closes the rows of each pair. Grows when it must, which happens a
 * few times in a worker's life; reused for the next operator.
 */
public final class Incidents {
    private static final int INITIAL = 4096;

    /** Row of a stated event has this pair. */
    public static final int STATED = -1;

    /** Harm of dependants that falls back on the operation that a provider is: a segment of this pair, behind its own incidents. */
    public static final int RECOURSE = -2;

    /**
     * Harm of incidents at other operations for which the operation that they came from answers: a segment of this pair, whose
     * index is a row of the arrivals. The last ones of an operation; they are no incidents of its own.
     */
    public static final int RELEASED = -3;

    private static final int HITS = -4;

    /** Whether the rows of a segment of a pair are harm that others suffer, and no incidents of the operation's own. */
    public static boolean isOfOthers(int segmentPair) {
        return segmentPair == RECOURSE || segmentPair == RELEASED;
    }

    /** Pair of the segment of hits by the events of one root of the operation's set of providers. */
    public static int hitsOf(int root) {
        return HITS - root;
    }

    /** The root of a segment of hits; negative for other segments. */
    public static int rootOf(int segmentPair) {
        return HITS - segmentPair;
    }

    /** Number of rows. */
    public int size;

    /** Trial within the block. */
    public int[] slot = new int[INITIAL];

    /** Index of the attempt among those of its pair, block and year; number of the event for a stated event; row of the
     * arrivals for what arrived from others. */
    public int[] index = new int[INITIAL];

    /** Cell of the success mark. */
    public long[] success = new long[INITIAL];

    /** Own loss at size factor 1, minor units. */
    public long[] ownLoss = new long[INITIAL];

    /** Harm at size factor 1, before the cap by potential harm, minor units. */
    public long[] harm = new long[INITIAL];

    /** Cell of the finding mark of the event; filled only when a variant reads it. */
    public long[] finding = new long[INITIAL];

    /** Cell of the finding mark of the operation's year; filled only when a variant reads it. */
    public long[] yearFinding = new long[INITIAL];

    /** Number of segments. */
    public int segments;

    /** Pair of each segment; {@link #STATED} for stated events. */
    public int[] segmentPair = new int[64];

    /** Operation of each segment. */
    public int[] segmentOperation = new int[64];

    /** Whether the rows of a segment arrived from other operations; their index is a row of the arrivals. */
    public boolean[] segmentArrived = new boolean[64];

    /** Success threshold that the rows of each segment passed: the largest among the variants. */
    public long[] segmentBelow = new long[64];

    /** Whether the rows of each segment are those of trials in which the operation has learnt from an incident. */
    public boolean[] segmentHardened = new boolean[64];

    /** One past the last row of each segment. */
    public int[] segmentEnd = new int[64];

    /** Forgets all rows. */
    public void clear() {
        size = 0;
        segments = 0;
    }

    /** Makes room for more rows. */
    public void reserve(int more) {
        if (size + more > slot.length) {
            int length = Math.max(size + more, slot.length * 2);
            slot = Arrays.copyOf(slot, length);
            index = Arrays.copyOf(index, length);
            success = Arrays.copyOf(success, length);
            ownLoss = Arrays.copyOf(ownLoss, length);
            harm = Arrays.copyOf(harm, length);
            finding = Arrays.copyOf(finding, length);
            yearFinding = Arrays.copyOf(yearFinding, length);
        }
    }

    /** Drops the rows from one on that lie in other trials than those wanted, null for all. Success marks are not kept. */
    void retain(int from, boolean @Nullable [] wanted) {
        if (wanted == null) {
            return;
        }
        int kept = from;
        for (int row = from; row < size; row++) {
            slot[kept] = slot[row];
            index[kept] = index[row];
            ownLoss[kept] = ownLoss[row];
            harm[kept] = harm[row];
            finding[kept] = finding[row];
            kept += wanted[slot[row]] ? 1 : 0;
        }
        size = kept;
    }

    /** Appends a copy of a row of other incidents; room must be reserved. */
    public void take(Incidents other, int row) {
        slot[size] = other.slot[row];
        index[size] = other.index[row];
        success[size] = other.success[row];
        ownLoss[size] = other.ownLoss[row];
        harm[size] = other.harm[row];
        finding[size] = other.finding[row];
        yearFinding[size] = other.yearFinding[row];
        size++;
    }

    /** Ends the rows of a pair. */
    public void closeSegment(int operation, int pair, long below) {
        closeSegment(operation, pair, below, false);
    }

    /** Ends rows taken from a segment of other incidents, of trials in which the operation has or has not learnt. */
    public void closeLike(Incidents other, int segment, boolean hardened) {
        closeSegment(
                other.segmentOperation[segment],
                other.segmentPair[segment],
                other.segmentBelow[segment],
                other.segmentArrived[segment]);
        segmentHardened[segments - 1] = hardened;
    }

    /** Ends the rows of a pair that are its own attempts, or those that arrived. */
    public void closeSegment(int operation, int pair, long below, boolean arrived) {
        if (segments == segmentPair.length) {
            segmentPair = Arrays.copyOf(segmentPair, segments * 2);
            segmentOperation = Arrays.copyOf(segmentOperation, segments * 2);
            segmentEnd = Arrays.copyOf(segmentEnd, segments * 2);
            segmentBelow = Arrays.copyOf(segmentBelow, segments * 2);
            segmentHardened = Arrays.copyOf(segmentHardened, segments * 2);
            segmentArrived = Arrays.copyOf(segmentArrived, segments * 2);
        }
        segmentPair[segments] = pair;
        segmentOperation[segments] = operation;
        segmentEnd[segments] = size;
        segmentBelow[segments] = below;
        segmentHardened[segments] = false;
        segmentArrived[segments] = arrived;
        segments++;
    }
}
