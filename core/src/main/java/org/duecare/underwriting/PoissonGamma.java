package org.duecare.underwriting;

import org.duecare.quantity.Require;

/**
 * Claims of a Poisson law whose rate has a gamma law over risks: the case in which the linear credibility premium is the
 * exact posterior mean.
 *
 * @param shape of the gamma law, above 0
 * @param rate of the gamma law, in units of exposure, above 0
 */
public record PoissonGamma(double shape, double rate) {
    /** Checks the parameters. */
    public PoissonGamma {
        Require.positive(shape, "shape");
        Require.positive(rate, "rate");
    }

    /** Expected claims of one unit of exposure. */
    public double mean() {
        return shape / rate;
    }

    /** Share of the own record: exposure over exposure plus rate. */
    public double factor(double exposure) {
        return Credibility.factor(exposure, mean(), shape / (rate * rate));
    }

    /**
     * The law after a record.
     *
     * @param claims number seen, at or above 0
     * @param exposure over which they were seen, at or above 0
     */
    public PoissonGamma after(double claims, double exposure) {
        return new PoissonGamma(
                shape + Require.notNegative(claims, "claims"), rate + Require.notNegative(exposure, "exposure"));
    }
}
