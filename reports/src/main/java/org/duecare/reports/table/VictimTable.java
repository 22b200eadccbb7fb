package org.duecare.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.VictimAssessment;
import org.duecare.assessment.VictimAssessment.GroupYear;

/**
 * Harm to victims by the territory in which they live and whether the operation runs there too, as means over the trials.
 * Means are not rounded. Rows in order variant, year, territory, home before foreign.
 */
final class VictimTable {
    private final Assessment assessment;
    private final List<TableColumn> columns;

    VictimTable(Assessment assessment, String currency) {
        this.assessment = assessment;
        columns = List.of(
                TableColumn.name("variant"),
                TableColumn.code("year", "number from 1"),
                TableColumn.name("victim_territory"),
                TableColumn.name("home_or_foreign"),
                TableColumn.number("harm", currency + ", mean"),
                TableColumn.number("paid", currency + ", mean"),
                TableColumn.number("level", "mean paid over mean harm"));
    }

    void write(Map<String, String> metadata, OutputStream out) throws IOException {
        try (TableFile file = new TableFile("victim", columns, metadata, out)) {
            for (VictimAssessment variant : assessment.victims()) {
                RowBatch batch = new RowBatch(columns, variant.years().size());
                int row = 0;
                for (GroupYear group : variant.years()) {
                    batch.set(
                            row++,
                            variant.variant(),
                            (long) group.year(),
                            group.territory(),
                            VictimAssessment.side(group.home()),
                            group.harm(),
                            group.paid(),
                            group.level());
                }
                file.write(batch, row);
            }
        }
    }
}
