package org.duecare.insurance;

import java.util.List;
import org.duecare.premium.PremiumRule;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** Liability insurance of operations: who is obliged to buy it and on which terms. */
public record Insurance(
        @Key(
                doc = "none; takeUp: the shares of takeUp by size class; mandatory: all, up to compliance.",
                fallback = "none")
        Obligation obligation,

        @Key(doc = "Share of the obliged operations that do buy.", unit = "share", min = 0, max = 1, fallback = "1")
        double compliance,

        @Key(doc = "Share of operations that buy, by size class in rising order of upToRevenue.", fallback = "[]")
        List<TakeUp> takeUp,

        @Key(doc = "Retention of the operator in each incident.", unit = "money", min = 0, fallback = "0")
        double deductible,

        @Key(
                doc = "Most paid for one incident.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double limit,

        @Key(doc = "Sum of a year's payments that the insurer does not pay.", unit = "money", min = 0, fallback = "0")
        double annualDeductible,

        @Key(
                doc = "Most paid in a year.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double annualLimit,

        @Key(doc = "Share of the layer that the insurer bears.", unit = "share", min = 0, max = 1, fallback = "1")
        double coinsurance,

        @Key(
                doc =
                        "How the premium is made, before the first trial; none for no premium. Report only, but for levies "
                                + "measured by it.",
                fallback = "none")
        @Nullable
        PremiumRule premium) {

    /** Obligation to insure. */
    public enum Obligation {
        /** No insurance at all. */
        NONE,
        /** Observed or stated take-up by size class. */
        TAKE_UP,
        /** Everybody, up to compliance. */
        MANDATORY
    }

    /** Take-up of one size class. */
    public record TakeUp(
            @Key(
                    doc = "Upper end of the class.",
                    unit = "money",
                    min = 0,
                    aboveMin = true,
                    fallback = "none",
                    unlimited = true)
            double upToRevenue,

            @Key(doc = "Share of the class that buys.", unit = "share", min = 0, max = 1)
            double share) {
        /** Checks bound and share. */
        public TakeUp {
            Require.limit(upToRevenue, "upToRevenue");
            Require.share(share, "share");
        }
    }

    /** Checks amounts and the order of size classes. */
    public Insurance {
        takeUp = List.copyOf(takeUp);
        Require.share(compliance, "compliance");
        Require.notNegative(deductible, "deductible");
        Require.limit(limit, "limit");
        Require.notNegative(annualDeductible, "annualDeductible");
        Require.limit(annualLimit, "annualLimit");
        Require.share(coinsurance, "coinsurance");
        Require.that(
                obligation != Obligation.TAKE_UP || !takeUp.isEmpty(),
                "takeUp",
                "must be given when obligation is takeUp",
                "");
        for (int i = 1; i < takeUp.size(); i++) {
            Require.that(
                    takeUp.get(i - 1).upToRevenue() < takeUp.get(i).upToRevenue(),
                    "takeUp",
                    "must rise in upToRevenue",
                    "");
        }
    }

    /** The same insurance at other terms, bought by everybody. */
    public Insurance forEverybody(double otherDeductible, double otherLimit, double otherAnnualLimit) {
        return new Insurance(
                Obligation.MANDATORY,
                1,
                takeUp,
                otherDeductible,
                otherLimit,
                annualDeductible,
                otherAnnualLimit,
                coinsurance,
                premium);
    }

    /** Probability that an operation of a given revenue is insured. */
    public double insuredShare(double revenue) {
        return switch (obligation) {
            case NONE -> 0;
            case MANDATORY -> compliance;
            case TAKE_UP ->
                takeUp.stream()
                        .filter(row -> revenue <= row.upToRevenue())
                        .findFirst()
                        .map(TakeUp::share)
                        .orElse(0.0);
        };
    }
}
