package org.duecare.statistics;

import java.io.Closeable;

/** Numbered columns of longs that grow block by block in trial order and are read back when all is written. */
public interface ColumnStore extends Closeable {
    /**
     * Appends the values of the next trials to a column.
     *
     * @param column number of the column, from 0
     * @param block values at 0 .. count - 1; copied
     */
    void append(int column, long[] block, int count);

    /** The values appended so far; to be read before {@link #close}. */
    TrialColumn column(int column);

    /** Gives the room back; columns can no longer be read. */
    @Override
    void close();
}
