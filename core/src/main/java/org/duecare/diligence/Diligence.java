package org.duecare.diligence;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** The diligence block of a scenario: how care works, how it moves and what care is owed. */
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
        double neighbourlinessFactor,

        @Key(
                doc =
                        "Share of every other element that is lost without territorial control: levels count as level x (1 - territorialFactor x (1 - control)).",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0",
                source = "assumption")
        double territorialFactor,

        @Key(
                doc = "Share of every level that a year takes away without continuity.",
                unit = "1/year",
                min = 0,
                max = 1,
                fallback = "0",
                source = "assumption")
        double erosionPerYear,

        @Key(
                doc = "By how much the art moves on in a year: share of every level lost without the state of the art.",
                unit = "1/year",
                min = 0,
                max = 1,
                fallback = "0",
                source = "assumption")
        double driftPerYear,

        @Key(
                doc =
                        "What is put back every year: stationary, which holds the posture the scenario starts with, or a number by element.",
                fallback = "stationary")
        Upkeep upkeep,

        @Key(doc = "What operations learn from incidents of their own; none for nothing.", fallback = "none") @Nullable
        Hardening hardening,

        @Key(
                doc =
                        "How much an operator without any good faith overstates its care: declared = actual + (1 - goodFaith) x optimism.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0",
                source = "assumption")
        double optimism,

        @Key(doc = "What certificates prove in court, by assurance level.", fallback = "{}")
        Assurance assurance,

        @Key(
                doc =
                        "The proposal form that answers of operations and proposals refer to: a file or library:NAME, for example library:controls; none for none. Not to be overlaid by variants.",
                fallback = "none")
        @Nullable
        String questionnaire) {

    /** Care without a proposal form. */
    public Diligence(
            Vulnerability vulnerability,
            StandardOfCare standard,
            double continuityFactor,
            double neighbourlinessFactor,
            double territorialFactor,
            double erosionPerYear,
            double driftPerYear,
            Upkeep upkeep,
            @Nullable Hardening hardening,
            double optimism,
            Assurance assurance) {
        this(
                vulnerability,
                standard,
                continuityFactor,
                neighbourlinessFactor,
                territorialFactor,
                erosionPerYear,
                driftPerYear,
                upkeep,
                hardening,
                optimism,
                assurance,
                null);
    }

    /** Checks factors and yearly shares. */
    public Diligence {
        Require.between(continuityFactor, 0, 100, "continuityFactor");
        Require.share(territorialFactor, "territorialFactor");
        Require.share(erosionPerYear, "erosionPerYear");
        Require.share(driftPerYear, "driftPerYear");
        Require.share(optimism, "optimism");
        Require.share(neighbourlinessFactor, "neighbourlinessFactor");
    }

    /** Care that neither moves nor depends on the territory nor is overstated. */
    public Diligence(Vulnerability vulnerability, StandardOfCare standard, double continuityFactor) {
        this(vulnerability, standard, continuityFactor, 0);
    }

    /** Care whose only effect beyond attempts is good neighbourliness. */
    public Diligence(
            Vulnerability vulnerability,
            StandardOfCare standard,
            double continuityFactor,
            double neighbourlinessFactor) {
        this(
                vulnerability,
                standard,
                continuityFactor,
                neighbourlinessFactor,
                0,
                0,
                0,
                Upkeep.STATIONARY,
                null,
                0,
                Assurance.WITHOUT_EFFECT);
    }

    /**
     * Factor on the size of loss and harm at a level of continuity (element 9).
     *
     * @return {@code 1 + continuityFactor (1 - continuity)}, at least 1
     */
    public static double sizeFactor(double continuity, double continuityFactor) {
        return 1 + continuityFactor * (1 - continuity);
    }

    /** Share of every other element that a level of territorial control (element 3) leaves, in [0, 1]. */
    public double reach(double control) {
        return 1 - territorialFactor * (1 - control);
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
