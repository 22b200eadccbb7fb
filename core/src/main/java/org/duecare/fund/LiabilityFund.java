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
                doc = "What happens when claims exceed the means: proRata pays all claims of the year at one level; "
                        + "priority pays classes of claimants one after the other; provisional pays at a level that is rounded "
                        + "down and raised as uncertainty falls.",
                fallback = "proRata")
        Shortage shortage,

        @Key(doc = "Call on members after claims that exceed the means.", fallback = "none") @Nullable
        Call call,

        @Key(
                doc = "Whether a call already arrives in the year of the claims; otherwise from the year after.",
                fallback = "false")
        boolean sameYear,

        @Key(
                doc = "Loan that bridges a shortage; it shows as a negative balance and is repaid by later levies.",
                fallback = "none")
        @Nullable
        Loan loan,

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

    /** A fund that treats all victims alike. */
    public LiabilityFund(
            double target,
            double initial,
            @Nullable Levy levy,
            double perEventLimit,
            double annualLimit,
            double interestPerYear,
            double expensesPerYear,
            Shortage shortage,
            @Nullable Call call,
            boolean sameYear,
            @Nullable Loan loan,
            double refundAbove,
            List<ClaimClass> priority,
            @Nullable Provisional provisional) {
        this(
                target,
                initial,
                levy,
                perEventLimit,
                annualLimit,
                interestPerYear,
                expensesPerYear,
                shortage,
                call,
                sameYear,
                loan,
                refundAbove,
                priority,
                provisional,
                1);
    }

    /** A fund without call, loan, refund and classes. */
    public LiabilityFund(
            double target,
            double initial,
            @Nullable Levy levy,
            double perEventLimit,
            double annualLimit,
            double interestPerYear,
            double expensesPerYear,
            Shortage shortage) {
        this(
                target,
                initial,
                levy,
                perEventLimit,
                annualLimit,
                interestPerYear,
                expensesPerYear,
                shortage,
                null,
                false,
                null,
                Double.POSITIVE_INFINITY,
                List.of());
    }

    /** A fund whose levels of payment are final at once. */
    public LiabilityFund(
            double target,
            double initial,
            @Nullable Levy levy,
            double perEventLimit,
            double annualLimit,
            double interestPerYear,
            double expensesPerYear,
            Shortage shortage,
            @Nullable Call call,
            boolean sameYear,
            @Nullable Loan loan,
            double refundAbove,
            List<ClaimClass> priority) {
        this(
                target,
                initial,
                levy,
                perEventLimit,
                annualLimit,
                interestPerYear,
                expensesPerYear,
                shortage,
                call,
                sameYear,
                loan,
                refundAbove,
                priority,
                null);
    }

    /** Rules for a shortage. */
    public enum Shortage {
        /** All claims of the year at one level. */
        PRO_RATA,
        /** Classes of claimants one after the other, pro rata within a class. */
        PRIORITY,
        /** All claims of the year at one level, which is rounded down and raised as uncertainty falls. */
        PROVISIONAL
    }

    /** The call on members: what is due after claims, at most so much for each operator. */
    public record Call(
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
        public Call(Rule rule, double perOperator, double annualCap, double defaultShare, int timeBarYears) {
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
        public Call capped(double cap) {
            return new Call(rule, cap, annualCap, defaultShare, timeBarYears, defaults, null);
        }

        /** Checks amounts and shares. */
        public Call {
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

    /** A loan. */
    public record Loan(
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
        public Loan {
            Require.limit(facility, "facility");
            Require.between(interestPerYear, 0, 1, "interestPerYear");
            Require.notNegative(surcharge, "surcharge");
        }
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

    /** The levy on operators. */
    public record Levy(
            @Key(
                    doc = "exAnte: raised at the start of each year while the balance is below the target.",
                    fallback = "exAnte")
            Rule rule,

            @Key(
                    doc =
                            "What the levy is measured by: revenue, users, flat for an amount each, unit for a physical size; "
                                    + "or, known before the first trial, premium (before tax), expectedLoss (damages owed a year), "
                                    + "conditionalMean or coTvar (an operation's fair share of what reaches the fund together).",
                    fallback = "revenue")
            Base base,

            @Key(
                    doc = "Levy a year for each unit of the base; an amount for each operation when the base is flat.",
                    unit = "1/year",
                    min = 0)
            double ratePerYear,

            @Key(doc = "Name under the operation's units that the base unit stands for.", fallback = "none") @Nullable
            String unit,

            @Key(
                    doc = "Base up to which an operation pays nothing; above it all of the base counts.",
                    min = 0,
                    fallback = "0")
            double threshold,

            @Key(doc = "Least that a contributor pays in a year.", unit = "money", min = 0, fallback = "0")
            double floor,

            @Key(
                    doc = "Most that a contributor pays in a year.",
                    unit = "money",
                    min = 0,
                    aboveMin = true,
                    fallback = "none",
                    unlimited = true)
            double cap,

            @Key(
                    doc = "Grading by posture: the levy is multiplied by 1 + grading x shortfall of the year.",
                    min = 0,
                    fallback = "0")
            double grading,

            @Key(
                    doc =
                            "Share of the levy that is deferred: raised later in the year as far as its claims need it, and dropped "
                                    + "otherwise.",
                    unit = "share",
                    min = 0,
                    max = 1,
                    fallback = "0")
            double deferredShare,

            @Key(
                    doc =
                            "Level of the whole from which fair shares are taken: the base coTvar is an operation's mean in years "
                                    + "whose sum is beyond this quantile, conditionalMean its mean in years between this and upToLevel.",
                    unit = "share",
                    min = 0,
                    max = 1,
                    fallback = "0.99",
                    source = "assumption")
            double level,

            @Key(
                    doc = "Upper end of the band of the base conditionalMean.",
                    unit = "share",
                    min = 0,
                    max = 1,
                    fallback = "1")
            double upToLevel) {
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
            /** A physical size of the operation. */
            UNIT,
            /** Premium before tax, ex ante. */
            PREMIUM,
            /** Damages owed a year, ex ante. */
            EXPECTED_LOSS,
            /** Mean of what reaches the fund in years whose sum lies in a band of its quantiles, ex ante. */
            CONDITIONAL_MEAN,
            /** Mean of what reaches the fund in years whose sum lies beyond a quantile, ex ante. */
            CO_TVAR
        }

        /** A levy without threshold, floor, cap and grading. */
        public Levy(Rule rule, Base base, double ratePerYear) {
            this(rule, base, ratePerYear, null, 0, 0, Double.POSITIVE_INFINITY, 0);
        }

        /** A levy that is not deferred and has no band. */
        public Levy(
                Rule rule,
                Base base,
                double ratePerYear,
                @Nullable String unit,
                double threshold,
                double floor,
                double cap,
                double grading) {
            this(rule, base, ratePerYear, unit, threshold, floor, cap, grading, 0, DEFAULT_LEVEL, 1);
        }

        private static final double DEFAULT_LEVEL = 0.99;

        /** Checks rate and amounts. */
        public Levy {
            Require.notNegative(ratePerYear, "ratePerYear");
            Require.that(
                    (base == Base.UNIT) == (unit != null),
                    "unit",
                    base == Base.UNIT ? "must be given when base is unit" : "is read only when base is unit",
                    "Write base: unit and unit: NAME");
            Require.notNegative(threshold, "threshold");
            Require.notNegative(floor, "floor");
            Require.limit(cap, "cap");
            Require.that(floor <= cap, "floor", "= " + floor + " must not be above the cap " + cap, "");
            Require.notNegative(grading, "grading");
            Require.share(deferredShare, "deferredShare");
            Require.share(level, "level");
            Require.share(upToLevel, "upToLevel");
            Require.that(level < upToLevel, "level", "= " + level + " must be below upToLevel " + upToLevel, "");
        }

        /** The same levy at another rate. */
        public Levy withRate(double other) {
            return new Levy(rule, base, other, unit, threshold, floor, cap, grading, deferredShare, level, upToLevel);
        }

        /** Whether the base is a fair share of what reaches the fund. */
        public boolean fairShare() {
            return base == Base.CONDITIONAL_MEAN || base == Base.CO_TVAR;
        }

        /**
         * Levy of a contributor in an uncut year, main units.
         *
         * @param size the base of the operation
         * @param shortfall its shortfall of the year
         */
        public double of(double size, double shortfall) {
            boolean contributes = base == Base.FLAT || threshold == 0 || size > threshold;
            return contributes ? Math.max(floor, Math.min(cap, size * ratePerYear * (1 + grading * shortfall))) : 0;
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

    /** The same fund with another balance before the first year. */
    public LiabilityFund withInitial(double other) {
        return new LiabilityFund(
                target,
                other,
                levy,
                perEventLimit,
                annualLimit,
                interestPerYear,
                expensesPerYear,
                shortage,
                call,
                sameYear,
                loan,
                refundAbove,
                priority,
                provisional,
                foreignLevel);
    }

    /** The same fund with another levy. */
    public LiabilityFund withLevy(Levy other) {
        return new LiabilityFund(
                target,
                initial,
                other,
                perEventLimit,
                annualLimit,
                interestPerYear,
                expensesPerYear,
                shortage,
                call,
                sameYear,
                loan,
                refundAbove,
                priority,
                provisional,
                foreignLevel);
    }

    /** The same fund with another call. */
    public LiabilityFund withCall(Call other) {
        return new LiabilityFund(
                target,
                initial,
                levy,
                perEventLimit,
                annualLimit,
                interestPerYear,
                expensesPerYear,
                shortage,
                other,
                sameYear,
                loan,
                refundAbove,
                priority,
                provisional,
                foreignLevel);
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
