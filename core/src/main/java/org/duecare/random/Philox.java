package org.duecare.random;

/**
 * The reference generator: Philox4x64 with ten rounds (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy
 * as 1, 2, 3", SC11). The word at index i is lane {@code i mod 4} of the block with counter {@code (i / 4, 0, 0, 0)}
 * under the 128-bit key. Thirty to forty-five times slower than {@link KeyedHash}; a run with it is an independent check of
 * the default generator.
 */
public final class Philox {
    private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
    private static final long MULTIPLIER_1 = 0xCA5A826395121157L;
    private static final long WEYL_0 = 0x9E3779B97F4A7C15L;
    private static final long WEYL_1 = 0xBB67AE8584CAA73BL;
    private static final int ROUNDS = 10;

    private Philox() {}

    /**
     * One block of the generator: replaces the four counter words in {@code lanes} by the four output words.
     */
    public static void block(long key0, long key1, long[] lanes) {
        long c0 = lanes[0];
        long c1 = lanes[1];
        long c2 = lanes[2];
        long c3 = lanes[3];
        long k0 = key0;
        long k1 = key1;
        for (int round = 0; round < ROUNDS; round++) {
            long low0 = MULTIPLIER_0 * c0;
            long high0 = unsignedHigh(MULTIPLIER_0, c0);
            long low1 = MULTIPLIER_1 * c2;
            long high1 = unsignedHigh(MULTIPLIER_1, c2);
            c0 = high1 ^ c1 ^ k0;
            c1 = low1;
            c2 = high0 ^ c3 ^ k1;
            c3 = low0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        lanes[0] = c0;
        lanes[1] = c1;
        lanes[2] = c2;
        lanes[3] = c3;
    }

    /** The word at one index of the stream with the given 128-bit key; {@code lanes} is scratch of length 4. */
    public static long word(long key0, long key1, int index, long[] lanes) {
        lanes[0] = index >>> 2;
        lanes[1] = 0;
        lanes[2] = 0;
        lanes[3] = 0;
        block(key0, key1, lanes);
        return lanes[index & 3];
    }

    /** Fills {@code out[0..count)} with the words at indices {@code from ..}; {@code lanes} is scratch of length 4. */
    public static void fill(long key0, long key1, int from, int count, long[] out, long[] lanes) {
        int i = 0;
        while (i < count) {
            int lane = (from + i) & 3;
            word(key0, key1, from + i, lanes);
            while (lane < 4 && i < count) {
                out[i++] = lanes[lane++];
            }
        }
    }

    private static long unsignedHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }
}
