package org.duecare.history;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.ProviderColumns;
import org.duecare.compiled.SizeColumns;
import org.duecare.distribution.QuantileTable;
import org.duecare.distribution.StepTable;
import org.duecare.random.DrawAddress;
import org.duecare.random.KeyedHash;
import org.duecare.random.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * The events of all providers in one block and year, as columns, and how far each goes down the graph under each variant.
 * Every event has marks at the address of its provider: trial, time, duration, containment, success at the operation that the
 * provider is; and one mark for each provider that depends on it. One for each worker.
 */
public final class ProviderEvents {
    private static final int BLOCK = CompiledWorld.BLOCK;

    /** Most variants of a world with providers: each has a bit of a word. */
    public static final int MOST_VARIANTS = Long.SIZE;

    private final ProviderColumns providers;
    private final CompiledVariant[] variants;
    private final Draws draws;
    private final double[] someHours = new double[KeyedHash.MAX_RUN];
    private final long[] run = new long[KeyedHash.MAX_RUN];
    private long[] words = new long[BLOCK];
    private long[] contained = new long[BLOCK];
    private @Nullable Lessons[] lessons;
    private int block = -1;
    private int year = -1;

    /** Number of events. */
    public int size;

    /** First event of each provider, and one past the last: length providers + 1. */
    public final int[] first;

    /** Trial of the block. */
    public int[] slot = new int[BLOCK];

    /** Provider where an event began. */
    public int[] root = new int[BLOCK];

    /** Moment within the year as a lattice cell. */
    public long[] timeCell = new long[BLOCK];

    /** Duration in hours. */
    public double[] hours = new double[BLOCK];

    /** Cell of the mark of success at the operation that the provider is. */
    public long[] success = new long[BLOCK];

    /** Cell of the finding mark of the event. */
    public long[] finding = new long[BLOCK];

    /** Variants in which a node is down, a bit each: {@link #firstDown} of the root + node x events of the root + event. */
    private long[] down = new long[BLOCK];

    private final int[] firstDown;

    /** Events of one world under its variants. */
    public ProviderEvents(CompiledWorld world, CompiledVariant[] variants, Draws draws) {
        this.providers = world.providers;
        this.variants = variants;
        this.draws = draws;
        this.lessons = new Lessons[variants.length];
        this.first = new int[providers.count() + 1];
        this.firstDown = new int[providers.count() + 1];
    }

    /**
     * Draws the events of a block and year, unless they are at hand.
     *
     * @param learnt who has learnt before the year under each variant; null where nobody learns
     */
    public void prepare(int ofBlock, int ofYear, @Nullable Lessons[] learnt) {
        lessons = learnt;
        if (ofBlock == block && ofYear == year) {
            return;
        }
        block = ofBlock;
        year = ofYear;
        count();
        for (int p = 0; p < providers.count(); p++) {
            if (first[p + 1] > first[p]) {
                attributes(p);
                spread(p);
            }
        }
    }

    private void count() {
        int total = 0;
        int totalDown = 0;
        for (int p = 0; p < providers.count(); p++) {
            long word = draws.word(providers.key0[p], providers.key1[p], block, year, StreamId.COUNT.number(), 0);
            int count = PoissonCount.of(providers.rate[p] * BLOCK, word);
            first[p] = total;
            firstDown[p] = totalDown;
            total = Math.addExact(total, count);
            totalDown = Math.addExact(totalDown, Math.multiplyExact(count, providers.nodes[p].length));
        }
        first[providers.count()] = total;
        firstDown[providers.count()] = totalDown;
        size = total;
        reserve(total, totalDown);
    }

    private void reserve(int events, int downs) {
        if (events > slot.length) {
            int length = 2 * events;
            slot = new int[length];
            root = new int[length];
            timeCell = new long[length];
            hours = new double[length];
            success = new long[length];
            finding = new long[length];
            words = new long[length];
            contained = new long[length];
        }
        if (downs > down.length) {
            down = new long[2 * downs];
        }
    }

    /** Words of one stream of a provider for all its events. */
    private void fill(long key0, long key1, StreamId stream, int count) {
        for (int from = 0; from < count; from += KeyedHash.MAX_RUN) {
            int length = Math.min(KeyedHash.MAX_RUN, count - from);
            draws.fill(key0, key1, block, year, stream.number(), from, length, run);
            System.arraycopy(run, 0, words, from, length);
        }
    }

