package org.duecare.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.Assessment.VariantAssessment;
import org.duecare.assessment.Burden;
import org.duecare.statistics.ConfidenceInterval;

/**
 * What cover costs operators a year, for all of them, by size class and by territory. Rows in order variant, all, size,
 * territory; variants in which operators pay neither premium nor levy nor call have none. Means are not rounded.
 */
final class BurdenTable {
    private final Assessment assessment;
    private final List<TableColumn> columns;

    BurdenTable(Assessment assessment, String currency) {
        this.assessment = assessment;
        columns = List.of(
                TableColumn.name("variant"),
                TableColumn.name("by"),
                TableColumn.name("group"),
                TableColumn.count("operations", "operations"),
                TableColumn.number("revenue", currency + " a year"),
                TableColumn.optional("premium", currency + " a year"),
                TableColumn.optional("contributions", currency + " a year"),
                TableColumn.optional("contributions_low", currency + " a year"),
                TableColumn.optional("contributions_high", currency + " a year"),
                TableColumn.optional("share_of_revenue", "share"),
                TableColumn.optional("share_of_revenue_low", "share"),
                TableColumn.optional("share_of_revenue_high", "share"));
    }

    void write(Map<String, String> metadata, OutputStream out) throws IOException {
        try (TableFile file = new TableFile("burden", columns, metadata, out)) {
            for (VariantAssessment variant : assessment.variants()) {
                Burden burden = variant.burden();
                if (burden != null) {
                    write(file, variant.variant(), burden);
                }
            }
        }
    }

    private void write(TableFile file, String variant, Burden burden) throws IOException {
        RowBatch batch = new RowBatch(columns, burden.groups().size());
        for (int row = 0; row < burden.groups().size(); row++) {
            Burden.Group group = burden.groups().get(row);
            ConfidenceInterval contributions = group.contributions();
            ConfidenceInterval share = group.share();
            batch.set(
                    row,
                    variant,
                    group.by().name().toLowerCase(Locale.ROOT),
                    group.name(),
                    (long) group.operations(),
                    group.revenue(),
                    Tables.number(group.premium()),
                    Tables.number(contributions.estimate()),
                    Tables.number(contributions.low()),
                    Tables.number(contributions.high()),
                    Tables.number(share.estimate()),
                    Tables.number(share.low()),
                    Tables.number(share.high()));
        }
        file.write(batch, burden.groups().size());
    }
}
