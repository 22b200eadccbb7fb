package org.duecare.assessment;

import java.util.List;
import org.duecare.statistics.ConfidenceInterval;

/**
 * What cover costs operators a year: premium, levies and calls, as a share of revenue.
 *
 * @param groups all operations, then size classes, then territories
 */
public record Burden(List<Group> groups) {
    /** Copies the list. */
    public Burden {
        groups = List.copyOf(groups);
    }

    /** What operations are grouped by. */
    public enum By {
        /** All together. */
        ALL,
        /** Class of revenue. */
        SIZE,
        /** Territory. */
        TERRITORY
    }

    /**
     * One group of operations.
     *
     * @param revenue of the group, a year
     * @param premium known before the first trial, a year
     * @param contributions levies and calls, annual mean
     * @param share premium and contributions over revenue; not a number with a reason without revenue
     */
    public record Group(
            By by,
            String name,
            int operations,
            double revenue,
            double premium,
            ConfidenceInterval contributions,
            ConfidenceInterval share) {}
}
