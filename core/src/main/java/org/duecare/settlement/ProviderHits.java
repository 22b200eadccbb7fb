package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.DependenceColumns;
import org.duecare.compiled.PostureColumns;
import org.duecare.compiled.ProviderColumns;
import org.duecare.history.Draws;
import org.duecare.history.Incidents;
import org.duecare.history.Lessons;
import org.duecare.history.ProviderEvents;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.duecare.random.KeyedHash;
import org.duecare.random.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * What the events of providers do to operations. An operation has one mark for each event that can reach it; a dependence
 * fails iff its provider is down and the mark is below {@code reach x v(d)}. An operation that several of its providers fail
 * in one event suffers one incident, at the highest hourly amounts among them.
 */
final class ProviderHits {
    private final CompiledWorld world;
    private final ProviderColumns providers;
    private final CompiledVariant[] variants;
    private final Draws draws;
    private final long[] words = new long[KeyedHash.MAX_RUN];
    private final int[] reach = new int[KeyedHash.MAX_RUN];

    private @Nullable Lessons[] lessons;

    /** The events of the block and year at hand. */
    final ProviderEvents events;

    /** What of the harm falls back on providers. */
    final Recourse recourse;

    /** Own loss of the hit last looked at, minor units. */
    long ownLoss;

    /** Harm of that hit. */
    long harm;

    /** Hours before that harm began. */
    private double startHours;

    /** Harm of that hit had the dependant's shortfalls been mended; 0 where it would not have been hit. */
    long careHarm;

    ProviderHits(CompiledWorld world, CompiledVariant[] variants, Draws draws) {
        this.world = world;
        this.providers = world.providers;
        this.variants = variants;
        this.draws = draws;
        this.lessons = new Lessons[variants.length];
        this.events = new ProviderEvents(world, variants, draws);
        this.recourse = new Recourse(world.providers, variants, this);
    }

    /**
     * Draws the events of a block and year.
     *
     * @param learnt who has learnt before the year under each variant; null where nobody learns
     */
    void startYear(int block, int year, @Nullable Lessons[] learnt) {
        lessons = learnt;
        events.prepare(block, year, learnt);
    }

    /** Whether an operation has learnt from an incident before the year, in the trial of an event. */
    private boolean learnt(int v, int operation, int event) {
        Lessons known = lessons[v];
        return known != null && operation >= 0 && known.holds(operation, events.slot[event]);
    }

    /**
     * Appends the events that hit an operation.
     *
     * @param alive variants of which any is to be hit, a bit each
     * @param wanted trials of the block that are wanted; null for all
     * @param findings whether the finding marks are needed
     */
    void append(
            int operation,
            int block,
            int year,
            long alive,
            boolean @Nullable [] wanted,
            boolean findings,
            Incidents into) {
        int set = providers.setOf[operation];
        for (int r = 0; r < providers.roots[set].length; r++) {
            int start = into.size;
            hits(operation, set, r, block, year, alive, wanted, into);
            for (int row = start; row < into.size && findings; row++) {
                into.finding[row] = events.finding[into.index[row]];
            }
            into.closeSegment(operation, Incidents.hitsOf(r), DrawAddress.CELLS);
        }
    }

    private void hits(
            int operation,
            int set,
            int r,
            int block,
            int year,
            long alive,
            boolean @Nullable [] wanted,
            Incidents into) {
        int root = providers.roots[set][r];
        int first = events.first[root];
        int count = events.first[root + 1] - first;
        long most = mostBelow(operation, set, r, year);
        if (count == 0 || most == 0) {
            return;
        }
        long key0 = key0(operation, root);
        long key1 = key1(operation, root);
        int only = only(providers.places[set][r]);
        int at = only < 0 ? 0 : events.downFrom(root, providers.places[set][r][only]);
        for (int from = 0; from < count; from += KeyedHash.MAX_RUN) {
            int length = Math.min(KeyedHash.MAX_RUN, count - from);
            int reached = wanted == null
                    ? reached(key0, key1, block, year, from, length, most)
                    : reached(key0, key1, block, year, from, length, most, first + from, wanted);
            into.reserve(reached);
            int size = into.size;
            for (int j = 0; j < reached; j++) {
                int event = first + from + reach[j];
                long down = only < 0 ? failing(operation, set, r, root, event) : events.downAt(at + event);
                into.slot[size] = events.slot[event];
                into.index[size] = event;
                into.success[size] = words[wanted == null ? reach[j] : j] >>> 11;
                size += (down & alive) != 0 ? 1 : 0;
            }
            Arrays.fill(into.ownLoss, into.size, size, 0);
            Arrays.fill(into.harm, into.size, size, 0);
            into.size = size;
        }
    }

