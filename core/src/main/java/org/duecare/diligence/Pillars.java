package org.duecare.diligence;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/**
 * The six pillars of a culture of cybersecurity (Kulesza 2021) as levers of a policy: certification, capacity, guidance,
 * awareness, communication, synergy. All sizes of effects are assumptions.
 */
public record Pillars(
        @Key(doc = "Certification of operations.", fallback = "none") @Nullable
        Certification certification,

        @Key(
                doc = "Research and capacity: added to the level of necessary measures every year.",
                unit = "1/year",
                min = 0,
                max = 1,
                fallback = "0",
                source = "assumption")
        double capacityPerYear,

        @Key(
                doc = "Guidance: factor on the noise of the court's view of care.",
                min = 0,
                max = 1,
                fallback = "1",
                source = "assumption")
        double guidance,

        @Key(
                doc =
                        "Skills and awareness: factor on the attempts that work through a person (humanElement of a threat).",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "1",
                source = "assumption")
        double awareness,

        @Key(
                doc = "Communication: added to the level of information exchange every year.",
                unit = "1/year",
                min = 0,
                max = 1,
                fallback = "0",
                source = "assumption")
        double communicationPerYear,

        @Key(
                doc = "Synergy: share of the events of providers that is contained before it reaches anybody.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0",
                source = "assumption")
        double synergy) {
    /** No lever is pulled. */
    public static final Pillars NONE = new Pillars(null, 0, 1, 1, 0, 0);

    /** Certificates for a share of the operations. */
    public record Certification(
            @Key(
                    doc = "Share of the operations that are certified, chosen by an own draw of each.",
                    unit = "share",
                    min = 0,
                    max = 1)
            double coverage,

            @Key(doc = "Assurance level of their certificates: basic, substantial, high.", fallback = "substantial")
            Assurance.Level level) {
        /** Checks the share. */
        public Certification {
            Require.share(coverage, "coverage");
        }
    }

    /** Checks factors and yearly gains. */
    public Pillars {
        Require.share(capacityPerYear, "capacityPerYear");
        Require.share(guidance, "guidance");
        Require.share(awareness, "awareness");
        Require.share(communicationPerYear, "communicationPerYear");
        Require.share(synergy, "synergy");
    }

    /** What the pillars add to each element every year. */
    public double[] gainPerYear() {
        double[] gain = new double[DiligenceElement.COUNT];
        gain[DiligenceElement.NECESSARY_MEASURES.ordinal()] = capacityPerYear;
        gain[DiligenceElement.INFORMATION_EXCHANGE.ordinal()] = communicationPerYear;
        return gain;
    }

    /**
     * Share of the attempts of a threat that awareness leaves.
     *
     * @param humanElement share of the attempts that work through a person
     */
    public double attemptsLeft(double humanElement) {
        return 1 - humanElement * (1 - awareness);
    }
}
