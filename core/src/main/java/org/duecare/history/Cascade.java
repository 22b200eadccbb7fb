package org.duecare.history;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.EdgeColumns;
import org.duecare.compiled.PairColumns;
import org.duecare.compiled.SpreadColumns;
import org.duecare.distribution.Logarithm;
import org.duecare.random.DrawAddress;
import org.duecare.random.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * Expands incidents that spread into their clusters, generation by generation, for one block and year after another. A
 * secondary attempt is addressed by its parent and its number, and carries a bit for each variant in which it is alive:
 * its parent happened there, no warning forestalled it, and the operation it was drawn to did not withstand it. Attempts
 * that are dead in all variants are not followed.
 */
public final class Cascade {
    private static final double CELLS = 0x1p53;
    private static final int CHILD = StreamId.CONTAGION_CHILD.number();

    /** Streams of secondary attempts; what their words add to an address is the same for all. */
    private static final long EDGE_0 = DrawAddress.mixed0(StreamId.CONTAGION_EDGE.number());

    private static final long EDGE_1 = DrawAddress.mixed1(StreamId.CONTAGION_EDGE.number());
    private static final long SUCCESS_0 = DrawAddress.mixed0(StreamId.SUCCESS.number());
    private static final long SUCCESS_1 = DrawAddress.mixed1(StreamId.SUCCESS.number());
    private static final long POSITION_0 = DrawAddress.mixed0(StreamId.POSITION.number());
    private static final long POSITION_1 = DrawAddress.mixed1(StreamId.POSITION.number());
    private static final long TIME_0 = DrawAddress.mixed0(StreamId.TIME.number());
    private static final long TIME_1 = DrawAddress.mixed1(StreamId.TIME.number());
    private static final long CHILD_0 = DrawAddress.mixed0(CHILD);
    private static final long CHILD_1 = DrawAddress.mixed1(CHILD);

    private static final int NO_FAMILY = -1;
    private static final int NO_CLUSTER = -1;

    private final PairColumns pairs;
    private final SpreadColumns spread;
    private final CompiledVariant[] variants;
    private final Draws draws;
    private final Arrivals arrivals;
    private final int years;
    private final CarriedAttempts[] carried;
    private final CarriedAttempts open = new CarriedAttempts();
    private final SpreadThresholds thresholds;
    private final Targets targets;
    private final Worm worm;
    private final boolean[] sourceAnswers;

    /** Edge and success marks beyond which no attempt of a group passes in a year or any later one, {@code [year][group]}. */
    private final long[][] mostKept;

    private final long[][] mostBelow;

    /** What the number of a secondary attempt adds to the address of its parent. */
    private final long[] number0;

    private final long[] number1;
    private int[] clusterOfFamily = new int[64];
    private int families;
    private int year;
    private boolean storing;
    private int rootPair;
    private long rootKey0;
    private long rootKey1;
    private boolean rootSpreadsAsWorm;
    private int rootIndex;
    private int rootSlot;
    private long rootTime;
    private int cluster;
    private int family;
    private long finding;

    /** Cascades of one world under its variants, at most {@link SpreadColumns#MOST_VARIANTS}. */
    public Cascade(CompiledWorld world, CompiledVariant[] variants, Draws draws) {
        this.pairs = world.pairs;
        this.spread = world.spread;
        this.variants = variants;
        this.draws = draws;
        this.years = world.years;
        this.arrivals = new Arrivals(pairs.threat.length, variants.length);
        this.carried = new CarriedAttempts[years + 1];
        for (int y = 0; y <= years; y++) {
            carried[y] = new CarriedAttempts();
        }
        this.thresholds = new SpreadThresholds(world, variants);
        this.sourceAnswers = new boolean[variants.length];
        for (int v = 0; v < variants.length; v++) {
            sourceAnswers[v] = variants[v].sourceAnswers;
        }
        this.mostKept = new long[years + 2][spread.groupCount()];
        this.mostBelow = new long[years + 2][spread.groupCount()];
        for (int y = years; y > 0; y--) {
            bound(y);
        }
        this.targets = new Targets(spread);
        this.worm = new Worm(world, variants, draws, thresholds);
        int most = 0;
        for (long[] from : spread.offspringFrom) {
            most = Math.max(most, from.length);
        }
        this.number0 = new long[most];
        this.number1 = new long[most];
        for (int child = 0; child < most; child++) {
            long number = DrawAddress.word(child, 0, CHILD);
            number0[child] = DrawAddress.mixed0(number);
            number1[child] = DrawAddress.mixed1(number);
        }
    }

    private void bound(int ofYear) {
        for (int group = 0; group < spread.groupCount(); group++) {
            long kept = mostKept[ofYear + 1][group];
            long below = mostBelow[ofYear + 1][group];
            for (CompiledVariant variant : variants) {
                EdgeColumns edges = variant.edges(ofYear);
                kept = Math.max(kept, edges.keptBelow[group]);
                for (int i = spread.first[group]; i < spread.first[group + 1]; i++) {
                    below = Math.max(below, edges.successBelow[spread.member[i]]);
                }
            }
            mostKept[ofYear][group] = kept;
            mostBelow[ofYear][group] = below;
        }
    }

