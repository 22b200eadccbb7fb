package org.duecare.fund;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** The call on members: what is due after claims, at most so much for each operator. */
public record FundCall(
        @Key(doc = "retrospective: raised after the claims of a year.", fallback = "retrospective")
        Rule rule,

        @Key(
                doc = "Most that each operator owes for the claims of one year.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double perOperator,

        @Key(
                doc = "Most that each operator pays in one year, for all calls together.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double annualCap,

        @Key(
                doc =
                        "Share of what is called that members fail to pay; where defaults are drawn, the probability that a "
                                + "member pays nothing of what is called for the claims of a year.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0")
        double defaultShare,

        @Key(
                doc = "Years after the claims in which calls may still arrive; what has not come by then lapses.",
                unit = "years",
                min = 0,
                max = 1000,
                fallback = "1000")
        int timeBarYears,

        @Key(
                doc =
                        "share: the same share of every call stays unpaid; drawn: each member has a draw of its own for the "
                                + "claims of each year.",
                fallback = "share")
        Defaults defaults,

        @Key(
                doc =
                        "What each member owes at most for the claims of one year by size and key, instead of perOperator; "
                                + "calls are shared in this proportion.",
                fallback = "none")
        @Nullable
        Contribution contribution) {
    /** A call in equal shares of which a fixed share stays unpaid. */
    public FundCall(Rule rule, double perOperator, double annualCap, double defaultShare, int timeBarYears) {
        this(rule, perOperator, annualCap, defaultShare, timeBarYears, Defaults.SHARE, null);
    }

    /** How members default. */
    public enum Defaults {
        /** The same share of every call. */
        SHARE,
        /** A draw of its own for each member and year of claims. */
        DRAWN
    }

    /** Timing of a call. */
    public enum Rule {
        /** After the claims of the year. */
        RETROSPECTIVE
    }

    /** The same call with another bound on what an operator owes for the claims of one year. */
    public FundCall capped(double cap) {
        return new FundCall(rule, cap, annualCap, defaultShare, timeBarYears, defaults, null);
    }

    /** Checks amounts and shares. */
    public FundCall {
        Require.limit(perOperator, "perOperator");
        Require.limit(annualCap, "annualCap");
        Require.share(defaultShare, "defaultShare");
        Require.between(timeBarYears, 0, 1000, "timeBarYears");
        Require.that(
                contribution == null || perOperator == Double.POSITIVE_INFINITY,
                "perOperator",
                "and contribution both say what a member owes",
                "Keep one of them");
    }
}
