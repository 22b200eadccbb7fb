package org.duecare.premium;

import org.duecare.quantity.Require;

/**
 * What reinsurance does to the premium of a policy, for each unit of its expected loss: a part of the loss goes to reinsurers, who
 * are paid for it; the insurer's load is on what it keeps.
 *
 * @param ceded expected payments of reinsurers over the expected loss
 * @param retainedLoad risk load on what is kept over the risk load on the whole
 * @param price of excess treaties and stop losses, refills included, over the expected loss
 * @param premiumShare share of the premium before tax that proportional treaties cost, commission taken off
 */
public record ReinsuranceCost(double ceded, double retainedLoad, double price, double premiumShare) {
    /** No reinsurance. */
    public static final ReinsuranceCost NONE = new ReinsuranceCost(0, 1, 0, 0);

    /** Checks the numbers. */
    public ReinsuranceCost {
        Require.notNegative(ceded, "ceded");
        Require.notNegative(retainedLoad, "retainedLoad");
        Require.notNegative(price, "price");
        Require.share(premiumShare, "premiumShare");
    }

    /** The share of it that a premium carries, as a cost of its own. */
    public ReinsuranceCost times(double share) {
        return new ReinsuranceCost(share * ceded, 1 + share * (retainedLoad - 1), share * price, share * premiumShare);
    }
}
