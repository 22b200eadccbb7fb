package org.duecare.assessment;

import java.util.List;
import org.duecare.statistics.ConfidenceInterval;

/**
 * Whether equal risks of different nationality were treated equally under one variant: operations that are equal in
 * everything that is rated but their territory must get the same premium, be found liable as often, and have the same share
 * of the harm they do compensated.
 *
 * @param groups number of groups of equal risks in more than one territory
 * @param operations number of operations in them
 * @param measures one entry for premium (where one is stated), finding and compensation
 */
public record DiscriminationAudit(String variant, int groups, int operations, List<Result> measures) {
    /** Differences below this share of the larger value do not offend, however sure; an assumption. */
    public static final double TOLERANCE = 0.01;

    /**
     * Differences of fewer standard errors do not offend, however large. By chance a pair is beyond it once in 16,000 times
     * where the error is known, once in 900 where it comes from the 16 blocks of the pilot.
     */
    public static final double STANDARD_ERRORS = 4;

    /** Copies the list. */
    public DiscriminationAudit {
        measures = List.copyOf(measures);
    }

    /** What must be equal. */
    public enum What {
        /** Premium of an insured operation a year. */
        PREMIUM("premium"),
        /** Share of the incidents with harm to third parties for which the operator is found liable. */
        FINDING("finding"),
        /** Share of the harm to third parties that some payer bears. */
        COMPENSATION("compensation");

        private final String key;

        What(String key) {
            this.key = key;
        }

        /** The word in summaries. */
        public String key() {
            return key;
        }
    }

    /**
     * One measure.
     *
     * @param index the largest {@code 1 - lower / higher} over all pairs; 0 for equal treatment
     * @param pairs number of pairs compared
     * @param offending pairs that differ by more than the tolerance and more than chance explains, the largest first
     */
    public record Result(What what, double index, int pairs, List<Pair> offending) {
        /** Copies the list. */
        public Result {
            offending = List.copyOf(offending);
        }
    }

    /**
     * Two territories within one group of equal risks.
     *
     * @param group what is equal, in words
     * @param higher territory of those with the higher value
     * @param lower territory of those with the lower value
     * @param difference higher less lower, with its 95 % interval
     */
    public record Pair(
            String group,
            String higher,
            String lower,
            double higherValue,
            double lowerValue,
            ConfidenceInterval difference) {
        /** {@code 1 - lower / higher}. */
        public double index() {
            return higherValue == 0 ? 0 : 1 - lowerValue / higherValue;
        }
    }

    /** Whether nobody was treated worse for where he runs. */
    public boolean clean() {
        return measures.stream().allMatch(result -> result.offending().isEmpty());
    }
}
