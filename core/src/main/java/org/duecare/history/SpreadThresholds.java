package org.duecare.history;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.EdgeColumns;
import org.duecare.compiled.PairColumns;
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
    private @Nullable Lessons[] lessons;
    private int year;

    /** Levels of one world under its variants. */
    public SpreadThresholds(CompiledWorld world, CompiledVariant[] variants) {
        this.pairs = world.pairs;
        this.spread = world.spread;
        this.variants = variants;
        this.sums = new double[variants.length][spread.groupCount()][0];
        this.differs = new boolean[variants.length];
        this.lessons = new Lessons[variants.length];
    }

    /** Sums up the levels of a year, given who has learnt before it under each variant; null where nobody learns. */
    void startYear(int ofYear, @Nullable Lessons[] learnt) {
        year = ofYear;
        lessons = learnt;
        for (int v = 0; v < variants.length; v++) {
            Lessons known = learnt[v];
            differs[v] = known != null && ofYear > 1 && gains(variants[v]);
            if (known != null && differs[v]) {
                for (int group = 0; group < spread.groupCount(); group++) {
                    sums[v][group] = sum(sums[v][group], v, group, known);
                }
            }
        }
    }

    private boolean gains(CompiledVariant variant) {
        double[] held = variant.edges(year).exchange;
        double[] learnt = variant.edges(year, true).exchange;
        for (int i = 0; i < held.length; i++) {
            if (learnt[i] > held[i]) {
                return true;
            }
        }
        return false;
    }

    private double[] sum(double[] space, int v, int group, Lessons known) {
        double[] into = space.length == 0 ? new double[BLOCK] : space;
        double[] held = variants[v].edges(year).exchange;
        double[] learnt = variants[v].edges(year, true).exchange;
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
        return variants[v].phase(year, learnt(v, pair, slot)).successBelow[pair];
    }

    /** The same had the shortfalls of the operation been mended. */
    public long careOwn(int v, int pair, int slot) {
        return variants[v].phase(year, learnt(v, pair, slot)).careSuccessBelow[pair];
    }

    /** A secondary attempt that goes on succeeds iff the cell of its success mark is below this. */
    public long success(int v, int pair, int slot) {
        return variants[v].edges(year, learnt(v, pair, slot)).successBelow[pair];
    }

    /** The same had the shortfalls of the operation struck been mended. */
    public long careSuccess(int v, int pair, int slot) {
        return variants[v].edges(year, learnt(v, pair, slot)).careSuccessBelow[pair];
    }

    /** A secondary attempt within a group goes on iff the cell of its edge mark is below this. */
    public long keptBelow(int v, int group, int slot) {
        return differs[v] ? kept(group, sums[v][group][slot]) : variants[v].edges(year).keptBelow[group];
    }

    /** The same had the shortfalls of the operation of a pair, one of the group, been mended. */
    public long careKeptBelow(int v, int pair, int slot) {
        if (!differs[v]) {
            return variants[v].edges(year).careKeptBelow[pair];
        }
        int group = spread.groupOfPair[pair];
        int operation = pairs.operation[pair];
        EdgeColumns own = variants[v].edges(year, learnt(v, pair, slot));
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
