package org.duecare.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.duecare.distribution.LossLaw;
import org.duecare.distribution.NormalScoreTable;
import org.duecare.distribution.QuantileTable;

/**
 * Rows of the tables of the laws compiled last, shared and never written to: fitting a table takes milliseconds, and the
 * compilations of a process, those of pilots and searches among them, mostly have their laws in common.
 */
final class LawTables {
    private static final int MOST = 64;
    private static final LawTables SMOOTH =
            new LawTables(law -> QuantileTable.of(law).rows());
    private static final LawTables SCORED =
            new LawTables(law -> NormalScoreTable.of(law).rows());

    private final Function<LossLaw, double[]> compiler;
    private final Map<LossLaw, double[]> rows = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LossLaw, double[]> eldest) {
            return size() > MOST;
        }
    };

    private LawTables(Function<LossLaw, double[]> compiler) {
        this.compiler = compiler;
    }

    /** Rows of the {@link QuantileTable} of a law that is no step. */
    static double[] smooth(LossLaw law) {
        return SMOOTH.of(law);
    }

    /** Rows of the {@link NormalScoreTable} of a law. */
    static double[] scored(LossLaw law) {
        return SCORED.of(law);
    }

    private synchronized double[] of(LossLaw law) {
        return rows.computeIfAbsent(law, compiler);
    }
}
