package org.duecare.assessment;

import java.util.List;
import org.duecare.statistics.ConfidenceInterval;
import org.jspecify.annotations.Nullable;

/**
 * Who is harmed and who is paid, by the territory in which victims live: one variant, amounts in main units.
 *
 * @param levelHome share of the harm that is paid to victims in the territory of the operation; null where there are none
 * @param levelAbroad the same for victims elsewhere
 * @param discriminationIndex {@code 1 - levelAbroad / levelHome}: 0 for equal treatment, 1 where only victims at home are
 *     paid, below 0 where those abroad fare better; null where one of the levels is or nothing is paid at home
 * @param territories years pooled, in order of territory, at home before abroad
 * @param years means of single years in the same order
 */
public record VictimAssessment(
        String variant,
        @Nullable ConfidenceInterval levelHome,
        @Nullable ConfidenceInterval levelAbroad,
        @Nullable ConfidenceInterval discriminationIndex,
        List<Group> territories,
        List<GroupYear> years) {

    /**
     * The victims in one territory of operations there, or of operations elsewhere.
     *
     * @param home whether the operations run in the same territory
     * @param harm annual mean, interval clustered by trial
     * @param paid the part of it that some payer bears
     * @param level mean paid over mean harm; 1 without harm
     */
    public record Group(
            String territory, boolean home, ConfidenceInterval harm, ConfidenceInterval paid, double level) {}

    /** The same in one year, from 1: means over the trials. */
    public record GroupYear(int year, String territory, boolean home, double harm, double paid, double level) {}

    /** The word of the table for the side of the border. */
    public static String side(boolean home) {
        return home ? "home" : "foreign";
    }
}
