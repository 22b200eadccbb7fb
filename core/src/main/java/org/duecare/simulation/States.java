package org.duecare.simulation;

import java.util.Map;
import org.duecare.liability.StateLiability;
import org.duecare.operation.Territory;

/**
 * The states of a policy.
 *
 * @param territories what the scenario says of each territory, by name
 * @param liability whether states answer for what their operators owe
 */
public record States(Map<String, Territory> territories, StateLiability liability) {
    /** No territory is described, no state answers. */
    public static final States NONE = new States(Map.of(), StateLiability.NONE);

    /** Copies the map. */
    public States {
        territories = Map.copyOf(territories);
    }

    /** A territory; plain where the scenario says nothing of it. */
    public Territory of(String territory) {
        return territories.getOrDefault(territory, Territory.PLAIN);
    }
}
