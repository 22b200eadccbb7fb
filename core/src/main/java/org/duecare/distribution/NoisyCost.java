package org.duecare.distribution;

import static org.duecare.distribution.StableMath.exp;
import static org.duecare.distribution.StableMath.log;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The numeric part of {@link RecordsCost}: cost with spread, records of any law. */
final class NoisyCost {
    /** Scores beyond this have probability below 1e-300. */
    private static final double LARGEST_SCORE = 39;

    private static final double PANEL = 3;
    private static final double NEGLIGIBLE = 1e-22;

    private NoisyCost() {}

    /** The integral over scores z of density times the tail of the cost without spread at x e^(-sigma z). */
    static double average(RecordsCost law, double x, DoubleUnaryOperator tail) {
        double level = log(x);
        DoubleUnaryOperator integrand = z -> Normal.density(z) * tail.applyAsDouble(exp(level - law.sigma() * z));
        double[] edges = edges(law, level);
        double[] peaks = new double[edges.length - 1];
        double highest = 0;
        for (int i = 0; i < peaks.length; i++) {
            peaks[i] = integrand.applyAsDouble(0.5 * (edges[i] + edges[i + 1]));
            highest = Math.max(highest, peaks[i]);
        }
        int first = 0;
        int last = peaks.length - 1;
        while (first < last && peaks[first] < NEGLIGIBLE * highest) {
            first++;
        }
        while (last > first && peaks[last] < NEGLIGIBLE * highest) {
            last--;
        }
        return Math.min(
                1,
                Integral.over(
                        integrand,
                        Arrays.copyOfRange(edges, Math.max(0, first - 1), Math.min(last + 3, edges.length))));
    }

    private static double[] edges(RecordsCost law, double level) {
        LossLaw base = law.withoutSpread();
        DoubleStream places = DoubleStream.concat(
                DoubleStream.of(base.quantile(0), base.upperQuantile(0)),
                Arrays.stream(base.kinks())
                        .flatMap(p -> DoubleStream.of(base.quantile(p), base.quantile(Math.nextUp(p)))));
        DoubleStream scores = places.filter(size -> size > 0 && size < Double.POSITIVE_INFINITY)
                .map(size -> (level - log(size)) / law.sigma())
                .filter(z -> Math.abs(z) < LARGEST_SCORE);
        int panels = (int) (2 * LARGEST_SCORE / PANEL);
        DoubleStream grid = IntStream.rangeClosed(0, panels).mapToDouble(i -> i * PANEL - LARGEST_SCORE);
        return DoubleStream.concat(grid, scores).sorted().distinct().toArray();
    }

    /** E[min(cost, limit)] given the median cost: that of a lognormal law. */
    static double limitedMean(double median, double sigma, double limit) {
        double score = log(median / limit) / sigma;
        if (!(Math.abs(score) < LARGEST_SCORE)) {
            return score < 0 ? median * exp(0.5 * sigma * sigma) : limit;
        }
        return Lognormal.ofMedian(median, sigma).limitedMean(limit);
    }

    /** Between costs with either part at probability p/2, and both at sqrt(p). */
    static double quantile(RecordsCost law, double p) {
        if (p <= 0 || p > 0.5) {
            return p <= 0 ? 0 : upperQuantile(law, 1 - p);
        }
        double target = log(p);
        LossLaw base = law.withoutSpread();
        double low = base.quantile(0.5 * p) * exp(law.sigma() * Normal.inverse(0.5 * p));
        double high = base.quantile(Math.sqrt(p)) * exp(law.sigma() * Normal.inverse(Math.sqrt(p)));
        return Root.smallest(x -> log(law.cdf(x)) - target, low, high);
    }

    /** Between costs with both parts exceeded with probability sqrt(q), and with either exceeded with q/2. */
    static double upperQuantile(RecordsCost law, double q) {
        if (q <= 0 || q > 0.5) {
            return q <= 0 ? Double.POSITIVE_INFINITY : quantile(law, 1 - q);
        }
        double target = log(q);
        LossLaw base = law.withoutSpread();
        double low = base.upperQuantile(Math.sqrt(q)) * exp(law.sigma() * Normal.inverseUpper(Math.sqrt(q)));
        double high = base.upperQuantile(0.5 * q) * exp(law.sigma() * Normal.inverseUpper(0.5 * q));
        return Root.smallest(x -> target - log(law.survival(x)), low, Math.min(Double.MAX_VALUE, high));
    }
}
