package org.duecare.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.duecare.settlement.LossColumns;
import org.jspecify.annotations.Nullable;

/**
 * The blocks in flight: lends columns to units of work, merges the slices of a block and hands finished blocks on in order.
 * A worker that is too far ahead of the oldest unfinished block waits, which bounds memory.
 */
final class BlockWindow {
    private final int slices;
    private final int width;
    private final Supplier<LossColumns> maker;
    private final Deque<LossColumns> spare = new ArrayDeque<>();
    private final Map<Integer, LossColumns> merged = new HashMap<>();
    private final Map<Integer, Integer> slicesDone = new HashMap<>();
    private final Map<Integer, LossColumns> finished = new HashMap<>();
    private int delivered;
    private boolean delivering;
    private boolean aborted;

    BlockWindow(SimulationPlan plan, Supplier<LossColumns> maker) {
        this.slices = plan.slices();
        this.width = plan.threads() + 2;
        this.maker = maker;
    }

    /** A finished block. */
    record Done(int block, LossColumns columns) {}

    /** Empty columns for one unit of a block; waits while the block is too far ahead; null after an abort. */
    synchronized @Nullable LossColumns take(int block) {
        while (block >= delivered + width && !aborted) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                aborted = true;
            }
        }
        if (aborted) {
            return null;
        }
        LossColumns columns = spare.poll();
        return columns == null ? maker.get() : columns;
    }

    /** Merges the columns of a unit; returns the whole block when this was its last slice, otherwise null. */
    synchronized @Nullable LossColumns merge(int block, LossColumns columns) {
        LossColumns whole = merged.get(block);
        if (whole == null) {
            merged.put(block, columns);
            whole = columns;
        } else {
            whole.merge(columns);
            giveBack(columns);
        }
        int done = slicesDone.merge(block, 1, Integer::sum);
        if (done < slices) {
            return null;
        }
        merged.remove(block);
        slicesDone.remove(block);
        return whole;
    }

    /** Hands on this block and those waiting behind it, in order. */
    void finish(int block, LossColumns columns, Consumer<Done> next) {
        synchronized (this) {
            finished.put(block, columns);
            if (delivering) {
                return;
            }
            delivering = true;
        }
        Done done = poll();
        while (done != null) {
            next.accept(done);
            returned(done.columns());
            done = poll();
        }
    }

    private synchronized @Nullable Done poll() {
        LossColumns columns = finished.remove(delivered);
        if (columns == null) {
            delivering = false;
            return null;
        }
        return new Done(delivered, columns);
    }

    private synchronized void returned(LossColumns columns) {
        delivered++;
        giveBack(columns);
        notifyAll();
    }

    private void giveBack(LossColumns columns) {
        columns.clear();
        spare.add(columns);
    }

    /** Lets all waiting workers go. */
    synchronized void abort() {
        aborted = true;
        notifyAll();
    }
}
