package org.duecare.simulation;

import java.util.Objects;
import org.duecare.operation.Operation;
import org.duecare.random.DrawAddress;
import org.duecare.random.StreamId;
import org.jspecify.annotations.Nullable;

/** Which operations a condition touches. A share picks by an own draw of each operation, so that shares are nested. */
final class OperationFilter {
    private OperationFilter() {}

    static boolean matches(Adjustment.Where where, Operation operation, long seed) {
        return allows(where.operation(), operation.operation())
                && allows(where.operator(), operation.operator())
                && allows(where.sector(), operation.sector())
                && allows(where.territory(), operation.territory())
                && (where.share() == 1 || mark(operation, seed, StreamId.ADJUSTMENT) < where.share());
    }

    /** The uniform that an operation draws once for a purpose. */
    static double mark(Operation operation, long seed, StreamId stream) {
        long[] key = DrawAddress.key(seed, DrawAddress.nameKey("operation", operation.operation()));
        return DrawAddress.uniform(DrawAddress.draw(key, 0, 0, stream, 0));
    }

    private static boolean allows(@Nullable String wanted, String found) {
        return wanted == null || wanted.equals("all") || Objects.equals(wanted, found);
    }
}
