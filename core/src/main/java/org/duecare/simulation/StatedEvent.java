package org.duecare.simulation;

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

        @Key(doc = "Harm to third parties through each operation struck.", unit = "money", min = 0)
        double harm,

        @Key(doc = "Own loss of each operation struck.", unit = "money", min = 0, fallback = "0")
        double ownLoss,

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

    /** Checks year, time and amounts. */
    public StatedEvent {
        Require.name(event, "event");
        Require.between(year, 1, 1000, "year");
        Require.that(time > 0 && time < 1, "time", "= " + time + " must lie strictly between 0 and 1", "");
        Require.notNegative(harm, "harm");
        Require.notNegative(ownLoss, "ownLoss");
    }

    /** The same event with all amounts multiplied. */
    public StatedEvent scaled(double factor) {
        return new StatedEvent(event, year, time, operations, harm * factor, ownLoss * factor, liable);
    }
}
