package org.duecare.compiled;

import java.util.Arrays;
import org.duecare.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * The order of compensation as columns, one row a layer in the order of the scheme. A row is settled within an operator
 * ({@link #TERMS}, {@link #NET_ASSETS}) or over all operations together ({@link #POOL}). Made neutral; the compiler fills in.
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

    /** Deductible of an incident or event, minor units. */
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

    /** Amount up to which an incident or event is not paid at all; 0 for none. */
    public final long[] franchise;

    /** Ceiling of this layer and those before it together; unlimited for none. */
    public final long[] upTo;

    /** Whether harm that nobody owes is paid too. */
    public final boolean[] coversUnattributed;

    /** Damages of the year to be passed before a pool layer pays; 0 for none. */
    public final long[] trigger;

    /** Whether the terms of an event hold for the operations of each territory. */
    public final boolean[] perTerritory;

    /** Limit by operation; null where {@link #limit} holds for all. */
    public final long[] @Nullable [] limitOf;

    /** Annual limit by operation; null where {@link #annualLimit} holds for all. */
    public final long[] @Nullable [] annualLimitOf;

    /** Price of each reinstatement as a share of the premium; empty for none. */
    public final double[][] reinstatementShare;

    /** Whether the price of each reinstatement falls with time. */
    public final boolean[][] proRataTime;

    /** Premium that reinstatements are priced by. */
    public final long[] premium;

    /** Premium by operation that reinstatements are priced by; null where {@link #premium} holds for all. */
    public final long[] @Nullable [] premiumOf;

    /** Hours of an incident with a duration whose harm the layer does not pay, in milliseconds; 0 for none. */
    public final long[] waiting;

    /** Share of claims that are brought in time; 1 without a time bar. */
    public final double[] inTime;

    /** Whether what insurers exclude is not seen by the layer. */
    public final boolean[] excludes;

    /** Whether a layer leaves out what the fund does not admit of victims abroad. */
    public final boolean[] withholds;

    /** Name under which a layer is reported on its own; null for the others. */
    public final @Nullable String[] name;

    /** Layers of these numbers, none of them paying. */
    public LayerColumns(int count, boolean[] insured, boolean @Nullable [] stateAnswers) {
        this.count = count;
        this.insured = insured;
        this.stateAnswers = stateAnswers;
        this.kind = new int[count];
        this.payer = new int[count];
        this.deductible = new long[count];
        this.limit = unlimited(count);
        this.annualDeductible = new long[count];
        this.annualLimit = unlimited(count);
        this.coinsurance = new double[count];
        this.perOperator = new boolean[count];
        this.insuredOnly = new boolean[count];
        this.franchise = new long[count];
        this.upTo = unlimited(count);
        this.coversUnattributed = new boolean[count];
        this.trigger = new long[count];
        this.perTerritory = new boolean[count];
        this.limitOf = new long[count][];
        this.annualLimitOf = new long[count][];
        this.reinstatementShare = new double[count][0];
        this.proRataTime = new boolean[count][0];
        this.premium = new long[count];
        this.premiumOf = new long[count][];
        this.waiting = new long[count];
        this.inTime = new double[count];
        this.excludes = new boolean[count];
        this.withholds = new boolean[count];
        this.name = new @Nullable String[count];
        Arrays.fill(coinsurance, 1);
        Arrays.fill(inTime, 1);
    }

    private static long[] unlimited(int count) {
        long[] amounts = new long[count];
        Arrays.fill(amounts, Money.UNLIMITED);
        return amounts;
    }

    /** The first pool layer of a payer; -1 when the scheme has none. */
    public int poolLayerOf(int payerOrdinal) {
        for (int layer = 0; layer < count; layer++) {
            if (kind[layer] == POOL && payer[layer] == payerOrdinal) {
                return layer;
            }
        }
        return -1;
    }

    /** Number of layers of a payer. */
    public int layersOf(int payerOrdinal) {
        int found = 0;
        for (int p : payer) {
            found += p == payerOrdinal ? 1 : 0;
        }
        return found;
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

    /** Whether a layer is reported on its own. */
    public boolean named(int layer) {
        return name[layer] != null;
    }

    /** Whether a layer exists for an operation. */
    public boolean applies(int layer, int operation) {
        if (stateAnswers != null && layer == count - 1) {
            return stateAnswers[operation];
        }
        return !insuredOnly[layer] || insured[operation];
    }

    /** Limit of an incident of an operation, or of an event for a pool layer. */
    public long limit(int layer, int operation) {
        long[] own = limitOf[layer];
        return own == null ? limit[layer] : own[operation];
    }

    /** Annual limit of an operation, or of the pool. */
    public long annualLimit(int layer, int operation) {
        long[] own = annualLimitOf[layer];
        return own == null ? annualLimit[layer] : own[operation];
    }

    /**
     * Whether a layer needs more than the residual of an incident: franchise, all-in ceiling, harm that nobody owes, waiting
     * hours, time bar or exclusions.
     */
    public boolean special(int layer) {
        return franchise[layer] > 0
                || upTo[layer] != Money.UNLIMITED
                || coversUnattributed[layer]
                || waiting[layer] > 0
                || inTime[layer] < 1
                || excludes[layer]
                || withholds[layer];
    }

    /** Premium that the reinstatements of an operation are priced by. */
    public long premium(int layer, int operation) {
        long[] own = premiumOf[layer];
        return own == null ? premium[layer] : own[operation];
    }

    /** Whether any layer has waiting hours. */
    public boolean waits() {
        for (long hours : waiting) {
            if (hours > 0) {
                return true;
            }
        }
        return false;
    }

    /** The last layer of a payer; -1 when the scheme has none. */
    public int lastLayerOf(int payerOrdinal) {
        int last = -1;
        for (int layer = 0; layer < count; layer++) {
            last = payer[layer] == payerOrdinal ? layer : last;
        }
        return last;
    }

    /** Whether any layer pays harm that nobody owes. */
    public boolean coversUnattributed() {
        for (boolean covers : coversUnattributed) {
            if (covers) {
                return true;
            }
        }
        return false;
    }

    /** Whether any reinstatement has a price. */
    public boolean paidReinstatements() {
        for (int layer = 0; layer < count; layer++) {
            if (paidReinstatements(layer)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a reinstatement of a layer has a price. */
    public boolean paidReinstatements(int layer) {
        boolean paid = false;
        for (double share : reinstatementShare[layer]) {
            paid |= share > 0;
        }
        return paid && (premium[layer] > 0 || premiumOf[layer] != null);
    }

    /** Whether a pool layer can pay less for an event alone than its formula says, whatever the means are. */
    public boolean couples(int layer) {
        return annualDeductible[layer] > 0 || trigger[layer] > 0;
    }
}
