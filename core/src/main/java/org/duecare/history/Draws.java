package org.duecare.history;

import org.duecare.random.DrawAddress;
import org.duecare.random.KeyedHash;
import org.duecare.random.Philox;

/** Random words by address, from the generator of the run. One for each worker; holds its scratch. */
public final class Draws {
    /** A word alone costs about as much as this many in a row. */
    private static final int FEW = 8;

    private final boolean philox;
    private final long[] lanes = new long[4];

    /** Draws from one of the two generators. */
    public Draws(boolean philox) {
        this.philox = philox;
    }

    /**
     * Fills {@code out[0..count)} with the words at indices {@code from ..} of one stream.
     *
     * @param key0 lanes of the key of the names
     * @param stream number of the stream
     * @param count at most {@link KeyedHash#MAX_RUN}
     */
    public void fill(long key0, long key1, int block, int year, int stream, int from, int count, long[] out) {
        long word = DrawAddress.word(block, year, stream);
        long lane0 = DrawAddress.absorb0(key0, word);
        long lane1 = DrawAddress.absorb1(key1, word);
        if (philox) {
            Philox.fill(lane0, lane1, from, count, out, lanes);
        } else {
            KeyedHash.fill(lane0, lane1, from, count, out);
        }
    }

    /**
     * Fills {@code out[0..picked)} with the words at some of the indices {@code from .. from + count - 1} of one stream: one by
     * one where they are few, which then costs less than drawing them all.
     *
     * @param picks places of the indices among them, ascending
     */
    public void pick(
            long key0,
            long key1,
            int block,
            int year,
            int stream,
            int from,
            int count,
            int[] picks,
            int picked,
            long[] out) {
        if (picked * FEW < count) {
            long word = DrawAddress.word(block, year, stream);
            some(DrawAddress.absorb0(key0, word), DrawAddress.absorb1(key1, word), from, picks, picked, out);
            return;
        }
        fill(key0, key1, block, year, stream, from, count, out);
        if (picked < count) {
            for (int j = 0; j < picked; j++) {
                out[j] = out[picks[j]];
            }
        }
    }

    private void some(long lane0, long lane1, int from, int[] picks, int picked, long[] out) {
        for (int j = 0; j < picked; j++) {
            int index = from + picks[j];
            out[j] = philox ? Philox.word(lane0, lane1, index, lanes) : KeyedHash.word(lane0, lane1, index);
        }
    }

    /** The word at one index of one stream. */
    public long word(long key0, long key1, int block, int year, int stream, int index) {
        long word = DrawAddress.word(block, year, stream);
        long lane0 = DrawAddress.absorb0(key0, word);
        long lane1 = DrawAddress.absorb1(key1, word);
        return philox ? Philox.word(lane0, lane1, index, lanes) : KeyedHash.word(lane0, lane1, index);
    }

    /**
     * The first word of a stream of an address that has absorbed neither block nor year.
     *
     * @param mixed0 {@link DrawAddress#mixed0} of the word of the stream
     * @param mixed1 {@link DrawAddress#mixed1} of the same
     */
    long word(long key0, long key1, long mixed0, long mixed1) {
        long lane0 = DrawAddress.absorbMixed0(key0, mixed0);
        long lane1 = DrawAddress.absorbMixed1(key1, mixed1);
        return philox ? Philox.word(lane0, lane1, 0, lanes) : KeyedHash.word(lane0, lane1, 0);
    }
}
