package org.duecare.simulation;

import org.duecare.settlement.LossColumns;

/** Takes finished blocks, in order, one at a time. Files, progress and checkpoints hang here. */
@FunctionalInterface
public interface BlockSink {
    /**
     * One finished block.
     *
     * @param block number from 0
     * @param trials number of its trials that count; the rest of each column is 0
     * @param columns valid during the call only
     */
    void accept(int block, int trials, LossColumns columns);
}
