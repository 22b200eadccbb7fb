package org.duecare.assessment;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** What the account of welfare counts. Nothing here changes a run. */
public record WelfarePlan(
        @Key(
                doc = "Relative risk aversion of victims; 0 for victims to whom only the mean counts.",
                min = 0,
                max = 20,
                fallback = "2",
                source = "assumption")
        double riskAversion,

        @Key(
                doc =
                        "What those who bear the uncompensated harm of a year own together; they share it in proportion and cannot lose more.",
                unit = "money",
                min = 0,
                aboveMin = true)
        double victimsWealth,

        @Key(
                doc = "Return that the capital behind insurers must earn above the riskless rate.",
                unit = "1/year",
                min = 0,
                max = 1,
                fallback = "0.06",
                source = "Commission Delegated Regulation (EU) 2015/35, article 39")
        double costOfCapital,

        @Key(
                doc =
                        "Level of the tail value at risk that insurers, reinsurers and the mutual together hold capital for, above their mean.",
                unit = "share",
                min = 0.5,
                max = 0.9999,
                fallback = "0.99",
                source = "Swiss Solvency Test: expected shortfall at 99 %")
        double capitalLevel,

        @Key(
                doc = "What handling one incident with liability costs courts, parties and payers together.",
                unit = "money",
                min = 0,
                fallback = "0",
                source = "assumption")
        double administrationPerClaim) {
    private static final double LEAST_LEVEL = 0.5;
    private static final double MOST_LEVEL = 0.9999;
    private static final double MOST_AVERSION = 20;

    /** Checks ranges. */
    public WelfarePlan {
        Require.between(riskAversion, 0, MOST_AVERSION, "riskAversion");
        Require.positive(victimsWealth, "victimsWealth");
        Require.share(costOfCapital, "costOfCapital");
        Require.between(capitalLevel, LEAST_LEVEL, MOST_LEVEL, "capitalLevel");
        Require.notNegative(administrationPerClaim, "administrationPerClaim");
    }
}
