package org.duecare.premium;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Terms on all claims: {@code coinsurance · min(limit, (X - deductible)+)} of each, then annual terms on their sum. */
public record AggregateTerms(
        @Key(doc = "Amount of each claim that is not paid.", unit = "money", min = 0, fallback = "0")
        double deductible,

        @Key(
                doc = "Most paid for one claim, before coinsurance.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double limit,

        @Key(doc = "Share of the layer that is paid.", unit = "share", min = 0, max = 1, fallback = "1")
        double coinsurance,

        @Key(doc = "Sum of a year's payments that is not paid.", unit = "money", min = 0, fallback = "0")
        double annualDeductible,

        @Key(
                doc = "Most paid in a year.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double annualLimit) {
    /** No terms. */
    public static final AggregateTerms NONE =
            new AggregateTerms(0, Double.POSITIVE_INFINITY, 1, 0, Double.POSITIVE_INFINITY);

    /** Checks the amounts. */
    public AggregateTerms {
        Require.notNegative(deductible, "deductible");
        Require.limit(limit, "limit");
        Require.share(coinsurance, "coinsurance");
        Require.notNegative(annualDeductible, "annualDeductible");
        Require.limit(annualLimit, "annualLimit");
    }

    /** Whether the sum of a year is changed. */
    boolean isAnnual() {
        return annualDeductible > 0 || annualLimit < Double.POSITIVE_INFINITY;
    }
}
