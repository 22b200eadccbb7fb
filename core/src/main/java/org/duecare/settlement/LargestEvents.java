package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.MeasureColumns;

/**
 * Largest events by trial. A payer with one layer never bears more of an event than its limit, and a retention has been
 * borne in full in every trial of a block long before all operations are settled: from there on nothing can be raised, and
 * the pass over the amounts is spared.
 */
final class LargestEvents {
    /** Operations after which it is looked up again what every trial has seen. */
    private static final int LOOK_UP = 32;

    private final CompiledVariant[] variants;
    private final long[][] most;
    private final long[][] seen;
    private final int[][] settled;

    LargestEvents(CompiledVariant[] variants) {
        this.variants = variants;
        this.most = new long[variants.length][MeasureColumns.MEASURES];
        this.seen = new long[variants.length][MeasureColumns.MEASURES];
        this.settled = new int[variants.length][MeasureColumns.MEASURES];
    }

    /** Forgets what trials have seen: columns are empty again. */
    void startYear(int year) {
        for (int v = 0; v < variants.length; v++) {
            Arrays.fill(seen[v], 0);
            Arrays.fill(settled[v], 0);
            Arrays.fill(most[v], Long.MAX_VALUE);
            LayerColumns layers = variants[v].layers(year);
            int payersSeen = 0;
            for (int layer = 0; layer < layers.count; layer++) {
                int payer = layers.payer[layer];
                boolean single = (payersSeen >> payer & 1) == 0
                        && layers.kind[layer] != LayerColumns.NET_ASSETS
                        && layers.limitOf[layer] == null;
                payersSeen |= 1 << payer;
                most[v][Accumulation.measureOf(payer)] = single ? layers.limit[layer] : Long.MAX_VALUE;
            }
        }
    }

    /** Raises the maxima of a measure to the amounts of rows. */
    void raise(int v, int measure, long[] maxima, int[] slot, long[] amounts, int from, int end) {
        if (most[v][measure] <= seen[v][measure]) {
            return;
        }
        Scatter.raise(maxima, slot, amounts, from, end);
        if (most[v][measure] < Long.MAX_VALUE && ++settled[v][measure] % LOOK_UP == 0) {
            seen[v][measure] = least(maxima);
        }
    }

    private static long least(long[] maxima) {
        long least = Long.MAX_VALUE;
        for (long largest : maxima) {
            least = Math.min(least, largest);
        }
        return least;
    }
}
