package org.duecare.simulation;

import java.util.List;
import org.duecare.diligence.ElementValues;
import org.duecare.operation.Operation;

/** Operations with some keys changed. */
public final class Operations {
    private Operations() {}

    static Operation withPosture(Operation o, ElementValues posture) {
        return new Operation(
                o.operation(),
                o.operator(),
                o.sector(),
                o.territory(),
                o.revenue(),
                o.netAssets(),
                o.potentialHarm(),
                o.users(),
                posture,
                o.units(),
                o.providers());
    }

    public static Operation dependingOn(Operation o, List<String> providers) {
        return new Operation(
                o.operation(),
                o.operator(),
                o.sector(),
                o.territory(),
                o.revenue(),
                o.netAssets(),
                o.potentialHarm(),
                o.users(),
                o.posture(),
                o.units(),
                providers);
    }
}
