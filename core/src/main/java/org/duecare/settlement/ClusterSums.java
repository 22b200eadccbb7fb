package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.FundColumns;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.MeasureColumns;
import org.duecare.history.Arrivals;
import org.duecare.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * Sums of the incidents of each cluster, and of each event of a provider, over all operations, for one block and year: what
 * it costs as one event. They enter the largest events, and show the trials in which a pool would have paid another amount
 * for the cluster than for its incidents one by one.
 */
final class ClusterSums {
    private static final long[] NONE = {};
    private static final int HARM = Measure.HARM.ordinal();

    private final CompiledVariant[] variants;
    private final long[][][] sums;
    private final long[][][] pools;
    private final boolean[] watched;

    /** Whether what is owed for clusters, which is kept for pools, is all of their harm, by variant. */
    private final boolean[] allOwed;

    private final boolean[][] coupling;

    private final PoolClaims[] struck;
    private int clusters;

    private int[] slot = {};
    private int[] chosen = {};

    ClusterSums(CompiledVariant[] variants, int operations) {
        this.variants = variants;
        this.sums = new long[variants.length][MeasureColumns.MEASURES][];
        this.pools = new long[variants.length][][];
        this.watched = new boolean[variants.length];
        this.allOwed = new boolean[variants.length];
        this.coupling = new boolean[variants.length][0];
        this.struck = new PoolClaims[variants.length];
        for (int v = 0; v < variants.length; v++) {
            struck[v] = new PoolClaims(operations);
            Arrays.fill(sums[v], NONE);
            pools[v] = new long[Settled.PAYERS][];
            Arrays.fill(pools[v], NONE);
        }
    }

    /**
     * Begins a year with the clusters and, behind them, the events of providers of the block and year at hand.
     *
     * @param stated whether any stated event falls into the year
     */
    void start(int year, Arrivals arrivals, @Nullable ProviderHits providers, boolean stated) {
        int events = providers == null ? 0 : providers.events.size;
        int count = arrivals.clusters + events;
        clusters = count;
        if (slot.length < count) {
            slot = new int[2 * count];
        }
        System.arraycopy(arrivals.clusterSlot, 0, slot, 0, arrivals.clusters);
        if (providers != null) {
            System.arraycopy(providers.events.slot, 0, slot, arrivals.clusters, events);
        }
        for (int v = 0; v < variants.length; v++) {
            MeasureColumns measures = variants[v].measures;
            for (int m = 0; m < sums[v].length; m++) {
                if (measures.owns(m) && measures.max[m] != MeasureColumns.NONE) {
                    sums[v][m] = cleared(sums[v][m], count);
                }
            }
            startPools(v, variants[v].layers(year), count);
            struck[v].start(variants[v], year, watched[v] ? count : 0);
            allOwed[v] = watched[v] && !stated && owesAll(variants[v], year);
        }
    }

    private static boolean owesAll(CompiledVariant variant, int year) {
        return variant.rule == CompiledVariant.RULE_STRICT
                && !variant.sourceAnswers
                && variant.phase(year).victims == null
                && variant.phase(year, true).victims == null
                && !variant.layers(year).coversUnattributed();
    }

    /** What pools pay is kept only where some cluster may be beyond what adds up. */
    private void startPools(int v, LayerColumns layers, int count) {
        watched[v] = false;
        for (int layer = 0; layer < layers.count; layer++) {
            watched[v] |= layers.kind[layer] == LayerColumns.POOL
                    && !(adds(layers, layer) && limit(v, layers, layer) == Money.UNLIMITED);
        }
        if (!watched[v]) {
            return;
        }
        for (int payer = 0; payer < Settled.PAYERS; payer++) {
            if (sumsUp(layers, payer)) {
                pools[v][payer] = cleared(pools[v][payer], count);
            }
        }
        if (coupling[v].length < count) {
            coupling[v] = new boolean[2 * count];
        }
        Arrays.fill(coupling[v], 0, count, false);
    }

    private static long[] cleared(long[] amounts, int count) {
        if (amounts.length < count) {
            return new long[2 * count];
        }
        Arrays.fill(amounts, 0, count, 0);
        return amounts;
    }

    /** The claims of the year one by one. */
    PoolClaims claims(int v) {
        return struck[v];
    }

    /** Chooses the claims of the year for clusters that couple operations in some trials; returns how many they are. */
    int choose(int v, boolean[] trials) {
        if (chosen.length < clusters) {
            chosen = new int[2 * clusters];
        }
        for (int c = 0; c < clusters; c++) {
            chosen[c] = watched[v] && coupling[v][c] && trials[slot[c]] ? 1 : 0;
        }
        return struck[v].choose(chosen);
    }

    /** Trial of a cluster within the block. */
    int slotOf(int cluster) {
        return slot[cluster];
    }

    /** Whether any cluster is there. */
    boolean any() {
        return clusters > 0;
    }

    /** Sums of a measure whose largest event is kept, by cluster; to be added to where they are not known already. */
    long[] of(int v, int measure) {
        return knows(v, measure) ? struck[v].owed : sums[v][measure];
    }

    /** Whether the sums of a measure are those of the claims, and not to be added to. */
    boolean knows(int v, int measure) {
        return measure == HARM && allOwed[v];
    }

