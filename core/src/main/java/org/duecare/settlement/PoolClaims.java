package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.LayerColumns;

/**
 * Claims on pools for the incidents of events that strike several operations, for one variant, block and year, operator by
 * operator. Where no annual limit and no net assets bind what an operator bears in the trial, its incidents do not bear on one
 * another: a pool that pays more for an event than for its incidents one by one leaves less of them to all others, and what
 * changes for each payer can be reckoned from these claims alone. Trials in which that does not hold are entangled: there all
 * incidents of the operators struck are settled again.
 */
final class PoolClaims {
    private static final int BLOCK = CompiledWorld.BLOCK;
    private static final int INITIAL = 1024;

    /** Most claims of which everything is kept: bounds memory. */
    static final int MOST = 1 << 20;

    private final boolean[] entangled = new boolean[BLOCK];
    private boolean complete;

    /** Number of claims. */
    int size;

    /** First claim of each operation, and one past the last, once the year has been {@linkplain #close closed}. */
    private final int[] first;

    /** Cluster, or behind all clusters event of a provider. */
    int[] cluster = new int[INITIAL];

    /** Damages owed, minor units. */
    long[] damages = new long[INITIAL];

    /** What is owed for each cluster in all, minor units. */
    long[] owed = {};

    /** Number of claims for each cluster. */
    private int[] claims = {};

    /** Row of the arrivals; -1 for the attempt that a cluster goes back to, and for the event of a provider. */
    int[] arrival = new int[INITIAL];

    /** The claims chosen last, ascending. */
    int[] chosen = {};

    /** Operation of each claim chosen last. */
    int[] operation = {};

    private int opened;

    PoolClaims(int operations) {
        this.first = new int[operations + 1];
    }

    /** Begins a year without claims for so many clusters. */
    void start(CompiledVariant variant, int year, int clusters) {
        if (owed.length < clusters) {
            owed = new long[2 * clusters];
            claims = new int[2 * clusters];
        }
        Arrays.fill(owed, 0, clusters, 0);
        Arrays.fill(claims, 0, clusters, 0);
        size = 0;
        opened = 0;
        complete = CoupledOperators.allows(variant, year) && isPlain(variant.layers(year));
        Arrays.fill(entangled, false);
    }

    /**
     * Takes the claims of an operator, and notes the trials in which its incidents bear on one another.
     *
     * @param claimed what is owed for each row
     * @param firstOperation number of the operator's first operation
     * @param firstCluster events below this number are none that claims are kept for
     */
    void take(Settled s, long[] claimed, int firstOperation, int firstCluster) {
        reserve(s.eventRows);
        int place = 0;
        for (int o = 0; place < s.eventRows; o++) {
            open(firstOperation + o);
            int end = s.eventsBefore(s.operationEnd[o], place);
            take(s, claimed, place, end, firstCluster);
            place = end;
        }
        if (s.bindsAny()) {
            entangle(s, firstCluster);
        }
    }

    private void take(Settled s, long[] claimed, int from, int end, int firstCluster) {
        boolean keeps = complete;
        int[] row = s.eventRow;
        int claim = size;
        for (int k = from; k < end; k++) {
            int of = s.event[k] - firstCluster;
            int stated = of >> 31;
            long amount = claimed[row[k]] & ~stated;
            int counted = (int) (-amount >>> 63);
            owed[of & ~stated] += amount;
            claims[of & ~stated] += counted;
            cluster[claim] = of;
            if (keeps) {
                damages[claim] = amount;
                arrival[claim] = s.arrival[k];
            }
            claim += counted;
        }
        size = claim;
    }

    /** Incidents of an operator bear on one another in the trials in which an annual limit or its net assets bind. */
    private void entangle(Settled s, int firstCluster) {
        for (int k = 0; k < s.eventRows; k++) {
            int slot = s.slot[s.eventRow[k]];
            entangled[slot] |= s.event[k] >= firstCluster && s.binds(slot);
        }
    }

    /** Says that the claims to come are those of an operation. */
    private void open(int ofOperation) {
        while (opened <= ofOperation) {
            first[opened++] = size;
        }
    }

    /** Whether there are several claims for a cluster. */
    boolean several(int ofCluster) {
        return claims[ofCluster] > 1;
    }

    /** Ends a year. */
    void close() {
        open(first.length - 1);
    }

    /**
     * Chooses the claims for some clusters.
     *
     * @param clusters 1 for each cluster whose claims are chosen, 0 for the others
     * @return how many they are
     */
    int choose(int[] clusters) {
        if (chosen.length <= size) {
            chosen = new int[2 * size + 1];
            operation = new int[2 * size + 1];
        }
        int count = 0;
        for (int claim = 0; claim < size; claim++) {
            chosen[count] = claim;
            count += clusters[cluster[claim]];
        }
        int of = 0;
        for (int i = 0; i < count; i++) {
            while (chosen[i] >= first[of + 1]) {
                of++;
            }
            operation[i] = of;
        }
        return count;
    }

    /**
     * Whether each layer pays more for an incident, and leaves more of it, the more of it reaches the layer; and a pool pays in
     * full, since the cents that a share leaves over can make it pay less for an incident among others than for it alone.
     */
    private static boolean isPlain(LayerColumns layers) {
        for (int layer = 0; layer < layers.count; layer++) {
            boolean shares = layers.kind[layer] == LayerColumns.POOL && layers.coinsurance[layer] < 1;
            if (shares
                    || layers.special(layer)
                    || layers.paidReinstatements(layer)
                    || layers.annualDeductible[layer] > 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether everything is known of each claim that is needed to settle those of trials that are not entangled. */
    boolean isComplete() {
        return complete;
    }

    /** Says that incidents of a trial bear on one another. */
    void entangle(int slot) {
        entangled[slot] = true;
    }

    /** Whether incidents of a trial bear on one another. */
    boolean isEntangled(int slot) {
        return entangled[slot];
    }

    /** Makes room for more claims, and for one that does not count. */
    void reserve(int more) {
        int needed = size + more + 1;
        complete &= needed <= MOST;
        if (needed > cluster.length) {
            cluster = Arrays.copyOf(cluster, 2 * needed);
        }
        if (complete && needed > damages.length) {
            damages = Arrays.copyOf(damages, 2 * needed);
            arrival = Arrays.copyOf(arrival, 2 * needed);
        }
    }
}
