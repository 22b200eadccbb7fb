package org.duecare.distribution;

import static org.duecare.distribution.StableMath.exp;
import static org.duecare.distribution.StableMath.log;

import java.util.Optional;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

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

    /** The law without spread. */
    RecordsCost withoutSpread() {
        return new RecordsCost(records, intercept, slope, 0);
    }

    private double records(double cost) {
        return exp((log(cost) - intercept) / slope);
    }

    /** The law of known form that this one is, if any. */
    Optional<LossLaw> closedForm() {
        Optional<LossLaw> power = PowerLaw.of(records, intercept, slope);
        if (sigma == 0) {
            return power;
        }
        if (power.isPresent() && power.get() instanceof Lognormal base) {
            return Optional.of(new Lognormal(base.mu(), Math.sqrt(base.sigma() * base.sigma() + sigma * sigma)));
        }
        return power.isPresent() && power.get() instanceof Degenerate base && base.value() > 0
                ? Optional.of(Lognormal.ofMedian(base.value(), sigma))
                : Optional.empty();
    }

    @Override
    public double quantile(double p) {
        Optional<LossLaw> closed = closedForm();
        if (closed.isPresent()) {
            return closed.get().quantile(p);
        }
        return sigma == 0 ? cost(records.quantile(p), intercept, slope) : NoisyCost.quantile(this, p);
    }

    @Override
    public double upperQuantile(double q) {
        Optional<LossLaw> closed = closedForm();
        if (closed.isPresent()) {
            return closed.get().upperQuantile(q);
        }
        return sigma == 0 ? cost(records.upperQuantile(q), intercept, slope) : NoisyCost.upperQuantile(this, q);
    }

    @Override
    public double cdf(double x) {
        Optional<LossLaw> closed = closedForm();
        if (closed.isPresent() || x < 0) {
            return closed.isPresent() ? closed.get().cdf(x) : 0;
        }
        return sigma == 0 ? records.cdf(records(x)) : NoisyCost.average(this, x, withoutSpread()::cdf);
    }

    @Override
    public double survival(double x) {
        Optional<LossLaw> closed = closedForm();
        if (closed.isPresent() || x < 0) {
            return closed.isPresent() ? closed.get().survival(x) : 1;
        }
        return sigma == 0 ? records.survival(records(x)) : NoisyCost.average(this, x, withoutSpread()::survival);
    }

    /** e^(intercept + sigma^2/2) E[records^slope]. */
    @Override
    public double mean() {
        Optional<LossLaw> closed = closedForm();
        if (closed.isPresent()) {
            return closed.get().mean();
        }
        return sigma == 0
                ? exp(intercept) * Integral.excessMoment(records, 0, slope)
                : exp(0.5 * sigma * sigma) * withoutSpread().mean();
    }

    /** With mean m and variance v without spread: e^(sigma^2) (e^(sigma^2) v + (e^(sigma^2) - 1) m^2). */
    @Override
    public double variance() {
        Optional<LossLaw> closed = closedForm();
        if (closed.isPresent() || tailIndex() <= 2) {
            return closed.isPresent() ? closed.get().variance() : Double.POSITIVE_INFINITY;
        }
        if (sigma == 0) {
            double mean = mean();
            return exp(2 * intercept) * Integral.excessMoment(records, 0, 2 * slope) - mean * mean;
        }
        RecordsCost base = withoutSpread();
        double mean = base.mean();
        double square = sigma * sigma;
        return exp(square) * (exp(square) * base.variance() + StableMath.expm1(square) * mean * mean);
    }

    @Override
    public double limitedMean(double limit) {
        Optional<LossLaw> closed = closedForm();
        if (closed.isPresent()) {
            return closed.get().limitedMean(limit);
        }
        if (limit <= 0 || limit == Double.POSITIVE_INFINITY) {
            return limit <= 0 ? limit : mean();
        }
        return sigma == 0
                ? Integral.survivalMoment(this, 0, limit, 1)
                : Integral.expectation(withoutSpread(), median -> NoisyCost.limitedMean(median, sigma, limit));
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
