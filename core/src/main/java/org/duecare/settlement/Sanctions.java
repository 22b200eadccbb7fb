package org.duecare.settlement;

import org.duecare.compiled.AuditColumns;
import org.duecare.compiled.CompiledWorld;
import org.duecare.history.Draws;
import org.duecare.history.Lessons;
import org.duecare.history.PoissonCount;
import org.duecare.random.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * Sanctions after audits of operations that fall short. Per operation, block and year one Poisson number and a trial for each,
 * drawn at the operation's own address: with a higher rate the same sanctions come first, so that variants are coupled.
 */
final class Sanctions {
    private static final int BLOCK = CompiledWorld.BLOCK;

    private final CompiledWorld world;
    private final Draws draws;
    private final long[] words = new long[BLOCK];
    private AuditColumns held = new AuditColumns(new double[0], new long[0]);
    private @Nullable AuditColumns hardened;
    private @Nullable Lessons lessons;

    Sanctions(CompiledWorld world, Draws draws) {
        this.world = world;
        this.draws = draws;
    }

    /**
     * Sets who is audited how often from here on.
     *
     * @param audits sanctions at the posture held without lessons
     * @param learnt the same after an incident; null where nobody who has learnt falls short
     * @param who who has learnt; null where nobody does
     */
    void judge(AuditColumns audits, @Nullable AuditColumns learnt, @Nullable Lessons who) {
        held = audits;
        hardened = learnt;
        lessons = who;
    }

    /**
     * Adds the sanctions of some operators in some trials of one year.
     *
     * @param column receives the sum of each trial
     * @param totals receives the sum of each operation
     */
    void add(BlockSlice slice, int block, int year, long[] column, long[] totals) {
        int end = world.operators.firstOperation[slice.toOperator()];
        for (int operation = world.operators.firstOperation[slice.fromOperator()]; operation < end; operation++) {
            if (held.rate[operation] > 0) {
                totals[operation] =
                        Math.addExact(totals[operation], ofOperation(operation, block, year, slice, column));
            }
        }
    }

    /** Sanctions of one operation; in trials in which it has learnt, only as many as its rate then sets off. */
    private long ofOperation(int operation, int block, int year, BlockSlice slice, long[] column) {
        long key0 = world.operators.key0[operation];
        long key1 = world.operators.key1[operation];
        long word = draws.word(key0, key1, block, year, StreamId.COUNT.number(), 0);
        int count = PoissonCount.of(held.rate[operation] * BLOCK, word);
        AuditColumns after = hardened;
        int learntCount = after == null ? 0 : PoissonCount.of(after.rate[operation] * BLOCK, word);
        Lessons who = lessons;
        long amount = held.amount[operation];
        long sum = 0;
        for (int from = 0; from < count; from += BLOCK) {
            int length = Math.min(BLOCK, count - from);
            draws.fill(key0, key1, block, year, StreamId.POSITION.number(), from, length, words);
            for (int i = 0; i < length; i++) {
                int slot = (int) (words[i] >>> 53);
                boolean spared = who != null && from + i >= learntCount && who.holds(operation, slot);
                if (slot >= slice.fromTrial() && slot < slice.toTrial() && !spared) {
                    column[slot] += amount;
                    sum += amount;
                }
            }
        }
        return sum;
    }
}
