package org.duecare.insurance;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** The least limit that the law asks of one size class. */
public record MinimumLimit(
        @Key(
                doc = "Upper end of the class.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double upToRevenue,

        @Key(
                doc = "Least limit for one incident; an annual limit is at least as high.",
                unit = "money",
                min = 0,
                aboveMin = true)
        double limit) {
    /** Checks bound and limit. */
    public MinimumLimit {
        Require.limit(upToRevenue, "upToRevenue");
        Require.positive(limit, "limit");
    }
}
