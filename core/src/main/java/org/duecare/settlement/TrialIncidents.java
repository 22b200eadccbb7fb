package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.CompiledWorld;
import org.jspecify.annotations.Nullable;

/**
 * Incidents of whole trial-years over all operations, as columns, sorted by trial and canonical order. Filled operator by
 * operator; reused.
 */
final class TrialIncidents {
    private static final int INITIAL = 256;
    private static final long[] NO_AMOUNTS = {};
    private static final Measure[] MEASURES = Measure.values();

    private final CompiledWorld world;
    int size;
    int[] slot = new int[INITIAL];
    int[] operation = new int[INITIAL];
    int[] operator = new int[INITIAL];
    int[] event = new int[INITIAL];
    int[] pair = new int[INITIAL];
    int[] rank = new int[INITIAL];
    int[] liable = new int[INITIAL];
    int[] stateBacked = new int[INITIAL];
    int[] counted = new int[INITIAL];
    long[] timeCell = new long[INITIAL];
    long[] ownLoss = new long[INITIAL];
    long[] harm = new long[INITIAL];
    long[] damages = new long[INITIAL];
    long[] foreignHarm = new long[INITIAL];
    long[] foreignDamages = new long[INITIAL];
    long[] withheld = new long[INITIAL];
    long[] residual = new long[INITIAL];
    long[] uncompensated = new long[INITIAL];
    long[] uncollected = new long[INITIAL];
    long[] reinstatement = new long[INITIAL];
    long[] ceded = new long[INITIAL];
    int[] excluded = new int[INITIAL];
    long[] lasted = new long[INITIAL];
    long[] start = new long[INITIAL];
    final long[][] paid = new long[Settled.PAYERS][INITIAL];

    /** Rows of each trial event by event, in order of the first incident of each. */
    int[] eventRow = new int[INITIAL];

    /** Operators whose operations have ended are left out; null where none can. */
    @Nullable
    CarriedAssets gate;

    /** Whether each incident is settled as an event of its own. */
    boolean apart;

    /** Whether any row is marked by what policies ask beyond amounts. */
    private boolean marked;

    private int[] firstOfEvent = new int[INITIAL];
    private long[] keys = new long[INITIAL];
    private long[] spareKeys = new long[INITIAL];
    private int[] order = new int[INITIAL];
    private int[] spareOrder = new int[INITIAL];
    private int[] ofTrial = new int[INITIAL];
    private final int[] endOfTrial = new int[CompiledWorld.BLOCK + 1];

    TrialIncidents(CompiledWorld world) {
        this.world = world;
    }

    void clear() {
        size = 0;
        apart = false;
        marked = false;
    }

    /** Says of the row appended last whether insurers exclude it. */
    void markExcluded(int isExcluded) {
        excluded[size - 1] = isExcluded;
        marked = true;
    }

    /** Says of the row appended last how long it lasted and when its harm began. */
    void markDuration(long millis, long begins) {
        lasted[size - 1] = millis;
        marked = true;
        start[size - 1] = begins;
    }

    /** Says of the row appended last whether it is an incident of its operation's own. */
    void markCounted(boolean own) {
        counted[size - 1] = own ? 1 : 0;
    }

    /** Says of the row appended last whether a state stands behind it. */
    void markOrigin(boolean ofState) {
        stateBacked[size - 1] = ofState ? 1 : 0;
    }

    /** Appends a row; rows of operations arrive in the engine's order. */
    void append(int atSlot, int ofOperation, int ofOperator, int ofEvent, int ofPair, long time, Settled s, int j) {
        if (size == slot.length) {
            grow();
        }
        slot[size] = atSlot;
        operation[size] = ofOperation;
        operator[size] = ofOperator;
        event[size] = ofEvent;
        pair[size] = ofPair;
        rank[size] = world.operators.rank[ofOperation];
        liable[size] = s.liable[j];
        timeCell[size] = time;
        ownLoss[size] = s.ownLoss[j];
        harm[size] = s.harm[j];
        damages[size] = s.damages[j];
        foreignHarm[size] = s.split ? s.foreignHarm[j] : 0;
        foreignDamages[size] = s.split ? s.foreignDamages[j] : 0;
        withheld[size] = s.split ? s.withheld[j] : 0;
        excluded[size] = 0;
        lasted[size] = 0;
        start[size] = 0;
        size++;
    }

