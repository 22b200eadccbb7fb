package org.duecare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.duecare.quantity.InvalidValueException;
import org.junit.jupiter.api.Test;

class MemoryColumnStoreTest {
    @Test
    void blocksStandInTheOrderAppendedAndTheCallersArrayMayBeReused() {
        long[] block = {1, 2, 3};
        try (ColumnStore store = new MemoryColumnStore(1, 4)) {
            store.append(0, block, 3);
            block[0] = 9;
            store.append(0, block, 2);

            long[] read = new long[4];
            store.column(0).read(1, 4, read);

            assertThat(read).containsExactly(2, 3, 9, 2);
        }
    }

    @Test
    void roomNotYetWrittenCannotBeRead() {
        try (ColumnStore store = new MemoryColumnStore(1, 100)) {
            store.append(0, new long[] {1}, 1);
            TrialColumn column = store.column(0);

            assertThatThrownBy(() -> column.read(0, 2, new long[2])).isInstanceOf(InvalidValueException.class);
        }
    }
}
