package org.duecare.fund;

import java.util.List;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * Provisional levels of payment. While claims are uncertain a fund reckons with more than what will be established, pays all
 * at the level that this leaves, rounded down to a step, and raises it as uncertainty falls. In year {@code k} after the
 * claims (0 for their own) the level is {@code min(1, limit / (reckoned_k x claims))} rounded down to the step; once the list
 * is exhausted, what is due is paid in full.
 */
public record Provisional(
        @Key(
                doc = "Levels are rounded down to whole multiples of this step; 0 for no rounding.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0.05",
                source =
                        "International Oil Pollution Compensation Funds: 15 % of feared claims for the Prestige in May 2003,"
                                + " where the ratio was 0.156")
        double step,

        @Key(
                doc =
                        "What the fund reckons with as a multiple of established claims, in the year of the claims, the year"
                                + " after, and so on; at least 1 and falling. After the last entry claims are certain.")
        List<Double> reckoned) {

    /** What guards a level that is a whole multiple of the step against the last bit of a quotient. */
    private static final double ROUNDING = 1e-9;

    /** Checks the step and the order of multiples. */
    public Provisional {
        Require.share(step, "step");
        reckoned = List.copyOf(reckoned);
        Require.that(!reckoned.isEmpty(), "reckoned", "must not be empty", "Leave shortage at proRata instead");
        double before = Double.MAX_VALUE;
        for (double multiple : reckoned) {
            Require.that(
                    multiple >= 1 && multiple <= before,
                    "reckoned",
                    "has " + multiple + ", which must be at least 1 and not above the entry before it",
                    "Uncertainty falls: write for example [1.5, 1.2]");
            before = multiple;
        }
    }

    /**
     * The level paid while a fund reckons with a multiple of the claims.
     *
     * @param limit what there is for the claims of the year
     * @param claims established claims of the year, above 0
     * @param multiple what the fund reckons with, over the claims
     * @param step levels are rounded down to whole multiples of it; 0 for no rounding
     */
    public static double level(long limit, long claims, double multiple, double step) {
        double level = Math.min(1, limit / (multiple * claims));
        return step == 0 ? level : Math.min(1, Math.floor(level / step + ROUNDING) * step);
    }
}
