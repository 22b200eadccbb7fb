package org.duecare.reports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.duecare.reports.table.TableColumn.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file format, read back by the reference implementation with checksums verified. */
class TableFileTest {
    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.name("name"),
            TableColumn.code("code", "number"),
            TableColumn.count("count", "number"),
            TableColumn.number("number", "EUR"),
            TableColumn.optional("optional", "EUR"),
            new TableColumn("level", Kind.LEVEL, false, ""),
            new TableColumn("flag", Kind.FLAG, false, ""));

    @TempDir
    Path folder;

    @Test
    void everyKindOfColumnComesBack() throws IOException {
        List<Object[]> rows = rows(40_000);
        Path file = write(rows);

        List<Group> read = read(file);

        assertThat(read).hasSize(rows.size());
        for (int r = 0; r < rows.size(); r++) {
            Object[] row = rows.get(r);
            Group group = read.get(r);
            assertThat(group.getString("name", 0)).isEqualTo(row[0]);
            assertThat((long) group.getInteger("code", 0)).isEqualTo(row[1]);
            assertThat(group.getLong("count", 0)).isEqualTo(row[2]);
            assertThat(group.getDouble("number", 0)).isEqualTo(row[3]);
            if (Double.isNaN((Double) row[4])) {
                assertThat(group.getFieldRepetitionCount("optional")).isZero();
            } else {
                assertThat(group.getDouble("optional", 0)).isEqualTo(row[4]);
            }
            assertThat(group.getDouble("level", 0)).isEqualTo(row[5]);
            assertThat(group.getBoolean("flag", 0)).isEqualTo(row[6]);
        }
    }

    @Test
    void sameRowsGiveSameBytes() throws IOException {
        List<Object[]> rows = rows(1000);
        assertThat(write(rows)).hasSameBinaryContentAs(write(rows));
    }

    @Test
    void emptyTableOpens() throws IOException {
        assertThat(read(write(List.of()))).isEmpty();
    }

    @Test
    void flippedByteInAPageIsFound() throws IOException {
        Path file = write(rows(5000));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> read(file)).isInstanceOf(Exception.class);
    }

    @Test
    void runsAndPackedGroupsOfAnyWidthComeBack() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        for (int distinct : new int[] {1, 2, 3, 9, 300, 70_000}) {
            List<Object[]> rows = new ArrayList<>();
            while (rows.size() < 3000) {
                String name = "n" + random.nextInt(distinct);
                int run = random.nextInt(3) == 0 ? random.nextInt(30) : 1;
                IntStream.range(0, run).forEach(i -> rows.add(row(name, rows.size())));
            }
            List<Group> read = read(write(rows));
            for (int r = 0; r < rows.size(); r++) {
                assertThat(read.get(r).getString("name", 0)).isEqualTo(rows.get(r)[0]);
            }
        }
    }

    private static List<Object[]> rows(int count) {
        SplittableRandom random = new SplittableRandom(count);
        return IntStream.range(0, count)
                .mapToObj(r -> row(r % 3 == 0 ? "\u00e4\u6f22\ud83d\ude00" : "v" + random.nextInt(40), r))
                .toList();
    }

    private static Object[] row(String name, int r) {
        SplittableRandom random = new SplittableRandom(r);
        double optional = r % 7 < 3 || r > 30_000 ? Double.NaN : r / 100.0;
        return new Object[] {
            name,
            (long) random.nextInt(5),
            r + 1L,
            random.nextInt(1_000_000) / 100.0,
            optional,
            1.0,
            random.nextBoolean()
        };
    }

    private Path write(List<Object[]> rows) throws IOException {
        Path file = Files.createTempFile(folder, "table", ".parquet");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RowBatch batch = new RowBatch(COLUMNS, 100);
        try (TableFile table = new TableFile("test", COLUMNS, Map.of(), bytes)) {
            for (int from = 0; from < rows.size(); from += 100) {
                int count = Math.min(100, rows.size() - from);
                for (int r = 0; r < count; r++) {
                    batch.set(r, rows.get(from + r));
                }
                table.write(batch, count);
            }
        }
        Files.write(file, bytes.toByteArray());
        return file;
    }

    private static List<Group> read(Path file) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .usePageChecksumVerification(true)
                .withCodecFactory(new ZstdForTests())
                .build();
        List<Group> groups = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            var schema = reader.getFooter().getFileMetaData().getSchema();
            PageReadStore pages;
            while ((pages = reader.readNextRowGroup()) != null) {
                RecordReader<Group> records = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long r = 0; r < pages.getRowCount(); r++) {
                    groups.add(records.read());
                }
            }
        }
        return groups;
    }
}
