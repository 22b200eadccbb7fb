package org.duecare.distribution;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Moments of a law by adaptive Gauss quadrature of its survival or quantile function, for laws without a closed form.
 * Pieces begin and end at the law's kinks, so that every integrand is smooth; relative accuracy about 1e-14.
 */
final class Integral {
    /** Nodes and weights of the sixteen-point Gauss-Legendre rule, positive half (DLMF table 3.5.4). */
    private static final double[] NODES = {
        0.0950125098376374401853,
        0.2816035507792589132305,
        0.4580167776572273863424,
        0.6178762444026437484467,
        0.7554044083550030338951,
        0.8656312023878317438805,
        0.9445750230732325760779,
        0.9894009349916499325962,
    };

    private static final double[] WEIGHTS = {
        0.1894506104550684962854,
        0.1826034150449235888668,
        0.1691565193950025381893,
        0.1495959888165767320815,
        0.1246289712555338720525,
        0.0951585116824927848099,
        0.0622535239386478928628,
        0.0271524594117540948518,
    };

    private static final double RELATIVE = 1e-14;
    private static final int MAX_DEPTH = 48;
    private static final double LADDER = 4;
    private static final double NEGLIGIBLE = 1e-19;

    /** -ln of the smallest tail probability that is integrated numerically. */
    private static final double DEEPEST = 680;

    /** The largest integrand followed. */
    private static final double LARGEST = 1e290;

    private Integral() {}

    /** The node of number i in 0...15 of the rule on [-1, 1]. */
    static double node(int i) {
        return i < NODES.length ? -NODES[NODES.length - 1 - i] : NODES[i - NODES.length];
    }

    /** Its weight; the sixteen weights sum to 2. */
    static double weight(int i) {
        return i < NODES.length ? WEIGHTS[NODES.length - 1 - i] : WEIGHTS[i - NODES.length];
    }

