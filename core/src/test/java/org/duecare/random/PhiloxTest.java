package org.duecare.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhiloxTest {
    /** Known answers of Philox4x64-10: the vectors of Random123, recomputed with NumPy 2.4.6 (numpy.random.Philox). */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0, 0, 16554d9eca36314c, db20fe9d672d0fdc, d7e772cee186176b, 7e68b68aec7ba23b",
        "ffffffffffffffff, ffffffffffffffff, ffffffffffffffff, ffffffffffffffff, ffffffffffffffff, ffffffffffffffff,"
                + " 87b092c3013fe90b, 438c3c67be8d0224, 9cc7d7c69cd777b6, a09caebf594f0ba0",
        "243f6a8885a308d3, 13198a2e03707344, a4093822299f31d0, 082efa98ec4e6c89, 452821e638d01377, be5466cf34e90c6c,"
                + " a528f45403e61d95, 38c72dbd566e9788, a5a1610e72fd18b5, 57bd43b5e52b7fe6",
        "5, 0, 0, 0, 7, b, 5674c9360d988074, b02a39004899ff3f, a4b852205674cebe, 7cb5ce596b977d50"
    })
    void blocksMatchTheKnownAnswers(
            String c0,
            String c1,
            String c2,
            String c3,
            String k0,
            String k1,
            String w0,
            String w1,
            String w2,
            String w3) {
        long[] lanes = {hex(c0), hex(c1), hex(c2), hex(c3)};

        Philox.block(hex(k0), hex(k1), lanes);

        assertThat(lanes).containsExactly(hex(w0), hex(w1), hex(w2), hex(w3));
    }

    @Test
    void runsEqualSingleWordsWhereverTheyStart() {
        long[] lanes = new long[4];
        long[] run = new long[103];
        for (int from : new int[] {0, 1, 2, 3, 4, 1001}) {
            Philox.fill(11, -7, from, run.length, run, lanes);
            for (int i = 0; i < run.length; i++) {
                assertThat(run[i]).isEqualTo(Philox.word(11, -7, from + i, new long[4]));
            }
        }
    }

    private static long hex(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }
}
