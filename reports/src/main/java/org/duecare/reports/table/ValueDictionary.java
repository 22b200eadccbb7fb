package org.duecare.reports.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duecare.reports.table.TableColumn.Kind;
import org.jspecify.annotations.Nullable;

/** The distinct values of one column chunk, in order of first appearance. */
final class ValueDictionary {
    private final Kind kind;
    private final Map<Object, Integer> indices = new HashMap<>();
    private final List<byte[]> entries = new ArrayList<>();
    private @Nullable Object last;
    private int lastIndex;

    ValueDictionary(Kind kind) {
        this.kind = kind;
    }

    int size() {
        return entries.size();
    }

    /** The index of a value, added if new. Columns mostly repeat, so the last one is looked at first. */
    int indexOf(Object value) {
        if (!value.equals(last)) {
            Integer known = indices.get(value);
            if (known == null) {
                known = entries.size();
                indices.put(value, known);
                entries.add(encode(value));
            }
            last = value;
            lastIndex = known;
        }
        return lastIndex;
    }

    /** All entries, PLAIN. */
    byte[] plain() {
        int size = entries.stream().mapToInt(entry -> entry.length).sum();
        ByteBuffer buffer = ByteBuffer.allocate(size);
        entries.forEach(buffer::put);
        return buffer.array();
    }

    private byte[] encode(Object value) {
        return switch (kind) {
            case NAME -> {
                byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
                yield little(Integer.BYTES + text.length)
                        .putInt(text.length)
                        .put(text)
                        .array();
            }
            case CODE -> little(Integer.BYTES).putInt(((Long) value).intValue()).array();
            case LEVEL -> little(Double.BYTES).putDouble((Double) value).array();
            default -> throw new IllegalArgumentException(kind + " has no dictionary");
        };
    }

    static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
