package org.duecare.liability;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** The law of an incident: who is liable for the harm and for how much of it. */
public record Liability(
        @Key(
                doc = "Liability rule: none, negligence (breach of the standard of care), strict.",
                fallback = "negligence")
        Rule rule,

        @Key(doc = "Noise of the court's view of care; a bare number is the standard deviation.", fallback = "{}")
        CourtNoise courtNoise,

        @Key(doc = "Shortfall that is still excused.", unit = "share", min = 0, max = 1, fallback = "0")
        double tolerance,

        @Key(
                doc = "Burden of proof: shift of the finding index against the operator (above 0) or for it (below 0).",
                min = -1,
                max = 1,
                fallback = "0")
        double burdenShift,

        @Key(
                doc = "but-for: damages are the harm that due care would have avoided; none: the whole harm.",
                fallback = "but-for")
        Causation causation,

        @Key(doc = "Most owed for one incident: none, an amount, by size, or a share of turnover.", fallback = "none")
        LiabilityLimit limit,

        @Key(
                doc = "Shortfall above which the limit does not hold (gross fault); none: it always holds.",
                unit = "share",
                min = 0,
                fallback = "none",
                unlimited = true)
        double breakLimitAbove,

        @Key(
                doc =
                        "Who answers for the harm of a secondary incident. victim: the operation struck, for its own shortfall. source: the operation whose incident made it, for the shortfall that let its own incident happen or its warning fail.",
                fallback = "victim")
        Answerable contagion,

        @Key(
                doc = "Share of the recourse against providers (their recourseShare) that this law grants.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "1")
        double recourse) {

    /** Who answers for the harm of an incident that came from another operation. */
    public enum Answerable {
        /** The operation struck. */
        VICTIM,
        /** The operation that it came from: failure to warn. */
        SOURCE
    }

    /** Liability rules. */
    public enum Rule {
        /** Nobody owes damages. */
        NONE,
        /** Who fell short of the standard owes damages. */
        NEGLIGENCE,
        /** Who operates owes damages. */
        STRICT
    }

    /** Causation tests. */
    public enum Causation {
        /** Incremental: harm at the posture held less harm had the shortfalls been mended. */
        BUT_FOR,
        /** The whole harm. */
        NONE
    }

    /** Over what one noise draw of the court extends. */
    public enum NoiseScope {
        /** Each incident of its own. */
        INCIDENT,
        /** One draw for all incidents of one root event. */
        EVENT,
        /** One draw for all incidents of an operation in a year. */
        OPERATION_YEAR
    }

    /** The noise of the court. */
    public record CourtNoise(
            @Key(
                    doc = "Standard deviation of the court's error on the finding index.",
                    min = 0,
                    max = 10,
                    fallback = "0")
            double sd,

            @Key(doc = "Over what one error extends.", fallback = "event")
            NoiseScope scope) {
        /** Checks the standard deviation. */
        public CourtNoise {
            Require.between(sd, 0, 10, "sd");
        }
    }

    /** A law without limits of liability. */
    public Liability(Rule rule, CourtNoise courtNoise, double tolerance, double burdenShift, Causation causation) {
        this(rule, courtNoise, tolerance, burdenShift, causation, LiabilityLimit.NONE, Double.POSITIVE_INFINITY);
    }

    /** A law under which who is struck answers for secondary incidents, and that grants all recourse against providers. */
    public Liability(
            Rule rule,
            CourtNoise courtNoise,
            double tolerance,
            double burdenShift,
            Causation causation,
            LiabilityLimit limit,
            double breakLimitAbove) {
        this(rule, courtNoise, tolerance, burdenShift, causation, limit, breakLimitAbove, Answerable.VICTIM, 1);
    }

    /** The same law with somebody else who answers for secondary incidents. */
    public Liability answering(Answerable other) {
        return new Liability(
                rule, courtNoise, tolerance, burdenShift, causation, limit, breakLimitAbove, other, recourse);
    }

    /** Checks tolerance, burden and limit. */
    public Liability {
        Require.share(tolerance, "tolerance");
        Require.between(burdenShift, -1, 1, "burdenShift");
        Require.share(recourse, "recourse");
        Require.that(breakLimitAbove >= 0, "breakLimitAbove", "= " + breakLimitAbove + " must be >= 0", "");
    }

    /**
     * The argument of the normal law in the finding under negligence: liable iff
     * {@code index + shift + sd·z > tolerance} with z standard normal.
     *
     * @param sd above 0
     * @return the z above which the operator is liable
     */
    public static double liableAbove(double index, double shift, double sd, double tolerance) {
        return (tolerance - index - shift) / sd;
    }

    /**
     * Damages under the but-for test: {@code max(0, H(d) - 1[u < v(r~)] H(r~))}.
     *
     * @param harm harm at the posture held, minor units
     * @param succeedsWithCare whether the attempt would also have succeeded with the shortfalls mended
     * @param harmWithCare harm with the shortfalls mended, minor units
     */
    public static long butFor(long harm, boolean succeedsWithCare, long harmWithCare) {
        return succeedsWithCare ? Math.max(0, harm - harmWithCare) : harm;
    }
}