    /**
     * Appends a row with what payers bear under the own terms of its operator, which are final where no pool couples operators.
     *
     * @param payers whether the scheme has a payer, by its ordinal
     */
    void appendSettled(int ofOperation, int ofOperator, Settled s, int j, boolean[] payers) {
        append(s.slot[j], ofOperation, ofOperator, -1, -1, 0, s, j);
        int at = size - 1;
        residual[at] = s.residual[j];
        for (int payer = 0; payer < paid.length; payer++) {
            paid[payer][at] = payers[payer] ? s.paid[payer][j] : 0;
        }
    }

    /**
     * Appends a claim on a pool: a row of which nothing is known but what is owed, for schemes that look at nothing else, where net
     * assets do not bind.
     *
     * @param cluster cluster, or behind all clusters event of a provider
     * @param time moment within the year as a lattice cell
     * @param owed damages, minor units
     */
    void appendClaim(int atSlot, int ofOperation, int ofOperator, int cluster, long time, long owed) {
        if (size == slot.length) {
            grow();
        }
        slot[size] = atSlot;
        operation[size] = ofOperation;
        operator[size] = ofOperator;
        event[size] = world.events.count() + cluster;
        timeCell[size] = time;
        damages[size] = owed;
        size++;
    }

    /** Brings rows that are claims on a pool into the order (trial, time, operation). */
    void sortClaims() {
        order();
        permute(slot);
        permute(operation);
        permute(operator);
        permute(event);
        permute(damages);
        for (int i = 0; i < size; i++) {
            rank[i] = world.operators.rank[operation[i]];
        }
        System.arraycopy(damages, 0, harm, 0, size);
        Arrays.fill(ownLoss, 0, size, 0);
        gatherEvents();
    }

    /** Brings all rows into the order (trial, operation), where they were appended operation by operation. */
    void sortBySlot() {
        orderBySlot();
        for (int i = 0; i < size; i++) {
            eventRow[i] = i;
        }
        permute(slot);
        permute(operation);
        permute(operator);
        permute(liable);
        permute(ownLoss);
        permute(harm);
        permute(damages);
        permute(residual);
        for (long[] ofPayer : paid) {
            permute(ofPayer);
        }
    }

    /** The order of rows by trial, rows of one trial as they were appended. */
    private void orderBySlot() {
        Arrays.fill(endOfTrial, 0);
        for (int i = 0; i < size; i++) {
            endOfTrial[slot[i] + 1]++;
        }
        for (int trial = 0; trial < CompiledWorld.BLOCK; trial++) {
            endOfTrial[trial + 1] += endOfTrial[trial];
        }
        for (int i = 0; i < size; i++) {
            order[endOfTrial[slot[i]]++] = i;
        }
    }

    /** Brings all rows into the order (trial, time, operation, threat key, index). */
    void sort() {
        order();
        permuteAll();
        gatherEvents();
    }

    private void order() {
        orderBySlot();
        int end = 0;
        for (int from = 0; from < size; from = end) {
            while (end < size && slot[order[end]] == slot[order[from]]) {
                keys[end - from] = timeCell[order[end]];
                ofTrial[end - from] = order[end];
                end++;
            }
            CanonicalOrder.mergeSort(keys, ofTrial, spareKeys, spareOrder, end - from);
            System.arraycopy(ofTrial, 0, order, from, end - from);
        }
    }

    private void permuteAll() {
        permute(slot);
        permute(operation);
        permute(operator);
        permute(event);
        permute(pair);
        permute(rank);
        permute(liable);
        permute(stateBacked);
        permute(counted);
        permute(timeCell);
        permute(ownLoss);
        permute(harm);
        permute(damages);
        permute(foreignHarm);
        permute(foreignDamages);
        permute(withheld);
        if (marked) {
            permute(excluded);
            permute(lasted);
            permute(start);
        }
    }

