package org.duecare.simulation;

import org.duecare.operation.Operation;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** An event that happens in every trial: a named disaster, or the arithmetic of a regime. */
public record StatedEvent(
        @Key(doc = "Name of the event.") String event,

        @Key(doc = "Year in which it happens, from 1.", unit = "years", min = 1)
        int year,

        @Key(doc = "Moment within the year.", min = 0, max = 1, fallback = "0.5")
        double time,

        @Key(doc = "Which operations it strikes.", fallback = "{}")
        Adjustment.Where operations,

        @Key(
                doc = "Harm to third parties through each operation struck: an amount, or {amount, ofRevenue, perUser},"
                        + " which add up.")
        Amount harm,

        @Key(doc = "Own loss of each operation struck, likewise.", fallback = "{}")
        Amount ownLoss,

        @Key(
                doc = "true: liable for the whole harm; false: not liable; finding: by the liability rule.",
                fallback = "finding")
        Liable liable) {

    /** How liability for a stated event is decided. */
    public enum Liable {
        /** Liable for the whole harm. */
        TRUE,
        /** Not liable. */
        FALSE,
        /** By the liability rule of the variant. */
        FINDING
    }

    /** Money of one operation: a fixed amount, a share of yearly revenue, an amount for each user; they add up. */
    public record Amount(
            @Key(doc = "Fixed amount.", unit = "money", min = 0, fallback = "0")
            double amount,

            @Key(doc = "Share of yearly revenue.", min = 0, max = 1000, fallback = "0")
            double ofRevenue,

            @Key(doc = "Amount for each user.", unit = "money", min = 0, fallback = "0")
            double perUser) {
        /** Checks the amounts. */
        public Amount {
            Require.notNegative(amount, "amount");
            Require.between(ofRevenue, 0, 1000, "ofRevenue");
            Require.notNegative(perUser, "perUser");
        }

        /** A fixed amount alone. */
        public static Amount of(double amount) {
            return new Amount(amount, 0, 0);
        }

        /** Main units at an operation. */
        public double at(Operation operation) {
            return operation.sized(amount, ofRevenue, perUser);
        }

        Amount scaled(double factor) {
            return new Amount(amount * factor, ofRevenue * factor, perUser * factor);
        }
    }

    /** An event with the same harm and own loss at each operation struck. */
    public StatedEvent(
            String event,
            int year,
            double time,
            Adjustment.Where operations,
            double harm,
            double ownLoss,
            Liable liable) {
        this(event, year, time, operations, Amount.of(harm), Amount.of(ownLoss), liable);
    }

    /** Checks year and time. */
    public StatedEvent {
        Require.name(event, "event");
        Require.between(year, 1, 1000, "year");
        Require.that(time > 0 && time < 1, "time", "= " + time + " must lie strictly between 0 and 1", "");
    }

    /** The same event with all amounts multiplied. */
    public StatedEvent scaled(double factor) {
        return new StatedEvent(event, year, time, operations, harm.scaled(factor), ownLoss.scaled(factor), liable);
    }
}
