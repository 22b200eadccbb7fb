package org.duecare.settlement;

import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.MeasureColumns;
import org.jspecify.annotations.Nullable;

/** Adds settled incidents to block columns and to totals by operation. */
final class Accumulation {
    private static final int BLOCK = CompiledWorld.BLOCK;
    private static final int MASK = BLOCK - 1;

    /** From this measure on (mutual, fund, state, uncompensated) most incidents bear nothing. */
    private static final int FIRST_SPARSE = Measure.MUTUAL.ordinal();

    private static final int FIRST_OF_PAYERS = Measure.OPERATOR.ordinal();

    private static final int[] MEASURE_OF_PAYER = {
        Measure.OPERATOR.ordinal(),
        Measure.INSURER.ordinal(),
        Measure.MUTUAL.ordinal(),
        Measure.FUND.ordinal(),
        Measure.STATE.ordinal()
    };

    private final CompiledWorld world;
    private final ClusterSums clusters;
    private final LargestEvents largest;
    private final long[][] amounts = new long[MeasureColumns.MEASURES][];
    private long[] uncompensated = new long[4096];

    /** Whether what payers bear for events that strike several operations may still change. */
    private boolean apart;

    /** One past the last event row of the operation at hand. */
    private int eventEnd;

    Accumulation(CompiledWorld world, CompiledVariant[] variants, ClusterSums clusters) {
        this.world = world;
        this.largest = new LargestEvents(variants);
        this.clusters = clusters;
    }

    /** To be called before the rows of a year are added to empty columns. */
    void startYear(int year) {
        largest.startYear(year);
    }

    /** The measure that a payer's payments belong to. */
    static int measureOf(int payer) {
        return MEASURE_OF_PAYER[payer];
    }

    /** Adds the rows of an operator to the columns of its block and to the totals; the rows are not to be read again. */
    void add(
            Settled s,
            CompiledVariant variant,
            int v,
            int operator,
            int year,
            LossColumns into,
            OperationTotals totals) {
        present(s, variant);
        int operation = world.operators.firstOperation[operator];
        int last = world.operators.firstOperation[operator + 1];
        if (clusters.any()) {
            clusters.addPools(v, year, operation, s, world.events.count());
        }
        apart = s.eventRows > 0 && clusters.claims(v).isComplete();
        eventEnd = 0;
        int from = 0;
        for (int o = 0; operation < last; o++) {
            int end = s.operationEnd[o];
            if (end > from) {
                add(s, variant.measures, v, operation, year, from, s.countedEnd[o], end, into, totals);
            }
            from = end;
            operation++;
        }
        addEvents(s, variant.measures, v, year, into);
        for (int layer = 0; layer < variant.layers.count; layer++) {
            long[] paid = variant.measures.layer[layer] == MeasureColumns.NONE ? null : s.ofLayer[layer];
            if (paid != null) {
                Scatter.sum(into.column(v, year, variant.measures.layer[layer]), s.slot, paid, 0, s.size);
            }
        }
    }

    private void add(
            Settled s,
            MeasureColumns columns,
            int v,
            int operation,
            int year,
            int from,
            int counted,
            int end,
            LossColumns into,
            OperationTotals totals) {
        int firstEvent = eventEnd;
        eventEnd = s.eventsBefore(end, firstEvent);
        for (int m = 0; m < amounts.length; m++) {
            if (columns.owns(m) && amounts[m] != null) {
                long[] sums = into.column(v, year, columns.sum[m]);
                boolean raised = columns.max[m] != MeasureColumns.NONE;
                long[] maxima = raised ? into.column(v, year, columns.max[m]) : null;
                long total = raised && isApart(m) ? takeEvents(s, v, m, firstEvent, eventEnd, sums) : 0;
                total += add(s, v, m, from, end, sums, maxima);
                long[] ofOperation = totals.money(v, m);
                ofOperation[operation] = Math.addExact(ofOperation[operation], total);
            }
        }
        Scatter.count(into.column(v, year, columns.incidents), s.slot, from, counted);
        totals.incidents(v)[operation] += counted - from;
        totals.breaches(v)[operation] += columns.breaches == columns.incidents
                ? end - from
                : Scatter.flags(into.column(v, year, columns.breaches), s.slot, s.liable, from, end);
    }

    /** Whether what a measure has of events that strike several operations is kept apart from that of the other rows. */
    private boolean isApart(int m) {
        return apart && m >= FIRST_OF_PAYERS;
    }

    /**
     * Adds what a payer bears of rows whose events strike several operations to the sums alone, and takes it out of the rows: it
     * may still change, and enters the largest events with the sum of its event, once that is settled.
     */
    private long takeEvents(Settled s, int v, int m, int from, int end, long[] sums) {
        int stated = world.events.count();
        long[] ofClusters = clusters.of(v, m);
        long[] amount = amounts[m];
        long total = 0;
        for (int k = from; k < end; k++) {
            int j = s.eventRow[k];
            if (s.event[k] >= stated) {
                sums[s.slot[j] & (sums.length - 1)] += amount[j];
                ofClusters[s.event[k] - stated] += amount[j];
                total += amount[j];
                amount[j] = 0;
            }
        }
        return total;
    }

