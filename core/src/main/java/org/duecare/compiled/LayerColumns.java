package org.duecare.compiled;

import org.jspecify.annotations.Nullable;

/**
 * The order of compensation as columns, one row a layer in the order of the scheme. A row is settled within an operator
 * ({@link #TERMS}, {@link #NET_ASSETS}) or over all operations together ({@link #POOL}).
 */
public final class LayerColumns {
    /** Stated amounts, settled within the operator. */
    public static final int TERMS = 0;

    /** What the operator owns. */
    public static final int NET_ASSETS = 1;

    /** Stated amounts, settled over all operations together. */
    public static final int POOL = 2;

    /** Number of layers. */
    public final int count;

    /** Kind of each layer. */
    public final int[] kind;

    /** Payer of each layer, the ordinal of the payer. */
    public final int[] payer;

    /** Deductible, limit, annual deductible and annual limit, minor units. */
    public final long[] deductible;

    /** Limit of an incident or event. */
    public final long[] limit;

    /** Annual deductible. */
    public final long[] annualDeductible;

    /** Annual limit. */
    public final long[] annualLimit;

    /** Share that the payer bears. */
    public final double[] coinsurance;

    /** Whether annual terms run over all operations of an operator. */
    public final boolean[] perOperator;

    /** Whether the layer exists for insured operations alone. */
    public final boolean[] insuredOnly;

    /** Which operations are insured. */
    public final boolean[] insured;

    /** Operations whose state answers for what is left of the damages: the last layer; null where none does. */
    public final boolean @Nullable [] stateAnswers;

    /** Assembles the columns. */
    public LayerColumns(
            int[] kind,
            int[] payer,
            long[][] amounts,
            double[] coinsurance,
            boolean[] perOperator,
            boolean[] insuredOnly,
            boolean[] insured,
            boolean @Nullable [] stateAnswers) {
        this.count = kind.length;
        this.kind = kind;
        this.payer = payer;
        this.deductible = amounts[0];
        this.limit = amounts[1];
        this.annualDeductible = amounts[2];
        this.annualLimit = amounts[3];
        this.coinsurance = coinsurance;
        this.perOperator = perOperator;
        this.insuredOnly = insuredOnly;
        this.insured = insured;
        this.stateAnswers = stateAnswers;
    }

    /** The layer of a pool payer; -1 when the scheme has none. */
    public int poolLayerOf(int payerOrdinal) {
        for (int layer = 0; layer < count; layer++) {
            if (kind[layer] == POOL && payer[layer] == payerOrdinal) {
                return layer;
            }
        }
        return -1;
    }

    /** Whether any layer is settled over the pool. */
    public boolean hasPool() {
        for (int k : kind) {
            if (k == POOL) {
                return true;
            }
        }
        return false;
    }

    /** Whether a layer exists for an operation. */
    public boolean applies(int layer, int operation) {
        if (stateAnswers != null && layer == count - 1) {
            return stateAnswers[operation];
        }
        return !insuredOnly[layer] || insured[operation];
    }
}
