package org.duecare.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duecare.operation.Operation;
import org.duecare.operation.Provider;
import org.duecare.quantity.Money;
import org.duecare.reports.table.TableColumn.Kind;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.ScenarioCompiler;
import org.duecare.simulation.StatedEvent;
import org.duecare.threat.ThreatType;

/**
 * Every incident, regenerated from its address, with what each payer bears. Rows in order variant, block, year, trial, time.
 * Rows of one variant, trial, year and event have one root cause.
 */
final class EventLossTable {
    private static final int MONEY = 11;
    private static final List<Measure> OF_INCIDENTS = List.of(
            Measure.OWN_LOSS,
            Measure.HARM,
            Measure.DAMAGES,
            Measure.OPERATOR,
            Measure.INSURER,
            Measure.MUTUAL,
            Measure.FUND,
            Measure.STATE,
            Measure.UNCOMPENSATED);

    private final RunResult run;
    private final List<String> types;
    private final Map<String, String> causes = new HashMap<>();
    private final List<Provider> providers;
    private final List<Measure> measures;
    private final List<TableColumn> columns;

    EventLossTable(RunResult run) {
        this.run = run;
        types = ScenarioCompiler.threatsInOrder(run.scenario()).stream()
                .map(ThreatType::type)
                .toList();
        run.scenario().threats().forEach(threat -> causes.put(threat.type(), String.join(" ", threat.causes())));
        providers = ScenarioCompiler.providersInOrder(run.scenario());
        List<Measure> live = Tables.liveMeasures(run);
        measures = OF_INCIDENTS.stream().filter(live::contains).toList();
        columns = new ArrayList<>(List.of(
                TableColumn.name("variant"),
                TableColumn.count("trial", "number from 1"),
                TableColumn.code("year", "number from 1"),
                TableColumn.count("event", "root cause, number within trial and year"),
                TableColumn.number("time", "share of the year"),
                TableColumn.name("operation"),
                TableColumn.name("type"),
                TableColumn.name("causes"),
                TableColumn.name("provider"),
                new TableColumn("liable", Kind.FLAG, false, ""),
                new TableColumn("state_backed", Kind.FLAG, false, "")));
        measures.forEach(measure ->
                columns.add(TableColumn.number(measure.column(), run.scenario().currency())));
    }

    void write(Map<String, String> metadata, OutputStream out) throws IOException {
        RowBatch batch = new RowBatch(columns, Tables.BATCH_ROWS);
        int blocks = (run.scenario().trials() + YearLossTable.BLOCK - 1) / YearLossTable.BLOCK;
        try (TableFile file = new TableFile("event_loss", columns, metadata, out)) {
            for (int v = 0; v < run.variants().size(); v++) {
                for (int block = 0; block < blocks; block++) {
                    for (int year = 1; year <= run.scenario().years(); year++) {
                        write(file, batch, v, block, year);
                    }
                }
            }
        }
    }

    private void write(TableFile file, RowBatch batch, int v, int block, int year) throws IOException {
        EventRows rows = run.events().read(v, block, year);
        String variant = run.variants().get(v).variant();
        int filled = 0;
        for (int i = 0; i < rows.size(); i++) {
            Operation operation = run.operations().get(rows.operation(i));
            batch.set(
                    filled,
                    variant,
                    block * (long) YearLossTable.BLOCK + rows.slot(i) + 1,
                    (long) year,
                    rows.event(i),
                    rows.time(i),
                    operation.operation(),
                    type(rows, i),
                    causes(rows, i),
                    rows.provider(i) < 0 ? "" : providers.get(rows.provider(i)).provider(),
                    rows.liable(i),
                    rows.stateBacked(i));
            for (int m = 0; m < measures.size(); m++) {
                batch.numbers(MONEY + m)[filled] = Money.main(rows.amount(measures.get(m), i));
            }
            filled++;
            if (filled == Tables.BATCH_ROWS) {
                file.write(batch, filled);
                filled = 0;
            }
        }
        file.write(batch, filled);
    }

    /** Root causes of the threat, or of that as which a provider's hits are counted; stated events have none. */
    private String causes(EventRows rows, int i) {
        boolean stated = rows.threat(i) < 0 && rows.provider(i) < 0;
        return stated ? "" : causes.getOrDefault(type(rows, i), "");
    }

    /** The threat's type; the name of the event where it is a stated one; as what a provider's hits are counted. */
    private String type(EventRows rows, int i) {
        int threat = rows.threat(i);
        if (threat >= 0) {
            return types.get(threat);
        }
        if (rows.provider(i) >= 0) {
            String type = providers.get(rows.provider(i)).type();
            return type == null ? "" : type;
        }
        StatedEvent event = run.scenario().events().get(rows.statedEvent(i));
        return event.event();
    }
}
