package org.duecare.statistics;

/**
 * A point of the curve between two knots. The knot of the r-th largest value has the weight of the r largest, W_r, hence the
 * return period N / W_r, and the mean of the r largest as tail mean; between knots both are linear in the return period.
 *
 * @param weight weight beyond the point wanted: N over its return period
 * @param upper value of the knot at or above; NaN when the point lies beyond the largest value
 * @param upperWeight weight of the knot at or above
 * @param upperSum weighted sum of values down to that knot
 * @param lower value of the next knot; that of the upper one when there is none
 */
record TailPoint(
        double weight,
        double upper,
        double upperWeight,
        double upperSum,
        double lower,
        double lowerWeight,
        double lowerSum) {

    /** A point beyond the largest value. */
    static TailPoint none(double weight, double largest) {
        return new TailPoint(weight, Double.NaN, Double.NaN, Double.NaN, largest, Double.NaN, Double.NaN);
    }

    /** Whether the data reach the point. */
    boolean exists() {
        return !Double.isNaN(upper);
    }

    /** The value exceeded with the weight wanted. */
    double value() {
        return between(lower, upper);
    }

    /** Mean of the values at or beyond the point; never below its value. */
    double tailMean() {
        return Math.max(value(), between(lowerSum / lowerWeight, upperSum / upperWeight));
    }

    private double between(double atLower, double atUpper) {
        if (weight <= upperWeight || lowerWeight <= upperWeight) {
            return atUpper;
        }
        double share = (1 / weight - 1 / lowerWeight) / (1 / upperWeight - 1 / lowerWeight);
        return atLower + (atUpper - atLower) * Math.max(0, Math.min(1, share));
    }
}
