package org.duecare.compensation;

import java.util.List;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * The time within which victims must bring their claims on a layer. Claims come in over the years after an incident; what
 * comes later than the bar is not seen by the layer. Settlement knows no lag: claims that come in time are paid in the year of
 * the incident, so that the bar is a share of each amount.
 */
public record TimeBar(
        @Key(doc = "Years after the incident within which claims must be brought.", unit = "years", min = 1, max = 1000)
        int years,

        @Key(
                doc =
                        "Share of claims that have been brought by the end of the first year after the incident, of the second,"
                                + " and so on, not falling; the last one holds for all later years.")
        List<Double> brought) {
    /** Checks the years and the order of shares. */
    public TimeBar {
        Require.between(years, 1, 1000, "years");
        brought = List.copyOf(brought);
        Require.that(
                !brought.isEmpty(), "brought", "must not be empty", "Leave timeBar out where all claims come in time");
        double before = 0;
        for (double share : brought) {
            Require.share(share, "brought");
            Require.that(
                    share >= before,
                    "brought",
                    "falls to " + share + " after " + before,
                    "These are shares brought up to the end of each year, for example [0.6, 0.85, 1]");
            before = share;
        }
    }

    /** Share of claims that come in time. */
    public double inTime() {
        return brought.get(Math.min(years, brought.size()) - 1);
    }

    /** What of an amount is claimed in time, minor units, rounded down. */
    public static long claimed(long amount, double inTime) {
        return inTime == 1 ? amount : (long) (amount * inTime);
    }
}
