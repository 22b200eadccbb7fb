package org.duecare.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    private static final int COUNT = 1_000_000;
    private static final long[] ADVERSARIAL = {
        Long.MAX_VALUE, Long.MIN_VALUE, -1, 0, 1, 1L << 53, (1L << 53) + 1, -(1L << 62), 0xFFFF_FFFFL
    };

    @Test
    void sumOfAMillionAdversarialValuesIsThatOfBigInteger() {
        long[] values = adversarial(COUNT);
        BigInteger expected = BigInteger.ZERO;
        for (long value : values) {
            expected = expected.add(BigInteger.valueOf(value));
        }

        ExactSum sum = new ExactSum();
        sum.add(values, 0, values.length);

        assertThat(sum.value()).isEqualTo(expected);
        assertThat(sum.toDouble()).isEqualTo(expected.doubleValue());
    }

    @Test
    void anySplitMergesToTheSameBits() {
        long[] values = adversarial(10_000);
        ExactMoments whole = new ExactMoments();
        whole.add(values, 0, values.length);

        for (int cut : new int[] {0, 1, 997, 9_999, 10_000}) {
            ExactMoments left = new ExactMoments();
            ExactMoments right = new ExactMoments();
            left.add(values, 0, cut);
            right.add(values, cut, values.length - cut);
            right.merge(left);

            assertThat(right.sum()).isEqualTo(whole.sum());
            assertThat(right.sumOfSquares()).isEqualTo(whole.sumOfSquares());
            assertThat(right.variance()).isEqualTo(whole.variance());
        }
    }

    @Test
    void squaresAreExactAtTheEndsOfTheRange() {
        long[] values = adversarial(50_000);
        BigInteger expected = BigInteger.ZERO;
        for (long value : values) {
            expected = expected.add(BigInteger.valueOf(value).pow(2));
        }

        ExactMoments moments = new ExactMoments();
        moments.add(values, 0, values.length);

        assertThat(moments.sumOfSquares()).isEqualTo(expected);
        assertThat(moments.count()).isEqualTo(values.length);
    }

    @Test
    void productsCountAsRepeatedValues() {
        for (long value : ADVERSARIAL) {
            ExactSum sum = new ExactSum();
            sum.addProduct(value, 3_000_000_007L);

            assertThat(sum.value()).isEqualTo(BigInteger.valueOf(value).multiply(BigInteger.valueOf(3_000_000_007L)));
        }
    }

    private static long[] adversarial(int count) {
        SplittableRandom random = new SplittableRandom(1);
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextBoolean()
                    ? ADVERSARIAL[random.nextInt(ADVERSARIAL.length)]
                    : random.nextLong() >> random.nextInt(Long.SIZE);
        }
        return values;
    }
}
