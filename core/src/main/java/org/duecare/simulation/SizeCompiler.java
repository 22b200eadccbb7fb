package org.duecare.simulation;

import org.duecare.compiled.SizeColumns;
import org.duecare.distribution.CountLaw;
import org.duecare.distribution.Degenerate;
import org.duecare.distribution.LossLaw;
import org.duecare.distribution.StepTable;
import org.duecare.random.DrawAddress;

/** Laws as the loop sees them. */
final class SizeCompiler {
    private static final long[] NO_THRESHOLDS = {};
    private static final int[] NO_GUIDE = {};

    private SizeCompiler() {}

    private static final double LARGEST_UNKNOWN = Double.POSITIVE_INFINITY;
    private static final double FIT_ROOM = 1e-6;

    static SizeColumns of(LossLaw law) {
        if (law instanceof Degenerate degenerate) {
            return degenerate.value() == 0
                    ? SizeColumns.none()
                    : new SizeColumns(
                            SizeColumns.CONSTANT,
                            new double[] {degenerate.value()},
                            NO_THRESHOLDS,
                            NO_GUIDE,
                            degenerate.value());
        }
        if (law.isStep()) {
            return step(StepTable.of(law));
        }
        return new SizeColumns(SizeColumns.SMOOTH, LawTables.smooth(law), NO_THRESHOLDS, NO_GUIDE, largest(law));
    }

    /** A bound on the sizes that a table can give: the quantile at its outermost midpoint, and a little for the fit. */
    private static double largest(LossLaw law) {
        return law.upperQuantile(DrawAddress.UNIT / 2) * (1 + FIT_ROOM);
    }

    static SizeColumns ofScore(LossLaw law) {
        return new SizeColumns(SizeColumns.SCORE, LawTables.scored(law), NO_THRESHOLDS, NO_GUIDE, LARGEST_UNKNOWN);
    }

    static SizeColumns of(CountLaw law) {
        return step(StepTable.of(law));
    }

    private static SizeColumns step(StepTable table) {
        return new SizeColumns(SizeColumns.STEP, table.values(), table.thresholds(), table.guide(), LARGEST_UNKNOWN);
    }
}