    private long add(Settled s, int v, int m, int from, int end, long[] sums, long @Nullable [] maxima) {
        if (m >= FIRST_SPARSE) {
            return Scatter.sparse(sums, maxima, s.slot, amounts[m], from, end);
        }
        long total = Scatter.sum(sums, s.slot, amounts[m], from, end);
        if (maxima != null) {
            largest.raise(v, m, maxima, s.slot, amounts[m], from, end);
        }
        return total;
    }

    /** Takes the rows of an operator out of the totals again: they will be settled trial by trial. */
    void takeOut(Settled s, CompiledVariant variant, int v, int operator, OperationTotals totals) {
        present(s, variant);
        takeOut(s, variant.measures, 0, v, operator, totals);
        int first = world.operators.firstOperation[operator];
        int from = 0;
        for (int o = 0; first + o < world.operators.firstOperation[operator + 1]; o++) {
            int end = s.operationEnd[o];
            totals.incidents(v)[first + o] -= s.countedEnd[o] - from;
            totals.breaches(v)[first + o] -= Scatter.rangeSum(s.liable, from, end);
            from = end;
        }
    }

    /** Takes what payers bear of the rows of an operator out of the totals and the columns of their year. */
    void takeOut(
            Settled s,
            CompiledVariant variant,
            int v,
            int operator,
            int year,
            LossColumns from,
            OperationTotals totals) {
        present(s, variant);
        MeasureColumns columns = variant.measures;
        takeOut(s, columns, FIRST_OF_PAYERS, v, operator, totals);
        for (int m = FIRST_OF_PAYERS; m < amounts.length; m++) {
            if (columns.owns(m) && amounts[m] != null) {
                Scatter.takeOut(from.column(v, year, columns.sum[m]), s.slot, amounts[m], s.size);
            }
        }
        for (int layer = 0; layer < variant.layers.count; layer++) {
            long[] paid = columns.layer[layer] == MeasureColumns.NONE ? null : s.ofLayer[layer];
            if (paid != null) {
                Scatter.takeOut(from.column(v, year, columns.layer[layer]), s.slot, paid, s.size);
            }
        }
    }

    private void present(Settled s, CompiledVariant variant) {
        java.util.Arrays.fill(amounts, null);
        if (uncompensated.length < s.residual.length) {
            uncompensated = new long[s.residual.length];
        }
        boolean allOwed = s.harm == s.damages;
        if (!allOwed && variant.measures.owns(Measure.UNCOMPENSATED.ordinal())) {
            uncompensated(s.harm, s.damages, s.residual, s.size, uncompensated);
        }
        amounts[Measure.OWN_LOSS.ordinal()] = s.ownLoss;
        amounts[Measure.HARM.ordinal()] = s.harm;
        amounts[Measure.DAMAGES.ordinal()] = s.damages;
        amounts[Measure.UNCOMPENSATED.ordinal()] = allOwed ? s.residual : uncompensated;
        LayerColumns layers = variant.layers;
        for (int layer = 0; layer < layers.count; layer++) {
            int payer = layers.payer[layer];
            amounts[MEASURE_OF_PAYER[payer]] = s.paid[payer];
        }
        if (layers.paidReinstatements()) {
            amounts[Measure.REINSTATEMENT_PREMIUM.ordinal()] = s.reinstatement;
        }
    }

    private static void uncompensated(long[] harm, long[] damages, long[] residual, int size, long[] out) {
        for (int j = 0; j < size; j++) {
            out[j] = harm[j] - damages[j] + residual[j];
        }
    }

    private void takeOut(
            Settled s, MeasureColumns columns, int firstMeasure, int v, int operator, OperationTotals totals) {
        int first = world.operators.firstOperation[operator];
        int from = 0;
        for (int o = 0; first + o < world.operators.firstOperation[operator + 1]; o++) {
            int end = s.operationEnd[o];
            for (int m = firstMeasure; m < amounts.length; m++) {
                if (columns.owns(m) && amounts[m] != null) {
                    totals.money(v, m)[first + o] -= Scatter.rangeSum(amounts[m], from, end);
                }
            }
            from = end;
        }
    }

    /**
     * Adds what rows cost to the sums of their events. An event that strikes several operations counts among the largest with
     * its sum, which is raised once it is known and is never below that of one of its rows.
     */
    private void addEvents(Settled s, MeasureColumns columns, int v, int year, LossColumns into) {
        int stated = world.events.count();
        boolean anyStated = world.events.inYear[year - 1];
        for (int m = 0; m < amounts.length; m++) {
            if (columns.owns(m)
                    && amounts[m] != null
                    && columns.max[m] != MeasureColumns.NONE
                    && (anyStated || !isApart(m))
                    && !clusters.knows(v, m)) {
                long[] ofClusters = clusters.of(v, m);
                long[] amount = amounts[m];
                int rows = s.eventRows;
                for (int k = 0; k < rows; k++) {
                    int j = s.eventRow[k];
                    int event = s.event[k];
                    if (event >= stated) {
                        ofClusters[event - stated] += amount[j];
                    } else {
                        into.event(v, event, m)[s.slot[j] & MASK] += amount[j];
                    }
                }
            }
        }
    }
}
