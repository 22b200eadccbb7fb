package org.duecare.premium;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.duecare.distribution.LayerMoments;
import org.duecare.distribution.LossLaw;
import org.duecare.quantity.Require;

/**
 * What is paid for one claim: {@code coinsurance · min(limit, (X - deductible)+)} with probability {@code kept}, else 0.
 *
 * @param law of the loss X, main units
 * @param deductible main units, at or above 0
 * @param limit main units, above 0, possibly infinite
 * @param coinsurance factor on what the layer takes, at or above 0; also used to scale a law
 * @param kept probability that a claim is made at all
 */
public record ClaimSize(LossLaw law, double deductible, double limit, double coinsurance, double kept) {
    private static final int MOST_PLACES = 20_000;

    /** A value of positive probability. */
    record Atom(double value, double mass) {}

    /** Checks the terms. */
    public ClaimSize {
        Require.notNegative(deductible, "deductible");
        Require.limit(limit, "limit");
        Require.notNegative(coinsurance, "coinsurance");
        Require.share(kept, "kept");
    }

    /** The whole loss. */
    public static ClaimSize of(LossLaw law) {
        return new ClaimSize(law, 0, Double.POSITIVE_INFINITY, 1, 1);
    }

    /** What a layer pays of this payment: again a layer of the loss. */
    public ClaimSize layer(double from, double most) {
        if (coinsurance == 0) {
            return this;
        }
        double above = from / coinsurance;
        double left = limit - above;
        if (!(left > 0)) {
            return new ClaimSize(law, deductible, limit, 0, kept);
        }
        return new ClaimSize(law, deductible + above, Math.min(left, most / coinsurance), coinsurance, kept);
    }

    /** A share of this payment. */
    public ClaimSize share(double share) {
        return new ClaimSize(law, deductible, limit, coinsurance * share, kept);
    }

    /** The most that can be paid, possibly infinite. */
    double most() {
        if (isNothing()) {
            return 0;
        }
        return coinsurance * Math.min(limit, Math.max(0, law.upperQuantile(0) - deductible));
    }

    /** Whether nothing is ever paid. */
    boolean isNothing() {
        return coinsurance == 0 || kept == 0 || law.survival(deductible) <= 0;
    }

    /** P(payment > y) for y at or above 0. */
    double survival(double y) {
        double part = y / coinsurance;
        return part >= limit ? 0 : kept * law.survival(deductible + part);
    }

    /** E[min(payment, y)]. */
    double limitedMean(double y) {
        double to = deductible + Math.min(y / coinsurance, limit);
        return kept * coinsurance * (law.limitedMean(to) - law.limitedMean(deductible));
    }

    /** E[payment^power] for a power of 1 to 3; infinite where it does not exist. */
    double moment(int power) {
        if (isNothing()) {
            return 0;
        }
        if (power == 1 && limit == Double.POSITIVE_INFINITY && law.mean() == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        if (power == 1) {
            double top = limit == Double.POSITIVE_INFINITY ? law.mean() : law.limitedMean(deductible + limit);
            return kept * coinsurance * (top - law.limitedMean(deductible));
        }
        double raw = deductible == 0 && limit == Double.POSITIVE_INFINITY && power == 2
                ? law.variance() + law.mean() * law.mean()
                : LayerMoments.of(law, deductible, limit, power);
        double factor = power == 2 ? coinsurance * coinsurance : coinsurance * coinsurance * coinsurance;
        return kept * factor * raw;
    }

    /** E[e^(-eta payment)]. */
    double laplace(double eta) {
        double rate = eta * coinsurance;
        return isNothing() ? 1 : 1 - kept * rate * LayerMoments.tilted(law, deductible, limit, rate, 0);
    }

    /** E[payment e^(-eta payment)]. */
    double tiltedMean(double eta) {
        double rate = eta * coinsurance;
        return isNothing() ? 0 : kept * coinsurance * LayerMoments.tilted(law, deductible, limit, rate, rate);
    }

    /** Whether the payment takes countably many values. */
    boolean isStep() {
        return isNothing() || law.isStep();
    }

    /** The places in (0, most] where the law of the payment has an atom, a kink or its end, rising. */
    double[] places() {
        TreeSet<Double> places = new TreeSet<>();
        if (isNothing()) {
            return new double[0];
        }
        place(places, law.quantile(0));
        place(places, law.upperQuantile(0));
        double[] kinks = law.kinks();
        for (int i = 0; i < Math.min(kinks.length, MOST_PLACES); i++) {
            place(places, law.quantile(kinks[i]));
            place(places, law.quantile(Math.nextUp(kinks[i])));
        }
        if (limit < Double.POSITIVE_INFINITY) {
            places.add(coinsurance * limit);
        }
        return places.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void place(TreeSet<Double> places, double loss) {
        double part = loss - deductible;
        if (part > 0 && part <= limit && part < Double.POSITIVE_INFINITY) {
            places.add(coinsurance * part);
        }
    }

    /** The values above 0 of positive probability, rising; of a step law all its values. */
    List<Atom> atoms() {
        List<Atom> atoms = new ArrayList<>();
        double end = coinsurance * limit;
        for (double y : places()) {
            double mass = y == end
                    ? kept * (law.survival(deductible + limit) + jump(deductible + limit))
                    : kept * jump(deductible + y / coinsurance);
            if (mass > 0) {
                atoms.add(new Atom(y, mass));
            }
        }
        return atoms;
    }

    /** P(X = x); the values around are tried as well, as a place may have been rounded. */
    private double jump(double x) {
        double near = 4 * Math.ulp(x);
        double mass = law.survival(Math.max(0, x - near)) - law.survival(x + near);
        return law.isStep() || mass > 1e-11 ? Math.max(0, mass) : 0;
    }

    /** P(payment = 0). */
    double zero() {
        return isNothing() ? 1 : 1 - kept * law.survival(deductible);
    }
}