    /** Cell of the mark of its number of secondary attempts from which on an incident of a pair makes any. */
    long fertileFrom(int pair) {
        return spread.offspringFrom[pairs.threat[pair]][0];
    }

    /** What secondary attempts have to pass in the current year. */
    public SpreadThresholds thresholds() {
        return thresholds;
    }

    /** Incidents of the current block and year that came from others. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /** Forgets what was carried: a new block begins. */
    void startBlock() {
        families = 0;
        for (CarriedAttempts attempts : carried) {
            attempts.size = 0;
        }
    }

    /**
     * Begins a year with the attempts carried into it.
     *
     * @param learnt who has learnt before this year under each variant; null where nobody learns
     * @param store whether attempts that fall into later years are kept: once for each block and year
     */
    void startYear(int ofYear, @Nullable Lessons[] learnt, boolean store) {
        year = ofYear;
        storing = store;
        arrivals.clear();
        thresholds.startYear(ofYear, learnt);
        takeCarried();
    }

    private void takeCarried() {
        CarriedAttempts due = carried[year];
        if (clusterOfFamily.length < families) {
            clusterOfFamily = new int[2 * families];
        }
        Arrays.fill(clusterOfFamily, 0, families, NO_CLUSTER);
        rootPair = -1;
        rootIndex = -1;
        for (int i = 0; i < due.size; i++) {
            rootSlot = due.slot[i];
            family = due.family[i];
            cluster = clusterOfFamily[family];
            finding = due.finding[i];
            attempt(due, i);
            followAll();
            clusterOfFamily[family] = cluster;
        }
    }

    /** Says of which pair and block the next roots are. */
    void rootsOf(int pair, int block) {
        rootPair = pair;
        long word = DrawAddress.word(block, year, CHILD);
        rootKey0 = DrawAddress.absorb0(pairs.key0[pair], word);
        rootKey1 = DrawAddress.absorb1(pairs.key1[pair], word);
        rootSpreadsAsWorm = spread.worm[pairs.threat[pair]];
    }

    /**
     * Takes an attempt of an operation's own that succeeds in at least one variant, and follows what comes of it.
     *
     * @param success cell of its success mark
     * @param child cell of the mark of its number of secondary attempts
     * @param time cell of its moment
     * @param ofFinding cell of its finding mark
     */
    void root(int index, int slot, long success, long child, long time, long ofFinding) {
        int pair = rootPair;
        long alive = 0;
        long care = 0;
        for (int v = 0; v < variants.length; v++) {
            alive |= success < thresholds.own(v, pair, slot) ? 1L << v : 0;
            care |= sourceAnswers[v] && success < thresholds.careOwn(v, pair, slot) ? 1L << v : 0;
        }
        rootIndex = index;
        rootSlot = slot;
        rootTime = time;
        cluster = NO_CLUSTER;
        family = NO_FAMILY;
        finding = ofFinding;
        long own0 = DrawAddress.absorb0(rootKey0, index);
        long own1 = DrawAddress.absorb1(rootKey1, index);
        if (rootSpreadsAsWorm) {
            worm(own0, own1, pair, time / CELLS, alive, care);
        } else {
            children(own0, own1, pair, time / CELLS, alive, care, child);
            followAll();
        }
    }

    /** Records whom a worm strikes. */
    private void worm(long key0, long key1, int source, double time, long alive, long care) {
        if (!worm.strikes(key0, key1, source, rootSlot, alive)) {
            return;
        }
        for (int i = 0; i < worm.size; i++) {
            if (worm.struck[i] != 0) {
                int pair = worm.pair(i);
                long own0 = DrawAddress.absorb0(key0, pairs.key0[pair]);
                long own1 = DrawAddress.absorb1(key1, pairs.key1[pair]);
                record(own0, own1, source, pair, time, 0, worm.cell(key0, key1, pair), worm.struck[i], 0);
            }
        }
        for (int v = 0; v < variants.length; v++) {
            int others = worm.size(v) - 1;
            arrivals.wormSize[v][cluster] = others + 1;
            int row = arrivals.size;
            for (int i = worm.size - 1; i >= 0 && sourceAnswers[v] && (care >>> v & 1) != 0; i--) {
                if (worm.struck[i] != 0) {
                    arrivals.sourceCare[--row] |=
                            worm.strikesDespiteWarning(v, i, memberOf(source), others) ? 1L << v : 0;
                }
            }
        }
    }

    /** The pair at which attempts from a pair's operation start: the one with an edge of its own. */
    private int memberOf(int pair) {
        return spread.member[spread.positionOfPair[pair]];
    }

