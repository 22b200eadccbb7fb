package org.duecare.benchmarks;

import java.util.SplittableRandom;

/** The common task as a plain loop over trials and operators: the baseline of {@link CommonTaskBenchmark}. */
final class PlainLoop {
    private static final int OPERATORS = 1_000;
    private static final double BODY = 0.95;
    private static final double THRESHOLD = Math.exp(11 + 2 * 1.6448536269514722);
    private static final double LOG_THRESHOLD = Math.log(THRESHOLD);

    private final SplittableRandom random;
    private double insurer;
    private double fund;
    private double largest;

    PlainLoop(SplittableRandom random) {
        this.random = random;
    }

    double harmPerYear(int trials) {
        double harm = 0;
        for (int trial = 0; trial < trials; trial++) {
            for (int operator = 0; operator < OPERATORS; operator++) {
                double paid = 0;
                int count = poisson(0.3 * (0.5 + (operator + 0.5) / OPERATORS));
                for (int i = 0; i < count; i++) {
                    double size = severity();
                    harm += size;
                    paid += Math.min(Math.max(size - 1e5, 0), 1e7);
                    fund += Math.max(size - 10.1e6, 0);
                    largest = Math.max(largest, size);
                }
                insurer += Math.min(paid, 1.5e7);
            }
        }
        if (!(insurer > 0 && fund > 0 && largest > THRESHOLD)) {
            throw new IllegalStateException("the loop has lost its work");
        }
        return harm / trials;
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private double severity() {
        if (random.nextDouble() >= BODY) {
            return THRESHOLD + 1_558_000 / 0.4 * (Math.pow(1 - random.nextDouble(), -0.4) - 1);
        }
        double log = 11 + 2 * random.nextGaussian();
        while (log > LOG_THRESHOLD) {
            log = 11 + 2 * random.nextGaussian();
        }
        return Math.exp(log);
    }
}
