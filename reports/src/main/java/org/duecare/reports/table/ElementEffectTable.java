package org.duecare.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.duecare.assessment.Assessment;
import org.duecare.assessment.ElementEffects;

/** What each of the nine elements does, moved from 0 to 1 on one history. Rows in order element, outcome. */
final class ElementEffectTable {
    private final Assessment assessment;
    private final List<TableColumn> columns;

    ElementEffectTable(Assessment assessment, String currency) {
        this.assessment = assessment;
        columns = List.of(
                TableColumn.name("variant"),
                TableColumn.name("element"),
                TableColumn.name("outcome"),
                TableColumn.number(
                        "difference", "mean a year at level 1 less that at 0; " + currency + ", or incidents"),
                TableColumn.number("low", "95 % interval, paired by trial"),
                TableColumn.number("high", "95 % interval, paired by trial"));
    }

    void write(Map<String, String> metadata, OutputStream out) throws IOException {
        try (TableFile file = new TableFile("element_effect", columns, metadata, out)) {
            ElementEffects elements = assessment.elements();
            if (elements == null) {
                return;
            }
            RowBatch batch =
                    new RowBatch(columns, Math.max(1, elements.effects().size()));
            int row = 0;
            for (ElementEffects.Effect effect : elements.effects()) {
                batch.set(
                        row++,
                        elements.variant(),
                        effect.element().key(),
                        effect.outcome(),
                        Tables.number(effect.difference().estimate()),
                        Tables.number(effect.difference().low()),
                        Tables.number(effect.difference().high()));
            }
            file.write(batch, row);
        }
    }
}
