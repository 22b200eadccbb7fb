package org.duecare.distribution;

import static org.duecare.distribution.StableMath.exp;
import static org.duecare.distribution.StableMath.log;

import java.util.Arrays;
import java.util.Optional;

/**
 * The quantile function of a {@link RecordsCost} with spread and records of any law, for the making of tables: the records
 * become a fine lattice of sizes, on which the cost is a finite mixture of lognormal laws, and each quantile is sought by
 * Newton's method from the one before. Not for use by several threads.
 */
final class CostInversion implements TailFunctions {
    /** -ln of the smallest probability of a lattice size; quantiles are asked for down to 2^-54. */
    private static final double DEEPEST = 85;

    /** Widest step of the lattice: in spreads of the cost given the records, and in logarithms of probability. */
    private static final double WIDEST_SCORE = 1.5;

    private static final double WIDEST_OCTAVE = 4;
    private static final int ORDER = 16;
    private static final int LARGEST_LATTICE = 100_000;

    /** Scores beyond which a lattice size exceeds, or stays below, for certain. */
    private static final double CERTAIN = 13;

    private static final int MAX_NEWTON = 60;
    private static final double LARGEST_STEP = 2;
    private static final double CONVERGED = 1e-9;

    private final RecordsCost law;
    private final double[] centres;
    private final double[] weights;
    private final double[] weightBelow;
    private final double[] weightAbove;
    private double lastLog;
    private double value;
    private double slope;

    private CostInversion(RecordsCost law, Lattice lattice) {
        this.law = law;
        this.centres = Arrays.copyOf(lattice.centres, lattice.count);
        this.weights = Arrays.copyOf(lattice.weights, lattice.count);
        this.weightBelow = new double[lattice.count + 1];
        this.weightAbove = new double[lattice.count + 1];
        for (int i = 0; i < lattice.count; i++) {
            weightBelow[i + 1] = weightBelow[i] + weights[i];
        }
        for (int i = lattice.count - 1; i >= 0; i--) {
            weightAbove[i] = weightAbove[i + 1] + weights[i];
        }
        this.lastLog = centres[lattice.count / 2];
    }

    /** Prepares a law; empty where the lattice would be too fine because the spread is tiny. */
    static Optional<CostInversion> of(RecordsCost law) {
        Lattice lattice = new Lattice(law);
        boolean fits = lattice.add(false) && lattice.add(true);
        return fits ? Optional.of(new CostInversion(law, lattice)) : Optional.empty();
    }

    /** Logarithms of median costs and their probabilities, ascending, by Gauss quadrature over the quantiles of records. */
    private static final class Lattice {
        private final RecordsCost law;
        private final LossLaw base;
        private final double[] centres = new double[LARGEST_LATTICE + ORDER];
        private final double[] weights = new double[LARGEST_LATTICE + ORDER];
        private int count;

        Lattice(RecordsCost law) {
            this.law = law;
            this.base = law.withoutSpread();
        }

        private double centre(double w, boolean upper) {
            double tail = 0.5 * exp(-w);
            double size =
                    upper ? law.records().upperQuantile(tail) : law.records().quantile(tail);
            return law.intercept() + law.slope() * log(size);
        }

        /** Adds one half of the probabilities; false when the lattice is full. */
        boolean add(boolean upper) {
            double[] edges = Integral.logarithmic(base.kinks(), 0.5, upper);
            int start = count;
            for (int i = 0; i + 1 < edges.length && edges[i] < DEEPEST; i++) {
                double end = Math.min(DEEPEST, edges[i + 1]);
                double near = centre(Math.nextUp(edges[i]), upper);
                double far = centre(Math.nextDown(end), upper);
                if (near == far && count < LARGEST_LATTICE) {
                    centres[count] = near;
                    weights[count++] = 0.5 * (exp(-edges[i]) - exp(-end));
                    continue;
                }
                double rise = Math.abs(far - near) / law.sigma();
                double steps = Math.ceil(Math.max((end - edges[i]) / WIDEST_OCTAVE, rise / WIDEST_SCORE));
                if (!(count + steps * ORDER <= LARGEST_LATTICE)) {
                    return false;
                }
                for (int step = 0; step < steps; step++) {
                    panel(edges[i] + (end - edges[i]) * (step / steps), (end - edges[i]) / steps, upper);
                }
            }
            if (!upper) {
                reverse(centres, start);
                reverse(weights, start);
            }
            return true;
        }

        private void panel(double from, double width, boolean upper) {
            for (int i = 0; i < ORDER; i++) {
                double w = from + 0.5 * width * (1 + Integral.node(i));
                centres[count] = centre(w, upper);
                weights[count] = 0.5 * width * Integral.weight(i) * 0.5 * exp(-w);
                count++;
            }
        }

        private void reverse(double[] values, int from) {
            for (int i = from, j = count - 1; i < j; i++, j--) {
                double kept = values[i];
                values[i] = values[j];
                values[j] = kept;
            }
        }
    }

    /** Sets value and slope in ln x of the upper or lower tail probability at ln x = y. */
    private void evaluate(double y, boolean upper) {
        int first = position(y - CERTAIN * law.sigma());
        int end = position(y + CERTAIN * law.sigma());
        double sum = upper ? weightAbove[end] : weightBelow[first];
        double density = 0;
        for (int i = first; i < end; i++) {
            double z = (y - centres[i]) / law.sigma();
            double decay = Normal.halfSquareDecay(z);
            double tail = decay * Normal.scaledSurvival(Math.abs(z));
            sum += weights[i] * (z > 0 == upper ? tail : 1 - tail);
            density += weights[i] * decay;
        }
        value = sum;
        slope = density / (law.sigma() * StableMath.SQRT_TWO_PI) * (upper ? -1 : 1);
    }

    private int position(double y) {
        int place = Arrays.binarySearch(centres, y);
        return place >= 0 ? place : -place - 1;
    }

    private double invert(double tail, boolean upper) {
        double target = log(tail);
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double y = lastLog;
        for (int i = 0; i < MAX_NEWTON; i++) {
            evaluate(y, upper);
            double excess = log(value) - target;
            if (excess > 0 == upper) {
                low = y;
            } else {
                high = y;
            }
            double step = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, -excess * value / slope));
            if (Double.isNaN(step)) {
                step = excess > 0 == upper ? LARGEST_STEP : -LARGEST_STEP;
            }
            boolean leaves = y + step < low || y + step > high;
            y = leaves ? 0.5 * (low + high) : y + step;
            if (Math.abs(step) < CONVERGED) {
                break;
            }
        }
        lastLog = y;
        return exp(y);
    }

    @Override
    public double quantile(double p) {
        return invert(p, false);
    }

    @Override
    public double upperQuantile(double q) {
        return invert(q, true);
    }
}
