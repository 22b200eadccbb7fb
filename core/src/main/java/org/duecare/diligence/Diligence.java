package org.duecare.diligence;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** The diligence block of a scenario: how care works and what care is owed. */
public record Diligence(
        @Key(doc = "How posture lowers the success of attempts.", fallback = "{}")
        Vulnerability vulnerability,

        @Key(doc = "The care that is owed.", fallback = "{}")
        StandardOfCare standard,

        @Key(
                doc =
                        "Size factor of loss and harm without continuity: sizes are multiplied by 1 + continuityFactor x (1 - continuity).",
                min = 0,
                max = 100,
                fallback = "0",
                source = "assumption")
        double continuityFactor) {

    /** Checks the size factor. */
    public Diligence {
        Require.between(continuityFactor, 0, 100, "continuityFactor");
    }

    /**
     * Factor on the size of loss and harm at a level of continuity (element 9).
     *
     * @return {@code 1 + continuityFactor (1 - continuity)}, at least 1
     */
    public static double sizeFactor(double continuity, double continuityFactor) {
        return 1 + continuityFactor * (1 - continuity);
    }
}
