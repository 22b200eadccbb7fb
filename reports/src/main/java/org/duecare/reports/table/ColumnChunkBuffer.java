package org.duecare.reports.table;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * One column of the row group being written: compressed pages held until the group is full. Numbers and counts are PLAIN,
 * names, codes and levels run-length encoded dictionary indices; every page carries its CRC-32.
 */
final class ColumnChunkBuffer {
    /** Fast, with ratios close to the higher levels on amounts of money. */
    private static final int COMPRESSION_LEVEL = 1;

    private final TableColumn column;
    private final @Nullable ValueDictionary dictionary;
    private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
    private long values;
    private long nulls;
    private long uncompressedBytes;
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;

    ColumnChunkBuffer(TableColumn column) {
        this.column = column;
        dictionary = column.kind().isDictionaryEncoded() ? new ValueDictionary(column.kind()) : null;
    }

    /** Adds one page with the rows {@code 0 .. rows - 1} of a batch's column. */
    void addPage(RowBatch batch, int c, int rows) throws IOException {
        byte[] body = dictionary != null ? indices(dictionary, batch, c, rows) : plain(batch, c, rows);
        DataPageHeader header = new DataPageHeader(
                rows, dictionary != null ? Encoding.RLE_DICTIONARY : Encoding.PLAIN, Encoding.RLE, Encoding.RLE);
        PageHeader page = new PageHeader(PageType.DATA_PAGE, body.length, 0);
        page.setData_page_header(header);
        uncompressedBytes += writePage(page, body, pages);
        values += rows;
    }

    private byte[] plain(RowBatch batch, int c, int rows) {
        return switch (column.kind()) {
            case NUMBER ->
                column.optional() ? optionalNumbers(batch.numbers(c), rows) : numbers(batch.numbers(c), rows);
            case COUNT -> {
                ByteBuffer buffer = ValueDictionary.little(rows * Long.BYTES);
                buffer.asLongBuffer().put(batch.wholes(c), 0, rows);
                yield buffer.array();
            }
            case FLAG -> {
                byte[] bits = new byte[(rows + 7) / 8];
                for (int row = 0; row < rows; row++) {
                    bits[row / 8] |= (byte) (batch.wholes(c)[row] << row % 8);
                }
                yield bits;
            }
            default -> throw new IllegalStateException(column.name());
        };
    }

    private byte[] numbers(double[] numbers, int rows) {
        observe(numbers, rows);
        ByteBuffer buffer = ValueDictionary.little(rows * Double.BYTES);
        buffer.asDoubleBuffer().put(numbers, 0, rows);
        return buffer.array();
    }

    /** Definition levels (1 = present), their length first, then the numbers that are present. */
    private byte[] optionalNumbers(double[] numbers, int rows) {
        int[] levels = new int[rows];
        double[] present = new double[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (!Double.isNaN(numbers[row])) {
                levels[row] = 1;
                present[count++] = numbers[row];
            }
        }
        nulls += rows - count;
        observe(present, count);
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        RunLengths.encode(levels, rows, 1, encoded);
        ByteBuffer buffer = ValueDictionary.little(Integer.BYTES + encoded.size() + count * Double.BYTES);
        buffer.putInt(encoded.size()).put(encoded.toByteArray());
        buffer.slice().order(buffer.order()).asDoubleBuffer().put(present, 0, count);
        return buffer.array();
    }

    private void observe(double[] numbers, int rows) {
        for (int row = 0; row < rows; row++) {
            smallest = Math.min(smallest, numbers[row]);
            largest = Math.max(largest, numbers[row]);
        }
    }

    private byte[] indices(ValueDictionary dictionary, RowBatch batch, int c, int rows) {
        int[] indices = new int[rows];
        for (int row = 0; row < rows; row++) {
            boolean repeats = row > 0 && batch.repeats(c, row);
            indices[row] = repeats ? indices[row - 1] : dictionary.indexOf(value(batch, c, row));
        }
        int bitWidth = RunLengths.bitWidth(dictionary.size() - 1);
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.write(bitWidth);
        RunLengths.encode(indices, rows, bitWidth, encoded);
        return encoded.toByteArray();
    }

    private Object value(RowBatch batch, int c, int row) {
        return switch (column.kind()) {
            case NAME -> batch.names(c)[row];
            case LEVEL -> (Object) batch.numbers(c)[row];
            default -> batch.wholes(c)[row];
        };
    }

    /** Writes all pages and returns the chunk's entry in the footer. */
    ColumnChunk writeTo(OutputStream out, long offset) throws IOException {
        ColumnMetaData metadata = new ColumnMetaData(
                column.kind().type(), encodings(), List.of(column.name()), CompressionCodec.ZSTD, values, 0, 0, offset);
        long dictionaryBytes = 0;
        if (dictionary != null) {
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            uncompressedBytes += writeDictionary(dictionary, page);
            page.writeTo(out);
            dictionaryBytes = page.size();
            metadata.setDictionary_page_offset(offset);
            metadata.setData_page_offset(offset + dictionaryBytes);
        }
        pages.writeTo(out);
        metadata.setTotal_compressed_size(dictionaryBytes + pages.size());
        metadata.setTotal_uncompressed_size(uncompressedBytes);
        if (smallest <= largest) {
            metadata.setStatistics(statistics());
        }
        ColumnChunk chunk = new ColumnChunk(offset);
        chunk.setMeta_data(metadata);
        return chunk;
    }

    private List<Encoding> encodings() {
        List<Encoding> encodings = new ArrayList<>(List.of(Encoding.RLE, Encoding.PLAIN));
        if (dictionary != null) {
            encodings.add(Encoding.RLE_DICTIONARY);
        }
        return encodings;
    }

    private static long writeDictionary(ValueDictionary dictionary, ByteArrayOutputStream page) throws IOException {
        byte[] body = dictionary.plain();
        PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, body.length, 0);
        header.setDictionary_page_header(new DictionaryPageHeader(dictionary.size(), Encoding.PLAIN));
        return writePage(header, body, page);
    }

    /** Smallest and largest; the format asks for -0.0 as a smallest and 0.0 as a largest zero. */
    private Statistics statistics() {
        Statistics statistics = new Statistics();
        statistics.setNull_count(nulls);
        statistics.setMin_value(ValueDictionary.little(Double.BYTES)
                .putDouble(smallest == 0 ? -0.0 : smallest)
                .flip());
        statistics.setMax_value(ValueDictionary.little(Double.BYTES)
                .putDouble(largest == 0 ? 0.0 : largest)
                .flip());
        return statistics;
    }

    private static long writePage(PageHeader header, byte[] body, ByteArrayOutputStream out) throws IOException {
        byte[] bound = new byte[(int) Zstd.compressBound(body.length)];
        long size = Zstd.compress(bound, body, COMPRESSION_LEVEL);
        if (Zstd.isError(size)) {
            throw new IOException("Zstandard: " + Zstd.getErrorName(size));
        }
        byte[] compressed = Arrays.copyOf(bound, (int) size);
        CRC32 crc = new CRC32();
        crc.update(compressed);
        header.setCompressed_page_size(compressed.length);
        header.setCrc((int) crc.getValue());
        int before = out.size();
        Util.writePageHeader(header, out);
        long headerBytes = out.size() - (long) before;
        out.write(compressed);
        return headerBytes + body.length;
    }
}