    /** The only provider of an operation that the events of a root can bring down; -1 where there are more. */
    private static int only(int[] places) {
        int only = -1;
        for (int k = 0; k < places.length; k++) {
            if (places[k] >= 0) {
                if (only >= 0) {
                    return -1;
                }
                only = k;
            }
        }
        return only;
    }

    /** Fills {@link #reach} with the events whose mark is below a ceiling, and {@link #words} with the words of all. */
    private int reached(long key0, long key1, int block, int year, int from, int length, long most) {
        draws.fill(key0, key1, block, year, StreamId.PROVIDER_REACH.number(), from, length, words);
        int reached = 0;
        for (int i = 0; i < length; i++) {
            reach[reached] = i;
            reached += (int) (((words[i] >>> 11) - most) >>> 63);
        }
        return reached;
    }

    /** The same among the events of some trials; {@link #words} receives only theirs. */
    private int reached(
            long key0, long key1, int block, int year, int from, int length, long most, int first, boolean[] wanted) {
        int taken = 0;
        for (int i = 0; i < length; i++) {
            reach[taken] = i;
            taken += wanted[events.slot[first + i]] ? 1 : 0;
        }
        draws.pick(key0, key1, block, year, StreamId.PROVIDER_REACH.number(), from, length, reach, taken, words);
        int reached = 0;
        for (int j = 0; j < taken; j++) {
            long word = words[j];
            reach[reached] = reach[j];
            words[reached] = word;
            reached += (int) (((word >>> 11) - most) >>> 63);
        }
        return reached;
    }

    private long key0(int operation, int root) {
        return DrawAddress.absorb0(
                DrawAddress.absorb0(world.operators.key0[operation], providers.name0[root]), providers.name1[root]);
    }

    private long key1(int operation, int root) {
        return DrawAddress.absorb1(
                DrawAddress.absorb1(world.operators.key1[operation], providers.name0[root]), providers.name1[root]);
    }

    /** Above this mark no dependence fails under any variant. */
    private long mostBelow(int operation, int set, int r, int year) {
        long most = 0;
        int first = providers.first[operation];
        int[] places = providers.places[set][r];
        for (CompiledVariant variant : variants) {
            long[] below = variant.dependence(year).hitBelow;
            for (int k = 0; k < places.length; k++) {
                most = Math.max(most, places[k] < 0 ? 0 : below[first + k]);
            }
        }
        return most;
    }

    /** Variants in which any provider of the operation is down. */
    private long failing(int operation, int set, int r, int root, int event) {
        long down = 0;
        for (int place : providers.places[set][r]) {
            down |= place < 0 ? 0 : events.down(root, place, event);
        }
        return down;
    }

    /**
     * Looks at one event and operation under one variant; fills loss and harm.
     *
     * @return whether the operation is hit
     */
    boolean look(int v, int year, int operation, int r, int event, long mark) {
        boolean learnt = learnt(v, operation, event);
        DependenceColumns dependence = variants[v].dependence(year, learnt);
        int set = providers.setOf[operation];
        int root = providers.roots[set][r];
        int[] places = providers.places[set][r];
        int first = providers.first[operation];
        double loss = 0;
        double most = 0;
        double mostWithCare = 0;
        double begins = 0;
        boolean hit = false;
        for (int k = 0; k < places.length; k++) {
            int edge = first + k;
            double hours = events.hours[event] - providers.waiting[providers.provider[edge]];
            boolean fails = places[k] >= 0
                    && hours > 0
                    && mark < dependence.hitBelow[edge]
                    && (events.down(root, places[k], event) >>> v & 1) != 0;
            if (fails) {
                hit = true;
                loss = Math.max(loss, hours * providers.lossPerHour[edge]);
                begins = hours * providers.harmPerHour[edge] > most ? events.hours[event] - hours : begins;
                most = Math.max(most, hours * providers.harmPerHour[edge]);
                if (mark < dependence.careHitBelow[edge]) {
                    mostWithCare = Math.max(mostWithCare, hours * providers.harmPerHour[edge]);
                }
            }
        }
        if (hit) {
            startHours = begins;
            PostureColumns posture = posture(v, year, operation, event);
            long cap = world.operators.potentialHarm[operation];
            ownLoss = minor(loss * posture.sizeFactor[operation]);
            harm = Math.min(cap, minor(most * posture.sizeFactor[operation]));
            careHarm = Math.min(cap, minor(mostWithCare * posture.careSizeFactor[operation]));
        }
        return hit;
    }

