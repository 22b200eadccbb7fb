package org.duecare.distribution;

import static org.duecare.distribution.StableMath.exp;
import static org.duecare.distribution.StableMath.expm1;
import static org.duecare.distribution.StableMath.log;
import static org.duecare.distribution.StableMath.log1p;
import static org.duecare.distribution.StableMath.logGamma;
import static org.duecare.distribution.StableMath.logGammaOnePlus;
import static org.duecare.distribution.StableMath.pow;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Burr of type XII: P(X > x) = (1 + (x / scale)^gamma)^(-alpha). */
public record Burr(
        @Key(doc = "First shape; the tail index is alpha times gamma.", min = 1e-3, max = 1000)
        double alpha,

        @Key(doc = "Second shape.", min = 1e-3, max = 1000) double gamma,

        @Key(doc = "Scale.", unit = "money", min = 0, aboveMin = true)
        double scale)
        implements LossLaw {
    /** Checks the parameters. */
    public Burr {
        Require.between(alpha, 1e-3, 1000, "alpha");
        Require.between(gamma, 1e-3, 1000, "gamma");
        Require.positive(scale, "scale");
        Bounds.within(scale * pow(expm1(Bounds.ONCE_IN_1000 / alpha), 1 / gamma), "alpha", alpha);
    }

    /** -ln P(X > x) / alpha. */
    private double hazard(double x) {
        double power = pow(x / scale, gamma);
        return power < 1e300 ? log1p(power) : gamma * log(x / scale);
    }

    @Override
    public double quantile(double p) {
        return scale * pow(expm1(-log1p(-p) / alpha), 1 / gamma);
    }

    @Override
    public double upperQuantile(double q) {
        double hazard = (q >= 0.5 ? -log1p(q - 1) : -log(q)) / alpha;
        return hazard < 700 ? scale * pow(expm1(hazard), 1 / gamma) : scale * exp(hazard / gamma);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -expm1(-alpha * hazard(x));
    }

    @Override
    public double survival(double x) {
        return x <= 0 ? 1 : exp(-alpha * hazard(x));
    }

    /** ln(E[X^k] / scale^k) = ln Gamma(1 + k/gamma) + ln Gamma(alpha - k/gamma) - ln Gamma(alpha). */
    private double logMoment(int k) {
        return logGammaOnePlus(k / gamma) + logGamma(alpha - k / gamma) - logGamma(alpha);
    }

    @Override
    public double mean() {
        return tailIndex() > 1 ? scale * exp(logMoment(1)) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double variance() {
        if (tailIndex() <= 2) {
            return Double.POSITIVE_INFINITY;
        }
        double mean = mean();
        return mean * mean * expm1(logMoment(2) - 2 * logMoment(1));
    }

    /** mean I_v(1 + 1/gamma, alpha - 1/gamma) + limit P(X > limit), v = P^(1/alpha) complement; else by quadrature. */
    @Override
    public double limitedMean(double limit) {
        if (limit <= 0 || limit == Double.POSITIVE_INFINITY) {
            return limit <= 0 ? limit : mean();
        }
        if (tailIndex() <= 1) {
            return Integral.survivalMoment(this, 0, limit, 1);
        }
        double hazard = hazard(limit);
        double share = IncompleteBeta.lower(1 + 1 / gamma, alpha - 1 / gamma, -expm1(-hazard), exp(-hazard));
        return mean() * share + limit * survival(limit);
    }

    @Override
    public double[] kinks() {
        return new double[0];
    }

    @Override
    public double tailIndex() {
        return alpha * gamma;
    }
}
