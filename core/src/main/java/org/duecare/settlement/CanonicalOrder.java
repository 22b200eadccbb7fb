package org.duecare.settlement;

import org.duecare.history.Incidents;

/**
 * The order in which annual limits and net assets erode: (trial, time, operation, threat key, index). Times are computed
 * only for the rows that are asked for. Rows arrive in order of operation, threat key and index, so a stable sort by
 * (trial, time) suffices.
 */
final class CanonicalOrder {
    private static final int INSERTION = 24;

    private final IncidentMarks marks;
    private long[] keys = new long[64];
    private long[] otherKeys = new long[64];
    private int[] otherRows = new int[64];

    CanonicalOrder(IncidentMarks marks) {
        this.marks = marks;
    }

    /** The moment of a row within its year as a lattice cell. */
    long timeCell(Incidents all, int row, int block, int year) {
        return marks.timeCell(all, row, block, year);
    }

    /**
     * Sorts some rows of {@code settled} into canonical order.
     *
     * @param rows indices into {@code settled}, ascending on entry
     */
    void sort(int[] rows, int count, Settled settled, Incidents all, int block, int year) {
        reserve(count);
        for (int i = 0; i < count; i++) {
            int j = rows[i];
            long slot = settled.slot[j];
            keys[i] = ((slot << 53) | timeCell(all, settled.row[j], block, year)) ^ Long.MIN_VALUE;
        }
        mergeSort(keys, rows, otherKeys, otherRows, count);
    }

    private void reserve(int count) {
        if (count > keys.length) {
            keys = new long[2 * count];
            otherKeys = new long[2 * count];
            otherRows = new int[2 * count];
        }
    }

    /** Stable bottom-up merge sort of rows by keys, short runs by insertion. */
    static void mergeSort(long[] keys, int[] rows, long[] spareKeys, int[] spareRows, int count) {
        for (int from = 0; from < count; from += INSERTION) {
            insertion(keys, rows, from, Math.min(count, from + INSERTION));
        }
        long[] fromKeys = keys;
        int[] fromRows = rows;
        long[] toKeys = spareKeys;
        int[] toRows = spareRows;
        for (int width = INSERTION; width < count; width *= 2) {
            for (int from = 0; from < count; from += 2 * width) {
                merge(
                        fromKeys,
                        fromRows,
                        toKeys,
                        toRows,
                        from,
                        Math.min(count, from + width),
                        Math.min(count, from + 2 * width));
            }
            long[] swapKeys = fromKeys;
            int[] swapRows = fromRows;
            fromKeys = toKeys;
            fromRows = toRows;
            toKeys = swapKeys;
            toRows = swapRows;
        }
        if (fromKeys != keys) {
            System.arraycopy(fromKeys, 0, keys, 0, count);
            System.arraycopy(fromRows, 0, rows, 0, count);
        }
    }

    private static void insertion(long[] keys, int[] rows, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long key = keys[i];
            int row = rows[i];
            int j = i;
            while (j > from && keys[j - 1] > key) {
                keys[j] = keys[j - 1];
                rows[j] = rows[j - 1];
                j--;
            }
            keys[j] = key;
            rows[j] = row;
        }
    }

    private static void merge(long[] keys, int[] rows, long[] toKeys, int[] toRows, int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int out = from; out < to; out++) {
            boolean takeLeft = left < middle && (right >= to || keys[left] <= keys[right]);
            int taken = takeLeft ? left++ : right++;
            toKeys[out] = keys[taken];
            toRows[out] = rows[taken];
        }
    }
}
