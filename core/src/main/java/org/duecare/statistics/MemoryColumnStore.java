package org.duecare.statistics;

import java.util.Arrays;
import org.duecare.quantity.Require;

/** Columns in memory. Threads may append to different columns at the same time, not to the same one. */
public final class MemoryColumnStore implements ColumnStore {
    private static final int FIRST_ROOM = 2048;

    private final long[][] values;
    private final int[] counts;

    /** Columns that grow as needed. */
    public MemoryColumnStore(int columns) {
        this(columns, 0);
    }

    /** Columns with room for a number of trials known beforehand. */
    public MemoryColumnStore(int columns, int trials) {
        values = new long[columns][trials];
        counts = new int[columns];
    }

    @Override
    public void append(int column, long[] block, int count) {
        int before = counts[column];
        int after = Math.addExact(before, count);
        if (after > values[column].length) {
            long doubled = Math.min(2L * before, Integer.MAX_VALUE - 8);
            int room = (int) Math.max(Math.max(FIRST_ROOM, after), doubled);
            values[column] = Arrays.copyOf(values[column], room);
        }
        System.arraycopy(block, 0, values[column], before, count);
        counts[column] = after;
    }

    @Override
    public TrialColumn column(int column) {
        return new Prefix(values[column], counts[column]);
    }

    @Override
    public void close() {
        Arrays.fill(values, new long[0]);
        Arrays.fill(counts, 0);
    }

    private static final class Prefix implements TrialColumn {
        private final long[] values;
        private final int count;

        Prefix(long[] values, int count) {
            this.values = values;
            this.count = count;
        }

        @Override
        public int trials() {
            return count;
        }

        @Override
        public void read(int from, int length, long[] target) {
            Require.that(from >= 0 && length <= count - from, "from", "= " + from + " reads beyond the column", "");
            System.arraycopy(values, from, target, 0, length);
        }
    }
}
