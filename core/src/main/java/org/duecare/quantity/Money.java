package org.duecare.quantity;

/**
 * Money inside the engine is a long number of minor units, a hundred to the currency's main unit, so that sums are exact
 * in any order. One event saturates at 2^53 minor units (about 9e13 main units); saturations are counted and reported.
 */
public final class Money {
    /** Minor units in one main unit. */
    public static final double MINOR_PER_MAIN = 100;

    /** The most that a single event can amount to, in minor units. */
    public static final long EVENT_MAX = 1L << 53;

    /** Stands for "no limit" among limits in minor units; far above any event, far from overflow when added. */
    public static final long UNLIMITED = 1L << 61;

    private Money() {}

    /** Minor units of an amount, rounded half up and saturated at {@link #EVENT_MAX}; infinity is unlimited. */
    public static long minor(double mainUnits) {
        if (mainUnits == Double.POSITIVE_INFINITY) {
            return UNLIMITED;
        }
        return (long) Math.min(EVENT_MAX, Math.floor(mainUnits * MINOR_PER_MAIN + 0.5));
    }

    /** Main units of an amount in minor units. */
    public static double main(long minorUnits) {
        return minorUnits / MINOR_PER_MAIN;
    }
}
