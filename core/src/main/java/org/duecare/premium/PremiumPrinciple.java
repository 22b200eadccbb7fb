package org.duecare.premium;

import org.duecare.distribution.StableMath;
import org.duecare.quantity.CompensatedSum;
import org.duecare.quantity.Require;

/**
 * A rule that turns a law of losses into a premium before expenses, commission and tax. Principles by moments, by
 * exponential utility and by cost of capital stand here; those that bend probabilities are {@link Distortion}s.
 */
public sealed interface PremiumPrinciple
        permits Distortion,
                PremiumPrinciple.ExpectedValue,
                PremiumPrinciple.StandardDeviation,
                PremiumPrinciple.Variance,
                PremiumPrinciple.Exponential,
                PremiumPrinciple.Esscher,
                PremiumPrinciple.PercentileLayer,
                PremiumPrinciple.CostOfCapital {
    /** The premium for a law of losses, in its units. */
    double price(DiscreteLoss loss);

    /**
     * (1 + load) E[X].
     *
     * @param load at or above 0
     */
    record ExpectedValue(double load) implements PremiumPrinciple {
        /** Checks the load. */
        public ExpectedValue {
            Require.notNegative(load, "load");
        }

        @Override
        public double price(DiscreteLoss loss) {
            return (1 + load) * loss.mean();
        }
    }

    /**
     * E[X] + load sd[X].
     *
     * @param load at or above 0
     */
    record StandardDeviation(double load) implements PremiumPrinciple {
        /** Checks the load. */
        public StandardDeviation {
            Require.notNegative(load, "load");
        }

        @Override
        public double price(DiscreteLoss loss) {
            return loss.mean() + load * loss.sd();
        }
    }

    /**
     * E[X] + load Var[X].
     *
     * @param load in 1 / money, at or above 0
     */
    record Variance(double load) implements PremiumPrinciple {
        /** Checks the load. */
        public Variance {
            Require.notNegative(load, "load");
        }

        @Override
        public double price(DiscreteLoss loss) {
            return loss.mean() + load * loss.variance();
        }
    }

    /**
     * ln E[exp(a X)] / a: the premium at which constant absolute risk aversion is indifferent (H. Gerber 1979).
     *
     * @param aversion a, in 1 / money, above 0
     */
    record Exponential(double aversion) implements PremiumPrinciple {
        /** Checks the aversion. */
        public Exponential {
            Require.positive(aversion, "aversion");
        }

        /** Small exponents by their distance from 1, so that the mean is not lost to rounding; large ones from the top. */
        @Override
        public double price(DiscreteLoss loss) {
            boolean small = aversion * loss.largest() < 1;
            double top = small ? 0 : loss.largest();
            CompensatedSum sum = new CompensatedSum();
            for (int k = 0; k < loss.size(); k++) {
                double exponent = aversion * (loss.loss(k) - top);
                sum.add(loss.mass(k) * (small ? StableMath.expm1(exponent) : StableMath.exp(exponent)));
            }
            return top + (small ? StableMath.log1p(sum.value()) : StableMath.log(sum.value())) / aversion;
        }
    }

    /**
     * E[X exp(h X)] / E[exp(h X)] (H. Buhlmann 1980).
     *
     * @param tilt h, in 1 / money, at or above 0
     */
    record Esscher(double tilt) implements PremiumPrinciple {
        /** Checks the tilt. */
        public Esscher {
            Require.notNegative(tilt, "tilt");
        }

        @Override
        public double price(DiscreteLoss loss) {
            CompensatedSum weights = new CompensatedSum();
            CompensatedSum sum = new CompensatedSum();
            for (int k = 0; k < loss.size(); k++) {
                double weight = loss.mass(k) * StableMath.exp(tilt * (loss.loss(k) - loss.largest()));
                weights.add(weight);
                sum.add(weight * loss.loss(k));
            }
            return sum.value() / weights.value();
        }
    }

    /**
     * Each layer of the assets a = VaR(level) costs its expected loss and a return on the rest of its capital, which the
     * premium itself helps to fund: E[X] + r / (1 + r) (a - E[min(X, a)]) (N. Bodoff, Capital allocation by percentile
     * layer, Variance 3, 2009).
     *
     * @param level of the assets, in [0, 1)
     * @param rate return r on capital a year, at or above 0
     */
    record PercentileLayer(double level, double rate) implements PremiumPrinciple {
        /** Checks level and rate. */
        public PercentileLayer {
            Distortion.level(level);
            Require.notNegative(rate, "rate");
        }

        @Override
        public double price(DiscreteLoss loss) {
            double assets = loss.quantile(level);
            return loss.mean() + rate / (1 + rate) * (assets - loss.limitedMean(assets));
        }
    }

    /**
     * E[X] + rate (TVaR(level) - E[X]): a yearly cost of the capital that carries the tail, as in the Swiss Solvency Test.
     *
     * @param level of the tail value at risk, in [0, 1)
     * @param rate cost of capital a year, at or above 0
     */
    record CostOfCapital(double level, double rate) implements PremiumPrinciple {
        /** Checks level and rate. */
        public CostOfCapital {
            Distortion.level(level);
            Require.notNegative(rate, "rate");
        }

        @Override
        public double price(DiscreteLoss loss) {
            return loss.mean() + rate * (loss.tvar(level) - loss.mean());
        }
    }
}
