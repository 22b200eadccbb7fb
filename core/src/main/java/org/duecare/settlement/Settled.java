package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compensation.Payer;
import org.duecare.compiled.CompiledWorld;
import org.duecare.history.Incidents;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of one operator under one variant, as columns, with what each payer bears. Rows are grouped by operation:
 * {@link #operationEnd} closes the rows of each. Reused for every operator and variant.
 */
final class Settled {
    private static final int INITIAL = 4096;

    /** Payers as indices. */
    static final int PAYERS = Payer.values().length;

    /** Number of rows. */
    int size;

    /** Trial within the block. */
    int[] slot = new int[INITIAL];

    /** Row of the incident among those of all variants. */
    int[] row = new int[INITIAL];

    /** Number of rows that have an event that strikes several operations: few of them where few incidents spread. */
    int eventRows;

    /** These rows, ascending. */
    int[] eventRow = new int[INITIAL];

    /** The event of each of these rows: its number for a stated event, and behind those the numbers of the clusters. */
    int[] event = new int[INITIAL];

    /** Row of the arrivals of each of these rows where it arrived from another operation, -1 elsewhere. */
    int[] arrival = new int[INITIAL];

    /** Own loss, minor units. */
    long[] ownLoss = new long[INITIAL];

    /** Harm, minor units. */
    long[] harm = new long[INITIAL];

    /** Damages owed, minor units. */
    long[] damages = new long[INITIAL];

    /** 1 where the operator is liable. */
    int[] liable = new int[INITIAL];

    /** Damages not yet paid by the layers settled so far. */
    long[] residual = new long[INITIAL];

    /** What each payer bears, {@code [payer][row]}; only payers of the scheme are filled. */
    final long[][] paid = new long[PAYERS][INITIAL];

    /** Harm to victims abroad, part of the harm; filled only where {@link #split}. */
    long[] foreignHarm = {};

    /** Damages owed to victims abroad, part of the damages; filled only where {@link #split}. */
    long[] foreignDamages = {};

    /** What the fund does not admit of it. */
    long[] withheld = {};

    /** Whether harm and damages are split into home and abroad; elsewhere all victims are at home. */
    boolean split;

    /** Reinstatement premium that each incident sets off; filled only where the scheme prices reinstatements. */
    long[] reinstatement = {};

    /** 1 where insurers do not cover the incident; filled only where they exclude something. */
    int[] excluded = {};

    /** Duration in milliseconds, 0 for none; filled only where a layer has waiting hours. */
    long[] lasted = {};

    /** Milliseconds before the harm began; filled as {@link #lasted}. */
    long[] start = {};

    /** What each layer that is reported on its own pays, {@code [layer][row]}; empty for the others. */
    long[] @Nullable [] ofLayer = {};

    /** One past the last row of each operation of the operator. */
    int[] operationEnd = new int[16];

    /** One past the last row of each operation that is an incident of its own; it only answers for those behind. */
    int[] countedEnd = new int[16];

    private final boolean[] bound = new boolean[CompiledWorld.BLOCK];
    private boolean anyBound;
    private int[] slotSpace = slot;
    private int[] rowSpace = row;
    private long[] ownLossSpace = ownLoss;
    private long[] harmSpace = harm;
    private long[] damagesSpace = damages;
    private int[] liableSpace = liable;
    private int[] identity = {};
    private int[] ones = {};

    /** Makes room for the parts abroad. */
    void splitVictims() {
        split = true;
        if (foreignHarm.length < residual.length) {
            foreignHarm = new long[residual.length];
            foreignDamages = new long[residual.length];
            withheld = new long[residual.length];
        }
    }

    /** Empties the rows and makes room. */
    void start(int rows, int operations) {
        size = 0;
        eventRows = 0;
        split = false;
        if (anyBound) {
            Arrays.fill(bound, false);
            anyBound = false;
        }
        slot = slotSpace;
        row = rowSpace;
        ownLoss = ownLossSpace;
        harm = harmSpace;
        damages = damagesSpace;
        liable = liableSpace;
        if (operations > operationEnd.length) {
            operationEnd = new int[2 * operations];
            countedEnd = new int[2 * operations];
        }
        if (rows > residual.length) {
            grow(Math.max(rows, 2 * residual.length));
        }
    }

    /** Says that a row has an event that strikes several operations; rows come in their order. */
    void mark(int ofRow, int number, int fromArrival) {
        eventRow[eventRows] = ofRow;
        event[eventRows] = number;
        arrival[eventRows] = fromArrival;
        eventRows++;
    }

    /** The same of rows in a run, whose numbers are those of their incidents behind others. */
    void mark(int from, int end, int[] number, int before) {
        int shift = eventRows - from;
        for (int j = from; j < end; j++) {
            eventRow[shift + j] = j;
            event[shift + j] = before + number[row[j]];
        }
        Arrays.fill(arrival, eventRows, end + shift, -1);
        eventRows = end + shift;
    }

    /** One past the last place, from one on, of the event rows that come before a row. */
    int eventsBefore(int before, int from) {
        if (eventRows > from && eventRow[eventRows - 1] < before) {
            return eventRows;
        }
        int place = from;
        while (place < eventRows && eventRow[place] < before) {
            place++;
        }
        return place;
    }

    /** Says that an annual limit or the net assets bind what is paid in the trials of some rows. */
    void bind(int[] rows, int count) {
        anyBound |= count > 0;
        for (int i = 0; i < count; i++) {
            bound[slot[rows[i]]] = true;
        }
    }

    /** Whether an annual limit or the net assets bind what is paid in any trial. */
    boolean bindsAny() {
        return anyBound;
    }

    /** Whether an annual limit or the net assets bind what is paid in a trial. */
    boolean binds(int ofTrial) {
        return bound[ofTrial];
    }

    /** Makes room for reinstatement premiums, all 0. */
    void clearReinstatements() {
        if (reinstatement.length < residual.length) {
            reinstatement = new long[residual.length];
        }
        Arrays.fill(reinstatement, 0, size, 0);
    }

    /** Makes room for exclusions, none. */
    void clearExcluded() {
        if (excluded.length < residual.length) {
            excluded = new int[residual.length];
        }
        Arrays.fill(excluded, 0, size, 0);
    }

    /** Makes room for durations, all 0. */
    void clearDurations() {
        if (lasted.length < residual.length) {
            lasted = new long[residual.length];
            start = new long[residual.length];
        }
        Arrays.fill(lasted, 0, size, 0);
        Arrays.fill(start, 0, size, 0);
    }

    /** Keeps what a layer pays. */
    void keep(int layers, int layer, long[] pay) {
        if (ofLayer.length < layers) {
            ofLayer = new long[layers][];
        }
        if (ofLayer[layer] == null || ofLayer[layer].length < residual.length) {
            ofLayer[layer] = new long[residual.length];
        }
        System.arraycopy(pay, 0, ofLayer[layer], 0, size);
    }

    /** Takes over all incidents as they are, without copying: nobody may write to slot, own loss and harm from here on. */
    void view(Incidents all) {
        if (identity.length < all.slot.length) {
            identity = new int[all.slot.length];
            ones = new int[all.slot.length];
            for (int j = 0; j < identity.length; j++) {
                identity[j] = j;
            }
            Arrays.fill(ones, 1);
        }
        size = all.size;
        slot = all.slot;
        ownLoss = all.ownLoss;
        harm = all.harm;
        row = identity;
    }

    /** Whether the rows are those of the history itself. */
    boolean isView() {
        return row == identity;
    }

    /** All harm of the viewed incidents is owed. */
    void viewStrict() {
        damages = harm;
        liable = ones;
    }

    private void grow(int length) {
        slotSpace = new int[length];
        rowSpace = new int[length];
        eventRow = new int[length];
        event = new int[length];
        arrival = new int[length];
        ownLossSpace = new long[length];
        harmSpace = new long[length];
        damagesSpace = new long[length];
        liableSpace = new int[length];
        residual = new long[length];
        for (int p = 0; p < PAYERS; p++) {
            paid[p] = new long[length];
        }
        slot = slotSpace;
        row = rowSpace;
        ownLoss = ownLossSpace;
        harm = harmSpace;
        damages = damagesSpace;
        liable = liableSpace;
    }
}
