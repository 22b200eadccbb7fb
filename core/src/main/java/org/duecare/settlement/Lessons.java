package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.HardeningColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.history.Incidents;
import org.jspecify.annotations.Nullable;

/**
 * Which operations have learnt from an incident of their own under one variant: one bit for each operation and trial of a
 * block, for each year whose lessons still hold. An incident counts from the year after its own on. Nothing is drawn and
 * nothing is allocated for it but the bits, 256 bytes for an operation and year.
 */
final class Lessons {
    private static final int WORDS = CompiledWorld.BLOCK / Long.SIZE;

    private final CompiledVariant variant;
    private final HardeningColumns hardening;
    private final int slots;
    private final boolean forGood;
    private final Incidents divided = new Incidents();
    private final long[] active = new long[WORDS];
    private long[][] bits;
    private int firstOperation;
    private int words;
    private int now;

    private Lessons(CompiledVariant variant, HardeningColumns hardening, int years) {
        this.variant = variant;
        this.hardening = hardening;
        this.forGood = hardening.years >= years - 1;
        this.slots = forGood ? 2 : hardening.years + 1;
        this.bits = new long[slots][0];
    }

    /** The lessons of a variant; null where operations do not learn. */
    static @Nullable Lessons of(CompiledVariant variant, int years) {
        HardeningColumns hardening = variant.hardening;
        return hardening == null ? null : new Lessons(variant, hardening, years);
    }

    /** Forgets everything; to be called before the first year of a block for the operations from and before two bounds. */
    void startBlock(int fromOperation, int toOperation) {
        firstOperation = fromOperation;
        words = (toOperation - fromOperation) * WORDS;
        for (int s = 0; s < slots; s++) {
            if (bits[s].length < words) {
                bits[s] = new long[words];
            } else {
                Arrays.fill(bits[s], 0, words, 0);
            }
        }
        now = 0;
    }

    /** Goes on to the next year: what was learnt last year holds from now on, what is too old is forgotten. */
    void nextYear() {
        if (forGood) {
            for (int w = 0; w < words; w++) {
                bits[0][w] |= bits[1][w];
            }
            now = 1;
        } else {
            now = (now + 1) % slots;
        }
        Arrays.fill(bits[now], 0, words, 0);
    }

    /**
     * Divides the rows of one operator: behind the rows of each pair in trials without lesson stand those in trials with
     * one, as a segment of their own that is marked. Rows of one trial stay in their order. Marks the incidents of this year
     * as lessons for the years to come.
     *
     * @return the rows given where no lesson holds, else the divided ones, valid until the next call
     */
    Incidents divide(Incidents all, int year) {
        PostureColumns held = variant.phase(year);
        PostureColumns hardened = hardening.phases[variant.phaseOfYear[year - 1]];
        boolean any = false;
        for (int segment = 0; segment < all.segments && !any; segment++) {
            any = load(all.segmentOperation[segment]);
        }
        Incidents rows = any ? divided : all;
        if (any) {
            divided.clear();
            divided.reserve(all.size);
        }
        int from = 0;
        for (int segment = 0; segment < all.segments; segment++) {
            int end = all.segmentEnd[segment];
            load(all.segmentOperation[segment]);
            if (any) {
                divide(all, segment, from, end);
            }
            int pair = all.segmentPair[segment];
            boolean stated = pair == Incidents.STATED;
            learn(
                    all,
                    from,
                    end,
                    all.segmentOperation[segment],
                    stated ? Long.MAX_VALUE : held.successBelow[pair],
                    stated ? Long.MAX_VALUE : hardened.successBelow[pair]);
            from = end;
        }
        return rows;
    }

    /** Loads the lessons that hold for an operation; whether there are any. */
    private boolean load(int operation) {
        int at = (operation - firstOperation) * WORDS;
        long any = 0;
        for (int w = 0; w < WORDS; w++) {
            long word = 0;
            for (int s = 0; s < slots; s++) {
                word |= s == now ? 0 : bits[s][at + w];
            }
            active[w] = word;
            any |= word;
        }
        return any != 0;
    }

    private void divide(Incidents all, int segment, int from, int end) {
        for (int wanted = 0; wanted < 2; wanted++) {
            for (int i = from; i < end; i++) {
                int slot = all.slot[i];
                if ((active[slot >>> 6] >>> slot & 1) == wanted) {
                    divided.take(all, i);
                }
            }
            if (wanted == 1) {
                divided.closeHardened(
                        all.segmentOperation[segment], all.segmentPair[segment], all.segmentBelow[segment]);
            } else {
                divided.closeSegment(
                        all.segmentOperation[segment], all.segmentPair[segment], all.segmentBelow[segment]);
            }
        }
    }

    private void learn(Incidents all, int from, int end, int operation, long below, long hardenedBelow) {
        int at = (operation - firstOperation) * WORDS;
        long[] fresh = bits[now];
        for (int i = from; i < end; i++) {
            int slot = all.slot[i];
            long limit = (active[slot >>> 6] >>> slot & 1) == 0 ? below : hardenedBelow;
            long happens = (all.success[i] - limit) >>> 63;
            fresh[at + (slot >>> 6)] |= happens << slot;
        }
    }
}
