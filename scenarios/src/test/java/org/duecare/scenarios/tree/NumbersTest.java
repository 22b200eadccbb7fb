package org.duecare.scenarios.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    private static final int TEXTS = 20_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "7",
                "-7",
                "0.5",
                "-0.25",
                "100",
                "0.000001",
                "123456789012345",
                "50050000",
                "0.1234567890123"
            })
    void plainDecimalsAreTheirOwnShortestText(String text) {
        assertThat(Numbers.isShortest(text)).isTrue();
        assertThat(Numbers.text(Double.parseDouble(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "-0",
                "00",
                "05",
                "+1",
                ".5",
                "5.",
                "1.0",
                "0.10",
                "0.0000001",
                "0.0000000",
                "1e6",
                "1_000",
                "1 m",
                "1234567890123456",
                "0.12345678901234567",
                "1.2.3",
                "1-2",
                "--1",
                "none",
                "0x10",
                "1,5"
            })
    void otherTextsAreReadWithCare(String text) {
        assertThat(Numbers.isShortest(text)).isFalse();
    }

    @Test
    void whatIsTakenForShortestIsSo() {
        SplittableRandom random = new SplittableRandom(1);
        String letters = "00112345678999.-";
        int taken = 0;
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(12); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            if (Numbers.isShortest(text.toString())) {
                taken++;
                assertThat(Numbers.text(Double.parseDouble(text.toString()))).isEqualTo(text.toString());
            }
        }
        assertThat(taken).isGreaterThan(TEXTS / 20);
    }
}
