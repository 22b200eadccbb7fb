package org.duecare.fund;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/**
 * The joint liability fund of the operators. Clock of a year: opening balance, interest, ex-ante levy (the last one cut to
 * the target), claims, expenses. When money or the annual limit runs short, all claims of the year are paid at one level,
 * pro rata.
 */
public record LiabilityFund(
        @Key(
                doc = "Balance above which no levy is raised.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double target,

        @Key(doc = "Balance before the first year.", unit = "money", min = 0, fallback = "0")
        double initial,

        @Key(doc = "Levy on operators, raised before the claims of the year.", fallback = "none") @Nullable
        Levy levy,

        @Key(
                doc = "Most paid for one event.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double perEventLimit,

        @Key(
                doc = "Most paid in a year.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double annualLimit,

        @Key(doc = "Interest on the opening balance.", unit = "1/year", min = -0.5, max = 1, fallback = "0")
        double interestPerYear,

        @Key(
                doc = "Running expenses, paid after claims as far as there is money.",
                unit = "money",
                min = 0,
                fallback = "0")
        double expensesPerYear,

        @Key(
                doc = "What happens when claims exceed the means: proRata pays all claims of the year at one level.",
                fallback = "proRata")
        Shortage shortage) {

    /** Rules for a shortage. */
    public enum Shortage {
        /** All claims of the year at one level. */
        PRO_RATA
    }

    /** The levy on operators. */
    public record Levy(
            @Key(
                    doc = "exAnte: raised at the start of each year while the balance is below the target.",
                    fallback = "exAnte")
            Rule rule,

            @Key(
                    doc =
                            "What the levy is measured by: revenue, users, premium before tax, expectedLoss (damages owed a "
                                    + "year), or flat for an amount each. Premium and expected loss are those known before the first "
                                    + "trial.",
                    fallback = "revenue")
            Base base,

            @Key(
                    doc = "Levy a year for each unit of the base; an amount for each operation when the base is flat.",
                    unit = "1/year",
                    min = 0)
            double ratePerYear) {
        /** Timing of a levy. */
        public enum Rule {
            /** Before the claims of the year. */
            EX_ANTE
        }

        /** What a levy is measured by. */
        public enum Base {
            /** Yearly revenue. */
            REVENUE,
            /** Number of users. */
            USERS,
            /** The same for each operation. */
            FLAT,
            /** Premium before tax, ex ante. */
            PREMIUM,
            /** Damages owed a year, ex ante. */
            EXPECTED_LOSS
        }

        /** Checks the rate. */
        public Levy {
            Require.notNegative(ratePerYear, "ratePerYear");
        }
    }

    /** Checks amounts and rates. */
    public LiabilityFund {
        Require.limit(target, "target");
        Require.notNegative(initial, "initial");
        Require.limit(perEventLimit, "perEventLimit");
        Require.limit(annualLimit, "annualLimit");
        Require.between(interestPerYear, -0.5, 1, "interestPerYear");
        Require.notNegative(expensesPerYear, "expensesPerYear");
    }
}
