package org.duecare.compensation;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * What the state takes back, in later years and from all policyholders, of what its backstop paid: mandatory recoupment up to
 * the retention that the market as a whole is meant to bear.
 */
public record Recoupment(
        @Key(
                doc = "Amount collected for each unit that must be taken back.",
                min = 0,
                fallback = "1.4",
                source =
                        "31 CFR 50.90(a): 140 percent of the mandatory recoupment amount of the Terrorism Risk Insurance Act")
        double factor,

        @Key(
                doc = "Loss of a year that the market as a whole bears before anything stays with the state.",
                unit = "money",
                min = 0,
                aboveMin = true)
        double retention) {
    /** Checks the amounts. */
    public Recoupment {
        Require.notNegative(factor, "factor");
        Require.positive(retention, "retention");
    }

    /**
     * What is collected for a year: {@code factor · min(outlay, (retention - borne)+)}, minor units, rounded half up. That is
     * {@code factor · (min(retention, outlay + borne) - borne)+}, as the act of 2002 has it: sec. 103(e)(6) and (7).
     *
     * @param outlay paid by the layer
     * @param borne damages of the year that the layer did not pay
     */
    public static long collected(long outlay, long borne, long retention, double factor) {
        return (long) Math.floor(factor * Math.min(outlay, Math.max(0, retention - borne)) + 0.5);
    }
}
