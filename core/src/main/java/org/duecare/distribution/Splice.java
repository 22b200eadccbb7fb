package org.duecare.distribution;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * A body up to a threshold and a tail above it. With probability 1 - tailWeight the loss is the body conditioned on not
 * exceeding the threshold; with probability tailWeight it exceeds the threshold. A tail that is a {@link Gpd} with
 * threshold 0, an {@link Exponential} or a {@link Lomax} is the law of the excess over the threshold; any other tail is
 * the law of the whole loss, conditioned on exceeding the threshold.
 */
public record Splice(
        @Key(doc = "Law up to the threshold.") LossLaw body,

        @Key(
                doc =
                        "Law above the threshold: of the excess for gpd without threshold, exponential and lomax, else of the whole loss given that it exceeds the threshold.")
        LossLaw tail,

        @Key(doc = "Where the tail begins.", unit = "money", min = 0, aboveMin = true)
        double threshold,

        @Key(doc = "Probability of exceeding the threshold.", unit = "share", min = 0, aboveMin = true, max = 1)
        double tailWeight)
        implements LossLaw {
    /** Below this probability of body or tail their conditional means are integrated rather than subtracted. */
    private static final double RARE = 0.01;

    /** Checks the parameters and that both parts can occur. */
    public Splice {
        Require.positive(threshold, "threshold");
        Require.positive(tailWeight, "tailWeight");
        Require.share(tailWeight, "tailWeight");
        Require.that(tailWeight < 1, "tailWeight", "= 1 leaves no body", "Use the tail's law alone");
        Require.that(
                body.cdf(threshold) > 0,
                "threshold",
                "= " + threshold + " lies below every loss of the body",
                "Raise it above " + body.quantile(0));
        Require.that(
                isExcess(tail) || tail.survival(threshold) > 0,
                "threshold",
                "= " + threshold + " lies above every loss of the tail",
                "Lower it below " + tail.upperQuantile(0));
    }

    /** Whether a tail law speaks of the excess over the threshold. */
    static boolean isExcess(LossLaw tail) {
        return tail instanceof Exponential
                || tail instanceof Lomax
                || (tail instanceof Gpd gpd && gpd.threshold() == 0);
    }

    /** The tail law's own argument at a loss of x. */
    private double tailArgument(double x) {
        return isExcess(tail) ? x - threshold : x;
    }

    /** P(tail law above its threshold): 1 for an excess law. */
    private double tailReach() {
        return isExcess(tail) ? 1 : tail.survival(threshold);
    }

    private double tailQuantile(double conditionalUpper) {
        double shift = isExcess(tail) ? threshold : 0;
        return Math.max(threshold, shift + tail.upperQuantile(conditionalUpper * tailReach()));
    }

    @Override
    public double quantile(double p) {
        if (p > 0.5) {
            return upperQuantile(1 - p);
        }
        double bodyWeight = 1 - tailWeight;
        if (p > bodyWeight) {
            return tailQuantile((1 - p) / tailWeight);
        }
        return Math.min(threshold, body.quantile(p * body.cdf(threshold) / bodyWeight));
    }

    @Override
    public double upperQuantile(double q) {
        if (q < tailWeight) {
            return tailQuantile(q / tailWeight);
        }
        if (q > 0.5) {
            return quantile(1 - q);
        }
        double bodyReach = body.survival(threshold);
        double upper = (q - tailWeight + bodyReach * (1 - q)) / (1 - tailWeight);
        return Math.min(threshold, body.upperQuantile(upper));
    }

    @Override
    public double cdf(double x) {
        return x < threshold ? (1 - tailWeight) * body.cdf(x) / body.cdf(threshold) : 1 - survival(x);
    }

    @Override
    public double survival(double x) {
        if (x >= threshold) {
            return tailWeight * Math.min(1, tail.survival(tailArgument(x)) / tailReach());
        }
        return tailWeight + (1 - tailWeight) * bodySurvival(x);
    }

    /** P(body above x given not above the threshold). */
    private double bodySurvival(double x) {
        double beyond = body.survival(threshold);
        double below = body.cdf(threshold);
        return below < 0.5 ? 1 - body.cdf(x) / below : (body.survival(x) - beyond) / below;
    }

    private double bodyLimitedMean(double limit) {
        double below = body.cdf(threshold);
        if (below < RARE) {
            double start = Math.min(limit, body.quantile(0));
            return start + Integral.over(this::bodySurvival, Integral.edges(body, start, limit));
        }
        return (body.limitedMean(limit) - limit * body.survival(threshold)) / below;
    }

    /** E[min(X - threshold, width)] given an excess. */
    private double tailLimitedMean(double width) {
        if (isExcess(tail)) {
            return tail.limitedMean(width);
        }
        double reach = tailReach();
        if (reach >= RARE) {
            return (tail.limitedMean(threshold + width) - tail.limitedMean(threshold)) / reach;
        }
        return width == Double.POSITIVE_INFINITY
                ? Integral.excessMoment(tail, threshold, 1) / reach
                : Integral.survivalMoment(tail, threshold, threshold + width, 1) / reach;
    }

    @Override
    public double mean() {
        return limitedMean(Double.POSITIVE_INFINITY);
    }

    /** Variance within plus variance between body and tail. */
    @Override
    public double variance() {
        if (tailIndex() <= 2) {
            return Double.POSITIVE_INFINITY;
        }
        double low = Math.min(threshold, body.quantile(0));
        double[] edges = Integral.edges(body, low, threshold);
        double bodyMean = Integral.over(this::bodySurvival, edges);
        double bodySquare = Integral.over(x -> 2 * (x - low) * bodySurvival(x), edges);
        double tailMean = tailLimitedMean(Double.POSITIVE_INFINITY);
        double tailVariance = isExcess(tail)
                ? tail.variance()
                : Integral.excessMoment(tail, threshold, 2) / tailReach() - tailMean * tailMean;
        double between = threshold + tailMean - low - bodyMean;
        return (1 - tailWeight) * (bodySquare - bodyMean * bodyMean)
                + tailWeight * tailVariance
                + tailWeight * (1 - tailWeight) * between * between;
    }

    @Override
    public double limitedMean(double limit) {
        double inBody = (1 - tailWeight) * bodyLimitedMean(Math.min(limit, threshold));
        double width = Math.max(0, limit - threshold);
        return inBody + tailWeight * (Math.min(limit, threshold) + (width > 0 ? tailLimitedMean(width) : 0));
    }

    /** The kinks of body and tail inside their parts, and the probability 1 - tailWeight of the threshold. */
    @Override
    public double[] kinks() {
        double below = body.cdf(threshold);
        double reach = tailReach();
        DoubleStream bodyKinks = Arrays.stream(body.kinks()).map(p -> p * (1 - tailWeight) / below);
        DoubleStream tailKinks = Arrays.stream(tail.kinks()).map(p -> 1 - (1 - p) * tailWeight / reach);
        return DoubleStream.concat(
                        DoubleStream.of(1 - tailWeight),
                        DoubleStream.concat(
                                bodyKinks.filter(p -> p < 1 - tailWeight), tailKinks.filter(p -> p > 1 - tailWeight)))
                .sorted()
                .distinct()
                .toArray();
    }

    @Override
    public boolean isStep() {
        return body.isStep() && tail.isStep();
    }

    @Override
    public double tailIndex() {
        return tail.tailIndex();
    }
}
