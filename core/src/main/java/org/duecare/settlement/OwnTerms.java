package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.FundColumns;
import org.duecare.compiled.LayerColumns;
import org.duecare.history.Incidents;
import org.duecare.quantity.Money;

/**
 * The layers of the scheme over the incidents of one operator, in the order of the scheme. Layers of the pool are taken to
 * pay in full here; trials in which they cannot are settled again by {@link TrialSettlement}. Annual terms are first ignored
 * and then corrected in the operation-years in which they bind.
 */
final class OwnTerms {
    private static final int BLOCK = CompiledWorld.BLOCK;
    private static final int OPERATOR = Payer.OPERATOR.ordinal();
    static final int FUND = Payer.FUND.ordinal();

    private final CompiledWorld world;
    private final CanonicalOrder order;
    private final long[] yearSum = new long[BLOCK];
    private long[] spare = new long[4096];
    private long[] pay = spare;
    private int[] rows = new int[64];

    OwnTerms(CompiledWorld world, CanonicalOrder order) {
        this.world = world;
        this.order = order;
    }

    /** Fills what each payer bears and leaves what nobody bears in the residual. */
    void settle(Incidents all, CompiledVariant variant, int operator, int block, int year, Settled s) {
        LayerColumns layers = variant.layers;
        if (spare.length < s.residual.length) {
            spare = new long[s.residual.length];
        }
        int first = world.operators.firstOperation[operator];
        int operations = world.operators.firstOperation[operator + 1] - first;
        int payersSeen = 0;
        for (int layer = 0; layer < layers.count; layer++) {
            int payer = layers.payer[layer];
            boolean seen = (payersSeen >> payer & 1) != 0;
            payersSeen |= 1 << payer;
            if (!seen && layers.kind[layer] == LayerColumns.NET_ASSETS) {
                Arrays.fill(s.paid[payer], 0, s.size, 0);
                seen = true;
            }
            pay = seen ? spare : s.paid[payer];
            if (layers.kind[layer] == LayerColumns.NET_ASSETS) {
                netAssets(all, operator, block, year, s);
            } else {
                terms(all, variant, layer, first, operations, block, year, s);
            }
            if (seen) {
                add(pay, s.paid[payer], s.size);
            }
            if (!fused(variant, layer)) {
                subtract(pay, s.residual, s.size);
            }
        }
    }

    private static void add(long[] pay, long[] paid, int size) {
        for (int j = 0; j < size; j++) {
            paid[j] += pay[j];
        }
    }

    private static void subtract(long[] pay, long[] residual, int size) {
        for (int j = 0; j < size; j++) {
            residual[j] -= pay[j];
        }
    }

    private void terms(
            Incidents all,
            CompiledVariant variant,
            int layer,
            int first,
            int operations,
            int block,
            int year,
            Settled s) {
        LayerColumns layers = variant.layers;
        int from = 0;
        for (int o = 0; o < operations; o++) {
            int end = s.operationEnd[o];
            if (layers.applies(layer, first + o)) {
                each(variant, layer, from, end, s);
                if (!layers.perOperator[layer]) {
                    annual(all, layers, layer, from, end, block, year, s);
                }
            } else {
                Arrays.fill(pay, from, end, 0);
            }
            from = end;
        }
        if (layers.perOperator[layer]) {
            annual(all, layers, layer, 0, s.size, block, year, s);
        }
    }

    /** The layer formula on each incident. */
    private void each(CompiledVariant variant, int layer, int from, int end, Settled s) {
        LayerColumns layers = variant.layers;
        long deductible = layers.deductible[layer];
        long limit = layers.limit[layer];
        double share = layers.coinsurance[layer];
        if (fused(variant, layer)) {
            take(s.residual, deductible, limit, from, end, pay);
            return;
        }
        formula(s.residual, deductible, limit, from, end, pay);
        if (share != 1) {
            for (int j = from; j < end; j++) {
                pay[j] = (long) (pay[j] * share);
            }
        }
        FundColumns fund = variant.fund;
        if (layers.payer[layer] == FUND && fund != null && fund.perEventLimit != Money.UNLIMITED) {
            for (int j = from; j < end; j++) {
                pay[j] = Math.min(pay[j], fund.perEventLimit);
            }
        }
    }

    /** Whether a layer is the bare formula, so that paying and subtracting are one loop. */
    private static boolean fused(CompiledVariant variant, int layer) {
        LayerColumns layers = variant.layers;
        FundColumns fund = variant.fund;
        boolean eventLimit = layers.payer[layer] == FUND && fund != null && fund.perEventLimit != Money.UNLIMITED;
        boolean annual = layers.kind[layer] == LayerColumns.TERMS
                && (layers.annualDeductible[layer] > 0 || layers.annualLimit[layer] != Money.UNLIMITED);
        return layers.kind[layer] != LayerColumns.NET_ASSETS
                && layers.coinsurance[layer] == 1
                && !eventLimit
                && !annual;
    }

