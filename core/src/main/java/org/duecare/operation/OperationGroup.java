package org.duecare.operation;

import java.util.List;
import org.duecare.diligence.Assurance;
import org.duecare.distribution.LossLaw;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * Operations made from a count and laws. Identifiers are {@code sector-territory-00001} onwards and are appended when the
 * count grows; each operation's attributes depend on the portfolio seed and its own identifier alone.
 */
public record OperationGroup(
        @Key(doc = "Sector of the group.") String sector,
        @Key(doc = "Territory of the group.") String territory,

        @Key(doc = "Number of operations.", min = 1, max = 10_000_000)
        int count,

        @Key(doc = "Law of yearly revenue.", unit = "money") LossLaw revenue,

        @Key(doc = "Net assets: an amount, or a share of revenue.", fallback = "none")
        Sized netAssets,

        @Key(doc = "Most harm one incident can do: an amount, or a multiple of revenue.", fallback = "none")
        Sized potentialHarm,

        @Key(doc = "Law of the number of users.", unit = "users", fallback = "{law: degenerate, value: 0}")
        LossLaw users,

        @Key(doc = "Posture of the group.") PostureLaw posture,

        @Key(doc = "Providers on which they depend.", fallback = "[]")
        List<String> providers,

        @Key(doc = "Assurance level of their certificates: none, basic, substantial, high.", fallback = "none")
        Assurance.Level assurance,

        @Key(doc = "Technology that they share, for contagion among: technology.", fallback = "")
        String technology) {

    /** A group that shares no technology. */
    public OperationGroup(
            String sector,
            String territory,
            int count,
            LossLaw revenue,
            Sized netAssets,
            Sized potentialHarm,
            LossLaw users,
            PostureLaw posture,
            List<String> providers,
            Assurance.Level assurance) {
        this(sector, territory, count, revenue, netAssets, potentialHarm, users, posture, providers, assurance, "");
    }

    /** An amount, a multiple of revenue, or (both infinite) none. */
    public record Sized(
            @Key(doc = "A fixed amount.", unit = "money", min = 0, fallback = "none", unlimited = true)
            double amount,

            @Key(doc = "A multiple of revenue.", min = 0, fallback = "none", unlimited = true)
            double ofRevenue) {
        /** Checks that not both are given. */
        public Sized {
            Require.that(amount >= 0, "amount", "= " + amount + " must be >= 0", "");
            Require.that(ofRevenue >= 0, "ofRevenue", "= " + ofRevenue + " must be >= 0", "");
        }

        /** The amount at a revenue, infinite for none. */
        public double at(double revenue) {
            return Math.min(amount, ofRevenue == Double.POSITIVE_INFINITY ? ofRevenue : ofRevenue * revenue);
        }
    }

    /** Posture as a Beta law with one common factor among the elements of an operation. */
    public record PostureLaw(
            @Key(doc = "Mean level.", unit = "share", min = 0, max = 1)
            double mean,

            @Key(doc = "Standard deviation between operations.", unit = "share", min = 0, max = 0.5, fallback = "0")
            double sd,

            @Key(
                    doc = "Correlation of the elements of one operation through a common factor.",
                    min = 0,
                    max = 1,
                    fallback = "0.5",
                    source = "assumption")
            double correlation) {
        /** Checks that a Beta law with these moments exists. */
        public PostureLaw {
            Require.share(mean, "mean");
            Require.between(sd, 0, 0.5, "sd");
            Require.share(correlation, "correlation");
            Require.that(
                    sd * sd < mean * (1 - mean) || sd == 0,
                    "sd",
                    "= " + sd + " is too large for the mean " + mean,
                    "A level in [0, 1] with this mean has a standard deviation below " + Math.sqrt(mean * (1 - mean)));
        }
    }

    /** Checks names and count. */
    public OperationGroup {
        Require.name(sector, "sector");
        Require.name(territory, "territory");
        Require.between(count, 1, 10_000_000, "count");
        providers = List.copyOf(providers);
    }

    /** What the names of its operations begin with. */
    public String prefix() {
        return sector + "-" + territory + "-";
    }

    /**
     * Name of a synthesised operation.
     *
     * @param prefix what the names of a group begin with
     * @param number counted from 1 over all groups of that prefix
     */
    public static String name(String prefix, int number) {
        return prefix + "%05d".formatted(number);
    }
}
