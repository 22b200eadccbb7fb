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
    final int[] first;

    /** Cluster, or behind all clusters event of a provider. */
    int[] cluster = new int[INITIAL];

    /** Damages owed, minor units. */
    long[] damages = new long[INITIAL];

    /** Number of claims for clusters. */
    int ofClusters;

    /**
     * For each claim for a cluster, in the order of claims, where its moment is known from: row of the arrivals, or -1 for the
     * attempt that the cluster goes back to.
     */
    int[] arrival = new int[INITIAL];

    private int opened;

    PoolClaims(int operations) {
        this.first = new int[operations + 1];
    }

    /** Begins a year without claims. */
    void start(CompiledVariant variant, int year) {
        size = 0;
        ofClusters = 0;
        opened = 0;
        complete = CoupledOperators.allows(variant, year) && isPlain(variant.layers(year));
        Arrays.fill(entangled, false);
    }

    /** Says that the claims to come are those of an operation. */
    void open(int operation) {
        while (opened <= operation) {
            first[opened++] = size;
        }
    }

    /** Ends a year. */
    void close() {
        open(first.length - 1);
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

    /** Makes room for more claims. */
    void reserve(int more) {
        int needed = size + more;
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
