package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.settlement.BlockSettlement;
import org.duecare.settlement.BlockSlice;
import org.duecare.settlement.LossColumns;
import org.duecare.settlement.OperationTotals;
import org.jspecify.annotations.Nullable;

/**
 * Drives the settlement of all blocks on several threads and hands finished blocks to a sink in order, through a bounded
 * window. Only integers are merged, so the cut of the work cannot show in the results.
 */
public final class Simulator {
    private final SimulationPlan plan;
    private final BlockSink sink;
    private final CompiledWorld world;
    private final CompiledVariant[] variants;
    private final AtomicInteger nextUnit = new AtomicInteger();
    private final AtomicLong saturated = new AtomicLong();
    private final OperationTotals totals;
    private final BlockWindow window;
    private volatile @Nullable Throwable failure;

    private Simulator(CompiledScenario compiled, SimulationPlan plan, BlockSink sink) {
        this.plan = plan;
        this.sink = sink;
        this.world = compiled.world();
        this.variants = compiled.variants().toArray(CompiledVariant[]::new);
        this.totals = new OperationTotals(variants.length, world.operationCount());
        this.window = new BlockWindow(plan, () -> new LossColumns(world, variants));
    }

    /** What a run leaves beside its blocks. */
    public record Outcome(OperationTotals totals, long saturatedEvents) {}

    /**
     * Runs a plan to its end.
     *
     * @param sink takes every block, in order
     * @throws IllegalStateException when money is not conserved or a worker fails
     */
    public static Outcome run(CompiledScenario compiled, SimulationPlan plan, BlockSink sink) {
        Simulator simulator = new Simulator(compiled, plan, sink);
        simulator.run();
        return new Outcome(simulator.totals, simulator.saturated.get());
    }

    private void run() {
        List<Thread> threads = new ArrayList<>();
        for (int i = 1; i < plan.threads(); i++) {
            Thread thread = new Thread(this::work, "duecare-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        work();
        for (Thread thread : threads) {
            join(thread);
        }
        Throwable cause = failure;
        if (cause instanceof RuntimeException exception) {
            throw exception;
        }
        if (cause instanceof Error error) {
            throw error;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while workers were running", e);
        }
    }

    private void work() {
        try {
            BlockSettlement settlement = new BlockSettlement(world, variants);
            OperationTotals own = new OperationTotals(variants.length, world.operationCount());
            int units = plan.blocks() * plan.slices();
            for (int unit = nextUnit.getAndIncrement();
                    unit < units && failure == null;
                    unit = nextUnit.getAndIncrement()) {
                unit(settlement, own, unit / plan.slices(), unit % plan.slices());
            }
            synchronized (totals) {
                totals.merge(own);
            }
            saturated.addAndGet(settlement.takeSaturated());
        } catch (RuntimeException | Error e) {
            failure = e;
            window.abort();
        }
    }

    private void unit(BlockSettlement settlement, OperationTotals own, int block, int slice) {
        LossColumns columns = window.take(block);
        if (columns == null) {
            return;
        }
        int trials = plan.trialsOf(block);
        int operators = world.operators.operatorCount();
        BlockSlice part = BlockSlice.of(slice, plan.slices(), operators, trials, world.couples());
        if (!part.isEmpty()) {
            settlement.slice(block, part, columns, own);
        }
        LossColumns whole = window.merge(block, columns);
        if (whole != null) {
            settlement.finish(block, trials, whole, own);
            window.finish(block, whole, done -> sink.accept(done.block(), plan.trialsOf(done.block()), done.columns()));
        }
    }
}
