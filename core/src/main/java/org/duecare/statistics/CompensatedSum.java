package org.duecare.statistics;

/** A running sum of doubles that keeps what rounding cuts off (A. Neumaier 1974). */
final class CompensatedSum {
    private double sum;
    private double cutOff;

    void add(double value) {
        double next = sum + value;
        cutOff += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    double value() {
        return sum + cutOff;
    }
}
