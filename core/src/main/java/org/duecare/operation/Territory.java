package org.duecare.operation;

import java.util.Map;
import org.duecare.diligence.ElementValues;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * A territory in which operations run, and its state: how it supervises, sanctions and treats victims. Territories that a
 * scenario does not describe are {@link #PLAIN}.
 */
public record Territory(
        @Key(doc = "Region, for comparison among peers. Default: the territory itself.", fallback = "")
        String region,

        @Key(
                doc =
                        "The state's own care on the nine elements: one level for all, or a level each. Scales audits, enforcement, information exchange and equal treatment; 1: the state is no weak link.",
                unit = "share",
                fallback = "1",
                source = "assumption")
        ElementValues posture,

        @Key(
                doc = "Audits of an operation a year when the state does all; times the state's necessaryMeasures.",
                unit = "1/year",
                min = 0,
                max = 366,
                fallback = "0")
        double auditRatePerYear,

        @Key(doc = "What an audit that finds a shortfall costs the operator.", fallback = "{}")
        Sanction sanction,

        @Key(doc = "Probability that victims bring a claim.", fallback = "{}")
        ClaimProbability claimProbability,

        @Key(
                doc =
                        "Where the victims of operations here are: share of harm by territory, the territory's row of the transboundary matrix. Shares sum to 1; without a row all victims are at home.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "{}")
        Map<String, Double> victims) {

    /** A territory of which nothing is said: all victims at home, all of them claim, nobody audits. */
    public static final Territory PLAIN =
            new Territory("", ElementValues.uniform(1), 0, new Sanction(0, 0), new ClaimProbability(1, null), Map.of());

    /** Tolerance on the sum of a row. */
    private static final double ROW_SUM_TOLERANCE = 1e-6;

    /** What a sanction costs. */
    public record Sanction(
            @Key(doc = "Fixed amount.", unit = "money", min = 0, fallback = "0")
            double flat,

            @Key(doc = "Share of yearly revenue.", unit = "share", min = 0, max = 1, fallback = "0")
            double ofTurnover) {
        /** Checks amount and share. */
        public Sanction {
            Require.notNegative(flat, "flat");
            Require.share(ofTurnover, "ofTurnover");
        }

        /** One sanction of an operation with a given revenue, main units. */
        public double amount(double revenue) {
            return flat + ofTurnover * revenue;
        }
    }

    /** Probability that the victims of an incident claim what they are owed. */
    public record ClaimProbability(
            @Key(doc = "Victims at home.", unit = "share", min = 0, max = 1, fallback = "1")
            double home,

            @Key(
                    doc =
                            "Victims abroad where nothing secures equal treatment (nonDiscrimination 0), at most home; at nonDiscrimination 1 it is home's. foreign / home is the bias against foreigners. Default: home's.",
                    unit = "share",
                    min = 0,
                    max = 1,
                    fallback = "none")
            @org.jspecify.annotations.Nullable
            Double foreign) {
        /** Checks both probabilities. */
        public ClaimProbability {
            Require.share(home, "home");
            if (foreign != null) {
                Require.share(foreign, "foreign");
                Require.that(
                        foreign <= home,
                        "foreign",
                        "= " + foreign + " must be at most home = " + home,
                        "foreign / home is the bias against foreign victims, a share");
            }
        }

        /**
         * Probability that victims abroad claim (element 8): {@code home (d + (1 - d) bias)} with
         * {@code bias = foreign / home}.
         *
         * @param nonDiscrimination d in [0, 1], the smaller of the operation's and the state's
         */
        public double abroad(double nonDiscrimination) {
            double lowest = foreign == null ? home : foreign;
            return home * nonDiscrimination + lowest * (1 - nonDiscrimination);
        }
    }

    /** Checks rate and row. */
    public Territory {
        for (double level : posture.toArray()) {
            Require.share(level, "posture");
        }
        Require.between(auditRatePerYear, 0, 366, "auditRatePerYear");
        victims = Map.copyOf(victims);
        double sum = 0;
        for (double share : victims.values().stream().sorted().toList()) {
            sum += Require.share(share, "victims");
        }
        Require.that(
                victims.isEmpty() || Math.abs(sum - 1) <= ROW_SUM_TOLERANCE,
                "victims",
                "sum to " + sum + ", must sum to 1",
                "A row of the transboundary matrix splits all harm");
    }

    /** Share of the victims who live in a territory, for operations that run in another one or in the same. */
    public double victimsIn(String home, String territory) {
        return victims.isEmpty() ? (home.equals(territory) ? 1 : 0) : victims.getOrDefault(territory, 0.0);
    }

    /** Sanctions of an operation that falls short, a year: audits that happen and are enforced. */
    public double sanctionsPerYear() {
        return auditRatePerYear * posture.necessaryMeasures() * posture.territorialControl();
    }
}
