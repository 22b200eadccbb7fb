package org.duecare.insurance;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** One insurer: its share of every policy, and the capital out of which it pays when premiums do not suffice. */
public record Insurer(
        @Key(doc = "Name of the insurer.") String insurer,

        @Key(
                doc = "Its share of every policy; the shares of all insurers add up to 1.",
                unit = "share",
                min = 0,
                aboveMin = true,
                max = 1,
                fallback = "1")
        double share,

        @Key(
                doc = "Capital before the first year; none for an insurer that pays whatever comes.",
                unit = "money",
                min = 0,
                fallback = "none",
                unlimited = true)
        double capital,

        @Key(
                doc =
                        "Premium income of a year; none for its share of the premiums that insurance.premium makes, before "
                                + "tax, and for nothing where there is no such rule.",
                unit = "money",
                min = 0,
                fallback = "none")
        @Nullable
        Double premiumPerYear,

        @Key(
                doc =
                        "Expenses as a share of the premium income; none for expenses and commission of insurance.premium.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "none")
        @Nullable
        Double expenses,

        @Key(doc = "Expenses of a year that do not depend on the premium.", unit = "money", min = 0, fallback = "0")
        double expensesPerYear,

        @Key(
                doc = "Capital above which what is left at the end of a year is paid out to shareholders.",
                unit = "money",
                min = 0,
                fallback = "none",
                unlimited = true)
        double dividendAbove) {
    /** Checks name, share and amounts. */
    public Insurer {
        Require.name(insurer, "insurer");
        Require.share(share, "share");
        Require.that(share > 0, "share", "= 0 must be above 0", "Remove the insurer");
        Require.that(capital >= 0, "capital", "= " + capital + " must be at least 0", "Write none for unlimited");
        Require.that(dividendAbove >= 0, "dividendAbove", "= " + dividendAbove + " must be at least 0", "");
        Require.notNegative(premiumPerYear == null ? 0 : premiumPerYear, "premiumPerYear");
        Require.share(expenses == null ? 0 : expenses, "expenses");
        Require.notNegative(expensesPerYear, "expensesPerYear");
    }

    /**
     * What an insurer has for the claims of a year, minor units: capital and the premiums of the year, less expenses and
     * the price of reinsurance; negative where these are more than it has.
     */
    public static long available(long capital, long premium, long expenses, long reinsurance) {
        return capital + premium - expenses - reinsurance;
    }

    /** What it pays of claims net of reinsurance: all of them, or what it has. */
    public static long pays(long available, long claims) {
        return Math.min(claims, Math.max(0, available));
    }

    /** Capital after claims: never below nothing, and no more than what shareholders leave in. */
    public static long close(long available, long paid, long dividendAbove) {
        return Math.min(dividendAbove, Math.max(0, available - paid));
    }
}
