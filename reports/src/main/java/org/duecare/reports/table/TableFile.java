package org.duecare.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;

/**
 * One Parquet file being written: Zstandard, page checksums, dictionaries for names and codes only, units and hashes in
 * the footer. The bytes depend on the rows and the metadata alone, and memory is bounded by one row group.
 *
 * <p>Pages are built here, from whole columns; headers and footer by the classes of the Parquet format itself. A record
 * writer would take each row apart again and load some thousand classes first, which costs a short run more than its
 * simulation.
 */
final class TableFile implements AutoCloseable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT_VERSION = 1;
    private static final int ROWS_PER_GROUP = 1 << 18;
    private static final int ROWS_PER_PAGE = 1 << 14;
    private static final String UNIT_PREFIX = "unit.";
    private static final String CREATED_BY = "duecare version 0.1.0 (build results)";

    private final String name;
    private final List<TableColumn> columns;
    private final Map<String, String> metadata;
    private final OutputStream out;
    private final List<RowGroup> groups = new ArrayList<>();
    private List<ColumnChunkBuffer> chunks = List.of();
    private final RowBatch page;
    private int pageRows;
    private long groupRows;
    private long position;
    private long rows;

    TableFile(String name, List<TableColumn> columns, Map<String, String> metadata, OutputStream out)
            throws IOException {
        this.name = name;
        this.columns = columns;
        this.metadata = metadata;
        this.out = out;
        page = new RowBatch(columns, ROWS_PER_PAGE);
        startGroup();
        out.write(MAGIC);
        position = MAGIC.length;
    }

    /** Appends the first {@code count} rows of a batch. */
    void write(RowBatch batch, int count) throws IOException {
        int from = 0;
        while (from < count) {
            int taken = Math.min(count - from, ROWS_PER_PAGE - pageRows);
            page.copy(batch, from, pageRows, taken);
            pageRows += taken;
            from += taken;
            if (pageRows == ROWS_PER_PAGE) {
                flushPage();
            }
        }
    }

    private void startGroup() {
        chunks = columns.stream().map(ColumnChunkBuffer::new).toList();
        groupRows = 0;
    }

    private void flushPage() throws IOException {
        for (int c = 0; c < columns.size(); c++) {
            chunks.get(c).addPage(page, c, pageRows);
        }
        groupRows += pageRows;
        pageRows = 0;
        if (groupRows >= ROWS_PER_GROUP) {
            flushGroup();
        }
    }

    private void flushGroup() throws IOException {
        List<ColumnChunk> written = new ArrayList<>();
        long start = position;
        long uncompressed = 0;
        for (ColumnChunkBuffer chunk : chunks) {
            ColumnChunk entry = chunk.writeTo(out, position);
            position += entry.getMeta_data().getTotal_compressed_size();
            uncompressed += entry.getMeta_data().getTotal_uncompressed_size();
            written.add(entry);
        }
        RowGroup group = new RowGroup(written, uncompressed, groupRows);
        group.setFile_offset(start);
        group.setTotal_compressed_size(position - start);
        groups.add(group);
        rows += groupRows;
        startGroup();
    }

    /** Writes what is left and the footer; the stream stays open. */
    @Override
    public void close() throws IOException {
        if (pageRows > 0) {
            flushPage();
        }
        if (groupRows > 0) {
            flushGroup();
        }
        FooterLength footer = new FooterLength(out);
        Util.writeFileMetaData(fileMetaData(), footer);
        out.write(ValueDictionary.little(Integer.BYTES).putInt(footer.bytes).array());
        out.write(MAGIC);
        out.flush();
    }

    private FileMetaData fileMetaData() {
        List<SchemaElement> schema = new ArrayList<>();
        SchemaElement root = new SchemaElement(name);
        root.setNum_children(columns.size());
        schema.add(root);
        columns.forEach(column -> schema.add(column.schema()));
        FileMetaData footer = new FileMetaData(FORMAT_VERSION, schema, rows, groups);
        Map<String, String> pairs = new TreeMap<>(metadata);
        columns.stream()
                .filter(column -> !column.unit().isEmpty())
                .forEach(column -> pairs.put(UNIT_PREFIX + column.name(), column.unit()));
        pairs.forEach((key, value) -> footer.addToKey_value_metadata(new KeyValue(key).setValue(value)));
        columns.forEach(column -> footer.addToColumn_orders(ColumnOrder.TYPE_ORDER(new TypeDefinedOrder())));
        footer.setCreated_by(CREATED_BY);
        return footer;
    }

    /** Counts the bytes of the footer. */
    private static final class FooterLength extends OutputStream {
        private final OutputStream target;
        private int bytes;

        FooterLength(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int value) throws IOException {
            target.write(value);
            bytes++;
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            target.write(source, offset, length);
            bytes += length;
        }
    }
}
