package org.duecare.history;

import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.PairColumns;
import org.duecare.compiled.SpreadColumns;
import org.duecare.random.DrawAddress;
import org.duecare.random.StreamId;

/**
 * An epidemic among a group in the construction of Sellke (1983): each operation has one resistance to this worm, an
 * exponential mark, and falls once the pressure of the operations struck passes it. The set struck is the smallest that
 * explains itself; it grows with success and with kept edges, so variants are coupled.
 */
public final class Worm {
    private static final long CHILD_0 = DrawAddress.mixed0(StreamId.CONTAGION_CHILD.number());
    private static final long CHILD_1 = DrawAddress.mixed1(StreamId.CONTAGION_CHILD.number());

    private final PairColumns pairs;
    private final SpreadColumns spread;
    private final CompiledVariant[] variants;
    private final Draws draws;
    private final SpreadThresholds thresholds;
    private final double[] resistance;
    private double contact;
    private int first;
    private int slot;

    /** Number of operations of the group of the worm at hand. */
    int size;

    /** Variants in which it strikes each of them, a bit each. */
    final long[] struck;

    Worm(CompiledWorld world, CompiledVariant[] variants, Draws draws, SpreadThresholds thresholds) {
        this.pairs = world.pairs;
        this.spread = world.spread;
        this.variants = variants;
        this.draws = draws;
        this.thresholds = thresholds;
        this.resistance = new double[spread.largestGroup];
        this.struck = new long[spread.largestGroup];
    }

    /**
     * Lets an incident set a worm off; fills {@link #struck}.
     *
     * @param key0 lanes of the key of the incident
     * @param alive variants in which it happens, a bit each
     * @return whether it strikes anybody under any variant
     */
    boolean strikes(long key0, long key1, int source, int ofSlot, long alive) {
        slot = ofSlot;
        int group = spread.groupOfPair[source];
        first = spread.first[group];
        size = spread.first[group + 1] - first;
        if (size < 2) {
            return false;
        }
        int own = spread.positionOfPair[source] - first;
        for (int i = 0; i < size; i++) {
            struck[i] = 0;
            resistance[i] = i == own ? Double.POSITIVE_INFINITY : resistance(cell(key0, key1, pair(i)));
        }
        contact = spread.offspring[pairs.threat[source]] / (size - 1);
        boolean spreads = false;
        for (int v = 0; v < variants.length; v++) {
            spreads |= (alive >>> v & 1) != 0 && outbreak(v, group) > 1;
        }
        return spreads;
    }

    /** The pair of an operation of the group. */
    int pair(int i) {
        return spread.member[first + i];
    }

    /**
     * Whether the worm would strike an operation had its source mended its shortfalls and warned.
     *
     * @param source pair at which attempts of the source start
     * @param others operations that press on it
     */
    boolean strikesDespiteWarning(int v, int i, int source, int others) {
        long kept = thresholds.careKeptBelow(v, source, slot);
        return falls(resistance[i], others, contact, kept, thresholds.success(v, pair(i), slot));
    }

    /** Cell of the mark of an operation's resistance to one worm. */
    long cell(long key0, long key1, int pair) {
        long own0 = DrawAddress.absorb0(key0, pairs.key0[pair]);
        long own1 = DrawAddress.absorb1(key1, pairs.key1[pair]);
        return draws.word(own0, own1, CHILD_0, CHILD_1) >>> 11;
    }

    /** Marks whom the worm strikes in a variant, generation by generation; returns their number with the first one. */
    private int outbreak(int v, int group) {
        long kept = thresholds.keptBelow(v, group, slot);
        int infected = 1;
        int before = 0;
        while (infected > before) {
            before = infected;
            infected = 1;
            for (int i = 0; i < size; i++) {
                boolean falls = falls(resistance[i], before, contact, kept, thresholds.success(v, pair(i), slot));
                struck[i] |= falls ? 1L << v : 0;
                infected += falls ? 1 : 0;
            }
        }
        return infected;
    }

    /** Operations that the worm strikes in a variant, the first among them. */
    int size(int v) {
        int count = 1;
        for (int i = 0; i < size; i++) {
            count += (int) (struck[i] >>> v & 1);
        }
        return count;
    }

    /** The resistance to a worm with the mark in a cell: standard exponential. */
    public static double resistance(long cell) {
        return -StrictMath.log((cell + 0.5) * DrawAddress.UNIT);
    }

    /**
     * Whether an operation falls to a worm.
     *
     * @param infected operations that press on it
     * @param contact mean contacts that one of them makes with it
     * @param keptBelow cells of contacts that no warning forestalls
     * @param successBelow cells of contacts that succeed
     */
    public static boolean falls(double resistance, int infected, double contact, long keptBelow, long successBelow) {
        return resistance < infected * contact * (keptBelow * DrawAddress.UNIT) * (successBelow * DrawAddress.UNIT);
    }
}
