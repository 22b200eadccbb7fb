package org.duecare.behaviour;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * How operators respond to a law: each class holds the care that costs its operators least, what care costs, premium, levy,
 * retained liability, own loss and sanctions together.
 */
public record Behaviour(
        @Key(
                doc =
                        "Whether operators choose their care; false: they hold what they hold, and only the cost of their care is counted.",
                fallback = "true")
        boolean respond,

        @Key(doc = "What care costs.") CareCost careCost,

        @Key(
                doc =
                        "Share of the premium that follows the policyholder's own care; the rest is the average of its class, which nobody's own care moves. 1: rated by posture; 0: not at all.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "1",
                source = "assumption")
        double premiumGrading,

        @Key(
                doc =
                        "Share of the operations' own loss that operators count when they choose; the rest is borne by first-party cover that does not ask for care.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "1",
                source = "assumption")
        double ownLossShare) {
    /** Checks the shares. */
    public Behaviour {
        Require.share(premiumGrading, "premiumGrading");
        Require.share(ownLossShare, "ownLossShare");
    }
}
