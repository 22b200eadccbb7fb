package org.duecare.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.duecare.diligence.DiligenceElement;
import org.duecare.reports.PosturePath;
import org.duecare.simulation.RunResult;

/** The care held, year by year: means over the operations. Rows in order variant, year, element. */
final class PostureTable {
    private final RunResult run;
    private final List<TableColumn> columns = List.of(
            TableColumn.name("variant"),
            TableColumn.code("year", "number from 1"),
            TableColumn.name("element"),
            TableColumn.number("level", "mean over the operations at the start of the year"));

    PostureTable(RunResult run) {
        this.run = run;
    }

    void write(Map<String, String> metadata, OutputStream out) throws IOException {
        try (TableFile file = new TableFile("posture", columns, metadata, out)) {
            for (PosturePath path : PosturePath.of(run)) {
                RowBatch batch = new RowBatch(columns, path.years().size() * DiligenceElement.COUNT);
                int row = 0;
                for (PosturePath.Year year : path.years()) {
                    for (DiligenceElement element : DiligenceElement.values()) {
                        double level = year.elements().get(element.ordinal());
                        batch.set(row++, path.variant(), (long) year.year(), element.key(), level);
                    }
                }
                file.write(batch, row);
            }
        }
    }
}
