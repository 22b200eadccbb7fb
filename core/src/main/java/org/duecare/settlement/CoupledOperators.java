package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.MeasureColumns;

/**
 * Settles trials again in which clusters or events of providers couple operations, but only the operators that these strike:
 * what all others bear stays as it is. That is exact where the scheme has a single pool layer, since the layers before it do
 * not depend on it and those behind it are settled within the operator; where the pool can pay, however the events turn out;
 * and where no largest event of a payer is kept, which cannot be known from the operators that are looked at.
 */
final class CoupledOperators {
    private static final int BLOCK = CompiledWorld.BLOCK;

    private final BlockSettlement blocks;
    private final TrialIncidents incidents;
    private final TrialSettlement trials;
    private final double perOperator;
    private final boolean[] taken = new boolean[BLOCK];
    private final boolean[] wanted = new boolean[BLOCK];
    private final long[] owed = new long[BLOCK];
    private int[] operators = {};
    private int[] ofTrial = {};

    /**
     * For one worker.
     *
     * @param perOperator mean number of incidents of an operator in a year
     */
    CoupledOperators(BlockSettlement blocks, TrialIncidents incidents, TrialSettlement trials, double perOperator) {
        this.blocks = blocks;
        this.incidents = incidents;
        this.trials = trials;
        this.perOperator = perOperator;
    }

    /** Whether a scheme can be settled operator by operator in a trial whose pool can pay. */
    static boolean allows(CompiledVariant variant, int year) {
        LayerColumns layers = variant.layers(year);
        int pools = 0;
        for (int layer = 0; layer < layers.count; layer++) {
            pools += layers.kind[layer] == LayerColumns.POOL ? 1 : 0;
            if (layers.kind[layer] == LayerColumns.POOL && layers.couples(layer)) {
                return false;
            }
        }
        boolean sums = true;
        for (int m = Measure.OPERATOR.ordinal(); m < MeasureColumns.MEASURES; m++) {
            sums &= variant.measures.max[m] == MeasureColumns.NONE;
        }
        return pools == 1 && sums && variant.market == null && variant.assets == null;
    }

    /** Most that the pool can be asked for more in each trial of the block when the events that couple are settled. */
    long[] owed(int v) {
        Arrays.fill(owed, 0);
        blocks.clusters().addOwed(v, owed);
        return owed;
    }

    /**
     * Settles the operators struck in some trials.
     *
     * @param coupled trials in which events couple operations; those that are settled here are taken out
     * @param solvent of these the ones in which the pool can pay whatever is asked
     * @param most rows that may be held at once
     */
    void settle(
            CompiledVariant variant,
            int v,
            int block,
            int year,
            boolean[] coupled,
            boolean[] solvent,
            double most,
            LossColumns columns,
            OperationTotals totals) {
        for (int t = 0; t < BLOCK; t++) {
            taken[t] = coupled[t] && solvent[t];
        }
        int claims = blocks.clusters().claims(v, taken);
        if (claims == 0 || claims * (1 + perOperator) > most) {
            return;
        }
        if (operators.length < claims) {
            operators = new int[2 * claims];
            ofTrial = new int[2 * claims];
        }
        blocks.clusters().claims(v, taken, operators, ofTrial);
        incidents.clear();
        blocks.startYear(block, year);
        int from = 0;
        while (from < claims) {
            int end = from;
            while (end < claims && operators[end] == operators[from]) {
                wanted[ofTrial[end++]] = true;
            }
            blocks.handBack(v, operators[from], block, year, wanted, incidents, columns, totals);
            while (from < end) {
                wanted[ofTrial[from++]] = false;
            }
        }
        incidents.sort();
        settleTrials(variant, v, year, columns, totals);
        for (int t = 0; t < BLOCK; t++) {
            coupled[t] &= !taken[t];
        }
    }

    private void settleTrials(CompiledVariant variant, int v, int year, LossColumns columns, OperationTotals totals) {
        int from = 0;
        while (from < incidents.size) {
            int end = from;
            while (end < incidents.size && incidents.slot[end] == incidents.slot[from]) {
                end++;
            }
            trials.settle(variant, year, from, end, Long.MAX_VALUE, Long.MAX_VALUE);
            trials.add(variant, v, year, from, end, columns, totals);
            from = end;
        }
    }
}
