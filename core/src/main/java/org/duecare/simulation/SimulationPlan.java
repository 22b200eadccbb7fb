package org.duecare.simulation;

import org.duecare.compiled.CompiledWorld;
import org.duecare.quantity.Require;

/**
 * How the work is cut. A unit of work is a block of trials and a slice of it, by operators, or by trials where anything couples
 * operators; nothing of the cut enters the results.
 *
 * @param trials number of trials
 * @param threads number of threads
 * @param slices number of slices of each block
 */
public record SimulationPlan(int trials, int threads, int slices) {
    /** Units wanted for each thread, so that none waits long at the end. */
    private static final int UNITS_PER_THREAD = 4;

    /** Checks the counts. */
    public SimulationPlan {
        Require.between(trials, 1, Scenario.MAX_TRIALS, "trials");
        Require.between(threads, 1, 1024, "threads");
        Require.between(slices, 1, 1_000_000, "slices");
    }

    /** A cut that keeps all threads busy. */
    public static SimulationPlan of(CompiledScenario compiled, int threads) {
        int trials = compiled.scenario().trials();
        int blocks = blocks(trials);
        int operators = compiled.world().operators.operatorCount();
        boolean couples = compiled.world().couples();
        // Each slice by trials draws the attempts of all operators again: no more of them than threads.
        int units = threads == 1 ? 1 : couples ? threads : UNITS_PER_THREAD * threads;
        int wanted = (units + blocks - 1) / blocks;
        return new SimulationPlan(trials, threads, Math.max(1, Math.min(wanted, couples ? trials : operators)));
    }

    /** Number of blocks. */
    public int blocks() {
        return blocks(trials);
    }

    /** Trials of a block that count: all but in the last one. */
    public int trialsOf(int block) {
        return Math.min(CompiledWorld.BLOCK, trials - block * CompiledWorld.BLOCK);
    }

    private static int blocks(int trials) {
        return (trials + CompiledWorld.BLOCK - 1) / CompiledWorld.BLOCK;
    }
}
