package org.duecare.distribution;

import java.util.Optional;

/** The law of e^intercept X^slope, for the families of X that are closed under powers. */
final class PowerLaw {
    private PowerLaw() {}

    /** The law of the power; empty for other families and where its parameters leave the range of its family. */
    static Optional<LossLaw> of(LossLaw law, double intercept, double slope) {
        if (law instanceof Lognormal x) {
            return lognormal(intercept + slope * x.mu(), slope * x.sigma());
        }
        if (law instanceof Degenerate x) {
            return Optional.of(new Degenerate(RecordsCost.cost(x.value(), intercept, slope)));
        }
        if (law instanceof Exponential x) {
            return weibull(1 / slope, RecordsCost.cost(x.mean(), intercept, slope));
        }
        if (law instanceof Weibull x) {
            return weibull(x.shape() / slope, RecordsCost.cost(x.scale(), intercept, slope));
        }
        if (law instanceof Pareto x) {
            return pareto(x.alpha() / slope, RecordsCost.cost(x.minimum(), intercept, slope));
        }
        if (law instanceof Burr x) {
            return burr(x.alpha(), x.gamma() / slope, RecordsCost.cost(x.scale(), intercept, slope));
        }
        return law instanceof Loglogistic x
                ? burr(1, x.shape() / slope, RecordsCost.cost(x.scale(), intercept, slope))
                : Optional.empty();
    }

    private static Optional<LossLaw> lognormal(double mu, double sigma) {
        return Math.abs(mu) <= 600 && sigma <= 50 ? Optional.of(new Lognormal(mu, sigma)) : Optional.empty();
    }

    private static Optional<LossLaw> weibull(double shape, double scale) {
        return shape >= 0.01 && shape <= 1000 && scale > 0 ? Optional.of(new Weibull(shape, scale)) : Optional.empty();
    }

    private static Optional<LossLaw> pareto(double alpha, double minimum) {
        return alpha <= 1000 && minimum > 0 ? Optional.of(new Pareto(alpha, minimum)) : Optional.empty();
    }

    private static Optional<LossLaw> burr(double alpha, double gamma, double scale) {
        return gamma >= 1e-3 && gamma <= 1000 && scale > 0
                ? Optional.of(new Burr(alpha, gamma, scale))
                : Optional.empty();
    }
}