    private static void take(long[] residual, long deductible, long limit, int from, int end, long[] pay) {
        for (int j = from; j < end; j++) {
            long left = residual[j];
            long paid = Layer.pay(left, deductible, limit);
            pay[j] = paid;
            residual[j] = left - paid;
        }
    }

    private static void formula(long[] residual, long deductible, long limit, int from, int end, long[] pay) {
        for (int j = from; j < end; j++) {
            pay[j] = Layer.pay(residual[j], deductible, limit);
        }
    }

    /** Corrects payments of operation-years in which annual terms bind. */
    private void annual(
            Incidents all, LayerColumns layers, int layer, int from, int end, int block, int year, Settled s) {
        long retained = layers.annualDeductible[layer];
        long limit = layers.annualLimit[layer];
        if (layers.kind[layer] == LayerColumns.POOL || (retained == 0 && limit == Money.UNLIMITED)) {
            return;
        }
        if (retained > 0 || sumUp(s.slot, pay, from, end, limit, yearSum) < 0) {
            int count = collect(from, end, limit, retained, s);
            order.sort(rows, count, s, all, block, year);
            erode(count, limit, retained, s);
        }
        forget(from, end, s);
    }

    /** Adds payments by trial; negative iff some sum passes the limit. */
    private static long sumUp(int[] slot, long[] pay, int from, int end, long limit, long[] yearSum) {
        long over = 0;
        for (int j = from; j < end; j++) {
            int t = slot[j] & (BLOCK - 1);
            long sum = yearSum[t] + pay[j];
            yearSum[t] = sum;
            over |= limit - sum;
        }
        return over;
    }

    private int collect(int from, int end, long limit, long retained, Settled s) {
        int count = 0;
        if (rows.length < end - from) {
            rows = new int[2 * (end - from)];
        }
        int[] slot = s.slot;
        for (int j = from; j < end; j++) {
            if ((retained > 0 || yearSum[slot[j] & (BLOCK - 1)] > limit) && pay[j] > 0) {
                rows[count++] = j;
            }
        }
        return count;
    }

    /** Rows in canonical order: cumulated payments are {@code min(limit, (sum - retained)+)}. */
    private void erode(int count, long limit, long retained, Settled s) {
        int trial = -1;
        long sum = 0;
        long paidBefore = 0;
        for (int i = 0; i < count; i++) {
            int j = rows[i];
            if (s.slot[j] != trial) {
                trial = s.slot[j];
                sum = 0;
                paidBefore = 0;
            }
            sum += pay[j];
            long paid = Layer.pay(sum, retained, limit);
            pay[j] = paid - paidBefore;
            paidBefore = paid;
        }
    }

    private void forget(int from, int end, Settled s) {
        if (end - from > BLOCK / 8) {
            Arrays.fill(yearSum, 0);
        } else {
            for (int j = from; j < end; j++) {
                yearSum[s.slot[j]] = 0;
            }
        }
    }

    /** Net assets: own losses, retentions and damages draw on them in order of time. */
    private void netAssets(Incidents all, int operator, int block, int year, Settled s) {
        long owned = world.operators.netAssets[operator];
        System.arraycopy(s.residual, 0, pay, 0, s.size);
        if (owned == Money.UNLIMITED) {
            return;
        }
        long[] retained = s.paid[OPERATOR];
        long over = 0;
        for (int j = 0; j < s.size; j++) {
            int t = s.slot[j] & (BLOCK - 1);
            long sum = yearSum[t] + s.ownLoss[j] + retained[j] + s.residual[j];
            yearSum[t] = sum;
            over |= owned - sum;
        }
        if (over < 0) {
            exhaust(all, owned, block, year, s);
        }
        forget(0, s.size, s);
    }

    private void exhaust(Incidents all, long owned, int block, int year, Settled s) {
        int count = 0;
        if (rows.length < s.size) {
            rows = new int[2 * s.size];
        }
        for (int j = 0; j < s.size; j++) {
            if (yearSum[s.slot[j]] > owned) {
                rows[count++] = j;
            }
        }
        order.sort(rows, count, s, all, block, year);
        int trial = -1;
        long left = 0;
        for (int i = 0; i < count; i++) {
            int j = rows[i];
            if (s.slot[j] != trial) {
                trial = s.slot[j];
                left = owned;
            }
            left = Math.max(0, left - s.ownLoss[j] - s.paid[OPERATOR][j]);
            pay[j] = Math.min(pay[j], left);
            left -= pay[j];
        }
    }
}
