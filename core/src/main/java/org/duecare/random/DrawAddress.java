package org.duecare.random;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;

/**
 * How an address becomes the 128-bit key of a stream. Names (operation, threat type, provider) enter through the first
 * 128 bits of the SHA-256 of their NFC form; numbers are absorbed word by word into two lanes. Frozen per model version.
 */
public final class DrawAddress {
    /** 2 to the power -53: the width of one cell of the uniform lattice. */
    public static final double UNIT = 0x1p-53;

    /** Number of cells of the uniform lattice. */
    public static final long CELLS = 1L << 53;

    private static final double LAST = 1 - UNIT;

    private static final double HALF_CELLS = 0x1p52;

    private static final long LANE_0 = 0x243F6A8885A308D3L;
    private static final long LANE_1 = 0x13198A2E03707344L;

    private DrawAddress() {}

    /** Lane 0 after absorbing one word. */
    public static long absorb0(long lane0, long word) {
        return absorbMixed0(lane0, mixed0(word));
    }

    /** Lane 1 after absorbing one word. */
    public static long absorb1(long lane1, long word) {
        return absorbMixed1(lane1, mixed1(word));
    }

    /** The part of {@link #absorb0} that depends on the word alone, to be kept where many lanes absorb one word. */
    public static long mixed0(long word) {
        return KeyedHash.mix(word + LANE_0);
    }

    /** The part of {@link #absorb1} that depends on the word alone. */
    public static long mixed1(long word) {
        return KeyedHash.mix(word ^ LANE_1);
    }

    /** Lane 0 after absorbing a word of which {@link #mixed0} is known. */
    public static long absorbMixed0(long lane0, long mixed) {
        return KeyedHash.mix(lane0 ^ mixed);
    }

    /** Lane 1 after absorbing a word of which {@link #mixed1} is known. */
    public static long absorbMixed1(long lane1, long mixed) {
        return KeyedHash.mix(lane1 + mixed);
    }

    /** Packs block (or trial), year and stream into the one word that completes an address. */
    public static long word(int block, int year, int stream) {
        return ((long) block << 32) | ((long) year << 16) | stream;
    }

    /**
     * The key of everything drawn for one pair of names under one seed.
     *
     * @param nameKeys any number of 128-bit name keys, two longs each
     * @return two lanes
     */
    public static long[] key(long seed, long[]... nameKeys) {
        long lane0 = absorb0(LANE_0, seed);
        long lane1 = absorb1(LANE_1, seed);
        for (long[] nameKey : nameKeys) {
            for (long half : nameKey) {
                lane0 = absorb0(lane0, half);
                lane1 = absorb1(lane1, half);
            }
        }
        return new long[] {lane0, lane1};
    }

    /** The 128-bit key of a name: the first sixteen bytes, little-endian, of SHA-256 over "kind/NFC(name)". */
    public static long[] nameKey(String kind, String name) {
        byte[] text = (kind + '/' + Normalizer.normalize(name, Normalizer.Form.NFC)).getBytes(StandardCharsets.UTF_8);
        try {
            ByteBuffer digest = ByteBuffer.wrap(
                            MessageDigest.getInstance("SHA-256").digest(text))
                    .order(ByteOrder.LITTLE_ENDIAN);
            return new long[] {digest.getLong(), digest.getLong()};
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform provides SHA-256", e);
        }
    }

    /** The word drawn at (key, block or trial, year, stream, index) by the default generator. */
    public static long draw(long[] key, int block, int year, StreamId stream, int index) {
        long word = word(block, year, stream.number());
        return KeyedHash.word(absorb0(key[0], word), absorb1(key[1], word), index);
    }

    /** The lattice cell of a word, in [0, 2^53). */
    public static long cell(long word) {
        return word >>> 11;
    }

    /**
     * The uniform of a word: the midpoint of its cell, rounded to a double and strictly inside (0, 1). The midpoint of the
     * last cell would round to 1, so it is held back.
     */
    public static double uniform(long word) {
        return Math.min(LAST, ((word >>> 11) + 0.5) * UNIT);
    }

    /**
     * The number of lattice cells whose midpoint lies below a probability: a mark is below {@code probability} iff its
     * cell is below this threshold.
     *
     * @param probability clipped to [0, 1]
     * @return threshold in [0, 2^53]
     */
    public static long threshold(double probability) {
        double cells = Math.max(0, Math.min(CELLS, probability * CELLS));
        // From 2^52 on, cells is whole and 0.5 below it is no double: the count is the number itself.
        return (long) (cells >= HALF_CELLS ? cells : Math.ceil(cells - 0.5));
    }
}
