package org.duecare.harm;

import org.duecare.distribution.LossLaw;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Third parties' harm of one incident. */
public record HarmLaw(
        @Key(doc = "Law of third parties' harm of one incident.", unit = "money", inline = true)
        LossLaw law,

        @Key(
                doc = "Correlation of the normal scores of harm and own loss of one incident.",
                min = 0,
                max = 1,
                fallback = "0",
                source = "assumption")
        double correlation) {
    /** Checks the correlation. */
    public HarmLaw {
        Require.between(correlation, 0, 1, "correlation");
    }
}
