package org.duecare.underwriting;

import java.util.List;
import org.duecare.operation.RiskClass;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** One row of an insurer's record of claims: a policy, or a class of policies, in one period. */
public record ClaimsRow(
        @Key(doc = "The risk whose own record it is, for credibility: a policy, an operator, a class.", fallback = "")
        String risk,

        @Key(doc = "Group of the risk, for hierarchical credibility.", fallback = "")
        String group,

        @Key(
                doc =
                        "Period of the row, a year for example; a trend needs it, and so does the variance within a risk.",
                fallback = "0")
        double period,

        @Key(doc = "Sector.", fallback = "") String sector,

        @Key(doc = "Territory.", fallback = "") String territory,

        @Key(doc = "Class of revenue: micro, small, medium, large or very-large.", fallback = "")
        String size,

        @Key(doc = "Quarter of the mean care: 0-25, 25-50, 50-75 or 75-100.", fallback = "")
        String posture,

        @Key(doc = "Assurance level: none, basic, substantial or high.", fallback = "")
        String assurance,

        @Key(doc = "Exposure, in policy-years.", unit = "policy-years", min = 0, aboveMin = true, fallback = "1")
        double exposure,

        @Key(doc = "Number of claims.", min = 0, fallback = "0")
        double claims,

        @Key(doc = "Paid for them together.", unit = "money", min = 0, fallback = "0")
        double amount) {
    /** Checks amounts and the words of rating factors. */
    public ClaimsRow {
        Require.finite(period, "period");
        Require.positive(exposure, "exposure");
        Require.notNegative(claims, "claims");
        Require.notNegative(amount, "amount");
        Require.that(
                amount == 0 || claims > 0,
                "amount",
                "= " + amount + " was paid for no claim",
                "Write the number of claims it was paid for");
        word(size, RiskClass.Dimension.SIZE);
        word(posture, RiskClass.Dimension.POSTURE);
        word(assurance, RiskClass.Dimension.ASSURANCE);
    }

    private static void word(String value, RiskClass.Dimension factor) {
        List<String> words = factor.words();
        Require.that(
                value.isEmpty() || words.contains(value),
                factor.key(),
                "= " + value + " is none of " + String.join(", ", words),
                "The same words as in tariffs and prices");
    }

    /** The level of a rating factor; empty where the row does not say. */
    String level(RiskClass.Dimension factor) {
        return switch (factor) {
            case SECTOR -> sector;
            case TERRITORY -> territory;
            case SIZE -> size;
            case POSTURE -> posture;
            case ASSURANCE -> assurance;
        };
    }
}
