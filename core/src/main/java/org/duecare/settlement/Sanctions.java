package org.duecare.settlement;

import org.duecare.compiled.AuditColumns;
import org.duecare.compiled.CompiledWorld;
import org.duecare.history.Draws;
import org.duecare.history.PoissonCount;
import org.duecare.random.StreamId;

/**
 * Sanctions after audits of operations that fall short. Per operation, block and year one Poisson number and a trial for each,
 * drawn at the operation's own address: with a higher rate the same sanctions come first, so that variants are coupled.
 */
final class Sanctions {
    private static final int BLOCK = CompiledWorld.BLOCK;

    private final CompiledWorld world;
    private final Draws draws;
    private final long[] words = new long[BLOCK];

    Sanctions(CompiledWorld world, Draws draws) {
        this.world = world;
        this.draws = draws;
    }

    /**
     * Adds the sanctions of some operators in one year.
     *
     * @param trials number of trials of the block that count
     * @param column receives the sum of each trial
     * @param totals receives the sum of each operation
     */
    void add(
            AuditColumns audits,
            int fromOperator,
            int toOperator,
            int block,
            int year,
            int trials,
            long[] column,
            long[] totals) {
        int end = world.operators.firstOperation[toOperator];
        for (int operation = world.operators.firstOperation[fromOperator]; operation < end; operation++) {
            if (audits.rate[operation] > 0) {
                totals[operation] = Math.addExact(
                        totals[operation],
                        ofOperation(
                                operation,
                                audits.rate[operation],
                                audits.amount[operation],
                                block,
                                year,
                                trials,
                                column));
            }
        }
    }

    private long ofOperation(int operation, double rate, long amount, int block, int year, int trials, long[] column) {
        long key0 = world.operators.key0[operation];
        long key1 = world.operators.key1[operation];
        long word = draws.word(key0, key1, block, year, StreamId.COUNT.number(), 0);
        int count = PoissonCount.of(rate * BLOCK, word);
        long sum = 0;
        for (int from = 0; from < count; from += BLOCK) {
            int length = Math.min(BLOCK, count - from);
            draws.fill(key0, key1, block, year, StreamId.POSITION.number(), from, length, words);
            for (int i = 0; i < length; i++) {
                int slot = (int) (words[i] >>> 53);
                if (slot < trials) {
                    column[slot] += amount;
                    sum += amount;
                }
            }
        }
        return sum;
    }
}
