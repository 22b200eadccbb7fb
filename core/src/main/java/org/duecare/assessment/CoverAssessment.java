package org.duecare.assessment;

import java.util.List;
import org.duecare.statistics.ConfidenceInterval;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of insurance in one variant: insurers and their treaties, what exclusions cost others, what a state takes back.
 *
 * @param insurers null where insurers always pay and keep everything
 * @param exclusions null where nothing is excluded, or where no variant is the same but for its exclusions
 * @param recoupments of the layers that are recouped
 */
public record CoverAssessment(
        @Nullable Insurers insurers, @Nullable ExclusionCost exclusions, List<Recouped> recoupments) {
    /** Nothing to say. */
    public static final CoverAssessment NONE = new CoverAssessment(null, null, List.of());

    /** Whether there is anything to say. */
    public boolean any() {
        return insurers != null || exclusions != null || !recoupments.isEmpty();
    }

    /**
     * Insurers and treaties; amounts are annual means in main units, years pooled.
     *
     * @param due claims on insurers, before reinsurance
     * @param levelOfPayments mean of what insurers and reinsurers pay over mean claims; 1 without claims
     * @param guarantee paid by the guarantee scheme, part of what insurers pay
     * @param unpaid left by insurers and the scheme to the next payers
     * @param refills premiums of refilled treaties
     * @param capacity what is asked of the market
     */
    public record Insurers(
            List<Insurer> insurers,
            ConfidenceInterval due,
            double levelOfPayments,
            ConfidenceInterval guarantee,
            ConfidenceInterval unpaid,
            ConfidenceInterval refills,
            List<TreatyMean> treaties,
            List<Capacity> capacity) {}

    /**
     * One insurer.
     *
     * @param limited whether it has capital that can be used up
     * @param probabilityOfDefault within the horizon
     */
    public record Insurer(
            String insurer, boolean limited, ConfidenceInterval probabilityOfDefault, List<InsurerYear> years) {}

    /**
     * One year of an insurer.
     *
     * @param capitalMean at the end of the year; null for an insurer that always pays
     * @param capitalQuantiles at {@link Assessment.FundYear#BALANCE_LEVELS}; empty for an insurer that always pays
     * @param levelOfPayments mean of what it and its reinsurers pay over its mean claims; 1 without claims
     */
    public record InsurerYear(
            int year,
            @Nullable ConfidenceInterval capitalMean,
            List<Double> capitalQuantiles,
            ConfidenceInterval probabilityOfDefault,
            double levelOfPayments) {}

    /** Annual mean of what a treaty pays. */
    public record TreatyMean(String treaty, ConfidenceInterval mean) {}

    /** Who is asked for capacity. */
    public enum Side {
        /** Insurers and reinsurers together: the claims of a year before reinsurance. */
        GROSS,
        /** Insurers, net of reinsurance. */
        NET,
        /** Reinsurers. */
        REINSURERS
    }

    /** What a side must be able to pay for a year: the claims exceeded once in the return period, and the mean beyond. */
    public record Capacity(Side side, double returnPeriod, ConfidenceInterval loss, ConfidenceInterval tvar) {}

    /**
     * What exclusions cost: this variant minus the one that is the same without them, on the same history.
     *
     * @param without name of the other variant
     */
    public record ExclusionCost(String without, List<Assessment.Difference> differences) {}

    /** What the state takes back for a layer: annual mean. */
    public record Recouped(String layer, ConfidenceInterval mean) {}
}
