package org.duecare.scenarios.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Canonical JSON as RFC 8785 defines it. */
class CanonicalJsonTest {
    /** Numbers of RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555555, 333333333.3333333",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbersHaveTheirShortestForm(String bits, String expected) {
        assertThat(Numbers.text(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(expected);
    }

    @Test
    void everyNumberReadsBackAsItself() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Numbers.text(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void keysAreSortedAndTextIsEscaped() {
        Problems problems = new Problems();
        Node node = TreeReader.fragment(
                "{b: \"a\\n\\\"é\\u0001\", a: [1.50, true, none], \"\": {}}", Position.DEFAULT, problems);

        assertThat(problems.isEmpty()).isTrue();
        assertThat(CanonicalJson.of(node)).isEqualTo("{\"\":{},\"a\":[1.5,true,\"none\"],\"b\":\"a\\n\\\"é\\u0001\"}");
    }
}
