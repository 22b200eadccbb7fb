package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compensation.Payer;

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

    /** Stated event of a row, -1 for an event of the operation alone; filled only in years with stated events. */
    int[] event = new int[INITIAL];

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

    /** One past the last row of each operation of the operator. */
    int[] operationEnd = new int[16];

    /** Empties the rows and makes room. */
    void start(int rows, int operations) {
        size = 0;
        if (operations > operationEnd.length) {
            operationEnd = new int[2 * operations];
        }
        if (rows > slot.length) {
            grow(Math.max(rows, 2 * slot.length));
        }
    }

    private void grow(int length) {
        slot = Arrays.copyOf(slot, length);
        row = Arrays.copyOf(row, length);
        event = Arrays.copyOf(event, length);
        ownLoss = Arrays.copyOf(ownLoss, length);
        harm = Arrays.copyOf(harm, length);
        damages = Arrays.copyOf(damages, length);
        liable = Arrays.copyOf(liable, length);
        residual = Arrays.copyOf(residual, length);
        for (int p = 0; p < PAYERS; p++) {
            paid[p] = Arrays.copyOf(paid[p], length);
        }
    }
}
