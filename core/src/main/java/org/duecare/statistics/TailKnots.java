package org.duecare.statistics;

/** Finds the two knots around a weight by walking down sorted, weighted values. */
final class TailKnots {
    /** By how much rounding can leave all weights together short of the number of trials. */
    private static final double ROUNDING = 1e-9;

    private final double beyond;
    private double upper = Double.NaN;
    private double upperWeight;
    private double upperSum;
    private double lower = Double.NaN;
    private double lowerWeight;
    private double lowerSum;

    TailKnots(double beyond) {
        this.beyond = beyond;
    }

    boolean complete() {
        return !Double.isNaN(lower);
    }

    /** Walks one stretch, unless the knots are known already. */
    void walk(TailSlot slot) {
        double weight = slot.weightAbove;
        double sum = slot.weightedSumAbove;
        for (int i = 0; i < slot.size() && !complete(); i++) {
            weight += slot.weight(i);
            sum += slot.weight(i) * slot.value(i);
            if (weight > beyond) {
                lower = slot.value(i);
                lowerWeight = weight;
                lowerSum = sum;
            } else {
                upper = slot.value(i);
                upperWeight = weight;
                upperSum = sum;
            }
        }
    }

    /** The point; none where all weights together do not reach it. The last knot stands for both sides of itself. */
    TailPoint point() {
        if (Double.isNaN(upper)) {
            return TailPoint.none(beyond, lower);
        }
        if (!complete() && beyond > upperWeight * (1 + ROUNDING)) {
            return TailPoint.none(beyond, upper);
        }
        return complete()
                ? new TailPoint(beyond, upper, upperWeight, upperSum, lower, lowerWeight, lowerSum)
                : new TailPoint(beyond, upper, upperWeight, upperSum, upper, upperWeight, upperSum);
    }
}
