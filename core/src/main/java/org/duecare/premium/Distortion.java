package org.duecare.premium;

import org.duecare.distribution.IncompleteBeta;
import org.duecare.distribution.LossLaw;
import org.duecare.distribution.Normal;
import org.duecare.distribution.StableMath;
import org.duecare.quantity.CompensatedSum;
import org.duecare.quantity.Require;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;

/**
 * A principle that bends probabilities: the price is the integral of g(P(X > x)) over x, with g rising from 0 to 1 and
 * concave (S. Wang, 1996). On a discrete law the probability above is constant between two losses, so the sum is exact: an
 * atom is priced by g left of it minus g right of it.
 */
public sealed interface Distortion extends PremiumPrinciple
        permits Distortion.Wang, Distortion.ProportionalHazard, Distortion.DualPower, Distortion.TailValueAtRisk {
    /**
     * g: the probability with which an exceedance is priced.
     *
     * @param survival P(X > x), in [0, 1]
     */
    double distort(double survival);

    @Override
    default double price(DiscreteLoss loss) {
        CompensatedSum sum = new CompensatedSum();
        sum.add(loss.loss(0));
        for (int k = 1; k < loss.size(); k++) {
            sum.add((loss.loss(k) - loss.loss(k - 1)) * distort(loss.above(k - 1)));
        }
        return sum.value();
    }

    /**
     * The price of a layer of one loss with a continuous law: the integral of g over the layer, relative error about 1e-9.
     *
     * @param from lower end, at or above 0
     * @param to upper end, finite and above {@code from}
     */
    default double layer(LossLaw law, double from, double to) {
        Require.notNegative(from, "from");
        Require.that(to > from && to <= Double.MAX_VALUE, "to", "= " + to + " must be finite and above from", "");
        double sum = 0;
        double low = from;
        while (low < to) {
            double high = low == 0 ? Math.min(to, Math.max(law.quantile(0.5), to * 1e-6)) : Math.min(to, 2 * low);
            sum += new IterativeLegendreGaussIntegrator(12, 1e-11, 1e-9 * (high - low))
                    .integrate(1_000_000, x -> distort(law.survival(x)), low, high);
            low = high;
        }
        return sum;
    }

    /** A level of a quantile or tail: in [0, 1). */
    static double level(double level) {
        Require.that(level >= 0 && level < 1, "level", "= " + level + " must be at least 0 and below 1", "");
        return level;
    }

    /**
     * g(s) = Q(z(s) + lambda), z the normal score of s; Q the normal law, or Student's t for uncertain parameters (S. Wang,
     * A class of distortion operators, 2000; Cat bond pricing using probability transforms, 2004).
     *
     * @param lambda market price of risk, at or above 0
     * @param degreesOfFreedom of Student's t, above 0; infinite for the normal law
     */
    record Wang(double lambda, double degreesOfFreedom) implements Distortion {
        /** Checks the parameters. */
        public Wang {
            Require.notNegative(lambda, "lambda");
            Require.limit(degreesOfFreedom, "degreesOfFreedom");
        }

        /** The transform with one factor. */
        public Wang(double lambda) {
            this(lambda, Double.POSITIVE_INFINITY);
        }

        @Override
        public double distort(double survival) {
            if (survival <= 0 || survival >= 1) {
                return survival <= 0 ? 0 : 1;
            }
            double score = Normal.inverse(survival) + lambda;
            return degreesOfFreedom == Double.POSITIVE_INFINITY ? Normal.cdf(score) : student(score);
        }

        private double student(double t) {
            double square = t * t;
            double x = degreesOfFreedom / (degreesOfFreedom + square);
            double tail =
                    0.5 * IncompleteBeta.lower(degreesOfFreedom / 2, 0.5, x, square / (degreesOfFreedom + square));
            return t < 0 ? tail : 1 - tail;
        }
    }

    /**
     * g(s) = s^exponent (S. Wang, Insurance pricing and increased limits ratemaking, 1995).
     *
     * @param exponent above 0, at most 1; 1 for no load
     */
    record ProportionalHazard(double exponent) implements Distortion {
        /** Checks the exponent. */
        public ProportionalHazard {
            Require.positive(exponent, "exponent");
            Require.between(exponent, 0, 1, "exponent");
        }

        @Override
        public double distort(double survival) {
            return survival <= 0 ? 0 : StableMath.pow(survival, exponent);
        }
    }

    /**
     * g(s) = 1 - (1 - s)^power: the expected largest of that many independent losses when the power is whole.
     *
     * @param power at or above 1; 1 for no load
     */
    record DualPower(double power) implements Distortion {
        /** Checks the power. */
        public DualPower {
            Require.that(power >= 1 && power <= Double.MAX_VALUE, "power", "= " + power + " must be at least 1", "");
        }

        @Override
        public double distort(double survival) {
            return survival >= 1 ? 1 : -StableMath.expm1(power * StableMath.log1p(-survival));
        }
    }

    /**
     * g(s) = min(1, s / (1 - level)): tail value at risk.
     *
     * @param level in [0, 1)
     */
    record TailValueAtRisk(double level) implements Distortion {
        /** Checks the level. */
        public TailValueAtRisk {
            Distortion.level(level);
        }

        @Override
        public double distort(double survival) {
            return Math.min(1, survival / (1 - level));
        }
    }
}
