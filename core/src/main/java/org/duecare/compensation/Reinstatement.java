package org.duecare.compensation;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** One refill of a layer's limit after it was used up. */
public record Reinstatement(
        @Key(
                doc =
                        "Price of refilling the whole limit as a share of the layer's premium, pro rata to the amount refilled;"
                                + " 0 is free.",
                min = 0,
                fallback = "0")
        double premiumShare,

        @Key(doc = "Whether the price also falls with the part of the year that has passed.", fallback = "false")
        boolean proRataTime) {
    /** Checks the share. */
    public Reinstatement {
        Require.notNegative(premiumShare, "premiumShare");
    }
}