    /** The attempts that an incident makes; those that pass in no variant and year are dropped at once. */
    private void children(long key0, long key1, int source, double time, long alive, long care, long cell) {
        long[] from = spread.offspringFrom[pairs.threat[source]];
        int group = spread.groupOfPair[source];
        if (spread.first[group + 1] - spread.first[group] < 2) {
            return;
        }
        long kept = mostKept[year][group];
        long below = mostBelow[year][group];
        for (int child = 0; child < from.length && from[child] <= cell; child++) {
            long child0 = DrawAddress.absorbMixed0(key0, number0[child]);
            long child1 = DrawAddress.absorbMixed1(key1, number1[child]);
            long edge = draws.word(child0, child1, EDGE_0, EDGE_1) >>> 11;
            long success = draws.word(child0, child1, SUCCESS_0, SUCCESS_1) >>> 11;
            if (((edge - kept) & (success - below)) < 0) {
                double at = time + delay(child0, child1, source);
                if (at < 1) {
                    add(open, child0, child1, source, at, edge, success, alive, care);
                } else if (storing && year + at < years + 1) {
                    carry(child0, child1, source, at, edge, success, alive, care);
                }
            }
        }
    }

    /** Years from an incident to an attempt that it makes. */
    private double delay(long key0, long key1, int source) {
        double mean = spread.delayYears[pairs.threat[source]];
        return mean == 0 ? 0 : -mean * Logarithm.of(DrawAddress.uniform(draws.word(key0, key1, TIME_0, TIME_1)));
    }

    private void carry(long key0, long key1, int source, double time, long edge, long success, long alive, long care) {
        if (family == NO_FAMILY) {
            family = families++;
        }
        int later = (int) time;
        CarriedAttempts into = carried[year + later];
        add(into, key0, key1, source, time - later, edge, success, alive, care);
        int row = into.size - 1;
        into.slot[row] = rootSlot;
        into.family[row] = family;
        into.finding[row] = finding;
    }

    private static void add(
            CarriedAttempts into,
            long key0,
            long key1,
            int source,
            double time,
            long edge,
            long success,
            long alive,
            long care) {
        int row = into.addRow();
        into.key0[row] = key0;
        into.key1[row] = key1;
        into.source[row] = source;
        into.time[row] = time;
        into.edge[row] = edge;
        into.success[row] = success;
        into.alive[row] = alive;
        into.care[row] = care;
    }

    private void followAll() {
        for (int i = 0; i < open.size; i++) {
            attempt(open, i);
        }
        open.size = 0;
    }

    /** Decides one secondary attempt; where it succeeds in some variant, it becomes an incident with attempts of its own. */
    private void attempt(CarriedAttempts of, int i) {
        int source = of.source[i];
        long edge = of.edge[i];
        long success = of.success[i];
        int group = spread.groupOfPair[source];
        if (edge >= mostKept[year][group] || success >= mostBelow[year][group]) {
            return;
        }
        long key0 = of.key0[i];
        long key1 = of.key1[i];
        int target = targets.of(group, source, draws.word(key0, key1, POSITION_0, POSITION_1));
        long alive = of.alive[i];
        for (int v = 0; v < variants.length; v++) {
            boolean happens = edge < thresholds.keptBelow(v, group, rootSlot)
                    && success < thresholds.success(v, target, rootSlot);
            alive &= happens ? -1L : ~(1L << v);
        }
        if (alive != 0) {
            double time = of.time[i];
            long warned = of.care[i] == 0 ? 0 : of.care[i] & passes(source, edge);
            record(key0, key1, source, target, time, edge, success, alive, warned);
            long care = withCare(target, edge, success);
            children(key0, key1, target, time, alive, care, draws.word(key0, key1, CHILD_0, CHILD_1) >>> 11);
        }
    }

    /** Variants in which an attempt would pass the warnings of its source, had that mended its shortfalls. */
    private long passes(int source, long edge) {
        long passes = 0;
        for (int v = 0; v < variants.length; v++) {
            boolean kept = sourceAnswers[v] && edge < thresholds.careKeptBelow(v, memberOf(source), rootSlot);
            passes |= kept ? 1L << v : 0;
        }
        return passes;
    }

    /** Variants in which a secondary incident would happen had the operation struck mended its shortfalls. */
    private long withCare(int target, long edge, long success) {
        long care = 0;
        for (int v = 0; v < variants.length; v++) {
            boolean happens = sourceAnswers[v]
                    && success < thresholds.careSuccess(v, target, rootSlot)
                    && edge < thresholds.careKeptBelow(v, target, rootSlot);
            care |= happens ? 1L << v : 0;
        }
        return care;
    }

    private void record(
            long key0,
            long key1,
            int source,
            int target,
            double time,
            long edge,
            long success,
            long alive,
            long warned) {
        if (cluster == NO_CLUSTER) {
            cluster = arrivals.addCluster(rootPair, rootIndex, rootSlot, rootTime);
        }
        long cell = (long) (time * CELLS);
        arrivals.add(target, source, rootSlot, cluster, cell, edge, success, finding, alive, warned, key0, key1);
    }

    /** Sorts what has arrived, once all attempts of the year have been taken. */
    void close() {
        arrivals.close();
    }
}
