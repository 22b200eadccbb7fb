package org.duecare.scenarios.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.duecare.operation.Operation;
import org.duecare.operation.Portfolio;
import org.duecare.scenarios.tree.Node;
import org.duecare.scenarios.tree.Position;
import org.duecare.scenarios.tree.ScenarioException;
import org.duecare.scenarios.tree.SourceText;
import org.duecare.underwriting.Claims;
import org.duecare.underwriting.ClaimsRow;

/**
 * Records from a table: a column for each key, {@code posture.goodFaith} for single elements, {@code answers.backups} for single
 * answers.
 */
public final class RecordTable {
    /** Blocks that may be a table: what a row is, and what is made of all rows. */
    private static final Map<Class<?>, Form> FORMS = Map.of(
            Portfolio.class,
            new Form(Operation.class, rows -> new Portfolio(cast(rows, Operation.class), List.of())),
            Claims.class,
            new Form(ClaimsRow.class, rows -> new Claims(cast(rows, ClaimsRow.class))));

    /** Keys whose parts have columns of their own. */
    private static final Set<String> GROUPS = Set.of("posture", "declared", "units", "answers");

    private final Binder binder;
    private final BindingContext context;

    RecordTable(Binder binder, BindingContext context) {
        this.binder = binder;
        this.context = context;
    }

    /** What stands in a table. */
    private record Form(Class<?> row, Function<List<Object>, Object> whole) {}

    private static <T> List<T> cast(List<Object> rows, Class<T> type) {
        return rows.stream().map(type::cast).toList();
    }

    /** Where a row of a table stands; rows count from 0, the header left out. */
    public static Position position(SourceText table, int row) {
        return Csv.read(table).rows().get(row).get(0).position();
    }

    /** Whether a block of a type may be a table. */
    static boolean takes(Class<?> type) {
        return FORMS.containsKey(type);
    }

    Bound bind(Class<?> type, Node.Mapping map, String path) {
        Form form = FORMS.get(type);
        if (form == null) {
            throw new IllegalArgumentException(type + " is no table");
        }
        Node.Mapping others = map.without("file");
        Position position = map.keyPosition("file");
        if (!(map.get("file") instanceof Node.Scalar file) || !others.entries().isEmpty()) {
            context.refuse(
                    position, path + ".file", "file takes the name of one table, and nothing stands beside it", "");
            return Bound.failed(map);
        }
        Csv table;
        try {
            table = Csv.read(context.data().read(file.text(), position));
        } catch (ScenarioException refused) {
            context.problems().addAll(refused.problems());
            return Bound.failed(map);
        }
        List<Object> rows = new ArrayList<>();
        for (List<Node.Scalar> row : table.rows()) {
            Object bound =
                    binder.row(form.row(), row(table.header(), row), path).value();
            if (bound != null) {
                rows.add(bound);
            }
            if (context.problems().isFull()) {
                break;
            }
        }
        Node.Mapping node = new Node.Mapping(
                map.position(), Map.of("file", new Node.Entry(position, Node.text(file.position(), file.text()))));
        boolean ok = rows.size() == table.rows().size();
        return ok ? binder.made(() -> form.whole().apply(rows), map, node, path) : Bound.failed(node);
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
