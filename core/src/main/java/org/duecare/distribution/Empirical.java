package org.duecare.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.duecare.quantity.CompensatedSum;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Observed losses, each equally likely; held in ascending order. */
public record Empirical(
        @Key(doc = "Observed losses, in any order.", unit = "money", min = 0)
        List<Double> values) implements LossLaw {
    /** Checks and sorts. */
    public Empirical {
        Require.that(!values.isEmpty(), "values", "must not be empty", "");
        for (double value : values) {
            Require.between(Require.notNegative(value, "values"), 0, Bounds.LARGEST_LOSS, "values");
        }
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        values = List.copyOf(sorted);
    }

    /** The smallest loss with at least the share p of all at or below it. */
    @Override
    public double quantile(double p) {
        int count = values.size();
        int index = (int) Math.ceil(p * count) - 1;
        return values.get(Math.max(0, Math.min(count - 1, index)));
    }

    @Override
    public double upperQuantile(double q) {
        int count = values.size();
        int fromTop = (int) Math.floor(q * count);
        return values.get(Math.max(0, count - 1 - fromTop));
    }

    /** How many losses are at or below x. */
    private int countUpTo(double x) {
        int low = 0;
        int high = values.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values.get(middle) <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public double cdf(double x) {
        return (double) countUpTo(x) / values.size();
    }

    @Override
    public double survival(double x) {
        return (double) (values.size() - countUpTo(x)) / values.size();
    }

    @Override
    public double mean() {
        return limitedMean(Double.POSITIVE_INFINITY);
    }

    @Override
    public double variance() {
        double mean = mean();
        CompensatedSum sum = new CompensatedSum();
        for (double value : values) {
            sum.add((value - mean) * (value - mean));
        }
        return sum.value() / values.size();
    }

    @Override
    public double limitedMean(double limit) {
        CompensatedSum sum = new CompensatedSum();
        for (double value : values) {
            sum.add(Math.min(limit, value));
        }
        return sum.value() / values.size();
    }

    @Override
    public double[] kinks() {
        int count = values.size();
        double[] kinks = new double[count - 1];
        int used = 0;
        for (int i = 1; i < count; i++) {
            if (values.get(i) > values.get(i - 1)) {
                kinks[used++] = (double) i / count;
            }
        }
        return Arrays.copyOf(kinks, used);
    }

    @Override
    public boolean isStep() {
        return true;
    }
}
