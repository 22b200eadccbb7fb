package org.duecare.history;

import java.util.Arrays;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.PairColumns;
import org.duecare.compiled.SizeColumns;
import org.duecare.compiled.ThreatColumns;
import org.duecare.distribution.StepTable;
import org.duecare.random.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * Regenerates the attempts of one operation and threat from their addresses, in chunks, keeps those that succeed in at
 * least one variant and gives them their sizes. One for each worker; holds its scratch.
 */
public final class AttemptHistory {
    /** Attempts drawn at a time: the scratch of a chunk stays in the first-level cache. */
    public static final int CHUNK = 1024;

    private static final int BLOCK = CompiledWorld.BLOCK;
    private static final boolean[] ALL = {};

    private final Draws draws;
    private final ThreatLevels levels;
    private final PairColumns pairs;
    private final ThreatColumns threats;
    private final AttemptSizes sizes;
    private final @Nullable TiltedAttempts tilted;
    private final long[] words = new long[BLOCK];
    private final long[] kept = new long[CHUNK];
    private final long[] children = new long[CHUNK];
    private final long[] times = new long[CHUNK];
    private final int[] survivors = new int[CHUNK];
    private final int[] positions = new int[CHUNK];
    private final int[] counts;
    private final long[] countedAt;
    private int[] trialOfIndex = new int[CHUNK];

    /** History of one world. */
    public AttemptHistory(CompiledWorld world) {
        this.draws = new Draws(world.philox);
        this.levels = new ThreatLevels(world, draws);
        this.pairs = world.pairs;
        this.threats = world.threats;
        this.counts = new int[pairs.threat.length];
        this.countedAt = new long[pairs.threat.length];
        this.sizes = new AttemptSizes(world.threats, draws);
        this.tilted = world.tilt == null ? null : new TiltedAttempts(world, world.tilt, draws, levels);
    }

    /** Random words of this worker. */
    public Draws draws() {
        return draws;
    }

    /** Events cut at the largest amount that can be held, since the last call. */
    public long takeSaturated() {
        return sizes.takeSaturated() + (tilted == null ? 0 : tilted.takeSaturated());
    }

    /** The extra attempts of tilted trials; null where trials are drawn as the world has them. */
    public @Nullable TiltedAttempts tilted() {
        return tilted;
    }

    /** Draws the common levels of a block and year; to be called before {@link #append}. */
    public void startYear(int block, int year) {
        levels.prepare(block, year);
        if (tilted != null) {
            tilted.startYear(block);
        }
    }

    /**
     * Appends the attempts of a pair whose success mark is below a ceiling.
     *
     * @param below no variant lets an attempt succeed whose success cell is at or above this
     * @param certain whether every attempt succeeds in every variant, so that nobody reads success marks, and most are wanted
     * @param wanted trials of the block that are wanted; null for all
     * @param findings whether the finding marks are needed
     */
    public void append(
            int pair,
            int block,
            int year,
            long below,
            boolean certain,
            boolean @Nullable [] wanted,
            boolean findings,
            Incidents into) {
        if (below <= 0) {
            return;
        }
        SizeColumns own = threats.count[pairs.threat[pair]];
        int count = own == null ? poissonCount(pair, block, year) : ownCount(own, pair, block, year);
        into.reserve(count);
        for (int from = 0; from < count; from += CHUNK) {
            int length = Math.min(CHUNK, count - from);
            if (certain && tilted == null) {
                place(pair, block, year, from, length, own != null);
                int at = into.size;
                keepAll(pair, block, year, from, length, findings, into);
                into.retain(at, wanted);
            } else if (wanted == null) {
                place(pair, block, year, from, length, own != null);
                int survived = survive(pair, block, year, from, length, below, into);
                keep(pair, block, year, from, length, survived, findings, into);
            } else {
                int taken = placeSome(pair, block, year, from, length, own != null, wanted);
                if (taken > 0) {
                    int survived = survive(pair, block, year, from, length, taken, below, into);
                    keep(pair, block, year, from, length, survived, findings, into);
                }
            }
        }
        if (tilted != null) {
            tilted.append(pair, block, year, count, below, wanted == null ? ALL : wanted, into);
        }
    }

