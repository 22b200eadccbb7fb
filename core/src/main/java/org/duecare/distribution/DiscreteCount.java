package org.duecare.distribution;

import java.util.Collections;
import java.util.List;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Finitely many counts with given weights. */
public record DiscreteCount(
        @Key(doc = "Counts.", min = 0, max = 10_000) List<Integer> values,

        @Key(
                doc = "Probability of each count; they sum to 1 within 1e-6 and are then normalised.",
                unit = "share",
                min = 0,
                max = 1)
        List<Double> weights)
        implements CountLaw {
    /** Checks and normalises. */
    public DiscreteCount {
        values = List.copyOf(values);
        for (int value : values) {
            Require.between(value, 0, 10_000, "values");
        }
        weights = Bounds.normalised(weights, values.size());
    }

    @Override
    public double probability(int n) {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += values.get(i) == n ? weights.get(i) : 0;
        }
        return sum;
    }

    @Override
    public double positive() {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += values.get(i) > 0 ? weights.get(i) : 0;
        }
        return sum;
    }

    @Override
    public int largest() {
        return Collections.max(values);
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += weights.get(i) * values.get(i);
        }
        return sum;
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
    public double thirdCentralMoment() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            double away = values.get(i) - mean;
            sum += weights.get(i) * away * away * away;
        }
        return sum;
    }

    @Override
    public void generate(double[] re, double[] im) {
        double[] coefficients = new double[largest() + 1];
        for (int i = 0; i < values.size(); i++) {
            coefficients[values.get(i)] += weights.get(i);
        }
        GeneratingFunction.polynomial(re, im, coefficients);
    }
}
