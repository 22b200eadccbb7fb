package org.duecare.operation;

import org.duecare.diligence.ElementValues;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** A territory in which operations run. */
public record Territory(
        @Key(doc = "Region, for comparison among peers. Default: the territory itself.", fallback = "")
        String region,

        @Key(
                doc =
                        "Care of the territory's own authorities on the nine elements, one level or a level each; none where it limits nobody.",
                unit = "share",
                fallback = "none")
        @Nullable
        ElementValues posture) {
    /** Checks the levels. */
    public Territory {
        if (posture != null) {
            for (double level : posture.toArray()) {
                Require.share(level, "posture");
            }
        }
    }
}
