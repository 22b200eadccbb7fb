package org.duecare.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duecare.premium.Calibration;
import org.duecare.premium.PrincipleChoice;
import org.duecare.quantity.InvalidValueException;
import org.duecare.simulation.ExAntePrices;
import org.jspecify.annotations.Nullable;

/**
 * The parameter of one principle at which all policies together pay the premium that gives the portfolio's capital its
 * return.
 *
 * @param parameter its name
 * @param choice the principle with the parameter found; null where none in its range reaches the premium
 * @param premium wanted, before expenses, main units a year
 */
public record PriceCalibration(
        String principle, String parameter, @Nullable PrincipleChoice choice, double premium) {
    private record Family(String principle, String parameter, double low, double high) {}

    private static final List<Family> FAMILIES = List.of(
            new Family("expectedValue", "load", 0, 100),
            new Family("standardDeviation", "load", 0, 100),
            new Family("wang", "lambda", 0, 5),
            new Family("proportionalHazard", "exponent", 0.05, 1),
            new Family("dualPower", "power", 1, 1000));

    /**
     * The parameters of the principles with one parameter.
     *
     * @param rate return on the capital that, with the premium, makes up the portfolio's TVaR
     */
    public static List<PriceCalibration> of(ExAntePrices prices, PriceTable.Portfolio portfolio, double rate) {
        double wanted = Calibration.premiumForReturn(portfolio.law(), portfolio.level(), rate);
        List<PriceCalibration> found = new ArrayList<>();
        for (Family family : FAMILIES) {
            found.add(new PriceCalibration(
                    family.principle(), family.parameter(), solve(prices, family, wanted), wanted));
        }
        return found;
    }

    private static @Nullable PrincipleChoice solve(ExAntePrices prices, Family family, double wanted) {
        try {
            double parameter = Calibration.parameter(
                    x -> prices.riskPremium(choice(family, x)), wanted, family.low(), family.high());
            return choice(family, parameter);
        } catch (InvalidValueException outside) {
            return null;
        }
    }

    private static PrincipleChoice choice(Family family, double x) {
        return PrincipleChoice.of(family.principle(), Map.of(family.parameter(), x));
    }
}
