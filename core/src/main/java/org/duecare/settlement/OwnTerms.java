package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.compensation.TimeBar;
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
    private boolean paidBefore;

    OwnTerms(CompiledWorld world, CanonicalOrder order) {
        this.world = world;
        this.order = order;
    }

    /** Fills what each payer bears and leaves what nobody bears in the residual. */
    void settle(Incidents all, CompiledVariant variant, int operator, int block, int year, Settled s) {
        LayerColumns layers = variant.layers(year);
        if (layers.paidReinstatements()) {
            s.clearReinstatements();
        }
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
            paidBefore = seen;
            if (layers.kind[layer] == LayerColumns.NET_ASSETS) {
                netAssets(all, layers, operator, block, year, s);
            } else {
                terms(all, variant, layer, first, operations, block, year, s);
            }
            if (seen) {
                add(pay, s.paid[payer], s.size);
            }
            if (!fused(variant, layers, layer)) {
                subtract(pay, s.residual, s.size);
            }
            if (layers.named(layer)) {
                s.keep(layers.count, layer, pay);
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
        LayerColumns layers = variant.layers(year);
        int from = 0;
        for (int o = 0; o < operations; o++) {
            int end = s.operationEnd[o];
            if (layers.applies(layer, first + o)) {
                each(variant, layers, layer, layers.limit(layer, first + o), from, end, s);
                if (!layers.perOperator[layer]) {
                    long premium = layers.premium(layer, first + o);
                    annual(
                            all,
                            layers,
                            layer,
                            layers.annualLimit(layer, first + o),
                            premium,
                            from,
                            end,
                            block,
                            year,
                            s);
                }
            } else {
                Arrays.fill(pay, from, end, 0);
            }
            from = end;
        }
        if (layers.perOperator[layer]) {
            long premium = layers.premium(layer, first);
            annual(all, layers, layer, layers.annualLimit[layer], premium, 0, s.size, block, year, s);
        }
    }

    /** The layer formula on each incident of one operation. */
    private void each(
            CompiledVariant variant, LayerColumns layers, int layer, long limit, int from, int end, Settled s) {
        long deductible = layers.deductible[layer];
        double share = layers.coinsurance[layer];
        if (fused(variant, layers, layer)) {
            take(s.residual, deductible, limit, from, end, pay);
            return;
        }
        if (layers.special(layer)) {
            special(layers, layer, limit, from, end, s);
        } else {
            formula(s.residual, deductible, limit, from, end, pay);
            if (share != 1) {
                for (int j = from; j < end; j++) {
                    pay[j] = (long) (pay[j] * share);
                }
            }
        }
        FundColumns fund = variant.fund;
        if (layers.payer[layer] == FUND && fund != null && fund.perEventLimit != Money.UNLIMITED) {
            long[] earlier = s.paid[FUND];
            for (int j = from; j < end; j++) {
                long left = paidBefore ? fund.perEventLimit - earlier[j] : fund.perEventLimit;
                pay[j] = Math.min(pay[j], left);
            }
        }
    }

    /** The layer formula with franchise, all-in ceiling, harm that nobody owes, exclusions, waiting hours or a time bar. */
    private void special(LayerColumns layers, int layer, long limit, int from, int end, Settled s) {
        long deductible = layers.deductible[layer];
        long franchise = layers.franchise[layer];
        long upTo = layers.upTo[layer];
        double share = layers.coinsurance[layer];
        boolean unowed = layers.coversUnattributed[layer];
        for (int j = from; j < end; j++) {
            long unpaid = s.residual[j] + (unowed ? s.harm[j] - s.damages[j] : 0);
            if (layers.withholds[layer] && s.split) {
                unpaid -= VictimClaims.withheld(s.residual[j], s.withheld[j], s.damages[j]);
            }
            if (layers.excludes[layer]) {
                unpaid &= s.excluded[j] - 1L;
            }
            if (layers.waiting[layer] > 0) {
                unpaid = Layer.afterWaiting(unpaid, s.lasted[j], s.start[j], layers.waiting[layer]);
            }
            unpaid = TimeBar.claimed(unpaid, layers.inTime[layer]);
            long amount = unpaid <= franchise ? 0 : Layer.pay(unpaid, deductible, limit);
            long paid = share == 1 ? amount : (long) (amount * share);
            long earlier = s.damages[j] - s.residual[j];
            pay[j] = Math.min(paid, Math.max(0, upTo - earlier));
        }
    }

    /** Whether a layer is the bare formula, so that paying and subtracting are one loop. */
    private static boolean fused(CompiledVariant variant, LayerColumns layers, int layer) {
        FundColumns fund = variant.fund;
        boolean eventLimit = layers.payer[layer] == FUND && fund != null && fund.perEventLimit != Money.UNLIMITED;
        boolean annual = layers.kind[layer] == LayerColumns.TERMS
                && (layers.annualDeductible[layer] > 0
                        || layers.annualLimit[layer] != Money.UNLIMITED
                        || layers.annualLimitOf[layer] != null);
        return layers.kind[layer] != LayerColumns.NET_ASSETS
                && layers.coinsurance[layer] == 1
                && !eventLimit
                && !annual
                && !layers.special(layer);
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
            Incidents all,
            LayerColumns layers,
            int layer,
            long limit,
            long premium,
            int from,
            int end,
            int block,
            int year,
            Settled s) {
        long retained = layers.annualDeductible[layer];
        boolean priced = layers.paidReinstatements(layer);
        if (layers.kind[layer] == LayerColumns.POOL || (retained == 0 && limit == Money.UNLIMITED)) {
            return;
        }
        if (retained > 0 || priced || sumUp(s.slot, pay, from, end, limit, yearSum) < 0) {
            int count = collect(from, end, limit, retained > 0 || priced, s);
            s.bind(rows, count);
            order.sort(rows, count, s, all, block, year);
            erode(count, limit, retained, s);
            if (priced) {
                price(all, layers, layer, premium, count, block, year, s);
            }
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

    /** Reinstatement premiums of rows in canonical order. */
    private void price(
            Incidents all, LayerColumns layers, int layer, long premium, int count, int block, int year, Settled s) {
        int trial = -1;
        long paid = 0;
        for (int i = 0; i < count; i++) {
            int j = rows[i];
            if (s.slot[j] != trial) {
                trial = s.slot[j];
                paid = 0;
            }
            long time = order.timeCell(all, s.row[j], block, year);
            s.reinstatement[j] += Reinstatements.price(layers, layer, premium, paid, paid + pay[j], time);
            paid += pay[j];
        }
    }

    private int collect(int from, int end, long limit, boolean everything, Settled s) {
        int count = 0;
        if (rows.length < end - from) {
            rows = new int[2 * (end - from)];
        }
        int[] slot = s.slot;
        for (int j = from; j < end; j++) {
            if ((everything || yearSum[slot[j] & (BLOCK - 1)] > limit) && pay[j] > 0) {
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
    private void netAssets(Incidents all, LayerColumns layers, int operator, int block, int year, Settled s) {
        long owned = world.operators.netAssets[operator];
        System.arraycopy(s.residual, 0, pay, 0, s.size);
        if (layers.coversUnattributed()) {
            notNegative(pay, s.size);
        }
        if (owned == Money.UNLIMITED) {
            return;
        }
        long[] retained = s.paid[OPERATOR];
        long over = 0;
        for (int j = 0; j < s.size; j++) {
            int t = s.slot[j] & (BLOCK - 1);
            long sum = yearSum[t] + s.ownLoss[j] + retained[j] + pay[j];
            yearSum[t] = sum;
            over |= owned - sum;
        }
        if (over < 0) {
            exhaust(all, owned, block, year, s);
        }
        forget(0, s.size, s);
    }

    /** Where harm that nobody owes was paid, less than nothing is left of the damages. */
    private static void notNegative(long[] amounts, int size) {
        for (int j = 0; j < size; j++) {
            amounts[j] = Math.max(0, amounts[j]);
        }
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
        s.bind(rows, count);
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
