package org.duecare.fund;

import java.util.List;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/**
 * The joint liability fund of the operators. Clock of a year: opening balance, interest, ex-ante levy (the last one cut to
 * the target), claims, call, expenses, refund. When money or the annual limit runs short, all claims of the year are paid at one level,
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
        FundLevy levy,

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
                doc = "What happens when claims exceed the means: proRata pays all claims of the year at one level; "
                        + "priority pays classes of claimants one after the other; provisional pays at a level that is rounded "
                        + "down and raised as uncertainty falls.",
                fallback = "proRata")
        Shortage shortage,

        @Key(doc = "Call on members after claims that exceed the means.", fallback = "none") @Nullable
        FundCall call,

        @Key(
                doc = "Whether a call already arrives in the year of the claims; otherwise from the year after.",
                fallback = "false")
        boolean sameYear,

        @Key(
                doc = "Loan that bridges a shortage; it shows as a negative balance and is repaid by later levies.",
                fallback = "none")
        @Nullable
        FundLoan loan,

        @Key(
                doc = "Closing balance above which money goes back to the members.",
                unit = "money",
                min = 0,
                fallback = "none",
                unlimited = true)
        double refundAbove,

        @Key(
                doc =
                        "Classes of claimants in the order in which they are paid when shortage is priority; shares sum to 1.",
                fallback = "[]")
        List<ClaimClass> priority,

        @Key(
                doc = "How levels of payment are set while claims are uncertain, when shortage is provisional.",
                fallback = "none")
        @Nullable
        Provisional provisional,

        @Key(
                doc =
                        "Share of what victims abroad are owed that the fund admits where nothing secures equal treatment (nonDiscrimination 0); at nonDiscrimination 1 it admits all, as of victims at home. Below 1 to study discrimination.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "1")
        double foreignLevel) {

    private static final double TOLERANCE = 1e-6;

    /** Rules for a shortage. */
    public enum Shortage {
        /** All claims of the year at one level. */
        PRO_RATA,
        /** Classes of claimants one after the other, pro rata within a class. */
        PRIORITY,
        /** All claims of the year at one level, which is rounded down and raised as uncertainty falls. */
        PROVISIONAL
    }

    /** A class of claimants. */
    public record ClaimClass(
            @Key(doc = "Name of the class, for example individuals or state.")
            String name,

            @Key(doc = "Its share of every claim on the fund.", unit = "share", min = 0, max = 1)
            double share) {
        /** Checks name and share. */
        public ClaimClass {
            Require.name(name, "name");
            Require.share(share, "share");
        }
    }

    /** Checks amounts and rates. */
    public LiabilityFund {
        Require.share(foreignLevel, "foreignLevel");
        Require.limit(target, "target");
        Require.notNegative(initial, "initial");
        Require.limit(perEventLimit, "perEventLimit");
        Require.limit(annualLimit, "annualLimit");
        Require.between(interestPerYear, -0.5, 1, "interestPerYear");
        Require.notNegative(expensesPerYear, "expensesPerYear");
        Require.that(refundAbove >= 0, "refundAbove", "= " + refundAbove + " must be >= 0", "");
        priority = List.copyOf(priority);
        Require.that(
                (shortage == Shortage.PRIORITY) == !priority.isEmpty(),
                "priority",
                "and shortage: priority belong together",
                "Give both or none");
        double sum = priority.stream().mapToDouble(ClaimClass::share).sum();
        Require.that(
                priority.isEmpty() || Math.abs(sum - 1) <= TOLERANCE,
                "priority",
                "has shares that sum to " + sum,
                "They must sum to 1");
        Require.that(call != null || !sameYear, "sameYear", "needs a call", "");
        Require.that(
                (shortage == Shortage.PROVISIONAL) == (provisional != null),
                "provisional",
                "and shortage: provisional belong together",
                "Give both or none");
    }

    /** A fund of nothing but a balance before the first year, to be added to. */
    public static FundBuilder withBalance(double initial) {
        return new FundBuilder().initial(initial);
    }

    /** The same fund, to be changed. */
    public FundBuilder but() {
        return new FundBuilder()
                .target(target)
                .initial(initial)
                .levy(levy)
                .perEventLimit(perEventLimit)
                .annualLimit(annualLimit)
                .interestPerYear(interestPerYear)
                .expensesPerYear(expensesPerYear)
                .shortage(shortage)
                .call(call)
                .sameYear(sameYear)
                .loan(loan)
                .refundAbove(refundAbove)
                .priority(priority)
                .provisional(provisional)
                .foreignLevel(foreignLevel);
    }

    /**
     * Share of what victims abroad are owed that the fund admits (element 8): {@code d + (1 - d) foreignLevel}.
     *
     * @param nonDiscrimination d in [0, 1], the smaller of the operation's and the state's
     */
    public double admits(double nonDiscrimination) {
        return nonDiscrimination + (1 - nonDiscrimination) * foreignLevel;
    }
}
