package org.duecare.premium;

import org.duecare.distribution.Binomial;
import org.duecare.distribution.CountLaw;
import org.duecare.distribution.Geometric;
import org.duecare.distribution.Logarithmic;
import org.duecare.distribution.NegativeBinomial;
import org.duecare.distribution.NeymanA;
import org.duecare.distribution.Poisson;
import org.duecare.distribution.ZeroModified;
import org.duecare.distribution.ZeroTruncated;
import org.duecare.quantity.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * Panjer's recursion for counts with p(n) = (a + b/n) p(n-1) from n = 2 on, the class (a, b, 1), which holds the class
 * (a, b, 0) (H. Panjer, ASTIN Bulletin 12, 1981; B. Sundt and W. Jewell 1981). Neyman's type A is two recursions.
 */
final class Panjer {
    /** Most products of one recursion. */
    private static final double MOST_WORK = 4e9;

    private Panjer() {}

    /** Parameters of a count law: {@code p0} and {@code p1} are free, the others follow by a and b. */
    record Recursion(double a, double b, double p0, double p1) {}

    /** The recursion of a count law; null where it has none of one stage. */
    static @Nullable Recursion recursion(CountLaw count) {
        double[] ab = parameters(count);
        return ab == null ? null : new Recursion(ab[0], ab[1], count.probability(0), count.probability(1));
    }

    private static double @Nullable [] parameters(CountLaw count) {
        if (count instanceof Poisson poisson) {
            return new double[] {0, poisson.mean()};
        }
        if (count instanceof NegativeBinomial negative) {
            double a = (negative.dispersion() - 1) / negative.dispersion();
            return new double[] {a, (negative.mean() / (negative.dispersion() - 1) - 1) * a};
        }
        if (count instanceof Geometric geometric) {
            return new double[] {geometric.mean() / (1 + geometric.mean()), 0};
        }
        if (count instanceof Binomial binomial && binomial.p() < 1) {
            double odds = binomial.p() / (1 - binomial.p());
            return new double[] {-odds, (binomial.n() + 1) * odds};
        }
        if (count instanceof Logarithmic logarithmic) {
            double a = logarithmic.mean() == 1 ? 0 : 2 * logarithmic.probability(2) / logarithmic.probability(1);
            return new double[] {a, -a};
        }
        if (count instanceof ZeroTruncated truncated) {
            return parameters(truncated.of());
        }
        return count instanceof ZeroModified modified ? parameters(modified.of()) : null;
    }

    /** Whether a law of one source can be computed by recursion with little work and without underflow. */
    static boolean fits(CompoundLaw law, int buckets, int severities) {
        CountLaw count = law.sources().get(0).count();
        boolean known = law.sources().size() == 1 && (count instanceof NeymanA || parameters(count) != null);
        return known && (double) buckets * severities <= 1 << 22 && count.variance() < 400;
    }

    /** The masses at 0, h, ...; a fault that names the count where there is no recursion. */
    static double[] compound(CompoundLaw law, double step, int buckets, ExactMethod method) {
        if (law.sources().size() != 1) {
            throw new InvalidValueException("method", "= panjer takes a single source", "Write fft");
        }
        CompoundLaw.Source source = law.sources().get(0);
        double[] severity = method.discretisation().masses(source.size(), step, buckets);
        if (source.count() instanceof NeymanA neyman) {
            double[] cluster = compound(new Poisson(neyman.perCluster()), severity);
            return compound(new Poisson(neyman.clusters()), cluster);
        }
        return compound(source.count(), severity);
    }

    /** The masses of a compound law of a lattice size: g(x) by all g below it. */
    static double[] compound(CountLaw count, double[] severity) {
        Recursion recursion = recursion(count);
        if (recursion == null) {
            throw new InvalidValueException("method", "= panjer has no recursion for this count", "Write fft");
        }
        double[] re = {severity[0]};
        double[] im = {0};
        count.generate(re, im);
        int longest = severity.length - 1;
        while (longest > 0 && severity[longest] == 0) {
            longest--;
        }
        if (!(re[0] > Double.MIN_NORMAL)) {
            throw new InvalidValueException("method", "= panjer underflows: P(S = 0) is too small", "Write fft");
        }
        if ((double) longest * severity.length > MOST_WORK) {
            throw new InvalidValueException("method", "= panjer would take too long on this grid", "Write fft");
        }
        double[] masses = new double[severity.length];
        masses[0] = re[0];
        double start = recursion.p1() - (recursion.a() + recursion.b()) * recursion.p0();
        double below = 1 - recursion.a() * severity[0];
        for (int x = 1; x < masses.length; x++) {
            double sum = start * severity[x];
            double slope = recursion.b() / x;
            for (int y = 1; y <= Math.min(x, longest); y++) {
                sum += (recursion.a() + slope * y) * severity[y] * masses[x - y];
            }
            masses[x] = sum / below;
        }
        return masses;
    }
}
