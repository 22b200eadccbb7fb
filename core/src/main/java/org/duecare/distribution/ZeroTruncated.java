package org.duecare.distribution;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** A count law given that the count is not 0. */
public record ZeroTruncated(
        @Key(doc = "Law before the condition.") CountLaw of) implements CountLaw {
    /** Checks that the law is not certain to be 0. */
    public ZeroTruncated {
        Require.that(of.mean() > 0, "of", "is always 0", "");
    }

    /** P(of > 0), summed rather than subtracted where it is small. */
    private double kept() {
        double zero = of.probability(0);
        if (zero <= 0.5) {
            return 1 - zero;
        }
        Sum sum = new Sum();
        double before = 0;
        for (int n = 1; n < Integer.MAX_VALUE; n++) {
            double after = sum.add(of.probability(n));
            if (n > 2 * of.mean() + 100 && after == before) {
                break;
            }
            before = after;
        }
        return sum.value();
    }

    @Override
    public double probability(int n) {
        return n < 1 ? 0 : of.probability(n) / kept();
    }

    @Override
    public double mean() {
        return of.mean() / kept();
    }

    /** E[of^2] / P(of > 0) - mean^2. */
    @Override
    public double variance() {
        double mean = mean();
        return (of.variance() + of.mean() * of.mean()) / kept() - mean * mean;
    }
}
