package org.duecare.distribution;

/** A law of counts on 0, 1, 2, ... */
public sealed interface CountLaw
        permits Poisson,
                NegativeBinomial,
                Binomial,
                Geometric,
                Logarithmic,
                FixedCount,
                DiscreteCount,
                ZeroTruncated,
                ZeroModified,
                NeymanA {
    /** The largest mean a count law may have. */
    double MAX_MEAN = 10_000;

    /** P(N = n); 0 for a negative n. */
    double probability(int n);

    /** P(N > 0), exact where it is small. */
    double positive();

    /** The largest count possible; {@link Integer#MAX_VALUE} where there is none. */
    default int largest() {
        return Integer.MAX_VALUE;
    }

    /** E[N]. */
    double mean();

    /** Var[N]. */
    double variance();

    /** E[(N - E[N])^3]. */
    double thirdCentralMoment();

    /**
     * The probability generating function E[z^N], in place: each complex number z of modulus at most 1 becomes its value.
     *
     * @param re real parts
     * @param im imaginary parts, as many
     */
    void generate(double[] re, double[] im);
}
