package org.duecare.insurance;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** What steps in where an insurer defaults: it pays a share of what stays unpaid of each claim, within limits. */
public record GuaranteeScheme(
        @Key(doc = "Share of what a defaulted insurer leaves unpaid.", unit = "share", min = 0, max = 1, fallback = "1")
        double share,

        @Key(
                doc = "Most paid for one incident.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double limit,

        @Key(
                doc = "Most paid in a year; all claims of the year are then cut alike.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double annualLimit) {
    /** Checks share and amounts. */
    public GuaranteeScheme {
        Require.share(share, "share");
        Require.limit(limit, "limit");
        Require.limit(annualLimit, "annualLimit");
    }

    /** What the scheme pays of the unpaid part of one claim, minor units, before its annual limit. */
    public static long pays(long unpaid, double share, long limit) {
        return Math.min(limit, share == 1 ? unpaid : (long) (unpaid * share));
    }
}
