package org.duecare.premium;

import java.util.List;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * A layer of reinsurance or of a second insurer on the claims as paid under the terms. It pays
 * {@code share · min(annualLimit, (sum of min(limit, (Y - deductible)+) - annualDeductible)+)}; n reinstatements make the
 * annual limit at most (n + 1) limits.
 */
public record AggregateLayer(
        @Key(doc = "Amount of each claim that passes the layer by from below.", unit = "money", min = 0, fallback = "0")
        double deductible,

        @Key(
                doc = "Most paid for one claim.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double limit,

        @Key(doc = "Sum of a year's payments that is not paid.", unit = "money", min = 0, fallback = "0")
        double annualDeductible,

        @Key(
                doc = "Most paid in a year.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double annualLimit,

        @Key(doc = "Share of the layer that is placed.", unit = "share", min = 0, max = 1, fallback = "1")
        double share,

        @Key(
                doc = "Refillings of the limit, in order; none written leaves the number of limits to annualLimit.",
                fallback = "[]")
        List<Refill> reinstatements) {
    /** One refilling of the limit. */
    public record Refill(
            @Key(
                    doc =
                            "Part of the original premium paid for refilling the whole limit, pro rata to the amount refilled; 0 for free.",
                    unit = "share",
                    min = 0,
                    max = 10)
            double premiumShare) {
        /** Checks the share. */
        public Refill {
            Require.between(premiumShare, 0, 10, "premiumShare");
        }
    }

    /** Checks the amounts. */
    public AggregateLayer {
        Require.notNegative(deductible, "deductible");
        Require.limit(limit, "limit");
        Require.notNegative(annualDeductible, "annualDeductible");
        Require.limit(annualLimit, "annualLimit");
        Require.share(share, "share");
        reinstatements = List.copyOf(reinstatements);
        Require.that(
                reinstatements.isEmpty() || limit < Double.POSITIVE_INFINITY,
                "reinstatements",
                "need a limit to refill",
                "State the layer's limit");
    }

    /** Most paid in a year for the whole layer, by the annual limit and the reinstatements. */
    double most() {
        return reinstatements.isEmpty() ? annualLimit : Math.min(annualLimit, (reinstatements.size() + 1) * limit);
    }

    /** The original premium for a unit of itself by which paid refillings add to it: sum of share · E[amount refilled] / limit. */
    double paidAgain(java.util.function.DoubleUnaryOperator limitedMean) {
        double sum = 0;
        for (int k = 0; k < reinstatements.size(); k++) {
            double from = Math.min(k * limit, most());
            double to = Math.min((k + 1) * limit, most());
            double refilled = limitedMean.applyAsDouble(annualDeductible + to)
                    - limitedMean.applyAsDouble(annualDeductible + from);
            sum += reinstatements.get(k).premiumShare() * refilled / limit;
        }
        return sum;
    }
}
