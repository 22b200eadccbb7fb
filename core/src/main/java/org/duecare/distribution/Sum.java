package org.duecare.distribution;

/** A running sum with the rounding errors carried along (Neumaier 1974). */
final class Sum {
    private double sum;
    private double lost;

    /** Adds a term and returns the sum so far. */
    double add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
        return sum + lost;
    }

    /** The sum so far. */
    double value() {
        return sum + lost;
    }
}
