package org.duecare.distribution;

import java.util.Optional;

/** The two quantile functions of a law as tables are made from them: the law's own, or prepared where those are slow. */
interface TailFunctions {
    /** The quantile at p, p at or below 1/2. */
    double quantile(double p);

    /** The quantile at 1 - q, q at or below 1/2. */
    double upperQuantile(double q);

    /** The functions of a law, for probabilities from 2^-54 on. */
    static TailFunctions of(LossLaw law) {
        Optional<CostInversion> prepared = law instanceof RecordsCost cost
                        && cost.sigma() > 0
                        && cost.closedForm().isEmpty()
                ? CostInversion.of(cost)
                : Optional.empty();
        return prepared.<TailFunctions>map(inversion -> inversion).orElseGet(() -> new Own(law));
    }

    /** A law's own functions. */
    record Own(LossLaw law) implements TailFunctions {
        @Override
        public double quantile(double p) {
            return law.quantile(p);
        }

        @Override
        public double upperQuantile(double q) {
            return law.upperQuantile(q);
        }
    }
}
