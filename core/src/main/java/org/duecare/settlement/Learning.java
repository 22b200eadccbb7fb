package org.duecare.settlement;

import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.history.Incidents;
import org.duecare.history.Lessons;
import org.jspecify.annotations.Nullable;

/**
 * Who has learnt what, under all variants, as one worker goes through the years of a block. Years are gone through in their
 * order, all variants together, since what spreads and what providers bring down depends on it.
 */
final class Learning {
    private final CompiledWorld world;
    private final Incidents divided = new Incidents();
    private final boolean any;
    private int block = -1;
    private int year;
    private boolean whole;

    /** The lessons that hold, by variant; null where nobody learns. */
    final @Nullable Lessons[] lessons;

    Learning(CompiledWorld world, CompiledVariant[] variants) {
        this.world = world;
        this.lessons = new Lessons[variants.length];
        boolean some = false;
        for (int v = 0; v < variants.length; v++) {
            lessons[v] = Lessons.of(variants[v], world.years);
            some |= lessons[v] != null;
        }
        this.any = some;
    }

    /** Whether operations learn under any variant. */
    boolean any() {
        return any;
    }

    /** Whether the lessons at hand are not those of all operations at the start of a year of a block, or of an earlier one. */
    boolean isPast(int ofBlock, int ofYear) {
        return !whole || block != ofBlock || year > ofYear;
    }

    /** The year whose lessons are at hand. */
    int year() {
        return year;
    }

    /** Begins a block, before its first year, for the operations from and before two bounds. */
    void startBlock(int ofBlock, int fromOperation, int toOperation) {
        block = ofBlock;
        year = 0;
        whole = fromOperation == 0 && toOperation == world.operationCount();
        for (Lessons known : lessons) {
            if (known != null) {
                known.startBlock(fromOperation, toOperation);
            }
        }
    }

    /** What was learnt holds for the trials of a slice alone: it is of no use to others. */
    void leave() {
        whole = false;
    }

    /** Goes on to the next year. */
    void nextYear() {
        year++;
        for (Lessons known : lessons) {
            if (known != null) {
                known.nextYear();
            }
        }
    }

    /**
     * Divides the rows of one operator under one variant: behind the rows of each segment in trials without lesson stand those
     * in trials with one, as a segment of their own that is marked. Rows of one trial stay in their order.
     *
     * @return the rows given where no lesson holds, else the divided ones, valid until the next call
     */
    Incidents divide(int v, Incidents all) {
        Lessons known = lessons[v];
        if (known == null || !anyHolds(known, all)) {
            return all;
        }
        divided.clear();
        divided.reserve(all.size);
        int from = 0;
        for (int segment = 0; segment < all.segments; segment++) {
            int end = all.segmentEnd[segment];
            take(all, segment, from, end, known, false);
            take(all, segment, from, end, known, true);
            from = end;
        }
        return divided;
    }

    private static boolean anyHolds(Lessons known, Incidents all) {
        int last = -1;
        for (int segment = 0; segment < all.segments; segment++) {
            if (all.segmentOperation[segment] != last) {
                last = all.segmentOperation[segment];
                if (known.any(last)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void take(Incidents all, int segment, int from, int end, Lessons known, boolean wanted) {
        int operation = all.segmentOperation[segment];
        for (int i = from; i < end; i++) {
            if (known.holds(operation, all.slot[i]) == wanted) {
                divided.take(all, i);
            }
        }
        divided.closeLike(all, segment, wanted);
    }

    /** Notes the incidents of an operator under one variant: lessons for the years to come. */
    void learn(int v, int operator, Settled settled) {
        Lessons known = lessons[v];
        if (known == null) {
            return;
        }
        int first = world.operators.firstOperation[operator];
        int operations = world.operators.firstOperation[operator + 1] - first;
        int from = 0;
        for (int o = 0; o < operations; o++) {
            for (int j = from; j < settled.countedEnd[o]; j++) {
                known.learn(first + o, settled.slot[j]);
            }
            from = settled.operationEnd[o];
        }
    }
}
