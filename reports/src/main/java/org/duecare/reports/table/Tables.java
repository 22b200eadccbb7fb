package org.duecare.reports.table;

import java.util.List;
import java.util.Arrays;
import org.duecare.settlement.Measure;
import org.duecare.simulation.RunResult;

/** What the tables share. */
final class Tables {
    private Tables() {}

    /** The measures that are live in at least one variant, in fixed order. */
    static List<Measure> liveMeasures(RunResult run) {
        return Arrays.stream(Measure.values())
                .filter(measure -> run.variants().stream()
                        .anyMatch(variant -> variant.measures().contains(measure)))
                .toList();
    }
}
