package org.duecare.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.duecare.quantity.CompensatedSum;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Finitely many losses with given weights; held in ascending order, equal losses joined. */
public record Discrete(
        @Key(doc = "Losses, in any order.", unit = "money", min = 0)
        List<Double> values,

        @Key(
                doc = "Probability of each loss; they sum to 1 within 1e-6 and are then normalised.",
                unit = "share",
                min = 0,
                max = 1)
        List<Double> weights)
        implements LossLaw {
    /** Checks, sorts and normalises. */
    public Discrete {
        for (double value : values) {
            Require.between(Require.notNegative(value, "values"), 0, Bounds.LARGEST_LOSS, "values");
        }
        List<Double> shares = Bounds.normalised(weights, values.size());
        List<Double> sorted = new ArrayList<>();
        List<Double> joined = new ArrayList<>();
        for (int i : order(values)) {
            int last = sorted.size() - 1;
            if (last >= 0 && sorted.get(last).doubleValue() == values.get(i)) {
                joined.set(last, joined.get(last) + shares.get(i));
            } else if (shares.get(i) > 0) {
                sorted.add(values.get(i));
                joined.add(shares.get(i));
            }
        }
        values = List.copyOf(sorted);
        weights = List.copyOf(joined);
    }

    private static int[] order(List<Double> values) {
        return IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(values::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public double quantile(double p) {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += weights.get(i);
            if (sum >= p) {
                return values.get(i);
            }
        }
        return values.get(values.size() - 1);
    }

    @Override
    public double upperQuantile(double q) {
        double sum = 0;
        for (int i = values.size() - 1; i > 0; i--) {
            sum += weights.get(i);
            if (sum > q) {
                return values.get(i);
            }
        }
        return values.get(0);
    }

    @Override
    public double cdf(double x) {
        double sum = 0;
        for (int i = 0; i < values.size() && values.get(i) <= x; i++) {
            sum += weights.get(i);
        }
        return Math.min(1, sum);
    }

    @Override
    public double survival(double x) {
        double sum = 0;
        for (int i = values.size() - 1; i >= 0 && values.get(i) > x; i--) {
            sum += weights.get(i);
        }
        return Math.min(1, sum);
    }

    @Override
    public double mean() {
        return limitedMean(Double.POSITIVE_INFINITY);
    }

    @Override
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += weights.get(i) * (values.get(i) - mean) * (values.get(i) - mean);
        }
        return sum;
    }

    @Override
    public double limitedMean(double limit) {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += weights.get(i) * Math.min(limit, values.get(i));
        }
        return sum;
    }

    @Override
    public double[] kinks() {
        double[] kinks = new double[values.size() - 1];
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < kinks.length; i++) {
            kinks[i] = sum.add(weights.get(i));
        }
        return kinks;
    }

    @Override
    public boolean isStep() {
        return true;
    }
}