    /** Adds what the pools pay for the rows of an operator, taken one by one. */
    void addPools(int v, int year, int firstOperation, Settled s, int firstCluster) {
        if (!watched[v]) {
            return;
        }
        LayerColumns layers = variants[v].layers(year);
        long[] claimed = layers.coversUnattributed() ? s.harm : s.damages;
        struck[v].take(s, claimed, firstOperation, firstCluster);
        for (int payer = 0; payer < Settled.PAYERS; payer++) {
            if (sumsUp(layers, payer)) {
                add(s, s.paid[payer], firstCluster, pools[v][payer]);
            }
        }
    }

    /** Adds amounts of rows to those of their clusters. */
    private static void add(Settled s, long[] amounts, int firstCluster, long[] into) {
        for (int k = 0; k < s.eventRows; k++) {
            if (s.event[k] >= firstCluster) {
                into[s.event[k] - firstCluster] += amounts[s.eventRow[k]];
            }
        }
    }

    /** Whether what a payer pays for a cluster is asked for: only layers that pay from the first cent and in full do. */
    private static boolean sumsUp(LayerColumns layers, int payer) {
        for (int layer = 0; layer < layers.count; layer++) {
            if (layers.kind[layer] == LayerColumns.POOL && layers.payer[layer] == payer && adds(layers, layer)) {
                return true;
            }
        }
        return false;
    }

    /** Adds what is owed for the clusters that couple operations under a variant, by trial. */
    void addOwed(int v, long[] byTrial) {
        for (int c = 0; c < clusters && watched[v]; c++) {
            if (coupling[v][c]) {
                byTrial[slot[c]] += struck[v].owed[c];
            }
        }
    }

    /**
     * Ends a year: clusters enter the largest events, and coupled trials are marked. What payers bear for clusters that couple
     * operations enters once they are settled.
     */
    void finish(int year, LossColumns into) {
        for (int v = 0; v < variants.length; v++) {
            struck[v].close();
            boolean[] coupled = into.coupled(v, year);
            LayerColumns layers = variants[v].layers(year);
            for (int layer = 0; layer < layers.count; layer++) {
                if (layers.kind[layer] == LayerColumns.POOL && watched[v]) {
                    mark(v, layers, layer, coupled);
                }
            }
            for (int m = 0; m < sums[v].length; m++) {
                raise(v, year, m, into);
            }
        }
    }

    private void raise(int v, int year, int m, LossColumns into) {
        MeasureColumns measures = variants[v].measures;
        if (!measures.owns(m) || measures.max[m] == MeasureColumns.NONE) {
            return;
        }
        boolean settledLater = m >= Measure.OPERATOR.ordinal() && watched[v] && struck[v].isComplete();
        long[] column = into.column(v, year, measures.max[m]);
        long[] of = of(v, m);
        for (int c = 0; c < clusters; c++) {
            int t = slot[c];
            column[t] = settledLater && coupling[v][c] ? column[t] : Math.max(column[t], of[c]);
        }
    }

    /** Lets what payers bear for the clusters that couple operations in some trials enter the largest events. */
    void raiseSettled(int v, int year, boolean[] trials, LossColumns into) {
        MeasureColumns measures = variants[v].measures;
        for (int m = Measure.OPERATOR.ordinal(); m < sums[v].length; m++) {
            if (measures.owns(m) && measures.max[m] != MeasureColumns.NONE) {
                long[] column = into.column(v, year, measures.max[m]);
                for (int c = 0; c < clusters; c++) {
                    int t = slot[c];
                    column[t] = trials[t] && coupling[v][c] ? Math.max(column[t], sums[v][m][c]) : column[t];
                }
            }
        }
    }

    /**
     * Marks the trials in which a pool's terms may not add up over the incidents of a cluster. They do where all that is owed
     * for the cluster stays within the deductible, and where a layer pays from the first cent and in full, and all that its
     * payer pays for the cluster stays within the limit.
     */
    private void mark(int v, LayerColumns layers, int layer, boolean[] coupled) {
        long limit = limit(v, layers, layer);
        boolean additive = adds(layers, layer);
        long retained = Math.max(layers.deductible[layer], layers.franchise[layer]);
        long[] paid = pools[v][layers.payer[layer]];
        PoolClaims claims = struck[v];
        for (int c = 0; c < clusters; c++) {
            boolean adds = additive ? paid[c] <= limit : claims.owed[c] <= retained;
            if (!adds && claims.several(c)) {
                coupling[v][c] = true;
                coupled[slot[c]] = true;
                if (claims.owed[c] - retained > limit) {
                    claims.entangle(slot[c]);
                }
            }
        }
    }

    /** Most that a pool pays for one event. */
    private long limit(int v, LayerColumns layers, int layer) {
        FundColumns fund = variants[v].fund;
        long limit = layers.limit[layer];
        return fund != null && layers.payer[layer] == OwnTerms.FUND ? Math.min(limit, fund.perEventLimit) : limit;
    }

    /** Whether a layer pays from the first cent and in full. */
    private static boolean adds(LayerColumns layers, int layer) {
        return layers.deductible[layer] == 0
                && layers.franchise[layer] == 0
                && layers.upTo[layer] == Money.UNLIMITED
                && layers.coinsurance[layer] == 1;
    }
}