    /**
     * Hands the attempts of a pair whose success mark is below a ceiling, and that make secondary attempts, to a cascade.
     *
     * @param below no variant lets an attempt succeed whose success cell is at or above this
     * @param wanted trials of the block that are wanted; null for all
     */
    public void spread(int pair, int block, int year, long below, boolean @Nullable [] wanted, Cascade into) {
        if (below <= 0) {
            return;
        }
        long fertileFrom = into.fertileFrom(pair);
        SizeColumns own = threats.count[pairs.threat[pair]];
        int count = own == null ? poissonCount(pair, block, year) : ownCount(own, pair, block, year);
        for (int from = 0; from < count; from += CHUNK) {
            int length = Math.min(CHUNK, count - from);
            int fertile = fertile(pair, block, year, from, length, fertileFrom);
            if (fertile > 0) {
                place(pair, block, year, from, length, own != null);
                roots(pair, block, year, from, length, fertile, below, wanted, into);
            }
        }
    }

    /** Hands those of the fertile attempts on that succeed in some variant; their marks are drawn together. */
    private void roots(
            int pair,
            int block,
            int year,
            int from,
            int length,
            int fertile,
            long below,
            boolean @Nullable [] wanted,
            Cascade into) {
        int taken = fertile;
        if (wanted != null) {
            taken = 0;
            for (int j = 0; j < fertile; j++) {
                survivors[taken] = survivors[j];
                children[taken] = children[j];
                taken += wanted[positions[survivors[j]]] ? 1 : 0;
            }
        }
        int success = StreamId.SUCCESS.number();
        draws.pick(pairs.key0[pair], pairs.key1[pair], block, year, success, from, length, survivors, taken, words);
        int roots = 0;
        for (int j = 0; j < taken; j++) {
            long cell = words[j] >>> 11;
            survivors[roots] = survivors[j];
            children[roots] = children[j];
            kept[roots] = cell;
            roots += cell < below ? 1 : 0;
        }
        int time = StreamId.TIME.number();
        int finding = StreamId.FINDING.number();
        draws.pick(pairs.key0[pair], pairs.key1[pair], block, year, time, from, length, survivors, roots, words);
        System.arraycopy(words, 0, times, 0, roots);
        draws.pick(pairs.key0[pair], pairs.key1[pair], block, year, finding, from, length, survivors, roots, words);
        into.rootsOf(pair, block);
        for (int j = 0; j < roots; j++) {
            int i = survivors[j];
            into.root(from + i, positions[i], kept[j], children[j], times[j] >>> 11, words[j] >>> 11);
        }
    }

    /**
     * Appends the incidents that arrived at a pair from others.
     *
     * @param variants the variants of which any is to be alive, a bit each
     * @param wanted trials of the block that are wanted; null for all
     */
    public void append(int pair, Arrivals arrivals, long variants, boolean @Nullable [] wanted, Incidents into) {
        int place = arrivals.firstOfPair[pair];
        int end = arrivals.firstOfPair[pair + 1];
        into.reserve(end - place);
        while (place < end) {
            int count = 0;
            while (place < end && count < CHUNK) {
                int row = arrivals.order[place++];
                survivors[count] = row;
                boolean taken = (arrivals.alive(row) & variants) != 0 && (wanted == null || wanted[arrivals.slot(row)]);
                count += taken ? 1 : 0;
            }
            if (count > 0) {
                sizes.draw(pairs, pair, arrivals, survivors, count, into);
            }
            int at = into.size;
            for (int j = 0; j < count; j++) {
                int row = survivors[j];
                into.slot[at + j] = arrivals.slot(row);
                into.index[at + j] = row;
                into.success[at + j] = arrivals.success(row);
                into.finding[at + j] = arrivals.finding(row);
            }
            into.size = at + count;
        }
    }

