package org.duecare.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.duecare.random.DrawAddress;
import org.junit.jupiter.api.Test;

/** The written-out logarithm has the bits of the one of the platform. */
class LogarithmTest {
    private static final int VALUES = 2_000_000;

    @Test
    void hasTheBitsOfStrictMathOnTheLatticeOfUniforms() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < VALUES; i++) {
            compare(DrawAddress.uniform(random.nextLong()));
            compare(DrawAddress.uniform(random.nextLong() >>> random.nextInt(53)));
            compare(DrawAddress.uniform(~(random.nextLong() >>> random.nextInt(53))));
        }
    }

    @Test
    void hasTheBitsOfStrictMathForAllPositiveNumbers() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < VALUES; i++) {
            compare(Double.longBitsToDouble(random.nextLong(1, Double.doubleToRawLongBits(Double.MAX_VALUE) + 1)));
            compare(Double.longBitsToDouble(random.nextLong(1, 1L << 52)));
            compare(Math.scalb(
                    1 + random.nextInt(-9, 10) * 0x1p-22 + random.nextDouble() * 0x1p-21, random.nextInt(-40, 40)));
        }
        for (int exponent = -1074; exponent < 1024; exponent++) {
            compare(Math.scalb(1.0, exponent));
            compare(Math.nextDown(Math.scalb(1.0, exponent + 1)));
        }
        compare(Math.sqrt(2));
        compare(Math.sqrt(0.5));
    }

    private static void compare(double x) {
        if (x > 0
                && x < Double.POSITIVE_INFINITY
                && Double.doubleToRawLongBits(Logarithm.of(x)) != Double.doubleToRawLongBits(StrictMath.log(x))) {
            assertThat(Logarithm.of(x)).as("logarithm of %s", x).isEqualTo(StrictMath.log(x));
        }
    }
}
