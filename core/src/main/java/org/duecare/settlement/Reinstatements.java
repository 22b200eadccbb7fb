package org.duecare.settlement;

import org.duecare.compiled.LayerColumns;
import org.duecare.random.DrawAddress;

/** Premiums for refilling a limit, pro rata to the amount refilled and, where agreed, to the time left. */
final class Reinstatements {
    private Reinstatements() {}

    /**
     * Premium that a payment sets off, minor units, rounded half up. The first limit's worth of a year's payments is refilled
     * at the first price, the second at the second; what lies beyond the last refill costs nothing.
     *
     * @param shares price of each refill as a share of the premium
     * @param proRataTime whether it falls with the part of the year that has passed
     * @param before payments of the year before this one
     * @param after payments of the year with this one
     * @param timeCell moment within the year as a lattice cell
     */
    static long price(
            long limit, long premium, double[] shares, boolean[] proRataTime, long before, long after, long timeCell) {
        double left = 1 - (double) timeCell / DrawAddress.CELLS;
        double limits = 0;
        for (int i = 0; i < shares.length; i++) {
            long refilled = within(after, i, limit) - within(before, i, limit);
            double time = proRataTime[i] ? left : 1;
            limits += shares[i] * time * ((double) refilled / limit);
        }
        return (long) Math.floor(premium * limits + 0.5);
    }

    /** The same for a layer of the scheme, at the premium of an operation. */
    static long price(LayerColumns layers, int layer, long premium, long before, long after, long timeCell) {
        double[] shares = layers.reinstatementShare[layer];
        return price(layers.limit[layer], premium, shares, layers.proRataTime[layer], before, after, timeCell);
    }

    private static long within(long paid, int number, long limit) {
        return Math.max(0, Math.min(limit, paid - number * limit));
    }
}
