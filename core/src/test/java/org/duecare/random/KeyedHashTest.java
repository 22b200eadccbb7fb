package org.duecare.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyedHashTest {
    @Test
    void finaliserIsTheOneOfSplitMix64() {
        // SplitMix64, seed 1234567: the published first outputs; the state advances by the golden-ratio constant.
        long golden = 0x9E3779B97F4A7C15L;
        long[] published = {
            6457827717110365317L,
            3203168211198807973L,
            Long.parseUnsignedLong("9817491932198370423"),
            4593380528125082431L,
            Long.parseUnsignedLong("16408922859458223821")
        };

        for (int i = 0; i < published.length; i++) {
            assertThat(KeyedHash.mix(1234567 + (i + 1) * golden)).isEqualTo(published[i]);
        }
    }

    @Test
    void runsEqualSingleWordsWhereverTheyStart() {
        long[] run = new long[KeyedHash.MAX_RUN];
        for (int from : new int[] {0, 1, 1024, 5_000_000}) {
            KeyedHash.fill(11, -7, from, run.length, run);
            for (int i = 0; i < run.length; i++) {
                assertThat(run[i]).isEqualTo(KeyedHash.word(11, -7, from + i));
            }
        }
    }

    @Test
    void goldenWordsStandForever() {
        long[] key = DrawAddress.key(
                20210309,
                DrawAddress.nameKey("operation", "energy-DE-00001"),
                DrawAddress.nameKey("threat", "ransomware"));

        assertThat(Long.toHexString(key[0])).isEqualTo("21097b2b0653d0fd");
        assertThat(Long.toHexString(key[1])).isEqualTo("5667b94e5a10c6e");
        assertThat(Long.toHexString(DrawAddress.draw(key, 3, 7, StreamId.HARM, 0)))
                .isEqualTo("324efb37fa98c6c5");
        assertThat(Long.toHexString(DrawAddress.draw(key, 3, 7, StreamId.HARM, 1)))
                .isEqualTo("98f8df85e55d5cbd");
        assertThat(Long.toHexString(DrawAddress.draw(key, 48, 10, StreamId.COUNT, 0)))
                .isEqualTo("16249a92fa3a0ad3");
    }

    @Test
    void namesAreNormalisedBeforeTheyBecomeKeys() {
        assertThat(DrawAddress.nameKey("operation", "Z\u00fcrich"))
                .isEqualTo(DrawAddress.nameKey("operation", "Zu\u0308rich"));
        assertThat(DrawAddress.nameKey("operation", "a")).isNotEqualTo(DrawAddress.nameKey("threat", "a"));
    }

    @Test
    void thresholdCountsTheMidpointsBelowAProbability() {
        assertThat(DrawAddress.threshold(0)).isZero();
        assertThat(DrawAddress.threshold(1)).isEqualTo(DrawAddress.CELLS);
        assertThat(DrawAddress.threshold(0.5)).isEqualTo(DrawAddress.CELLS / 2);
        assertThat(DrawAddress.threshold(0x1p-54)).isZero();
        assertThat(DrawAddress.threshold(0x1p-53)).isEqualTo(1);
        assertThat(DrawAddress.threshold(0.5 + 0x1p-53)).isEqualTo(DrawAddress.CELLS / 2 + 1);
        assertThat(DrawAddress.threshold(1 - 0x1p-53)).isEqualTo(DrawAddress.CELLS - 1);
    }

    @Test
    void uniformsLieStrictlyInside() {
        assertThat(DrawAddress.uniform(0)).isEqualTo(0x1p-54);
        assertThat(DrawAddress.uniform(-1L)).isLessThan(1).isEqualTo(1 - 0x1p-53);
    }
}
