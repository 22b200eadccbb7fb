package org.duecare.fund;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** A loan. */
public record FundLoan(
        @Key(
                doc = "Most that may be owed.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double facility,

        @Key(doc = "Interest on what is owed.", unit = "1/year", min = 0, max = 1, fallback = "0")
        double interestPerYear,

        @Key(
                doc = "Extra levy while something is owed, as a share of the levy.",
                unit = "share",
                min = 0,
                fallback = "0")
        double surcharge) {
    /** Checks amounts. */
    public FundLoan {
        Require.limit(facility, "facility");
        Require.between(interestPerYear, 0, 1, "interestPerYear");
        Require.notNegative(surcharge, "surcharge");
    }
}
