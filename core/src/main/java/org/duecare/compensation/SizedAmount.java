package org.duecare.compensation;

import java.util.List;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * An amount that follows the size of an operation: {@code min(cap, base + perUnit (size - above)+)}, or the amount of the
 * highest step whose lower end the size reaches.
 */
public record SizedAmount(
        @Key(doc = "What size is measured by: revenue, users, potentialHarm, or a name under the operation's units.")
        String unit,

        @Key(doc = "Amount up to the size above.", unit = "money", min = 0, fallback = "0")
        double base,

        @Key(doc = "Size up to which the base alone counts.", min = 0, fallback = "0")
        double above,

        @Key(doc = "Amount for each unit of size beyond above.", min = 0, fallback = "0")
        double perUnit,

        @Key(doc = "Most, whatever the size.", unit = "money", min = 0, fallback = "none", unlimited = true)
        double cap,

        @Key(doc = "Amounts by classes of size, instead of base and perUnit, in rising order of from.", fallback = "[]")
        List<Step> steps) {

    /** One class of size. */
    public record Step(
            @Key(doc = "Lower end of the class, which belongs to it.", min = 0)
            double from,

            @Key(doc = "Amount of the class.", unit = "money", min = 0)
            double amount) {
        /** Checks bounds. */
        public Step {
            Require.notNegative(from, "from");
            Require.notNegative(amount, "amount");
        }
    }

    /** Checks bounds and the order of steps. */
    public SizedAmount {
        steps = List.copyOf(steps);
        Require.name(unit, "unit");
        Require.notNegative(base, "base");
        Require.notNegative(above, "above");
        Require.notNegative(perUnit, "perUnit");
        Require.that(cap >= 0, "cap", "= " + cap + " must be >= 0", "");
        Require.that(
                steps.isEmpty() || (base == 0 && perUnit == 0),
                "steps",
                "stand beside base or perUnit",
                "Give steps, or base and perUnit");
        for (int i = 1; i < steps.size(); i++) {
            Require.that(steps.get(i - 1).from() < steps.get(i).from(), "steps", "must rise in from", "");
        }
    }

    /** The amount at a size, in main units; 0 below the first step. */
    public double at(double size) {
        if (steps.isEmpty()) {
            return Math.min(cap, base + perUnit * Math.max(0, size - above));
        }
        double amount = 0;
        for (Step step : steps) {
            amount = size >= step.from() ? step.amount() : amount;
        }
        return Math.min(cap, amount);
    }
}
