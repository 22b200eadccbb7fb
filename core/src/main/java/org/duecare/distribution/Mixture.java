package org.duecare.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** One of several laws, chosen by weight for each loss. */
public record Mixture(
        @Key(doc = "Laws.") List<LossLaw> components,

        @Key(
                doc = "Probability of each law; they sum to 1 within 1e-6 and are then normalised.",
                unit = "share",
                min = 0,
                max = 1)
        List<Double> weights)
        implements LossLaw {
    /** Checks and normalises the weights. */
    public Mixture {
        components = List.copyOf(components);
        Require.that(!components.isEmpty(), "components", "must not be empty", "");
        weights = Bounds.normalised(weights, components.size());
    }

    private double average(ToDoubleFunction<LossLaw> of) {
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            double weight = weights.get(i);
            sum += weight == 0 ? 0 : weight * of.applyAsDouble(components.get(i));
        }
        return sum;
    }

    private DoubleStream each(ToDoubleFunction<LossLaw> of) {
        return IntStream.range(0, weights.size())
                .filter(i -> weights.get(i) > 0)
                .mapToDouble(i -> of.applyAsDouble(components.get(i)));
    }

    /** By root finding between the smallest and the largest of the components' quantiles. */
    @Override
    public double quantile(double p) {
        if (p > 0.5) {
            return upperQuantile(1 - p);
        }
        double low = each(law -> law.quantile(p)).min().getAsDouble();
        double high = each(law -> law.quantile(p)).max().getAsDouble();
        if (p <= 0) {
            return low;
        }
        double target = StableMath.log(p);
        return Root.smallest(x -> StableMath.log(cdf(x)) - target, low, high);
    }

    @Override
    public double upperQuantile(double q) {
        if (q > 0.5) {
            return quantile(1 - q);
        }
        double low = each(law -> law.upperQuantile(q)).min().getAsDouble();
        double high = each(law -> law.upperQuantile(q)).max().getAsDouble();
        if (q <= 0) {
            return high;
        }
        double target = StableMath.log(q);
        return Root.smallest(x -> target - StableMath.log(survival(x)), low, high);
    }

    @Override
    public double cdf(double x) {
        return Math.min(1, average(law -> law.cdf(x)));
    }

    @Override
    public double survival(double x) {
        return Math.min(1, average(law -> law.survival(x)));
    }

    @Override
    public double mean() {
        return average(LossLaw::mean);
    }

    /** Variance within plus variance between the laws. */
    @Override
    public double variance() {
        double mean = mean();
        return mean == Double.POSITIVE_INFINITY
                ? mean
                : average(law -> law.variance() + (law.mean() - mean) * (law.mean() - mean));
    }

    @Override
    public double limitedMean(double limit) {
        return average(law -> law.limitedMean(limit));
    }

    /** Where a law has a kink, a jump or an end of its support, the mixture has a kink too. */
    @Override
    public double[] kinks() {
        return IntStream.range(0, weights.size())
                .filter(i -> weights.get(i) > 0)
                .mapToObj(components::get)
                .flatMapToDouble(Mixture::places)
                .filter(x -> x <= Bounds.LARGEST_LOSS)
                .flatMap(x -> DoubleStream.of(1 - survival(Math.nextDown(x)), 1 - survival(x)))
                .filter(p -> p > 0 && p < 1)
                .sorted()
                .distinct()
                .toArray();
    }

    private static DoubleStream places(LossLaw law) {
        DoubleStream ends = DoubleStream.of(law.quantile(0), law.upperQuantile(0));
        DoubleStream inside = Arrays.stream(law.kinks())
                .flatMap(p -> DoubleStream.of(law.quantile(p), law.upperQuantile(1 - p), law.quantile(Math.nextUp(p))));
        return DoubleStream.concat(ends, inside);
    }

    @Override
    public boolean isStep() {
        return components.stream().allMatch(LossLaw::isStep);
    }

    @Override
    public double tailIndex() {
        return each(LossLaw::tailIndex).min().getAsDouble();
    }
}
