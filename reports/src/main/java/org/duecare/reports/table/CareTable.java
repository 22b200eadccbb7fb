package org.duecare.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.duecare.behaviour.CareBill;
import org.duecare.simulation.ChosenCare;
import org.duecare.simulation.ChosenCare.ClassChoice;
import org.duecare.simulation.Policy;
import org.duecare.simulation.RunResult;

/** The care that each class chooses under each variant, and what it expects to pay. Rows in order variant, class. */
final class CareTable {
    private final RunResult run;
    private final List<TableColumn> columns;

    CareTable(RunResult run) {
        this.run = run;
        String yearly = run.scenario().currency() + " a year, all operations of the class";
        columns = List.of(
                TableColumn.name("variant"),
                TableColumn.name("sector"),
                TableColumn.name("territory"),
                TableColumn.name("size"),
                TableColumn.name("posture"),
                TableColumn.name("assurance"),
                TableColumn.name("cover"),
                TableColumn.count("operations", "operations"),
                TableColumn.number("care_before", "level"),
                TableColumn.number("care", "level"),
                TableColumn.number("care_cost", yearly),
                TableColumn.number("premium", yearly),
                TableColumn.number("levy", yearly),
                TableColumn.number("retained", yearly),
                TableColumn.number("own_loss", yearly),
                TableColumn.number("sanctions", yearly));
    }

    void write(Map<String, String> metadata, OutputStream out) throws IOException {
        try (TableFile file = new TableFile("care", columns, metadata, out)) {
            for (Policy policy : run.scenario().policies()) {
                ChosenCare care = policy.care();
                if (care != null) {
                    RowBatch batch = new RowBatch(columns, care.classes().size());
                    int row = 0;
                    for (ClassChoice choice : care.classes()) {
                        set(batch, row++, policy.variant(), choice);
                    }
                    file.write(batch, row);
                }
            }
        }
    }

    private static void set(RowBatch batch, int row, String variant, ClassChoice choice) {
        CareBill bill = choice.bill();
        batch.set(
                row,
                variant,
                choice.riskClass().sector(),
                choice.riskClass().territory(),
                choice.riskClass().size(),
                choice.riskClass().posture(),
                choice.riskClass().assurance(),
                choice.insured() ? "insured" : "none",
                (long) choice.operations(),
                choice.before(),
                choice.care(),
                bill.care(),
                bill.premium(),
                bill.levy(),
                bill.retained(),
                bill.ownLoss(),
                bill.sanctions());
    }
}
