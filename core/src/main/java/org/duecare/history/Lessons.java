package org.duecare.history;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.HardeningColumns;
import org.jspecify.annotations.Nullable;

/**
 * Which operations have learnt from an incident of their own under one variant: one bit for each operation and trial of a
 * block, for each year whose lessons still hold. An incident counts from the year after its own on. Nothing is drawn and
 * nothing is allocated for it but the bits, 256 bytes for an operation and year.
 */
public final class Lessons {
    /** Words of the bits of one operation. */
    public static final int WORDS = CompiledWorld.BLOCK / Long.SIZE;

    private final int slots;
    private final boolean forGood;
    private final long[][] bits;
    private long[] held = {};
    private int firstOperation;
    private int words;
    private int now;

    private Lessons(int holdYears, int years) {
        this.forGood = holdYears >= years - 1;
        this.slots = forGood ? 1 : holdYears + 1;
        this.bits = new long[slots][0];
    }

    /** The lessons of a variant; null where operations do not learn. */
    public static @Nullable Lessons of(CompiledVariant variant, int years) {
        HardeningColumns hardening = variant.hardening;
        return hardening == null ? null : new Lessons(hardening.years, years);
    }

    /** Forgets everything; to be called before the first year of a block for the operations from and before two bounds. */
    public void startBlock(int fromOperation, int toOperation) {
        firstOperation = fromOperation;
        words = (toOperation - fromOperation) * WORDS;
        held = cleared(held);
        for (int s = 0; s < slots; s++) {
            bits[s] = cleared(bits[s]);
        }
        now = 0;
    }

    private long[] cleared(long[] column) {
        if (column.length < words) {
            return new long[words];
        }
        Arrays.fill(column, 0, words, 0);
        return column;
    }

    /** Goes on to the next year: what was learnt last year holds from now on, what is too old is forgotten. */
    public void nextYear() {
        if (!forGood) {
            now = (now + 1) % slots;
            Arrays.fill(bits[now], 0, words, 0);
            Arrays.fill(held, 0, words, 0);
        }
        for (long[] year : bits) {
            for (int w = 0; w < words; w++) {
                held[w] |= year[w];
            }
        }
        if (forGood) {
            Arrays.fill(bits[now], 0, words, 0);
        }
    }

    /** Whether a lesson holds for an operation in a trial of the block. */
    public boolean holds(int operation, int slot) {
        return (held[(operation - firstOperation) * WORDS + (slot >>> 6)] >>> slot & 1) != 0;
    }

    /** Bits of the trials from {@code 64 word} on in which a lesson holds for an operation. */
    public long held(int operation, int word) {
        return held[(operation - firstOperation) * WORDS + word];
    }

    /** Whether a lesson holds for an operation in any trial. */
    public boolean any(int operation) {
        long any = 0;
        for (int w = 0; w < WORDS; w++) {
            any |= held(operation, w);
        }
        return any != 0;
    }

    /** Notes an incident of this year: a lesson for the years to come. */
    public void learn(int operation, int slot) {
        bits[now][(operation - firstOperation) * WORDS + (slot >>> 6)] |= 1L << slot;
    }
}
