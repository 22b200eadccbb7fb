package org.duecare.statistics;

import java.util.SplittableRandom;

/** Samples of the shapes that columns of losses take. */
final class SampleShapes {
    /** Number of shapes. */
    static final int COUNT = 8;

    private SampleShapes() {}

    static long[] sample(int shape, int trials, SplittableRandom random) {
        long[] values = new long[trials];
        for (int i = 0; i < trials; i++) {
            values[i] = value(shape, random);
        }
        return values;
    }

    /** Normal values around 1,000 with standard deviation 100, in hundredths. */
    static long[] normal(int trials, SplittableRandom random) {
        long[] values = new long[trials];
        for (int i = 0; i < trials; i++) {
            values[i] = Math.round(100_000 + 10_000 * random.nextGaussian());
        }
        return values;
    }

    private static long value(int shape, SplittableRandom random) {
        double lognormal = StrictMath.exp(15 + 2 * random.nextGaussian());
        return switch (shape) {
            case 0 -> (long) lognormal;
            case 1 -> random.nextInt(10) < 7 ? 0 : (long) lognormal;
            case 2 -> Math.min(20_000_000L, (long) lognormal);
            case 3 -> random.nextInt(5);
            case 4 -> 0;
            case 5 -> 1L << 53;
            case 6 -> (1L << 52) + random.nextInt(100_000);
            default -> random.nextLong(1L << 62);
        };
    }
}
