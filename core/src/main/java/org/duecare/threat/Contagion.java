package org.duecare.threat;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * How incidents of a threat spread. {@code branching}: the cluster form of a Hawkes process (Hawkes and Oakes 1974); each
 * incident makes a Poisson number of secondary attempts at other operations, each after an exponential delay, and secondary
 * incidents make further ones in the same way. {@code worm}: an epidemic that runs through the group at once and strikes
 * each operation at most once (Reed and Frost, in the construction of Sellke 1983). All incidents that go back to one first
 * attempt are one event.
 */
public record Contagion(
        @Key(
                doc = "Mean number of secondary attempts for each incident, without exchange of information.",
                min = 0,
                max = 500)
        double offspring,

        @Key(
                doc =
                        "Who may be struck by a secondary attempt: the other operations of the sector (sector), those with the same technology (technology), or all others that the threat strikes (all). Each is as likely as the others; the operation it comes from is not among them.",
                fallback = "sector")
        Among among,

        @Key(
                doc = "Mean delay between an incident and its secondary attempts; delays are exponential.",
                unit = "days",
                min = 0,
                max = 36_500,
                fallback = "10",
                source = "assumption")
        double delayDays,

        @Key(
                doc =
                        "Share of the secondary attempts that full exchange of information (element 7) in the group would cut.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0.5",
                source = "assumption")
        double exchangeEffect,

        @Key(
                doc =
                        "branching: any number of attempts, each after a delay. worm: an epidemic that strikes each operation at most once, at the moment of the first incident; delayDays is not read.",
                fallback = "branching")
        Form form) {

    /** Contagion by branching. */
    public Contagion(double offspring, Among among, double delayDays, double exchangeEffect) {
        this(offspring, among, delayDays, exchangeEffect, Form.BRANCHING);
    }

    /** How attempts follow each other. */
    public enum Form {
        /** Secondary attempts that make further ones without end or memory. */
        BRANCHING,
        /** One epidemic in which each operation is struck at most once. */
        WORM
    }

    /** Days in a year of the model. */
    public static final double DAYS_PER_YEAR = 365;

    /** Largest mean number of secondary attempts. */
    public static final double MAX_OFFSPRING = 500;

    /** Longest mean delay, days. */
    public static final double MAX_DELAY_DAYS = 36_500;

    /** Whom secondary attempts can strike. */
    public enum Among {
        /** The other operations of the sector. */
        SECTOR,
        /** All other operations that the threat strikes. */
        ALL,
        /** The other operations with the same technology; nobody where an operation states none. */
        TECHNOLOGY
    }

    /**
     * Name of the group within which incidents of an operation spread.
     *
     * @param technology empty where it shares none: the operation is a group of its own
     */
    public String group(String operation, String sector, String technology) {
        return switch (among) {
            case SECTOR -> "sector/" + sector;
            case TECHNOLOGY -> technology.isEmpty() ? "operation/" + operation : "technology/" + technology;
            case ALL -> "all";
        };
    }

    /** Checks ranges. */
    public Contagion {
        Require.between(offspring, 0, MAX_OFFSPRING, "offspring");
        Require.between(delayDays, 0, MAX_DELAY_DAYS, "delayDays");
        Require.share(exchangeEffect, "exchangeEffect");
    }

    /**
     * Probability that a secondary attempt is not forestalled by a warning.
     *
     * @param exchangeEffect share of attempts cut by full exchange, in [0, 1]
     * @param meanExchange mean level of information exchange of the group, in [0, 1]
     */
    public static double kept(double exchangeEffect, double meanExchange) {
        return 1 - exchangeEffect * meanExchange;
    }

    /**
     * Spectral radius of the next-generation matrix of one group: entry (i, j) is the mean number of secondary incidents
     * at j of an incident at i, {@code offspring / (n - 1) success_j} for i and j different and 0 on the diagonal. With
     * {@code x = radius (n - 1) / offspring} it is the root of {@code sum_j success_j / (x + success_j) = 1}.
     *
     * @param offspring mean number of secondary attempts that are not forestalled, at least 0
     * @param success success probability of each member, in [0, 1]
     * @return at least 0; 0 for a group of one
     */
    public static double spectralRadius(double offspring, double[] success) {
        double total = 0;
        int able = 0;
        for (double v : success) {
            total += v;
            able += v > 0 ? 1 : 0;
        }
        if (able < 2 || offspring == 0) {
            return 0;
        }
        double low = 0;
        double high = total;
        for (int step = 0; step < 200 && low < high; step++) {
            double middle = 0.5 * (low + high);
            if (middle == low || middle == high) {
                break;
            }
            double sum = 0;
            for (double v : success) {
                sum += v / (middle + v);
            }
            if (sum > 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high * offspring / (success.length - 1);
    }
}
