package org.duecare.simulation;

import java.util.List;
import org.duecare.premium.CompoundLaw;

/**
 * A measure of one year as a sum of claims, where it is one: independent sources, the same in every year.
 *
 * @param groups sources by group; the annual terms hold for each group by itself
 * @param annualDeductible of a group, main units
 * @param annualLimit of a group, main units, possibly infinite
 */
public record CompoundProblem(List<List<CompoundLaw.Source>> groups, double annualDeductible, double annualLimit) {
    /** Copies the lists. */
    public CompoundProblem {
        groups = groups.stream().map(List::copyOf).toList();
    }
}
