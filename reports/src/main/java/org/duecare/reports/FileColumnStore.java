package org.duecare.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.duecare.statistics.ColumnStore;
import org.duecare.statistics.TrialColumn;

/**
 * Columns in files of a temporary folder, one file a column, eight bytes a trial. Memory is one bounded buffer for each
 * call, whatever the number of trials; reads go to their place in the file, so that several threads may read at once.
 */
public final class FileColumnStore implements ColumnStore {
    private static final int BUFFER_LONGS = 1 << 13;

    private final Path folder;
    private final Map<Integer, Column> columns = new ConcurrentHashMap<>();

    /**
     * A store in a new folder.
     *
     * @param parent existing folder in which the store makes its own
     */
    public FileColumnStore(Path parent) {
        try {
            folder = Files.createTempDirectory(parent, "duecare-columns-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for columns in " + parent, e);
        }
    }

    @Override
    public void append(int column, long[] block, int count) {
        columns.computeIfAbsent(column, this::create).append(block, count);
    }

    @Override
    public TrialColumn column(int column) {
        return Objects.requireNonNull(columns.get(column), () -> "nothing was appended to column " + column);
    }

    /** Closes and deletes all files. */
    @Override
    public void close() {
        try {
            for (Column column : columns.values()) {
                column.delete();
            }
            columns.clear();
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }

    private Column create(int column) {
        return new Column(folder.resolve("column-" + column));
    }

    private static final class Column implements TrialColumn {
        private final Path file;
        private final FileChannel channel;
        private int trials;

        Column(Path file) {
            this.file = file;
            try {
                channel = FileChannel.open(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot create " + file, e);
            }
        }

        @Override
        public int trials() {
            return trials;
        }

        void append(long[] block, int count) {
            ByteBuffer buffer = buffer(count);
            try {
                for (int from = 0; from < count; from += BUFFER_LONGS) {
                    int taken = Math.min(BUFFER_LONGS, count - from);
                    buffer.clear();
                    buffer.asLongBuffer().put(block, from, taken);
                    buffer.limit(taken * Long.BYTES);
                    long position = (long) trials * Long.BYTES;
                    while (buffer.hasRemaining()) {
                        position += channel.write(buffer, position);
                    }
                    trials = Math.addExact(trials, taken);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }

        @Override
        public void read(int from, int count, long[] target) {
            Objects.checkFromIndexSize(from, count, trials);
            ByteBuffer buffer = buffer(count);
            try {
                for (int done = 0; done < count; done += BUFFER_LONGS) {
                    int taken = Math.min(BUFFER_LONGS, count - done);
                    buffer.clear().limit(taken * Long.BYTES);
                    fill(buffer, (from + (long) done) * Long.BYTES);
                    buffer.flip();
                    buffer.asLongBuffer().get(target, done, taken);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }

        private void fill(ByteBuffer buffer, long start) throws IOException {
            long position = start;
            while (buffer.hasRemaining()) {
                int bytes = channel.read(buffer, position);
                if (bytes < 0) {
                    throw new IOException(file + " ends at byte " + position);
                }
                position += bytes;
            }
        }

        private static ByteBuffer buffer(int count) {
            return ByteBuffer.allocate(Math.min(count, BUFFER_LONGS) * Long.BYTES)
                    .order(ByteOrder.nativeOrder());
        }

        void delete() throws IOException {
            channel.close();
            Files.deleteIfExists(file);
        }
    }
}
