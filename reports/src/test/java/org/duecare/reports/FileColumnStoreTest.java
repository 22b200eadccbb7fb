package org.duecare.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.duecare.statistics.TrialColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileColumnStoreTest {
    @TempDir
    Path folder;

    @Test
    void columnsComeBackInTrialOrder() {
        try (FileColumnStore store = new FileColumnStore(folder)) {
            for (int block = 0; block < 20; block++) {
                long first = block * 2048L;
                long[] values = LongStream.range(first, first + 2048).toArray();
                store.append(3, values, 2048);
                store.append(0, values, 1000);
            }
            TrialColumn column = store.column(3);
            long[] read = new long[30_000];
            column.read(5000, read.length, read);

            assertThat(column.trials()).isEqualTo(20 * 2048);
            assertThat(read).isEqualTo(LongStream.range(5000, 35_000).toArray());
            assertThat(store.column(0).trials()).isEqualTo(20_000);
        }
    }

    @Test
    void extremeValuesSurvive() {
        long[] values = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE};
        try (FileColumnStore store = new FileColumnStore(folder)) {
            store.append(0, values, 4);
            long[] read = new long[4];
            store.column(0).read(0, 4, read);

            assertThat(read).isEqualTo(values);
        }
    }

    @Test
    void closeRemovesTheFiles() {
        FileColumnStore store = new FileColumnStore(folder);
        store.append(0, new long[1], 1);
        store.close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void readingBeyondTheEndIsRefused() {
        try (FileColumnStore store = new FileColumnStore(folder)) {
            store.append(0, new long[10], 10);

            assertThatThrownBy(() -> store.column(0).read(5, 6, new long[6]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> store.column(1)).isInstanceOf(NullPointerException.class);
        }
    }
}
