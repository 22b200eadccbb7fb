package org.duecare.simulation;

import org.duecare.diligence.ElementValues;
import org.duecare.operation.Operation;

/** Operations with some keys changed. */
final class Operations {
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
                posture);
    }
}