    /** The integral of f over [low, high] by one sixteen-point rule. */
    static double gauss(DoubleUnaryOperator f, double low, double high) {
        double centre = 0.5 * (low + high);
        double half = 0.5 * (high - low);
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            sum += WEIGHTS[i] * (f.applyAsDouble(centre - half * NODES[i]) + f.applyAsDouble(centre + half * NODES[i]));
        }
        return half * sum;
    }

    /** The integral of a function without sign changes over consecutive pieces, each smooth inside. */
    static double over(DoubleUnaryOperator f, double[] edges) {
        double[] coarse = new double[Math.max(0, edges.length - 1)];
        double total = 0;
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = gauss(f, edges[i], edges[i + 1]);
            total += Math.abs(coarse[i]);
        }
        double sum = 0;
        for (int i = 0; i < coarse.length; i++) {
            sum += refine(f, edges[i], edges[i + 1], coarse[i], RELATIVE * total, MAX_DEPTH);
        }
        return sum;
    }

    private static double refine(
            DoubleUnaryOperator f, double low, double high, double whole, double bound, int depth) {
        double middle = 0.5 * (low + high);
        double left = gauss(f, low, middle);
        double right = gauss(f, middle, high);
        double change = Math.abs(left + right - whole);
        // Written so that an infinite or undefined integrand ends the refinement at once.
        if (!(change > bound && change > RELATIVE * Math.abs(whole)) || depth == 0) {
            return left + right;
        }
        return refine(f, low, middle, left, bound, depth - 1) + refine(f, middle, high, right, bound, depth - 1);
    }

    /** The integral of P(X > x) (x - from)^(power - 1) power over [from, to], {@code to} finite. */
    static double survivalMoment(LossLaw law, double from, double to, int power) {
        if (!(to > from)) {
            return 0;
        }
        DoubleUnaryOperator integrand = power == 1 ? law::survival : x -> 2 * (x - from) * law.survival(x);
        return over(integrand, edges(law, from, to));
    }

    /** Edges in [from, to]: a geometric ladder down from the upper end, and all places where the law has a kink. */
    static double[] edges(LossLaw law, double from, double to) {
        double[] edges = new double[64];
        int count = 0;
        double top = Math.min(to, Math.max(from, law.upperQuantile(0)));
        for (double x = top; x > from; x /= LADDER) {
            edges = push(edges, count++, x);
            if (law.cdf(x) < NEGLIGIBLE) {
                break;
            }
        }
        edges = push(edges, count++, from);
        edges = push(edges, count++, to);
        edges = push(edges, count++, Math.max(from, Math.min(to, law.quantile(0))));
        for (double kink : law.kinks()) {
            double x = law.quantile(kink);
            if (x > from && x < to) {
                edges = push(edges, count++, x);
            }
        }
        return sortedDistinct(edges, count);
    }

    private static double[] push(double[] values, int count, double value) {
        double[] result = count < values.length ? values : Arrays.copyOf(values, 2 * values.length);
        result[count] = value;
        return result;
    }

    private static double[] sortedDistinct(double[] values, int count) {
        return Arrays.stream(values, 0, count).sorted().distinct().toArray();
    }

    /**
     * E[((X - threshold)+)^power], as the integral of the quantile function over tail probabilities on a logarithmic
     * scale, so that heavy tails are followed to 1e-295 and closed by a power law.
     */
    static double excessMoment(LossLaw law, double threshold, double power) {
        if (law.tailIndex() <= power) {
            return Double.POSITIVE_INFINITY;
        }
        double reach = threshold <= 0 ? 0.5 : law.survival(threshold);
        if (reach <= 0) {
            return 0;
        }
        double upper = tail(law, threshold, power, reach);
        return threshold <= 0 ? upper + head(law, threshold, power) : upper;
    }

    private static double tail(LossLaw law, double threshold, double power, double reach) {
        double deepest = DEEPEST + StableMath.log(reach);
        while (!(StableMath.pow(law.upperQuantile(reach * StableMath.exp(-deepest)), power) < LARGEST)) {
            deepest *= 0.75;
        }
        double[] breaks = logarithmic(law.kinks(), reach, true, deepest);
        double sum = over(
                w -> {
                    double q = reach * StableMath.exp(-w);
                    return q * StableMath.pow(Math.max(0, law.upperQuantile(q) - threshold), power);
                },
                breaks);
        double last = reach * StableMath.exp(-deepest);
        double rest = StableMath.pow(law.upperQuantile(last) - threshold, power) * last;
        return sum + rest / (1 - power / law.tailIndex());
    }

    private static double head(LossLaw law, double threshold, double power) {
        double[] breaks = logarithmic(law.kinks(), 0.5, false);
        return over(
                w -> {
                    double p = 0.5 * StableMath.exp(-w);
                    return p * StableMath.pow(Math.max(0, law.quantile(p) - threshold), power);
                },
                breaks);
    }

    /** E[g(X)] for a bounded g that is smooth where the law's quantile function is. */
    static double expectation(LossLaw law, DoubleUnaryOperator g) {
        DoubleUnaryOperator lower =
                w -> 0.5 * StableMath.exp(-w) * g.applyAsDouble(law.quantile(0.5 * StableMath.exp(-w)));
        DoubleUnaryOperator upper =
                w -> 0.5 * StableMath.exp(-w) * g.applyAsDouble(law.upperQuantile(0.5 * StableMath.exp(-w)));
        return over(lower, logarithmic(law.kinks(), 0.5, false)) + over(upper, logarithmic(law.kinks(), 0.5, true));
    }

    static double[] logarithmic(double[] kinks, double reach, boolean upper) {
        return logarithmic(kinks, reach, upper, DEEPEST);
    }

    private static double[] logarithmic(double[] kinks, double reach, boolean upper, double deepest) {
        double[] edges = new double[16 + kinks.length];
        int count = 1;
        for (double w = 0.5; w < deepest; w *= 2) {
            edges[count++] = w;
        }
        edges[count++] = deepest;
        for (double kink : kinks) {
            double w = StableMath.log(reach / (upper ? 1 - kink : kink));
            if (w > 0 && w < deepest) {
                edges[count++] = w;
            }
        }
        return sortedDistinct(edges, count);
    }
}