    /**
     * Looks at the hits by the events of one root in rows of an operation under one variant; writes their loss and harm into
     * the rows.
     *
     * @return whether all of them happen; what is written does not count where they do not
     */
    boolean lookAll(int v, int year, int operation, int r, Incidents all, int from, int end) {
        int set = providers.setOf[operation];
        int only = only(providers.places[set][r]);
        if (lessons[v] == null && only >= 0) {
            return lookAll(v, year, operation, r, only, all, from, end);
        }
        for (int i = from; i < end; i++) {
            int event = all.index[i];
            if (!look(v, year, operation, r, event, all.success[i])) {
                return false;
            }
            all.ownLoss[i] = ownLoss;
            all.harm[i] = harm - recourse.of(v, event, harm);
        }
        return true;
    }

    /** The same where nobody has learnt and a single dependence can fail: what holds for all events is looked up once. */
    private boolean lookAll(int v, int year, int operation, int r, int only, Incidents all, int from, int end) {
        int set = providers.setOf[operation];
        int root = providers.roots[set][r];
        int edge = providers.first[operation] + only;
        int at = events.downFrom(root, providers.places[set][r][only]);
        double waiting = providers.waiting[providers.provider[edge]];
        long below = variants[v].dependence(year).hitBelow[edge];
        double sizeFactor = variants[v].phase(year).sizeFactor[operation];
        double lossPerHour = providers.lossPerHour[edge];
        double harmPerHour = providers.harmPerHour[edge];
        long cap = world.operators.potentialHarm[operation];
        double share = variants[v].recourse * providers.recourse[root];
        boolean fails = true;
        for (int i = from; i < end; i++) {
            int event = all.index[i];
            double hours = events.hours[event] - waiting;
            fails &= hours > 0 && all.success[i] < below && (events.downAt(at + event) >>> v & 1) != 0;
            long amount = Math.min(cap, minor(hours * harmPerHour * sizeFactor));
            all.ownLoss[i] = minor(hours * lossPerHour * sizeFactor);
            all.harm[i] = share == 0 ? amount : amount - (long) (amount * share);
        }
        return fails;
    }

    /** Hours of an event before the harm of a hit begins: those of the dependence that decided its harm. */
    double start(int v, int year, int operation, int r, int event, long mark) {
        return look(v, year, operation, r, event, mark) ? startHours : 0;
    }

    private static long minor(double amount) {
        return (long) Math.min(Money.EVENT_MAX, amount + 0.5);
    }

    /** Looks at one event and one of its dependants under one variant, by the dependant's own mark. */
    boolean look(int v, int block, int year, int operation, int event) {
        long word = word(operation, block, year, event, StreamId.PROVIDER_REACH);
        return look(v, year, operation, placeOf(operation, events.root[event]), event, word >>> 11);
    }

    /** What an operation holds in a year, in the trial of an event. */
    PostureColumns posture(int v, int year, int operation, int event) {
        return variants[v].phase(year, learnt(v, operation, event));
    }

    /** Whether an event happens under a variant. */
    boolean isDown(int v, int event) {
        return (events.down(events.root[event], 0, event) >>> v & 1) != 0;
    }

    /** Whether an event would have happened had the operation that its provider is mended its shortfalls. */
    boolean happensWithCare(int v, int year, int event, long mark) {
        int root = events.root[event];
        boolean learnt = learnt(v, providers.operation[root], event);
        return mark < DrawAddress.threshold(variants[v].dependence(year, learnt).careSuccess[root]);
    }

    private int placeOf(int operation, int root) {
        int[] roots = providers.roots[providers.setOf[operation]];
        int place = 0;
        while (roots[place] != root) {
            place++;
        }
        return place;
    }

    /** A word of one stream for what an event does to an operation. */
    long word(int operation, int block, int year, int event, StreamId stream) {
        int root = events.root[event];
        return draws.word(
                key0(operation, root), key1(operation, root), block, year, stream.number(), event - events.first[root]);
    }
}
