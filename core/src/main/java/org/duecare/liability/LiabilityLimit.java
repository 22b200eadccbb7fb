package org.duecare.liability;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * Most that an operator owes for one incident: {@code min(flat, ofTurnover x revenue, min(cap, base + perUnit (size -
 * above)+))}; parts that are not given do not limit. The form by size is that of the Civil Liability Convention 1992,
 * article V: an amount up to a size, then an amount for each further unit, up to a cap.
 */
public record LiabilityLimit(
        @Key(
                doc = "A fixed amount; a bare number means this.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double flat,

        @Key(
                doc = "By size: most owed up to the size above.",
                unit = "money",
                min = 0,
                fallback = "none",
                unlimited = true)
        double base,

        @Key(
                doc = "By size: further amount for each unit of size beyond above.",
                unit = "money",
                min = 0,
                fallback = "0")
        double perUnit,

        @Key(doc = "By size: size up to which the base alone counts.", unit = "units", min = 0, fallback = "0")
        double above,

        @Key(
                doc = "What size is measured by: revenue, users, potentialHarm, or a name under the operation's units.",
                fallback = "users")
        String unit,

        @Key(
                doc = "By size: most of base and perUnit together.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double cap,

        @Key(
                doc = "Share of yearly revenue.",
                unit = "share",
                min = 0,
                max = 1,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double ofTurnover) {

    /** Whoever is liable owes all. */
    public static final LiabilityLimit NONE = new LiabilityLimit(
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            0,
            0,
            "users",
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY);

    /** Checks amounts and that the form by size is whole. */
    public LiabilityLimit {
        Require.limit(flat, "flat");
        Require.that(base >= 0, "base", "= " + base + " must be >= 0", "");
        Require.notNegative(perUnit, "perUnit");
        Require.notNegative(above, "above");
        Require.name(unit, "unit");
        Require.limit(cap, "cap");
        Require.that(
                ofTurnover > 0 && (ofTurnover <= 1 || ofTurnover == Double.POSITIVE_INFINITY),
                "ofTurnover",
                "= " + ofTurnover + " must be above 0 and at most 1",
                "Write none for no limit by turnover");
        Require.that(
                base < Double.POSITIVE_INFINITY || (perUnit == 0 && cap == Double.POSITIVE_INFINITY),
                "base",
                "is missing: a limit by size is base + perUnit x size, up to cap",
                "Write base: 0 where nothing is owed before the first unit, or flat for a fixed limit");
    }

    /** Whether nothing is limited. */
    public boolean isNone() {
        return flat == Double.POSITIVE_INFINITY
                && base == Double.POSITIVE_INFINITY
                && ofTurnover == Double.POSITIVE_INFINITY;
    }

    /** Whether the size of operations is read. */
    public boolean bySize() {
        return base < Double.POSITIVE_INFINITY && perUnit > 0;
    }

    /**
     * The limit of an operation, main units; infinite for none.
     *
     * @param revenue yearly revenue
     * @param size number of units
     */
    public double at(double revenue, double size) {
        double byTurnover = ofTurnover == Double.POSITIVE_INFINITY ? ofTurnover : ofTurnover * revenue;
        double bySize = Math.min(cap, base + perUnit * Math.max(0, size - above));
        return Math.min(flat, Math.min(byTurnover, bySize));
    }
}
