package org.duecare.settlement;

import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.MeasureColumns;

/** Adds trials settled incident by incident to their columns and to totals by operation, as {@link Accumulation} does the rest. */
final class TrialAccumulation {
    private final TrialIncidents incidents;

    TrialAccumulation(TrialIncidents incidents) {
        this.incidents = incidents;
    }

    /** What nobody pays: harm that is not owed, and damages that no layer took. */
    void leaveUncompensated(int from, int end) {
        for (int j = from; j < end; j++) {
            incidents.uncompensated[j] =
                    incidents.harm[j] - incidents.damages[j] + incidents.residual[j] + incidents.uncollected[j];
        }
    }

    /**
     * Writes what payers bear in one trial into its columns and into the totals.
     *
     * @param ofLayer what each layer pays in the trial
     * @param exits whether operations may have ended, so that incidents are not those of the first pass
     */
    void write(
            CompiledVariant variant,
            int v,
            int year,
            int from,
            int end,
            long[] ofLayer,
            boolean exits,
            LossColumns into,
            OperationTotals totals) {
        leaveUncompensated(from, end);
        MeasureColumns columns = variant.measures;
        addTo(totals, columns, 0, v, from, end, 1);
        for (int j = from; j < end; j++) {
            totals.incidents(v)[incidents.operation[j]] += incidents.counted[j];
            totals.breaches(v)[incidents.operation[j]] += incidents.liable[j];
        }
        for (int m = 0; m < MeasureColumns.MEASURES && end > from; m++) {
            long[] amounts = incidents.amounts(m);
            boolean asked = m >= Measure.OPERATOR.ordinal() || exits;
            if (asked && amounts.length > 0 && columns.owns(m)) {
                column(columns, m, v, year, from, end, amounts, into);
            }
        }
        for (int layer = 0; layer < columns.layer.length && end > from; layer++) {
            if (columns.layer[layer] != MeasureColumns.NONE) {
                into.column(v, year, columns.layer[layer])[incidents.slot[from]] = ofLayer[layer];
            }
        }
        if (exits && end > from) {
            count(columns, v, year, from, end, into);
        }
    }

    /**
     * Adds what payers bear of some rows of a trial to its columns and to the totals.
     *
     * @param sign -1 to take it out
     * @param ofLayer what each layer pays for the rows
     */
    void add(
            CompiledVariant variant,
            int v,
            int year,
            int from,
            int end,
            int sign,
            long[] ofLayer,
            LossColumns into,
            OperationTotals totals) {
        leaveUncompensated(from, end);
        MeasureColumns columns = variant.measures;
        addTo(totals, columns, Measure.OPERATOR.ordinal(), v, from, end, sign);
        int slot = incidents.slot[from];
        for (int m = Measure.OPERATOR.ordinal(); m < MeasureColumns.MEASURES; m++) {
            long[] amounts = incidents.amounts(m);
            if (amounts.length > 0 && columns.owns(m)) {
                into.column(v, year, columns.sum[m])[slot] += sign * Scatter.rangeSum(amounts, from, end);
            }
        }
        for (int layer = 0; layer < columns.layer.length; layer++) {
            if (columns.layer[layer] != MeasureColumns.NONE) {
                into.column(v, year, columns.layer[layer])[slot] += sign * ofLayer[layer];
            }
        }
    }

    private void addTo(
            OperationTotals totals, MeasureColumns columns, int firstMeasure, int v, int from, int end, int sign) {
        for (int m = firstMeasure; m < MeasureColumns.MEASURES; m++) {
            long[] amounts = incidents.amounts(m);
            if (amounts.length > 0 && columns.owns(m)) {
                long[] ofOperation = totals.money(v, m);
                for (int j = from; j < end; j++) {
                    int operation = incidents.operation[j];
                    ofOperation[operation] = Math.addExact(ofOperation[operation], sign * amounts[j]);
                }
            }
        }
    }

    /** Writes how many rows there are, where operations may have ended. */
    private void count(MeasureColumns columns, int v, int year, int from, int end, LossColumns into) {
        int slot = incidents.slot[from];
        long own = 0;
        long liable = 0;
        for (int j = from; j < end; j++) {
            own += incidents.counted[j];
            liable += incidents.liable[j];
        }
        into.column(v, year, columns.incidents)[slot] = own;
        if (columns.breaches != columns.incidents) {
            into.column(v, year, columns.breaches)[slot] = liable;
        }
    }

    private void column(
            MeasureColumns columns, int m, int v, int year, int from, int end, long[] amounts, LossColumns into) {
        int slot = incidents.slot[from];
        long sum = 0;
        long largest = 0;
        int start = from;
        while (start < end) {
            int stop = incidents.eventEnd(start, end);
            long event = 0;
            for (int j = start; j < stop; j++) {
                event += amounts[incidents.eventRow[j]];
            }
            sum += event;
            largest = Math.max(largest, event);
            start = stop;
        }
        into.column(v, year, columns.sum[m])[slot] = sum;
        if (columns.max[m] != MeasureColumns.NONE) {
            into.column(v, year, columns.max[m])[slot] = largest;
        }
    }
}
