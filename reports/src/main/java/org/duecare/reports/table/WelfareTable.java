package org.duecare.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Welfare;
import org.duecare.statistics.ConfidenceInterval;

/**
 * What each variant costs everybody together, by component, and its difference from the variant compared to. Rows in order
 * variant, component; an empty name and nulls where nothing is compared. Means are not rounded.
 */
final class WelfareTable {
    private static final ConfidenceInterval NOTHING = ConfidenceInterval.none("no comparison");

    private final Assessment assessment;
    private final List<TableColumn> columns;

    WelfareTable(Assessment assessment, String currency) {
        this.assessment = assessment;
        columns = List.of(
                TableColumn.name("variant"),
                TableColumn.name("component"),
                TableColumn.optional("mean", currency + " a year"),
                TableColumn.optional("low", currency + " a year"),
                TableColumn.optional("high", currency + " a year"),
                TableColumn.name("against"),
                TableColumn.optional("difference", currency + " a year"),
                TableColumn.optional("difference_low", currency + " a year"),
                TableColumn.optional("difference_high", currency + " a year"));
    }

    void write(Map<String, String> metadata, OutputStream out) throws IOException {
        try (TableFile file = new TableFile("welfare", columns, metadata, out)) {
            for (Welfare variant : assessment.welfare()) {
                RowBatch batch = new RowBatch(columns, variant.items().size());
                String against = variant.against();
                for (int row = 0; row < variant.items().size(); row++) {
                    Welfare.Item item = variant.items().get(row);
                    ConfidenceInterval difference = against == null
                            ? NOTHING
                            : variant.differences().get(row).mean();
                    batch.set(
                            row,
                            variant.variant(),
                            item.component().key(),
                            Tables.number(item.mean().estimate()),
                            Tables.number(item.mean().low()),
                            Tables.number(item.mean().high()),
                            against == null ? "" : against,
                            Tables.number(difference.estimate()),
                            Tables.number(difference.low()),
                            Tables.number(difference.high()));
                }
                file.write(batch, variant.items().size());
            }
        }
    }
}
