package org.duecare.diligence;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** What an operation learns from an incident of its own. It never counts for the year of the incident. */
public record Hardening(
        @Key(
                doc = "Share of the way to the full level that an incident brings, one number or by element.",
                unit = "share",
                source = "assumption")
        ElementValues gain,

        @Key(
                doc =
                        "Years after the year of an incident in which its lesson holds; a new incident starts them again.",
                unit = "years",
                min = 1,
                max = 1000,
                fallback = "1000",
                source = "assumption")
        int years) {
    /** Checks gains and years. */
    public Hardening {
        for (double share : gain.toArray()) {
            Require.share(share, "gain");
        }
        Require.between(years, 1, 1000, "years");
    }
}
