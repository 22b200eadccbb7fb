package org.duecare.simulation;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** How trials are drawn, and how sharp the probability of proration is to be. */
public record Accuracy(
        @Key(
                doc = "crude draws trials as the world has them; twist draws large harms more often in a share of the"
                        + " trials and weighs every trial by its likelihood ratio; auto takes twist where a pilot shows"
                        + " that it halves the error.",
                fallback = "crude")
        Method method,

        @Key(
                doc = "Share of the trials in which large harms are drawn more often; read by twist and auto. No weight"
                        + " exceeds 1 / (1 - tiltedShare).",
                unit = "share",
                min = 0.05,
                max = 0.95,
                fallback = "0.8")
        double tiltedShare,

        @Key(
                doc = "Large harms that are added to a tilted trial, expected over all its years; none takes three"
                        + " quarters of the number that would exhaust the fund. Read by twist.",
                unit = "harms",
                min = 0.01,
                max = 20,
                fallback = "none")
        @Nullable
        Double largeHarms,

        @Key(
                doc =
                        "Harm beyond the payers in front of the fund from which a harm is large; none takes a quarter of"
                                + " the fund's means in the first year or of its limit for one event. Needed by twist without a fund.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none")
        @Nullable
        Double largeFrom,

        @Key(
                doc = "Relative standard error of the probability of proration that a run must reach, or it ends with"
                        + " exit code 4.",
                unit = "share",
                min = 0,
                max = 1,
                aboveMin = true,
                fallback = "none")
        @Nullable
        Double targetError) {

    /** Ways to draw trials. */
    public enum Method {
        /** As the world has them. */
        CRUDE,
        /** Whichever is sharper, by a pilot. */
        AUTO,
        /** Large harms more often, in a share of the trials. */
        TWIST
    }

    /** Trials drawn as the world has them. */
    public static final Accuracy CRUDE = new Accuracy(Method.CRUDE, 0.8, null, null, null);

    private static final double MOST_HARMS = 20;

    /** Checks the bounds. */
    public Accuracy {
        Require.between(tiltedShare, 0.05, 0.95, "tiltedShare");
        if (largeHarms != null) {
            Require.between(largeHarms, 0.01, MOST_HARMS, "largeHarms");
        }
        if (largeFrom != null) {
            Require.that(largeFrom > 0, "largeFrom", "= " + largeFrom + " must be above 0", "");
        }
        if (targetError != null) {
            Require.that(
                    targetError > 0 && targetError <= 1,
                    "targetError",
                    "= " + targetError + " must be above 0 and at most 1",
                    "");
        }
    }

    /** The twist with a number of large harms. */
    Accuracy twist(@Nullable Double harms) {
        return new Accuracy(Method.TWIST, tiltedShare, harms, largeFrom, targetError);
    }

    /** The same wishes with large harms drawn more often, or with trials drawn as the world has them. */
    public Accuracy settled(boolean twist) {
        return twist ? twist(largeHarms) : crude();
    }

    /** The same wishes, trials drawn as the world has them. */
    Accuracy crude() {
        return new Accuracy(Method.CRUDE, tiltedShare, largeHarms, largeFrom, targetError);
    }
}
