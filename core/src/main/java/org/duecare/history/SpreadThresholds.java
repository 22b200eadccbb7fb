package org.duecare.history;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.EdgeColumns;
import org.duecare.compiled.PairColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.compiled.SpreadColumns;
import org.duecare.random.DrawAddress;
import org.duecare.threat.Contagion;
import org.jspecify.annotations.Nullable;

/**
 * What secondary attempts have to pass under each variant in one year: the cells below which an attempt succeeds and below
 * which no warning forestalls it. Where operations learn, both differ from trial to trial: who has learnt withstands more, and
 * counts with the level learnt in the mean level of information exchange of its group.
 */
public final class SpreadThresholds {
    private static final int BLOCK = CompiledWorld.BLOCK;

    private final PairColumns pairs;
    private final SpreadColumns spread;
    private final CompiledVariant[] variants;
    private final double[][][] sums;
    private final boolean[] differs;

    /** What holds in the year for who has not learnt, and for who has, by variant. */
    private final EdgeColumns[][] edges;

    private final PostureColumns[][] postures;
    private @Nullable Lessons[] lessons;

    /** Levels of one world under its variants. */
    public SpreadThresholds(CompiledWorld world, CompiledVariant[] variants) {
        this.pairs = world.pairs;
        this.spread = world.spread;
        this.variants = variants;
        this.sums = new double[variants.length][spread.groupCount()][0];
        this.differs = new boolean[variants.length];
        this.lessons = new Lessons[variants.length];
        this.edges = new EdgeColumns[variants.length][2];
        this.postures = new PostureColumns[variants.length][2];
    }

    /** Sums up the levels of a year, given who has learnt before it under each variant; null where nobody learns. */
    void startYear(int ofYear, @Nullable Lessons[] learnt) {
        lessons = learnt;
        for (int v = 0; v < variants.length; v++) {
            edges[v][0] = variants[v].edges(ofYear);
            edges[v][1] = variants[v].edges(ofYear, true);
            postures[v][0] = variants[v].phase(ofYear);
            postures[v][1] = variants[v].phase(ofYear, true);
            Lessons known = learnt[v];
            differs[v] = known != null && ofYear > 1 && gains(v);
            if (known != null && differs[v]) {
                for (int group = 0; group < spread.groupCount(); group++) {
                    sums[v][group] = sum(sums[v][group], v, group, known);
                }
            }
        }
    }

    private boolean gains(int v) {
        double[] held = edges[v][0].exchange;
        double[] learnt = edges[v][1].exchange;
        for (int i = 0; i < held.length; i++) {
            if (learnt[i] > held[i]) {
                return true;
            }
        }
        return false;
    }

    private double[] sum(double[] space, int v, int group, Lessons known) {
        double[] into = space.length == 0 ? new double[BLOCK] : space;
        double[] held = edges[v][0].exchange;
        double[] learnt = edges[v][1].exchange;
        double sum = 0;
        for (int i = spread.first[group]; i < spread.first[group + 1]; i++) {
            sum += held[pairs.operation[spread.member[i]]];
        }
        Arrays.fill(into, sum);
        for (int i = spread.first[group]; i < spread.first[group + 1]; i++) {
            int operation = pairs.operation[spread.member[i]];
            double gain = learnt[operation] - held[operation];
            for (int w = 0; gain > 0 && w < Lessons.WORDS; w++) {
                for (long bits = known.held(operation, w); bits != 0; bits &= bits - 1) {
                    into[w * Long.SIZE + Long.numberOfTrailingZeros(bits)] += gain;
                }
            }
        }
        return into;
    }

    /** Whether the operation of a pair has learnt from an incident before the year, in a trial of the block. */
    public boolean learnt(int v, int pair, int slot) {
        Lessons known = lessons[v];
        return known != null && known.holds(pairs.operation[pair], slot);
    }

    /** An attempt of an operation's own succeeds iff the cell of its success mark is below this. */
    public long own(int v, int pair, int slot) {
        return postures[v][learnt(v, pair, slot) ? 1 : 0].successBelow[pair];
    }

    /** The same had the shortfalls of the operation been mended. */
    public long careOwn(int v, int pair, int slot) {
        return postures[v][learnt(v, pair, slot) ? 1 : 0].careSuccessBelow[pair];
    }

    /** A secondary attempt that goes on succeeds iff the cell of its success mark is below this. */
    public long success(int v, int pair, int slot) {
        return edges[v][learnt(v, pair, slot) ? 1 : 0].successBelow[pair];
    }

    /** The same had the shortfalls of the operation struck been mended. */
    public long careSuccess(int v, int pair, int slot) {
        return edges[v][learnt(v, pair, slot) ? 1 : 0].careSuccessBelow[pair];
    }

    /** A secondary attempt within a group goes on iff the cell of its edge mark is below this. */
    public long keptBelow(int v, int group, int slot) {
        return differs[v] ? kept(group, sums[v][group][slot]) : edges[v][0].keptBelow[group];
    }

    /** The same had the shortfalls of the operation of a pair, one of the group, been mended. */
    public long careKeptBelow(int v, int pair, int slot) {
        if (!differs[v]) {
            return edges[v][0].careKeptBelow[pair];
        }
        int group = spread.groupOfPair[pair];
        int operation = pairs.operation[pair];
        EdgeColumns own = edges[v][learnt(v, pair, slot) ? 1 : 0];
        double sum = sums[v][group][slot];
        double mended = sum - own.exchange[operation] + own.careExchange[operation];
        return Math.min(kept(group, sum), kept(group, mended));
    }

    private long kept(int group, double sum) {
        int from = spread.first[group];
        double effect = spread.exchangeEffect[pairs.threat[spread.member[from]]];
        return DrawAddress.threshold(Contagion.kept(effect, sum / (spread.first[group + 1] - from)));
    }
}
