package org.duecare.diligence;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** What an operation puts back into its care every year. */
public record Upkeep(
        @Key(
                doc =
                        "Level put back every year, one number or a number by element; none is stationary: what erosion and drift take from the posture that the scenario starts with.",
                unit = "1/year",
                fallback = "none")
        @Nullable
        ElementValues perYear) {
    /** Upkeep that holds the posture of the scenario's start. */
    public static final Upkeep STATIONARY = new Upkeep(null);

    /** Checks the amounts. */
    public Upkeep {
        if (perYear != null) {
            for (double amount : perYear.toArray()) {
                Require.share(amount, "perYear");
            }
        }
    }
}
