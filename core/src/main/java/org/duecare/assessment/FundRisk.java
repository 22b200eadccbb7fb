package org.duecare.assessment;

import java.util.List;
import org.duecare.statistics.ConfidenceInterval;

/**
 * When a fund fails, and how much is missing then.
 *
 * @param years one entry for each year
 * @param yearsToDepletion mean first year whose closing balance is nought or a debt, among the trials that come to it
 * @param shortfallGivenProration mean of what claimants on the fund do not get in a year in which money is lacking
 */
public record FundRisk(
        List<Year> years, ConfidenceInterval yearsToDepletion, ConfidenceInterval shortfallGivenProration) {
    /** Copies the list. */
    public FundRisk {
        years = List.copyOf(years);
    }

    /**
     * One year.
     *
     * @param ruin probability that money has been lacking in this year or before
     * @param depletion probability that a closing balance has been nought or a debt in this year or before
     * @param shortfall mean of what claimants on the fund do not get because money is lacking
     * @param levelOfPayments mean payments over mean claims of the year
     */
    public record Year(
            int year,
            ConfidenceInterval ruin,
            ConfidenceInterval depletion,
            ConfidenceInterval shortfall,
            ConfidenceInterval levelOfPayments) {}
}
