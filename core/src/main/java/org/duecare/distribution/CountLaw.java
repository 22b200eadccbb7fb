package org.duecare.distribution;

/** A law of counts on 0, 1, 2, ... */
public sealed interface CountLaw permits FixedCount {
    /** P(N = n). */
    double probability(int n);

    /** E[N]. */
    double mean();

    /** Var[N]. */
    double variance();
}
