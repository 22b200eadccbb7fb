package org.duecare.fund;

import java.util.List;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/**
 * What each member owes at most after an event, by its size and by a key of distribution:
 * {@code perUnit x size_i + keyShare x sum_j(perUnit x size_j) x key_i / sum_j key_j}. A member may be capped at a share of
 * all contributions together, {@code key_i + capPlus}, except those named. Members without size and with a key not above
 * {@code exemptUpTo} owe nothing, although their key counts in the sum.
 */
public record Contribution(
        @Key(doc = "Size by which members contribute: revenue, users, potentialHarm or a name under their units.")
        String unit,

        @Key(doc = "Amount for each unit of size.", unit = "money", min = 0)
        double perUnit,

        @Key(
                doc =
                        "Name under units of the share by which the second part is distributed, for example a rate of assessment.",
                fallback = "none")
        @Nullable
        String key,

        @Key(
                doc = "Second part: this share of the sum of the first parts, distributed by key.",
                unit = "share",
                min = 0,
                fallback = "0")
        double keyShare,

        @Key(doc = "Members without size and with a key up to this owe nothing.", min = 0, fallback = "0")
        double exemptUpTo,

        @Key(
                doc =
                        "Most that a member owes, as a share of all contributions together: its own key plus this; none for no cap.",
                unit = "share",
                min = 0,
                fallback = "none",
                unlimited = true)
        double capPlus,

        @Key(
                doc = "Operations to which no cap applies, for example that of the state of the installation.",
                fallback = "[]")
        List<String> uncapped) {

    /** Checks amounts. */
    public Contribution {
        Require.name(unit, "unit");
        Require.notNegative(perUnit, "perUnit");
        Require.notNegative(keyShare, "keyShare");
        Require.notNegative(exemptUpTo, "exemptUpTo");
        Require.that(capPlus >= 0, "capPlus", "= " + capPlus + " must be >= 0", "");
        uncapped = List.copyOf(uncapped);
        Require.that(
                key != null || (keyShare == 0 && capPlus == Double.POSITIVE_INFINITY),
                "key",
                "is needed for keyShare and capPlus",
                "Write key: NAME and give NAME under units of every operation");
    }

    /**
     * What each member owes at most, main units.
     *
     * @param size size of each member
     * @param share key of each member as a share; all 0 without a key
     * @param free whether no cap applies to a member
     */
    public double[] of(double[] size, double[] share, boolean[] free) {
        double bySize = 0;
        double keys = 0;
        for (int i = 0; i < size.length; i++) {
            bySize += perUnit * size[i];
            keys += share[i];
        }
        double[] owed = new double[size.length];
        double all = 0;
        for (int i = 0; i < owed.length; i++) {
            boolean exempt = size[i] == 0 && share[i] <= exemptUpTo;
            double byKey = keys == 0 ? 0 : keyShare * bySize * share[i] / keys;
            owed[i] = exempt ? 0 : perUnit * size[i] + byKey;
            all += owed[i];
        }
        for (int i = 0; i < owed.length && capPlus < Double.POSITIVE_INFINITY; i++) {
            owed[i] = free[i] ? owed[i] : Math.min(owed[i], (share[i] + capPlus) * all);
        }
        return owed;
    }
}
