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
 * and where no largest event of a payer is kept, which cannot be known from the operators that are looked at. Where incidents
 * of an operator do not bear on one another, the claims for such events suffice, and the largest events are known, too.
 */
final class CoupledOperators {
    private static final int BLOCK = CompiledWorld.BLOCK;

    private final BlockSettlement blocks;
    private final TrialIncidents incidents;
    private final TrialSettlement trials;
    private final double perOperator;
    private final int[] firstOperation;
    private final int stated;
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
    CoupledOperators(
            BlockSettlement blocks,
            TrialIncidents incidents,
            TrialSettlement trials,
            CompiledWorld world,
            double perOperator) {
        this.blocks = blocks;
        this.incidents = incidents;
        this.trials = trials;
        this.perOperator = perOperator;
        this.firstOperation = world.operators.firstOperation;
        this.stated = world.events.count();
    }

    /** Whether a scheme can be settled in part in a trial whose pool can pay. */
    static boolean allows(CompiledVariant variant, int year) {
        LayerColumns layers = variant.layers(year);
        int pools = 0;
        for (int layer = 0; layer < layers.count; layer++) {
            pools += layers.kind[layer] == LayerColumns.POOL ? 1 : 0;
            if (layers.kind[layer] == LayerColumns.POOL && layers.couples(layer)) {
                return false;
            }
        }
        return pools == 1 && variant.market == null && variant.assets == null;
    }

    /** Whether the largest event of any payer is kept. */
    private static boolean keepsLargest(CompiledVariant variant) {
        boolean keeps = false;
        for (int m = Measure.OPERATOR.ordinal(); m < MeasureColumns.MEASURES; m++) {
            keeps |= variant.measures.max[m] != MeasureColumns.NONE;
        }
        return keeps;
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
        if (blocks.clusters().claims(v).isComplete()) {
            settleClaims(variant, v, year, coupled, columns, totals);
        }
        if (keepsLargest(variant)) {
            return;
        }
        ClusterSums clusters = blocks.clusters();
        int claims = clusters.choose(v, taken);
        if (claims == 0 || claims * (1 + perOperator) > most) {
            return;
        }
        if (operators.length < claims) {
            operators = new int[2 * claims];
            ofTrial = new int[2 * claims];
        }
        list(clusters, clusters.claims(v), claims);
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
        settleTrials(variant, v, year, 1, columns, totals);
        for (int t = 0; t < BLOCK; t++) {
            coupled[t] &= !taken[t];
        }
    }

    /** Lists operators and trials of the claims chosen, operator by operator. */
    private void list(ClusterSums clusters, PoolClaims claims, int count) {
        int operator = 0;
        for (int i = 0; i < count; i++) {
            while (claims.operation[i] >= firstOperation[operator + 1]) {
                operator++;
            }
            operators[i] = operator;
            ofTrial[i] = clusters.slotOf(claims.cluster[claims.chosen[i]]);
        }
    }

    /**
     * Settles the trials that are not entangled from the claims alone: takes out what they cost each payer one by one, and adds
     * what they cost event by event.
     */
    private void settleClaims(
            CompiledVariant variant, int v, int year, boolean[] coupled, LossColumns columns, OperationTotals totals) {
        ClusterSums clusters = blocks.clusters();
        PoolClaims claims = clusters.claims(v);
        for (int t = 0; t < BLOCK; t++) {
            wanted[t] = taken[t] && !claims.isEntangled(t);
            taken[t] &= !wanted[t];
            coupled[t] &= !wanted[t];
        }
        incidents.clear();
        int chosen = clusters.choose(v, wanted);
        int operator = 0;
        for (int i = 0; i < chosen; i++) {
            int claim = claims.chosen[i];
            int operation = claims.operation[i];
            while (operation >= firstOperation[operator + 1]) {
                operator++;
            }
            int cluster = claims.cluster[claim];
            long time = blocks.timeCell(cluster, claims.arrival[claim]);
            incidents.appendClaim(clusters.slotOf(cluster), operation, operator, cluster, time, claims.damages[claim]);
        }
        incidents.sortClaims();
        incidents.apart = true;
        settleTrials(variant, v, year, -1, columns, totals);
        addEvents(variant, v, -1);
        incidents.apart = false;
        settleTrials(variant, v, year, 1, columns, totals);
        addEvents(variant, v, 1);
        clusters.raiseSettled(v, year, wanted, columns);
        Arrays.fill(wanted, false);
    }

    /** Adds what payers bear for the claims to the sums of their events, where the largest is kept. */
    private void addEvents(CompiledVariant variant, int v, int sign) {
        MeasureColumns measures = variant.measures;
        for (int m = Measure.OPERATOR.ordinal(); m < MeasureColumns.MEASURES; m++) {
            long[] amounts = incidents.amounts(m);
            if (amounts.length > 0 && measures.owns(m) && measures.max[m] != MeasureColumns.NONE) {
                long[] sums = blocks.clusters().of(v, m);
                for (int row = 0; row < incidents.size; row++) {
                    sums[incidents.event[row] - stated] += sign * amounts[row];
                }
            }
        }
    }

    private void settleTrials(
            CompiledVariant variant, int v, int year, int sign, LossColumns columns, OperationTotals totals) {
        int from = 0;
        while (from < incidents.size) {
            int end = from;
            while (end < incidents.size && incidents.slot[end] == incidents.slot[from]) {
                end++;
            }
            trials.settle(variant, year, from, end, Long.MAX_VALUE, Long.MAX_VALUE);
            trials.add(variant, v, year, from, end, sign, columns, totals);
            from = end;
        }
    }
}