    /**
     * Appends the incidents at others that came from a pair, with the sizes that they have there.
     *
     * @param variants the variants of which any is to be alive, a bit each
     * @param wanted trials of the block that are wanted; null for all
     */
    public void released(int pair, Arrivals arrivals, long variants, boolean @Nullable [] wanted, Incidents into) {
        int end = arrivals.firstOfSource[pair + 1];
        into.reserve(end - arrivals.firstOfSource[pair]);
        for (int place = arrivals.firstOfSource[pair]; place < end; place++) {
            int row = arrivals.orderOfSource[place];
            if ((arrivals.alive(row) & variants) != 0 && (wanted == null || wanted[arrivals.slot(row)])) {
                survivors[0] = row;
                sizes.draw(pairs, arrivals.pair[row], arrivals, survivors, 1, into);
                into.slot[into.size] = arrivals.slot(row);
                into.index[into.size] = row;
                into.success[into.size] = arrivals.success(row);
                into.finding[into.size] = arrivals.finding(row);
                into.size++;
            }
        }
    }

    /**
     * What spreads, and trials that are looked at again, ask for the number of a pair's attempts once more. With a level of its
     * own operation it must be drawn each time, since the level is drawn with it.
     */
    private int poissonCount(int pair, int block, int year) {
        long at = (long) block << 32 | year;
        int level = pairs.level[pair];
        if (countedAt[pair] != at || levels.ofOneOperation(level)) {
            double rate = pairs.rate[pair] * threats.trend[pairs.threat[pair]][year - 1];
            double mean = rate * (level < 0 ? BLOCK : levels.total(level, block, year));
            long word = draws.word(pairs.key0[pair], pairs.key1[pair], block, year, StreamId.COUNT.number(), 0);
            counts[pair] = PoissonCount.of(mean, word);
            countedAt[pair] = at;
        }
        return counts[pair];
    }

    private int ownCount(SizeColumns law, int pair, int block, int year) {
        draws.fill(pairs.key0[pair], pairs.key1[pair], block, year, StreamId.COUNT.number(), 0, BLOCK, words);
        int total = 0;
        for (int slot = 0; slot < BLOCK; slot++) {
            int count = (int) law.values[StepTable.index(law.thresholds, law.guide, words[slot])];
            if (total + count > trialOfIndex.length) {
                trialOfIndex = Arrays.copyOf(trialOfIndex, 2 * (total + count));
            }
            for (int i = 0; i < count; i++) {
                trialOfIndex[total++] = slot;
            }
        }
        return total;
    }

    /** Writes trial, index and success cell of the attempts that survive behind the rows; returns how many they are. */
    private int survive(int pair, int block, int year, int from, int length, long below, Incidents into) {
        draws.fill(pairs.key0[pair], pairs.key1[pair], block, year, StreamId.SUCCESS.number(), from, length, words);
        int[] slot = into.slot;
        int[] index = into.index;
        long[] success = into.success;
        int at = into.size;
        int next = at;
        for (int i = 0; i < length; i++) {
            long cell = words[i] >>> 11;
            survivors[next - at] = i;
            slot[next] = positions[i];
            index[next] = from + i;
            success[next] = cell;
            next += (int) ((cell - below) >>> 63);
        }
        return next - at;
    }

    /** Fills {@link #survivors} and {@link #children} with the attempts that would make secondary ones; returns their number. */
    private int fertile(int pair, int block, int year, int from, int length, long fertileFrom) {
        int stream = StreamId.CONTAGION_CHILD.number();
        draws.fill(pairs.key0[pair], pairs.key1[pair], block, year, stream, from, length, words);
        int fertile = 0;
        for (int i = 0; i < length; i++) {
            long cell = words[i] >>> 11;
            survivors[fertile] = i;
            children[fertile] = cell;
            fertile += (int) ((fertileFrom - 1 - cell) >>> 63);
        }
        return fertile;
    }

