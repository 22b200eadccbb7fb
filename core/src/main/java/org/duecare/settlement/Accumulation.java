package org.duecare.settlement;

import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.MeasureColumns;

/** Adds settled incidents to block columns and to totals by operation. */
final class Accumulation {
    private static final int BLOCK = CompiledWorld.BLOCK;
    private static final int MASK = BLOCK - 1;
    private static final int[] MEASURE_OF_PAYER = {
        Measure.OPERATOR.ordinal(),
        Measure.INSURER.ordinal(),
        Measure.MUTUAL.ordinal(),
        Measure.FUND.ordinal(),
        Measure.STATE.ordinal()
    };

    private final CompiledWorld world;
    private final long[][] amounts = new long[MeasureColumns.MEASURES][];
    private long[] uncompensated = new long[4096];

    Accumulation(CompiledWorld world) {
        this.world = world;
    }

    /** The measure that a payer's payments belong to. */
    static int measureOf(int payer) {
        return MEASURE_OF_PAYER[payer];
    }

    /** Adds the rows of an operator to the columns of its block and to the totals. */
    void add(
            Settled s,
            CompiledVariant variant,
            int v,
            int operator,
            int year,
            LossColumns into,
            OperationTotals totals) {
        present(s, variant);
        boolean events = world.events.inYear[year - 1];
        MeasureColumns columns = variant.measures;
        for (int m = 0; m < amounts.length; m++) {
            if (columns.owns(m) && amounts[m] != null) {
                sum(into.column(v, year, columns.sum[m]), s.slot, amounts[m], s.size);
                if (columns.max[m] != MeasureColumns.NONE) {
                    long[] largest = into.column(v, year, columns.max[m]);
                    if (events) {
                        raiseOwn(largest, s, amounts[m]);
                        addEvents(into, v, m, s, amounts[m]);
                    } else {
                        raise(largest, s.slot, amounts[m], s.size);
                    }
                }
            }
        }
        count(into.column(v, year, columns.incidents), s.slot, s.size);
        if (columns.breaches != columns.incidents) {
            countLiable(into.column(v, year, columns.breaches), s.slot, s.liable, s.size);
        }
        total(s, variant, v, operator, totals, 1);
    }

    /** Takes the rows of an operator out of the totals again: they will be settled trial by trial. */
    void takeOut(Settled s, CompiledVariant variant, int v, int operator, OperationTotals totals) {
        present(s, variant);
        total(s, variant, v, operator, totals, -1);
    }

    private void present(Settled s, CompiledVariant variant) {
        java.util.Arrays.fill(amounts, null);
        if (uncompensated.length < s.slot.length) {
            uncompensated = new long[s.slot.length];
        }
        if (variant.measures.owns(Measure.UNCOMPENSATED.ordinal())) {
            uncompensated(s.harm, s.damages, s.residual, s.size, uncompensated);
        }
        amounts[Measure.OWN_LOSS.ordinal()] = s.ownLoss;
        amounts[Measure.HARM.ordinal()] = s.harm;
        amounts[Measure.DAMAGES.ordinal()] = s.damages;
        amounts[Measure.UNCOMPENSATED.ordinal()] = uncompensated;
        LayerColumns layers = variant.layers;
        for (int layer = 0; layer < layers.count; layer++) {
            int payer = layers.payer[layer];
            amounts[MEASURE_OF_PAYER[payer]] = s.paid[payer];
        }
    }

    private static void uncompensated(long[] harm, long[] damages, long[] residual, int size, long[] out) {
        for (int j = 0; j < size; j++) {
            out[j] = harm[j] - damages[j] + residual[j];
        }
    }

    private void total(Settled s, CompiledVariant variant, int v, int operator, OperationTotals totals, int sign) {
        int first = world.operators.firstOperation[operator];
        int operations = world.operators.firstOperation[operator + 1] - first;
        MeasureColumns columns = variant.measures;
        int from = 0;
        for (int o = 0; o < operations; o++) {
            int end = s.operationEnd[o];
            if (end > from) {
                for (int m = 0; m < amounts.length; m++) {
                    if (columns.owns(m) && amounts[m] != null) {
                        long[] ofOperation = totals.money(v, m);
                        ofOperation[first + o] =
                                Math.addExact(ofOperation[first + o], sign * rangeSum(amounts[m], from, end));
                    }
                }
                totals.incidents(v)[first + o] += (long) sign * (end - from);
                totals.breaches(v)[first + o] += sign * liableIn(s.liable, from, end);
            }
            from = end;
        }
    }

    private static long rangeSum(long[] amounts, int from, int end) {
        long sum = 0;
        for (int j = from; j < end; j++) {
            sum += amounts[j];
        }
        return sum;
    }

    private static long liableIn(int[] liable, int from, int end) {
        long sum = 0;
        for (int j = from; j < end; j++) {
            sum += liable[j];
        }
        return sum;
    }

    private static void sum(long[] column, int[] slot, long[] amounts, int size) {
        for (int j = 0; j < size; j++) {
            column[slot[j] & MASK] += amounts[j];
        }
    }

    private static void raise(long[] column, int[] slot, long[] amounts, int size) {
        for (int j = 0; j < size; j++) {
            int t = slot[j] & MASK;
            column[t] = Math.max(column[t], amounts[j]);
        }
    }

    private static void count(long[] column, int[] slot, int size) {
        for (int j = 0; j < size; j++) {
            column[slot[j] & MASK]++;
        }
    }

    private static void countLiable(long[] column, int[] slot, int[] liable, int size) {
        for (int j = 0; j < size; j++) {
            column[slot[j] & MASK] += liable[j];
        }
    }

    private static void raiseOwn(long[] column, Settled s, long[] amounts) {
        for (int j = 0; j < s.size; j++) {
            if (s.event[j] < 0) {
                int t = s.slot[j] & MASK;
                column[t] = Math.max(column[t], amounts[j]);
            }
        }
    }

    private static void addEvents(LossColumns into, int v, int measure, Settled s, long[] amounts) {
        for (int j = 0; j < s.size; j++) {
            if (s.event[j] >= 0) {
                into.event(v, s.event[j], measure)[s.slot[j] & MASK] += amounts[j];
            }
        }
    }
}
