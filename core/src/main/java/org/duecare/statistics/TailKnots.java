package org.duecare.statistics;

/** Finds the two knots around a weight by walking down sorted, weighted values. */
final class TailKnots {
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

    /** The point; without a knot below it the one above stands for both. */
    TailPoint point() {
        if (Double.isNaN(upper)) {
            return TailPoint.none(beyond, lower);
        }
        return complete()
                ? new TailPoint(beyond, upper, upperWeight, upperSum, lower, lowerWeight, lowerSum)
                : new TailPoint(beyond, upper, upperWeight, upperSum, upper, upperWeight, upperSum);
    }
}
