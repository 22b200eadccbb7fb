package org.duecare.settlement;

import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.MeasureColumns;
import org.duecare.quantity.Money;

/** The check of every run: in each trial and year, harm equals the sum over payers, to the minor unit. */
final class Conservation {
    private Conservation() {}

    /** Throws when money was lost or made; {@code unpaid} is scratch as long as a block. */
    static void check(
            CompiledVariant variant, int v, int block, int year, int trials, LossColumns columns, long[] unpaid) {
        MeasureColumns measures = variant.measures;
        int harmColumn = measures.sum[Measure.HARM.ordinal()];
        if (harmColumn == MeasureColumns.NONE || !measures.conserves) {
            return;
        }
        System.arraycopy(columns.column(v, year, harmColumn), 0, unpaid, 0, trials);
        for (int m = Measure.OPERATOR.ordinal(); m <= Measure.UNCOMPENSATED.ordinal(); m++) {
            if (measures.sum[m] != MeasureColumns.NONE) {
                long[] paid = columns.column(v, year, measures.sum[m]);
                for (int t = 0; t < trials; t++) {
                    unpaid[t] -= paid[t];
                }
            }
        }
        for (int t = 0; t < trials; t++) {
            if (unpaid[t] != 0) {
                throw new IllegalStateException(
                        ("variant %s, block %d, trial %d of the block, year %d: harm differs from"
                                        + " the sum over payers by %.2f; this is a fault of the program")
                                .formatted(variant.variant, block, t + 1, year, Money.main(unpaid[t])));
            }
        }
    }
}