    /** The rows of a cluster are apart in time; of a stated event they are together. */
    private void gatherEvents() {
        boolean clusters = false;
        int stated = world.events.count();
        int last = 0;
        for (int i = 0; i < size; i++) {
            eventRow[i] = i;
            clusters |= event[i] >= stated;
            last = Math.max(last, event[i]);
        }
        if (!clusters) {
            return;
        }
        if (firstOfEvent.length <= last) {
            firstOfEvent = new int[2 * last + 1];
        }
        for (int i = size - 1; i >= 0; i--) {
            if (event[i] >= stated) {
                firstOfEvent[event[i]] = i;
            }
        }
        for (int i = 0; i < size; i++) {
            keys[i] = event[i] >= stated ? firstOfEvent[event[i]] : i;
        }
        CanonicalOrder.mergeSort(keys, eventRow, spareKeys, spareOrder, size);
    }

    /** One past the last place in {@link #eventRow} of the event that starts at a place. */
    int eventEnd(int start, int end) {
        int stop = start + 1;
        int number = event[eventRow[start]];
        if (number >= 0 && !apart) {
            while (stop < end && event[eventRow[stop]] == number) {
                stop++;
            }
        }
        return stop;
    }

    /** Amounts of a measure by row; empty for measures that incidents do not have. */
    long[] amounts(int measure) {
        return switch (MEASURES[measure]) {
            case OWN_LOSS -> ownLoss;
            case HARM -> harm;
            case DAMAGES -> damages;
            case OPERATOR -> paid[0];
            case INSURER -> paid[1];
            case REINSURER -> ceded;
            case MUTUAL -> paid[2];
            case FUND -> paid[3];
            case STATE -> paid[4];
            case UNCOMPENSATED -> uncompensated;
            case REINSTATEMENT_PREMIUM -> reinstatement;
            default -> NO_AMOUNTS;
        };
    }

    private void permute(int[] column) {
        for (int i = 0; i < size; i++) {
            spareOrder[i] = column[order[i]];
        }
        System.arraycopy(spareOrder, 0, column, 0, size);
    }

    private void permute(long[] column) {
        for (int i = 0; i < size; i++) {
            spareKeys[i] = column[order[i]];
        }
        System.arraycopy(spareKeys, 0, column, 0, size);
    }

    private void grow() {
        int length = 2 * slot.length;
        slot = Arrays.copyOf(slot, length);
        operation = Arrays.copyOf(operation, length);
        operator = Arrays.copyOf(operator, length);
        event = Arrays.copyOf(event, length);
        pair = Arrays.copyOf(pair, length);
        rank = Arrays.copyOf(rank, length);
        liable = Arrays.copyOf(liable, length);
        stateBacked = Arrays.copyOf(stateBacked, length);
        counted = Arrays.copyOf(counted, length);
        timeCell = Arrays.copyOf(timeCell, length);
        ownLoss = Arrays.copyOf(ownLoss, length);
        harm = Arrays.copyOf(harm, length);
        damages = Arrays.copyOf(damages, length);
        foreignHarm = Arrays.copyOf(foreignHarm, length);
        foreignDamages = Arrays.copyOf(foreignDamages, length);
        withheld = Arrays.copyOf(withheld, length);
        residual = Arrays.copyOf(residual, length);
        uncompensated = Arrays.copyOf(uncompensated, length);
        uncollected = Arrays.copyOf(uncollected, length);
        reinstatement = Arrays.copyOf(reinstatement, length);
        ceded = Arrays.copyOf(ceded, length);
        excluded = Arrays.copyOf(excluded, length);
        lasted = Arrays.copyOf(lasted, length);
        start = Arrays.copyOf(start, length);
        for (int p = 0; p < paid.length; p++) {
            paid[p] = Arrays.copyOf(paid[p], length);
        }
        keys = new long[length];
        spareKeys = new long[length];
        order = new int[length];
        spareOrder = new int[length];
        ofTrial = new int[length];
        eventRow = new int[length];
    }
}
