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
        double continuityFactor,

        @Key(
                doc =
                        "Share of the harm abroad that full good neighbourliness avoids: harm abroad is multiplied by 1 - neighbourlinessFactor x goodNeighbourliness.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0",
                source = "assumption")
        double neighbourlinessFactor) {

    /** Care without an effect of good neighbourliness. */
    public Diligence(Vulnerability vulnerability, StandardOfCare standard, double continuityFactor) {
        this(vulnerability, standard, continuityFactor, 0);
    }

    /** Checks the factors. */
    public Diligence {
        Require.between(continuityFactor, 0, 100, "continuityFactor");
        Require.share(neighbourlinessFactor, "neighbourlinessFactor");
    }

    /**
     * Factor on the size of loss and harm at a level of continuity (element 9).
     *
     * @return {@code 1 + continuityFactor (1 - continuity)}, at least 1
     */
    public static double sizeFactor(double continuity, double continuityFactor) {
        return 1 + continuityFactor * (1 - continuity);
    }

    /**
     * Share of the harm abroad that is left at a level of good neighbourliness (element 2); what is avoided vanishes.
     *
     * @return {@code 1 - neighbourlinessFactor goodNeighbourliness}, in [0, 1]
     */
    public static double foreignLeft(double goodNeighbourliness, double neighbourlinessFactor) {
        return 1 - neighbourlinessFactor * goodNeighbourliness;
    }
}
