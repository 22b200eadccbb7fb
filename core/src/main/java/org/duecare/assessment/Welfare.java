package org.duecare.assessment;

import java.util.List;
import org.duecare.statistics.ConfidenceInterval;
import org.jspecify.annotations.Nullable;

/**
 * What a variant costs everybody together, a year: a cost, so that less is better. Premiums, levies, calls, damages, taxes and
 * sanctions move money from one to another and are not in it.
 *
 * @param items every component and both totals, in the order of {@link Component}
 * @param against the variant compared to; null for that variant itself and without comparison
 * @param differences of the items from those of that variant on the same history; empty without one
 */
public record Welfare(
        String variant, List<Item> items, @Nullable String against, List<Item> differences) {
    /** Copies the lists. */
    public Welfare {
        items = List.copyOf(items);
        differences = List.copyOf(differences);
    }

    /** One component: annual mean, years pooled, main units. */
    public record Item(Component component, ConfidenceInterval mean) {}

    /** The components. */
    public enum Component {
        /** Cost of care. */
        CARE("care"),
        /** The operations' own loss. */
        OWN_LOSS("ownLoss"),
        /** Harm to third parties, whoever pays it. */
        HARM("harm"),
        /** Expenses of insurers, brokers and fund, and the handling of claims. */
        ADMINISTRATION("administration"),
        /** Cost of the capital behind insurers, reinsurers and the mutual. */
        COST_OF_CAPITAL("costOfCapital"),
        /** Sum of the components above. */
        TOTAL("total"),
        /** What victims would pay to have the mean of their uncompensated harm in place of the harm itself. */
        VICTIMS_RISK("victimsRisk"),
        /** Sum of total and victims' risk. */
        TOTAL_WITH_RISK("totalWithRisk");

        private final String key;

        Component(String key) {
            this.key = key;
        }

        /** The word in summaries and tables. */
        public String key() {
            return key;
        }
    }

    /** Capital that is held for a year: the tail value at risk above the mean. */
    static double capital(double tailValueAtRisk, double mean) {
        return tailValueAtRisk - mean;
    }

    /**
     * Certainty equivalent of a harm that a group bears in proportion to what it owns, under exponential utility with absolute
     * risk aversion {@code aversion / wealth}: {@code (wealth / aversion) ln E exp(aversion min(U, wealth) / wealth)}.
     *
     * @param meanOfExponentials that expectation, at least 1
     * @param aversion above 0
     */
    static double certaintyEquivalent(double meanOfExponentials, double aversion, double wealth) {
        return wealth / aversion * StrictMath.log(meanOfExponentials);
    }
}
