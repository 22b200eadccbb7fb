package org.duecare.quantity;

/** A running sum with the rounding errors carried along (A. Neumaier 1974). */
public final class CompensatedSum {
    private double sum;
    private double lost;

    /** Adds a term and returns the sum so far. */
    public double add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
        return sum + lost;
    }

    /** The sum so far. */
    public double value() {
        return sum + lost;
    }
}
