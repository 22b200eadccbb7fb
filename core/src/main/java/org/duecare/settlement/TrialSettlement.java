package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.FundColumns;
import org.duecare.compiled.LayerColumns;
import org.duecare.compiled.MeasureColumns;

/**
 * Settles whole trial-years, incident by incident: layer after layer over all incidents of all operations in canonical
 * order. Slower and simpler than the columns of {@link OwnTerms}; used where a pool cannot pay in full or an event strikes
 * several operations, and in tests as the second opinion on every trial.
 */
final class TrialSettlement {
    private static final int FUND = Payer.FUND.ordinal();
    private static final int OPERATOR = Payer.OPERATOR.ordinal();

    private final CompiledWorld world;
    private final TrialIncidents incidents;
    private final LargestRemainder remainder = new LargestRemainder();
    private final long[] yearSum;
    private final long[] yearPaid;
    private long[] pay = new long[256];
    private long[] eventClaim = new long[256];
    private long[] eventPay = new long[256];
    private long[] eventResidual = new long[256];
    private int[] eventRank = new int[256];

    TrialSettlement(CompiledWorld world, TrialIncidents incidents) {
        this.world = world;
        this.incidents = incidents;
        this.yearSum = new long[world.operationCount()];
        this.yearPaid = new long[world.operationCount()];
    }

    /**
     * Settles the rows of one trial.
     *
     * @param from first row of the trial, rows in canonical order
     * @param end one past its last row
     * @param fundMoney what the fund can pay this year; ignored without a fund
     * @return claims on the fund
     */
    long settle(CompiledVariant variant, int from, int end, long fundMoney) {
        LayerColumns layers = variant.layers;
        reserve(end);
        for (long[] paid : incidents.paid) {
            Arrays.fill(paid, from, end, 0);
        }
        System.arraycopy(incidents.damages, from, incidents.residual, from, end - from);
        long fundClaims = 0;
        for (int layer = 0; layer < layers.count; layer++) {
            switch (layers.kind[layer]) {
                case LayerColumns.TERMS -> terms(layers, layer, from, end);
                case LayerColumns.NET_ASSETS -> netAssets(from, end);
                default -> {
                    gather(from, end);
                    long claims = claims(variant, layer, from, end);
                    if (layers.payer[layer] == FUND && variant.fund != null) {
                        fundClaims = claims;
                        scatter(from, end);
                        prorate(claims, Math.min(fundMoney, fundCap(variant.fund, layers, layer)), from, end);
                    } else {
                        erodePool(layers, layer, from, end);
                        scatter(from, end);
                    }
                }
            }
            long[] paid = incidents.paid[layers.payer[layer]];
            for (int j = from; j < end; j++) {
                paid[j] += pay[j];
                incidents.residual[j] -= pay[j];
            }
        }
        return fundClaims;
    }

    /** Most the fund pays in a year by its terms. */
    static long fundCap(FundColumns fund, LayerColumns layers, int layer) {
        return Math.min(fund.annualLimit, layers.annualLimit[layer]);
    }

    private void reserve(int end) {
        if (pay.length < end) {
            pay = new long[2 * end];
            eventClaim = new long[2 * end];
            eventPay = new long[2 * end];
            eventResidual = new long[2 * end];
            eventRank = new int[2 * end];
        }
    }

    private void terms(LayerColumns layers, int layer, int from, int end) {
        for (int j = from; j < end; j++) {
            int who = layers.perOperator[layer] ? incidents.operator[j] : incidents.operation[j];
            yearSum[who] = 0;
            yearPaid[who] = 0;
        }
        for (int j = from; j < end; j++) {
            pay[j] = 0;
            if (layers.applies(layer, incidents.operation[j])) {
                int who = layers.perOperator[layer] ? incidents.operator[j] : incidents.operation[j];
                yearSum[who] += formula(layers, layer, incidents.residual[j]);
                long paid = Layer.pay(yearSum[who], layers.annualDeductible[layer], layers.annualLimit[layer]);
                pay[j] = paid - yearPaid[who];
                yearPaid[who] = paid;
            }
        }
    }

