package org.duecare.fund;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** The levy on operators. */
public record FundLevy(
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
    public FundLevy(Rule rule, Base base, double ratePerYear) {
        this(rule, base, ratePerYear, null, 0, 0, Double.POSITIVE_INFINITY, 0);
    }

    /** A levy that is not deferred and has no band. */
    public FundLevy(
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
    public FundLevy {
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
    public FundLevy withRate(double other) {
        return new FundLevy(rule, base, other, unit, threshold, floor, cap, grading, deferredShare, level, upToLevel);
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
