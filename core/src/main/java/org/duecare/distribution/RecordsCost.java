package org.duecare.distribution;

import static org.duecare.distribution.StableMath.exp;
import static org.duecare.distribution.StableMath.log;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/**
 * Cost of a breach from the number of records: ln cost = intercept + slope ln records + sigma Z, Z standard normal. Without
 * spread the cost is a monotone function of the records; lognormal records give a lognormal cost; every other combination is
 * integrated numerically.
 */
public record RecordsCost(
        @Key(doc = "Law of the number of records.", unit = "records")
        LossLaw records,

        @Key(doc = "Logarithm of the cost of one record.", min = -500, max = 500)
        double intercept,

        @Key(doc = "Elasticity of the cost to the number of records.", min = 0, aboveMin = true, max = 10)
        double slope,

        @Key(doc = "Standard deviation of the logarithm of the cost given the records.", min = 0, max = 50)
        double sigma)
        implements LossLaw {
    /** Checks the parameters. */
    public RecordsCost {
        Require.between(intercept, -500, 500, "intercept");
        Require.positive(slope, "slope");
        Require.between(slope, 0, 10, "slope");
        Require.between(sigma, 0, 50, "sigma");
        double rare = StableMath.pow(records.upperQuantile(0.001), slope);
        Bounds.within(rare * exp(intercept + 3.1 * sigma), "slope", slope);
    }

    /** The cost of a number of records, without spread: e^intercept records^slope. */
    public static double cost(double records, double intercept, double slope) {
        return exp(intercept) * StableMath.pow(records, slope);
    }

    private double records(double cost) {
        return exp((log(cost) - intercept) / slope);
    }

    @Nullable
    LossLaw closedForm() {
        if (sigma > 0 && records instanceof Lognormal size) {
            double spread = Math.sqrt(slope * size.sigma() * slope * size.sigma() + sigma * sigma);
            return new Lognormal(intercept + slope * size.mu(), spread);
        }
        if (sigma > 0 && records instanceof Degenerate size && size.value() > 0) {
            return new Lognormal(intercept + slope * log(size.value()), sigma);
        }
        return null;
    }

    @Override
    public double quantile(double p) {
        LossLaw closed = closedForm();
        if (closed != null) {
            return closed.quantile(p);
        }
        return sigma == 0 ? cost(records.quantile(p), intercept, slope) : NoisyCost.quantile(this, p);
    }

    @Override
    public double upperQuantile(double q) {
        LossLaw closed = closedForm();
        if (closed != null) {
            return closed.upperQuantile(q);
        }
        return sigma == 0 ? cost(records.upperQuantile(q), intercept, slope) : NoisyCost.upperQuantile(this, q);
    }

    @Override
    public double cdf(double x) {
        LossLaw closed = closedForm();
        if (closed != null || x < 0) {
            return closed != null ? closed.cdf(x) : 0;
        }
        return sigma == 0 ? records.cdf(records(x)) : NoisyCost.average(this, x, records::cdf);
    }

    @Override
    public double survival(double x) {
        LossLaw closed = closedForm();
        if (closed != null || x < 0) {
            return closed != null ? closed.survival(x) : 1;
        }
        return sigma == 0 ? records.survival(records(x)) : NoisyCost.average(this, x, records::survival);
    }

    /** e^(intercept + sigma^2/2) E[records^slope]. */
    @Override
    public double mean() {
        LossLaw closed = closedForm();
        return closed != null ? closed.mean() : exp(intercept + 0.5 * sigma * sigma) * moment(slope);
    }

    @Override
    public double variance() {
        LossLaw closed = closedForm();
        if (closed != null || tailIndex() <= 2) {
            return closed != null ? closed.variance() : Double.POSITIVE_INFINITY;
        }
        double mean = mean();
        return exp(2 * intercept + 2 * sigma * sigma) * moment(2 * slope) - mean * mean;
    }

    private double moment(double power) {
        return Integral.excessMoment(records, 0, power);
    }

    @Override
    public double limitedMean(double limit) {
        LossLaw closed = closedForm();
        if (closed != null) {
            return closed.limitedMean(limit);
        }
        if (limit <= 0 || limit == Double.POSITIVE_INFINITY) {
            return limit <= 0 ? limit : mean();
        }
        if (sigma == 0) {
            return Integral.survivalMoment(this, 0, limit, 1);
        }
        return Integral.expectation(records, size -> NoisyCost.limitedMean(this, size, limit));
    }

    @Override
    public double[] kinks() {
        return sigma == 0 ? records.kinks() : new double[0];
    }

    @Override
    public boolean isStep() {
        return sigma == 0 && records.isStep();
    }

    @Override
    public double tailIndex() {
        return records.tailIndex() / slope;
    }
}