    private void place(int pair, int block, int year, int from, int length, boolean ownCount) {
        if (ownCount) {
            System.arraycopy(trialOfIndex, from, positions, 0, length);
            return;
        }
        draws.fill(pairs.key0[pair], pairs.key1[pair], block, year, StreamId.POSITION.number(), from, length, words);
        int level = pairs.level[pair];
        if (level < 0) {
            for (int i = 0; i < length; i++) {
                positions[i] = (int) (words[i] >>> 53);
            }
        } else {
            levels.slots(level, words, length, positions);
        }
    }

    /** Places the attempts of a chunk; fills {@link #survivors} with those in some trials and returns their number. */
    private int placeSome(int pair, int block, int year, int from, int length, boolean ownCount, boolean[] wanted) {
        int taken = 0;
        if (ownCount || pairs.level[pair] >= 0) {
            place(pair, block, year, from, length, ownCount);
            for (int i = 0; i < length; i++) {
                survivors[taken] = i;
                taken += wanted[positions[i]] ? 1 : 0;
            }
            return taken;
        }
        draws.fill(pairs.key0[pair], pairs.key1[pair], block, year, StreamId.POSITION.number(), from, length, words);
        for (int i = 0; i < length; i++) {
            int position = (int) (words[i] >>> 53);
            survivors[taken] = i;
            positions[i] = position;
            taken += wanted[position] ? 1 : 0;
        }
        return taken;
    }

    /** The same among the placed attempts of some trials; where these are few, marks are drawn one by one. */
    private int survive(int pair, int block, int year, int from, int length, int taken, long below, Incidents into) {
        draws.pick(
                pairs.key0[pair],
                pairs.key1[pair],
                block,
                year,
                StreamId.SUCCESS.number(),
                from,
                length,
                survivors,
                taken,
                words);
        int at = into.size;
        int survived = 0;
        for (int j = 0; j < taken; j++) {
            int i = survivors[j];
            long cell = words[j] >>> 11;
            survivors[survived] = i;
            into.slot[at + survived] = positions[i];
            into.index[at + survived] = from + i;
            into.success[at + survived] = cell;
            survived += (int) ((cell - below) >>> 63);
        }
        return survived;
    }

    /** Keeps a whole chunk; success marks are not read, whatever is left in their column lies below certainty. */
    private void keepAll(int pair, int block, int year, int from, int length, boolean findings, Incidents into) {
        int at = into.size;
        System.arraycopy(positions, 0, into.slot, at, length);
        int[] index = into.index;
        for (int j = 0; j < length; j++) {
            index[at + j] = from + j;
        }
        sizes.draw(pairs, pair, block, year, from, length, survivors, length, into);
        if (findings) {
            draws.fill(pairs.key0[pair], pairs.key1[pair], block, year, StreamId.FINDING.number(), from, length, words);
            for (int j = 0; j < length; j++) {
                words[j] >>>= 11;
            }
            System.arraycopy(words, 0, into.finding, at, length);
        }
        into.size = at + length;
    }

    /** Draws the sizes of the survivors, whose rows are there, and their findings where these are asked for. */
    private void keep(
            int pair, int block, int year, int from, int length, int survived, boolean findings, Incidents into) {
        int at = into.size;
        if (survived > 0) {
            sizes.draw(pairs, pair, block, year, from, length, survivors, survived, into);
        }
        if (findings) {
            draws.pick(
                    pairs.key0[pair],
                    pairs.key1[pair],
                    block,
                    year,
                    StreamId.FINDING.number(),
                    from,
                    length,
                    survivors,
                    survived,
                    words);
            long[] finding = into.finding;
            for (int j = 0; j < survived; j++) {
                finding[at + j] = words[j] >>> 11;
            }
        }
        into.size = at + survived;
    }
}
