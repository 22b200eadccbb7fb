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
     * @param before payments of the year before this one
     * @param after payments of the year with this one
     * @param timeCell moment within the year as a lattice cell
     */
    static long price(LayerColumns layers, int layer, long before, long after, long timeCell) {
        double left = 1 - (double) timeCell / DrawAddress.CELLS;
        long limit = layers.limit[layer];
        double limits = 0;
        for (int i = 0; i < layers.reinstatementShare[layer].length; i++) {
            long refilled = within(after, i, limit) - within(before, i, limit);
            double time = layers.proRataTime[layer][i] ? left : 1;
            limits += layers.reinstatementShare[layer][i] * time * ((double) refilled / limit);
        }
        return (long) Math.floor(layers.premium[layer] * limits + 0.5);
    }

    private static long within(long paid, int number, long limit) {
        return Math.max(0, Math.min(limit, paid - number * limit));
    }
}
