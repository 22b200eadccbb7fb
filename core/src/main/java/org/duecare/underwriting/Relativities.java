package org.duecare.underwriting;

import java.util.HashSet;
import java.util.List;
import org.duecare.operation.RiskClass;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** Which relativities are fitted to a record of claims, and how. */
public record Relativities(
        @Key(
                doc = "Rating factors, of sector, territory, size, posture and assurance.",
                fallback = "[sector, size, posture, assurance]")
        List<RiskClass.Dimension> factors,

        @Key(
                doc =
                        "frequencySeverity: number of claims by a Poisson model and mean size by a gamma model, which multiply; "
                                + "burningCost: paid by exposure in one overdispersed Poisson model.",
                fallback = "frequencySeverity")
        Method method) {
    /** How they are fitted. */
    public enum Method {
        /** Claims by exposure and size by claims, apart. */
        FREQUENCY_SEVERITY,
        /** Paid by exposure, at once. */
        BURNING_COST
    }

    /** Checks that no factor stands twice. */
    public Relativities {
        factors = List.copyOf(factors);
        Require.that(!factors.isEmpty(), "factors", "must name a rating factor", "");
        Require.that(new HashSet<>(factors).size() == factors.size(), "factors", "name one factor twice", "");
    }
}
