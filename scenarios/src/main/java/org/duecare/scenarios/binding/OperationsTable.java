package org.duecare.scenarios.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duecare.operation.Operation;
import org.duecare.operation.Portfolio;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Position;
import org.duecare.scenarios.tree.ScenarioException;

/** Operations from a table: a column for each key of an operation, {@code posture.goodFaith} for single elements, {@code answers.backups} for single answers. */
final class OperationsTable {
    /** Keys whose parts have columns of their own. */
    private static final Set<String> GROUPS = Set.of("posture", "declared", "units", "answers");

    private final Binder binder;
    private final BindingContext context;

    OperationsTable(Binder binder, BindingContext context) {
        this.binder = binder;
        this.context = context;
    }

    Bound bind(Node.Mapping map, String path) {
        Node.Mapping others = map.without("file");
        Position position = map.keyPosition("file");
        if (!(map.get("file") instanceof Node.Scalar file) || !others.entries().isEmpty()) {
            context.refuse(
                    position, path + ".file", "file takes the name of one table, without listed or synthesise", "");
            return Bound.failed(map);
        }
        Csv table;
        try {
            table = Csv.read(context.data().read(file.text(), position));
        } catch (ScenarioException refused) {
            context.problems().addAll(refused.problems());
            return Bound.failed(map);
        }
        List<Operation> operations = new ArrayList<>();
        for (List<Node.Scalar> row : table.rows()) {
            Bound bound = binder.row(Operation.class, row(table.header(), row), path);
            if (bound.value() instanceof Operation operation) {
                operations.add(operation);
            }
            if (context.problems().isFull()) {
                break;
            }
        }
        Node.Mapping node = new Node.Mapping(
                map.position(), Map.of("file", new Node.Entry(position, Node.text(file.position(), file.text()))));
        boolean ok = operations.size() == table.rows().size();
        return ok ? binder.made(() -> new Portfolio(operations, List.of()), map, node, path) : Bound.failed(node);
    }

    /** A row as the map it stands for; empty fields are absent keys. */
    private static Node.Mapping row(List<String> header, List<Node.Scalar> row) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        Map<String, Map<String, Node.Entry>> groups = new LinkedHashMap<>();
        Position start = row.get(0).position();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            Node.Entry entry = new Node.Entry(row.get(i).position(), row.get(i));
            if (row.get(i).text().isEmpty()) {
                continue;
            }
            int dot = name.indexOf('.');
            if (dot > 0 && GROUPS.contains(name.substring(0, dot))) {
                groups.computeIfAbsent(name.substring(0, dot), group -> new LinkedHashMap<>())
                        .put(name.substring(dot + 1), entry);
            } else {
                entries.put(name, entry);
            }
        }
        groups.forEach(
                (group, values) -> entries.putIfAbsent(group, new Node.Entry(start, new Node.Mapping(start, values))));
        return new Node.Mapping(start, entries);
    }
}