    private void attributes(int p) {
        int from = first[p];
        int count = first[p + 1] - from;
        long key0 = providers.key0[p];
        long key1 = providers.key1[p];
        Arrays.fill(root, from, from + count, p);
        fill(key0, key1, StreamId.POSITION, count);
        for (int e = 0; e < count; e++) {
            slot[from + e] = (int) (words[e] >>> 53);
        }
        fill(key0, key1, StreamId.TIME, count);
        cells(timeCell, from, count);
        fill(key0, key1, StreamId.SUCCESS, count);
        cells(success, from, count);
        fill(key0, key1, StreamId.FINDING, count);
        cells(finding, from, count);
        fill(key0, key1, StreamId.CONTAINMENT, count);
        cells(contained, 0, count);
        durations(p, from, count);
    }

    private void cells(long[] into, int from, int count) {
        for (int e = 0; e < count; e++) {
            into[from + e] = words[e] >>> 11;
        }
    }

    private void durations(int p, int from, int count) {
        SizeColumns law = providers.duration[p];
        for (int done = 0; done < count; done += KeyedHash.MAX_RUN) {
            int length = Math.min(KeyedHash.MAX_RUN, count - done);
            if (law.kind >= SizeColumns.SMOOTH) {
                draws.fill(
                        providers.key0[p],
                        providers.key1[p],
                        block,
                        year,
                        StreamId.DURATION.number(),
                        done,
                        length,
                        run);
            }
            switch (law.kind) {
                case SizeColumns.SMOOTH -> QuantileTable.fill(law.values, run, length, someHours);
                case SizeColumns.STEP -> StepTable.fill(law.thresholds, law.values, law.guide, run, length, someHours);
                default -> Arrays.fill(someHours, 0, length, law.kind == SizeColumns.NONE ? 0 : law.values[0]);
            }
            System.arraycopy(someHours, 0, hours, from + done, length);
        }
    }

    /** Which nodes each event of a provider brings down. */
    private void spread(int p) {
        int from = first[p];
        int count = first[p + 1] - from;
        int at = firstDown[p];
        Arrays.fill(down, at, at + count * providers.nodes[p].length, 0);
        for (int v = 0; v < variants.length; v++) {
            long below = DrawAddress.threshold(variants[v].dependence(year).success[p]);
            long learntBelow = DrawAddress.threshold(variants[v].dependence(year, true).success[p]);
            long containedBelow = variants[v].containedBelow;
            for (int e = 0; e < count; e++) {
                long limit = learntBelow < below && learnt(v, p, slot[from + e]) ? learntBelow : below;
                boolean happens = success[from + e] < limit && contained[e] >= containedBelow;
                down[at + e] |= happens ? 1L << v : 0;
            }
        }
        for (int node = 1; node < providers.nodes[p].length; node++) {
            int q = providers.nodes[p][node];
            fill(
                    DrawAddress.absorb0(DrawAddress.absorb0(providers.key0[q], providers.name0[p]), providers.name1[p]),
                    DrawAddress.absorb1(DrawAddress.absorb1(providers.key1[q], providers.name0[p]), providers.name1[p]),
                    StreamId.PROVIDER_REACH,
                    count);
            for (int cause : providers.causes[p][node]) {
                reach(p, q, at + cause * count, at + node * count, count);
            }
        }
    }

    /** A node goes down where one that it depends on is down and its mark is below that one's reach. */
    private void reach(int p, int q, int cause, int node, int count) {
        int above = providers.nodes[p][(cause - firstDown[p]) / count];
        for (int v = 0; v < variants.length; v++) {
            double reach = providers.reach[above];
            long below = DrawAddress.threshold(reach * variants[v].dependence(year).success[q]);
            long learntBelow = DrawAddress.threshold(reach * variants[v].dependence(year, true).success[q]);
            for (int e = 0; e < count; e++) {
                long limit = learntBelow < below && learnt(v, q, slot[first[p] + e]) ? learntBelow : below;
                boolean falls = (words[e] >>> 11) < limit;
                down[node + e] |= falls ? down[cause + e] & 1L << v : 0;
            }
        }
    }

    /** Whether the operation that a provider is has learnt from an incident, in a trial of the block. */
    private boolean learnt(int v, int p, int ofSlot) {
        Lessons known = lessons[v];
        return known != null
                && providers.operation[p] != ProviderColumns.NO_OPERATION
                && known.holds(providers.operation[p], ofSlot);
    }

    /** Variants in which an event of a root has brought down one of its nodes, a bit each. */
    public long down(int ofRoot, int node, int event) {
        return down[event + downFrom(ofRoot, node)];
    }

    /** Distance of an event of a root from the place of its {@link #downAt} for one of its nodes. */
    public int downFrom(int ofRoot, int node) {
        return firstDown[ofRoot] + node * (first[ofRoot + 1] - first[ofRoot]) - first[ofRoot];
    }

    /** What {@link #down} says, by place. */
    public long downAt(int place) {
        return down[place];
    }
}
