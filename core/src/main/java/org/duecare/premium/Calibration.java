package org.duecare.premium;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Require;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/** Finds the parameter of a principle that gives a wanted premium, or a wanted return on the capital behind it. */
public final class Calibration {
    private static final double RELATIVE = 1e-14;
    private static final int ORDER = 5;
    private static final int MOST_STEPS = 1000;

    private Calibration() {}

    /**
     * The premium that pays a return on the capital which, with the premium, makes up the assets TVaR(level):
     * P = E[X] + r (a - P), thus P = (E[X] + r a) / (1 + r).
     *
     * @param level of the assets, in [0, 1)
     * @param rate of return on capital a year, at or above 0
     */
    public static double premiumForReturn(DiscreteLoss loss, double level, double rate) {
        Require.notNegative(rate, "targetReturn");
        return (loss.mean() + rate * loss.tvar(Distortion.level(level))) / (1 + rate);
    }

    /**
     * The parameter at which a family of principles gives a premium; the premium must be monotone in the parameter.
     *
     * @param family makes the principle from its parameter
     * @param low lower end of the parameter
     * @param high upper end of the parameter
     * @throws InvalidValueException when the premium lies outside what the ends give
     */
    public static double parameter(
            DoubleFunction<? extends PremiumPrinciple> family,
            DiscreteLoss loss,
            double premium,
            double low,
            double high) {
        return parameter(x -> family.apply(x).price(loss), premium, low, high);
    }

    /**
     * The parameter at which a premium is reached; it must be monotone in the parameter.
     *
     * @param premiumAt premium by parameter
     * @throws InvalidValueException when the premium lies outside what the ends give
     */
    public static double parameter(DoubleUnaryOperator premiumAt, double premium, double low, double high) {
        double atLow = premiumAt.applyAsDouble(low) - premium;
        double atHigh = premiumAt.applyAsDouble(high) - premium;
        if (!(atLow * atHigh <= 0)) {
            throw new InvalidValueException(
                    "premium",
                    "= " + premium + " is outside what parameters between " + low + " and " + high + " give: "
                            + (atLow + premium) + " to " + (atHigh + premium),
                    "");
        }
        if (atLow == 0 || atHigh == 0) {
            return atLow == 0 ? low : high;
        }
        double scale = Math.max(premium, Double.MIN_NORMAL);
        return new BracketingNthOrderBrentSolver(RELATIVE, RELATIVE * Math.max(1, Math.abs(high)), RELATIVE, ORDER)
                .solve(MOST_STEPS, x -> premiumAt.applyAsDouble(x) / scale - premium / scale, low, high);
    }
}
