package org.duecare.statistics;

import java.util.SplittableRandom;

/** Laws with known mean, 200-year loss and tail mean beyond it, on which intervals are tried. */
enum CoverageCases {
    /** Aggregate layer 12 excess 1 of a compound Poisson sum with mean count 2 and exponential claims of mean 1. */
    CAPPED_LAYER(20_000, 1) {
        @Override
        void year(SplittableRandom random, double[] years) {
            double sum = 0;
            for (double time = exponential(random); time < CLAIMS_PER_YEAR; time += exponential(random)) {
                sum += exponential(random);
            }
            years[0] = Math.min(LAYER, Math.max(0, sum - RETENTION));
        }

        @Override
        double survival(double x) {
            return x >= LAYER ? 0 : compoundSurvival(x + RETENTION);
        }
    },
    /** Lognormal with mu = 0, sigma = 1. */
    LOGNORMAL(20_000, 1) {
        @Override
        void year(SplittableRandom random, double[] years) {
            years[0] = StrictMath.exp(random.nextGaussian());
        }

        @Override
        Truth truth() {
            return LOGNORMAL_TRUTH;
        }
    },
    /** Generalised Pareto, shape 0.4, scale 1, capped at the quantile exceeded with 1e-4. */
    CAPPED_GPD(20_000, 1) {
        @Override
        void year(SplittableRandom random, double[] years) {
            years[0] = Math.min(GPD_CAP, gpd(1 - random.nextDouble()));
        }

        @Override
        Truth truth() {
            double beyond = integralOfGpd(GPD_CAP);
            double quantile = gpd(TAIL);
            return new Truth(beyond, quantile, quantile + (beyond - integralOfGpd(quantile)) / TAIL);
        }
    },
    /** Ten years with lognormal losses whose logarithm follows AR(1) with coefficient 0.7. */
    DEPENDENT_YEARS(4_000, 10) {
        @Override
        void year(SplittableRandom random, double[] years) {
            double level = random.nextGaussian();
            for (int y = 0; y < years.length; y++) {
                years[y] = StrictMath.exp(level);
                level = AR_COEFFICIENT * level + Math.sqrt(1 - AR_COEFFICIENT * AR_COEFFICIENT) * random.nextGaussian();
            }
        }

        @Override
        Truth truth() {
            return LOGNORMAL_TRUTH;
        }
    },
    /** Generalised Pareto, shape 0.4, without cap: variance finite, skewness not. Tabled, not gated. */
    UNCAPPED_GPD(20_000, 1) {
        @Override
        void year(SplittableRandom random, double[] years) {
            years[0] = gpd(1 - random.nextDouble());
        }

        @Override
        Truth truth() {
            double quantile = gpd(TAIL);
            double mean = 1 / (1 - GPD_SHAPE);
            return new Truth(mean, quantile, quantile + (mean - integralOfGpd(quantile)) / TAIL);
        }
    };

    /** Return period of the loss and the tail mean. */
    static final double RETURN_PERIOD = 200;

    private static final double TAIL = 1 / RETURN_PERIOD;
    private static final double CLAIMS_PER_YEAR = 2;
    private static final double RETENTION = 1;
    private static final double LAYER = 12;
    private static final double GPD_SHAPE = 0.4;
    private static final double GPD_CAP = gpd(1e-4);
    private static final double AR_COEFFICIENT = 0.7;

    /** exp(0.5), exp(z) and exp(0.5) P(Z > z - 1) / 0.005 with z exceeded with 0.005; SciPy 1.17.1. */
    private static final Truth LOGNORMAL_TRUTH =
            new Truth(StrictMath.exp(0.5), StrictMath.exp(2.575829303548901), 18.971035562845106);

    final int trials;
    final int years;

    CoverageCases(int trials, int years) {
        this.trials = trials;
        this.years = years;
    }

    /** What the estimators should find. */
    record Truth(double mean, double loss, double tailMean) {}

    /** Draws all years of one trial. */
    abstract void year(SplittableRandom random, double[] years);

    /** Probability of more than x; given where the truth is found by integration. */
    double survival(double x) {
        throw new UnsupportedOperationException();
    }

    /** Mean, 200-year loss and tail mean; here by bisection and integration of the survival function. */
    Truth truth() {
        double low = 0;
        double high = LAYER;
        for (int i = 0; i < 100; i++) {
            double middle = 0.5 * (low + high);
            if (survival(middle) > TAIL) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Truth(integral(0), low, low + integral(low) / TAIL);
    }

    /** Midpoint rule; its error, 1e-8 of the result, is far below the intervals tried. */
    private double integral(double from) {
        int steps = 20_000;
        double width = (LAYER - from) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += survival(from + (i + 0.5) * width);
        }
        return sum * width;
    }

    /** P(S > x) for a Poisson number of exponential claims: sum over counts k of P(N = k) P(Erlang(k) > x). */
    private static double compoundSurvival(double x) {
        double count = StrictMath.exp(-CLAIMS_PER_YEAR);
        double term = StrictMath.exp(-x);
        double erlang = 0;
        double sum = 0;
        for (int k = 1; k < 60; k++) {
            count *= CLAIMS_PER_YEAR / k;
            erlang += term;
            term *= x / k;
            sum += count * erlang;
        }
        return sum;
    }

    private static double exponential(SplittableRandom random) {
        return -StrictMath.log(1 - random.nextDouble());
    }

    /** The value exceeded with a probability. */
    private static double gpd(double probability) {
        return (StrictMath.pow(probability, -GPD_SHAPE) - 1) / GPD_SHAPE;
    }

    /** Integral of the survival function from 0 to x. */
    private static double integralOfGpd(double x) {
        return (1 - StrictMath.pow(1 + GPD_SHAPE * x, 1 - 1 / GPD_SHAPE)) / (1 - GPD_SHAPE);
    }
}
