package org.duecare.premium;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What the exact engine answers; amounts in main units, infinite where they do not exist, NaN where the grid does not reach.
 *
 * @param method in words
 * @param step width of the grid of the year's sum
 * @param buckets number of its points
 */
public record AggregateAnswer(
        String aggregate,
        String currency,
        String method,
        double step,
        int buckets,
        double mean,
        double sd,
        double skewness,
        List<Point> points,
        List<Quantile> quantiles,
        List<LayerAnswer> layers,
        List<Price> prices,
        SelfCheck selfCheck) {
    /**
     * The distribution at a loss.
     *
     * @param cdf P(S <= loss)
     * @param probability P(S = loss)
     * @param stopLoss E[(S - loss)+]
     */
    public record Point(double loss, double cdf, double probability, double stopLoss) {}

    /**
     * A quantile.
     *
     * @param loss the smallest with P(S <= loss) at or above p
     * @param tvar mean of the worst share 1 - p
     */
    public record Quantile(double p, double loss, double tvar) {}

    /**
     * A layer.
     *
     * @param mean expected payment of a year
     * @param premium original premium that pays it, given paid reinstatements
     */
    public record LayerAnswer(double mean, double sd, double premium) {}

    /** A price of the year's sum under the terms, before expenses; infinite where the mean is. */
    public record Price(String principle, double price) {}

    /**
     * How far the numbers can be trusted.
     *
     * @param momentError largest relative error of the grid's own moments against exact ones
     * @param aliasing most probability that can have wrapped around
     * @param gridError largest change by the last refinement, after extrapolation
     * @param tolerance asked for
     * @param passed whether all three keep it
     */
    public record SelfCheck(boolean passed, double momentError, double aliasing, double gridError, double tolerance) {}

    /** The largest difference to another answer to the same question, each number in relation to its size or to 1. */
    public double largestDifference(AggregateAnswer other) {
        double[] own = numbers();
        double[] others = other.numbers();
        double largest = 0;
        for (int i = 0; i < own.length; i++) {
            double difference = Math.abs(own[i] - others[i]) / Math.max(1, Math.abs(own[i]));
            largest = difference > largest ? difference : largest;
        }
        return largest;
    }

    private double[] numbers() {
        DoubleStream.Builder numbers = DoubleStream.builder();
        points.forEach(
                point -> numbers.add(point.cdf()).add(point.probability()).add(point.stopLoss()));
        quantiles.forEach(quantile -> numbers.add(quantile.loss()).add(quantile.tvar()));
        layers.forEach(layer -> numbers.add(layer.mean()).add(layer.sd()).add(layer.premium()));
        prices.forEach(price -> numbers.add(price.price()));
        return numbers.add(mean).add(sd).add(skewness).build().toArray();
    }
}