    private static long formula(LayerColumns layers, int layer, long residual) {
        long amount = Layer.pay(residual, layers.deductible[layer], layers.limit[layer]);
        double share = layers.coinsurance[layer];
        return share == 1 ? amount : (long) (amount * share);
    }

    private void netAssets(int from, int end) {
        for (int j = from; j < end; j++) {
            yearSum[incidents.operator[j]] = world.operators.netAssets[incidents.operator[j]];
        }
        for (int j = from; j < end; j++) {
            int who = incidents.operator[j];
            long left = Math.max(0, yearSum[who] - incidents.ownLoss[j] - incidents.paid[OPERATOR][j]);
            pay[j] = Math.min(incidents.residual[j], left);
            yearSum[who] = left - pay[j];
        }
    }

    /** Lays the rows of a trial event by event. */
    private void gather(int from, int end) {
        for (int place = from; place < end; place++) {
            int row = incidents.eventRow[place];
            eventResidual[place] = incidents.residual[row];
            eventRank[place] = incidents.rank[row];
        }
    }

    private void scatter(int from, int end) {
        for (int place = from; place < end; place++) {
            pay[incidents.eventRow[place]] = eventPay[place];
        }
    }

    /** Claims on a pool layer: the formula on each event, split over the operations that it struck. */
    private long claims(CompiledVariant variant, int layer, int from, int end) {
        long most = layers(variant).payer[layer] == FUND && variant.fund != null
                ? variant.fund.perEventLimit
                : Long.MAX_VALUE;
        long total = 0;
        int start = from;
        while (start < end) {
            int stop = incidents.eventEnd(start, end);
            long event = 0;
            for (int j = start; j < stop; j++) {
                event += eventResidual[j];
            }
            long claim = Math.min(most, formula(layers(variant), layer, event));
            eventClaim[start] = claim;
            remainder.split(claim, eventResidual, eventRank, start, stop, eventPay);
            total += claim;
            start = stop;
        }
        return total;
    }

    private static LayerColumns layers(CompiledVariant variant) {
        return variant.layers;
    }

    /** All claims of the year at one level. */
    private void prorate(long claims, long money, int from, int end) {
        if (claims > money) {
            remainder.split(money, pay, incidents.rank, from, end, pay);
        }
    }

    /** Annual terms of a pool erode from event to event. */
    private void erodePool(LayerColumns layers, int layer, int from, int end) {
        long sum = 0;
        long before = 0;
        int start = from;
        while (start < end) {
            int stop = incidents.eventEnd(start, end);
            sum += eventClaim[start];
            long paid = Layer.pay(sum, layers.annualDeductible[layer], layers.annualLimit[layer]);
            if (paid - before < eventClaim[start]) {
                remainder.split(paid - before, eventPay, eventRank, start, stop, eventPay);
            }
            before = paid;
            start = stop;
        }
    }

    /** What nobody pays: harm that is not owed, and damages that no layer took. */
    void leaveUncompensated(int from, int end) {
        for (int j = from; j < end; j++) {
            incidents.uncompensated[j] = incidents.harm[j] - incidents.damages[j] + incidents.residual[j];
        }
    }

    /** Writes what payers bear in one trial into its columns and into the totals. */
    void write(CompiledVariant variant, int v, int year, int from, int end, LossColumns into, OperationTotals totals) {
        leaveUncompensated(from, end);
        MeasureColumns columns = variant.measures;
        for (int m = 0; m < MeasureColumns.MEASURES; m++) {
            long[] amounts = incidents.amounts(m);
            if (amounts.length > 0 && columns.owns(m)) {
                long[] ofOperation = totals.money(v, m);
                for (int j = from; j < end; j++) {
                    int operation = incidents.operation[j];
                    ofOperation[operation] = Math.addExact(ofOperation[operation], amounts[j]);
                }
                if (m >= Measure.OPERATOR.ordinal() && end > from) {
                    column(columns, m, v, year, from, end, amounts, into);
                }
            }
        }
        for (int j = from; j < end; j++) {
            totals.incidents(v)[incidents.operation[j]]++;
            totals.breaches(v)[incidents.operation[j]] += incidents.liable[j];
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
