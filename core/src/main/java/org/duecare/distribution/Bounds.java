package org.duecare.distribution;

import java.util.ArrayList;
import java.util.List;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Require;

/** What every law refuses: losses beyond the numbers' range, and weights that do not sum to 1. */
final class Bounds {
    /** The largest 99.9 % quantile a law may have. */
    static final double LARGEST_LOSS = 1e300;

    /** How far weights may sum from 1 before they are refused; below it they are normalised. */
    static final double WEIGHT_SLACK = 1e-6;

    /** -ln 0.001: the hazard at the 99.9 % quantile. */
    static final double ONCE_IN_1000 = 6.907755278982137;

    private Bounds() {}

    /** Refuses a parameter for which the loss exceeded once in a thousand incidents is no sensible number. */
    static void within(double loss, String name, double value) {
        if (!(loss <= LARGEST_LOSS)) {
            throw new InvalidValueException(
                    name,
                    "= " + value + " implies a loss of " + loss + " once in 1,000 incidents, above " + LARGEST_LOSS,
                    "Choose a lighter tail");
        }
    }

    /** Weights at or above 0, divided by their sum, which must be 1 within 1e-6. */
    static List<Double> normalised(List<Double> weights, int expected) {
        Require.that(
                weights.size() == expected && expected > 0,
                "weights",
                "has " + weights.size() + " entries for " + expected,
                "Give one weight to each");
        double sum = 0;
        for (double weight : weights) {
            sum += Require.notNegative(weight, "weights");
        }
        Require.that(
                Math.abs(sum - 1) <= WEIGHT_SLACK,
                "weights",
                "sum to " + sum + " instead of 1",
                "Divide each by the sum");
        List<Double> result = new ArrayList<>();
        for (double weight : weights) {
            result.add(weight / sum);
        }
        return List.copyOf(result);
    }
}
