package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.compensation.TimeBar;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.FundColumns;
import org.duecare.compiled.LayerColumns;
import org.jspecify.annotations.Nullable;

/**
 * Settles whole trial-years, incident by incident: layer after layer over all incidents of all operations in canonical
 * order. Slower and simpler than the columns of {@link OwnTerms}; used where a pool cannot pay in full or an event strikes
 * several operations, and in tests as the second opinion on every trial.
 */
final class TrialSettlement {
    private static final int FUND = Payer.FUND.ordinal();
    private static final int OPERATOR = Payer.OPERATOR.ordinal();
    private static final int INSURER = Payer.INSURER.ordinal();

    private final CompiledWorld world;
    private final TrialIncidents incidents;
    private final TrialAccumulation accumulation;
    private final LargestRemainder remainder = new LargestRemainder();
    private final long[] yearSum;
    private final long[] yearPaid;
    private long[] pay = new long[256];
    private long[] unpaid = new long[256];
    private long[] eventClaim = new long[256];
    private long[] eventPay = new long[256];
    private long[] eventUnpaid = new long[256];
    private int[] eventRank = new int[256];
    private long[] ofLayer = {};
    private boolean ranShort;
    private @Nullable CarriedAssets assets;
    private long granted;
    private @Nullable Market market;

    TrialSettlement(CompiledWorld world, TrialIncidents incidents) {
        this.world = world;
        this.incidents = incidents;
        this.accumulation = new TrialAccumulation(incidents);
        this.yearSum = new long[world.operationCount()];
        this.yearPaid = new long[world.operationCount()];
    }

    /** Says which insurers stand behind the policies of the trials to come; null for such as always pay and keep all. */
    void insuredBy(@Nullable Market insurers) {
        market = insurers;
    }

    /**
     * Settles the rows of one trial.
     *
     * @param from first row of the trial, rows in canonical order
     * @param end one past its last row
     * @param fundGrant what the fund can grant this year, calls included; ignored without a fund
     * @param fundMeans what of it will be there within the horizon; the rest stays unpaid and goes to nobody
     * @return claims on the fund
     */
    long settle(CompiledVariant variant, int year, int from, int end, long fundGrant, long fundMeans) {
        LayerColumns layers = variant.layers(year);
        reserve(end, layers.count);
        for (long[] paid : incidents.paid) {
            Arrays.fill(paid, from, end, 0);
        }
        Arrays.fill(incidents.reinstatement, from, end, 0);
        Arrays.fill(incidents.ceded, from, end, 0);
        System.arraycopy(incidents.damages, from, incidents.residual, from, end - from);
        FundColumns fund = variant.fund;
        long fundClaims = 0;
        granted = 0;
        ranShort = false;
        Arrays.fill(incidents.uncollected, from, end, 0);
        long means = fundMeans;
        Market insurers = market;
        int lastOfInsurers = insurers == null ? -1 : layers.lastLayerOf(INSURER);
        for (int layer = 0; layer < layers.count; layer++) {
            switch (layers.kind[layer]) {
                case LayerColumns.TERMS -> terms(layers, layer, from, end);
                case LayerColumns.NET_ASSETS -> netAssets(from, end);
                default -> {
                    boolean ofFund = layers.payer[layer] == FUND;
                    long perEvent = fund != null && ofFund ? fund.perEventLimit : Long.MAX_VALUE;
                    long claims = claims(layers, layer, perEvent, from, end);
                    if (fund != null && ofFund) {
                        long most = Math.min(fund.annualLimit - granted, layers.annualLimit[layer]);
                        long money = fundGrant - granted;
                        long grant = Math.min(claims, Math.min(money, most));
                        ranShort |= Math.min(claims, most) > money;
                        fundClaims += claims;
                        granted += grant;
                        scatter(from, end);
                        prorate(claims, grant, from, end);
                        long payable = payable(fund, year, claims, Math.min(money, most), grant);
                        means -= collect(grant, Math.min(means, payable), from, end);
                    } else {
                        erodePool(layers, layer, from, end);
                        scatter(from, end);
                    }
                }
            }
            book(layers, layer, from, end);
            if (insurers != null && layer == lastOfInsurers) {
                ofLayer[layer] -= insurers.settle(incidents, from, end);
            }
        }
        return fundClaims;
    }

    /** What of a grant may be paid within the horizon at the levels of the fund. */
    private long payable(FundColumns fund, int year, long claims, long limit, long grant) {
        return fund.provisional() ? ProvisionalLevels.payable(fund, world.years - year, claims, limit, grant) : grant;
    }

    /** What the fund granted in the trial settled last. */
    long granted() {
        return granted;
    }

    /** Takes out of what was granted what never comes in; the amount that does. */
    private long collect(long grant, long means, int from, int end) {
        if (grant <= means) {
            return grant;
        }
        remainder.split(means, pay, incidents.rank, from, end, unpaid);
        for (int j = from; j < end; j++) {
            incidents.uncollected[j] += pay[j] - unpaid[j];
            incidents.residual[j] -= pay[j] - unpaid[j];
            pay[j] = unpaid[j];
        }
        return means;
    }

    /** Whether the fund lacked money for the trial settled last. */
    boolean ranShort() {
        return ranShort;
    }

    private void book(LayerColumns layers, int layer, int from, int end) {
        long[] paid = incidents.paid[layers.payer[layer]];
        long sum = 0;
        for (int j = from; j < end; j++) {
            paid[j] += pay[j];
            incidents.residual[j] -= pay[j];
            sum += pay[j];
        }
        ofLayer[layer] = sum;
    }

    /** Most the fund pays in a year by its terms, whatever its means. */
    static long fundCap(FundColumns fund, LayerColumns layers, int layer) {
        return Math.min(fund.annualLimit, layers.annualLimit[layer]);
    }

    private void reserve(int end, int layers) {
        if (pay.length < end) {
            pay = new long[2 * end];
            unpaid = new long[2 * end];
            eventClaim = new long[2 * end];
            eventPay = new long[2 * end];
            eventUnpaid = new long[2 * end];
            eventRank = new int[2 * end];
        }
        if (ofLayer.length < layers) {
            ofLayer = new long[layers];
        }
    }

    private void terms(LayerColumns layers, int layer, int from, int end) {
        for (int j = from; j < end; j++) {
            int who = who(layers, layer, j);
            yearSum[who] = 0;
            yearPaid[who] = 0;
        }
        unpaid(layers, layer, from, end);
        for (int j = from; j < end; j++) {
            pay[j] = 0;
            int operation = incidents.operation[j];
            if (layers.applies(layer, operation)) {
                int who = who(layers, layer, j);
                long earlier = incidents.damages[j] - incidents.residual[j];
                yearSum[who] += formula(layers, layer, layers.limit(layer, operation), unpaid[j], earlier);
                long paid =
                        Layer.pay(yearSum[who], layers.annualDeductible[layer], layers.annualLimit(layer, operation));
                pay[j] = paid - yearPaid[who];
                if (layers.paidReinstatements(layer)) {
                    incidents.reinstatement[j] += Reinstatements.price(
                            layers,
                            layer,
                            layers.premium(layer, operation),
                            yearPaid[who],
                            paid,
                            incidents.timeCell[j]);
                }
                yearPaid[who] = paid;
            }
        }
    }

    private int who(LayerColumns layers, int layer, int j) {
        return layers.perOperator[layer] ? incidents.operator[j] : incidents.operation[j];
    }

    /** What a layer sees of each row: damages not yet paid, with the harm that nobody owes where it covers that. */
    private void unpaid(LayerColumns layers, int layer, int from, int end) {
        for (int j = from; j < end; j++) {
            long residual = incidents.residual[j];
            unpaid[j] = layers.coversUnattributed[layer]
                    ? incidents.harm[j] - incidents.damages[j] + residual
                    : Math.max(0, residual);
            if (layers.withholds[layer]) {
                unpaid[j] -= VictimClaims.withheld(residual, incidents.withheld[j], incidents.damages[j]);
            }
            if (layers.excludes[layer]) {
                unpaid[j] &= incidents.excluded[j] - 1L;
            }
            if (layers.waiting[layer] > 0) {
                unpaid[j] =
                        Layer.afterWaiting(unpaid[j], incidents.lasted[j], incidents.start[j], layers.waiting[layer]);
            }
            unpaid[j] = TimeBar.claimed(unpaid[j], layers.inTime[layer]);
        }
    }

    private static long formula(LayerColumns layers, int layer, long limit, long unpaid, long earlier) {
        long amount = unpaid <= layers.franchise[layer] ? 0 : Layer.pay(unpaid, layers.deductible[layer], limit);
        double share = layers.coinsurance[layer];
        long paid = share == 1 ? amount : (long) (amount * share);
        return Math.min(paid, Math.max(0, layers.upTo[layer] - earlier));
    }

    /** Net assets that are carried from year to year under the variant settled next; null where they are full each year. */
    void use(@Nullable CarriedAssets carried) {
        this.assets = carried;
    }

    /** Takes what the rows of a trial cost out of the net assets that are carried. */
    void draw(int from, int end) {
        for (int j = from; j < end && assets != null; j++) {
            assets.draw(incidents.operator[j], incidents.slot[j], incidents.ownLoss[j] + incidents.paid[OPERATOR][j]);
        }
    }

    private void netAssets(int from, int end) {
        for (int j = from; j < end; j++) {
            int who = incidents.operator[j];
            yearSum[who] = assets == null ? world.operators.netAssets[who] : assets.left(who, incidents.slot[j]);
        }
        for (int j = from; j < end; j++) {
            int who = incidents.operator[j];
            long left = Math.max(0, yearSum[who] - incidents.ownLoss[j] - incidents.paid[OPERATOR][j]);
            pay[j] = Math.min(Math.max(0, incidents.residual[j]), left);
            yearSum[who] = left - pay[j];
        }
    }

    /** Lays the rows of a trial event by event. */
    private void gather(int from, int end) {
        for (int place = from; place < end; place++) {
            int row = incidents.eventRow[place];
            eventUnpaid[place] = unpaid[row];
            eventRank[place] = incidents.rank[row];
        }
    }

    private void scatter(int from, int end) {
        for (int place = from; place < end; place++) {
            pay[incidents.eventRow[place]] = eventPay[place];
        }
    }

    /** Claims on a pool layer: the formula on each event, split over the operations that it struck. */
    private long claims(LayerColumns layers, int layer, long perEventLimit, int from, int end) {
        unpaid(layers, layer, from, end);
        gather(from, end);
        boolean triggered = layers.trigger[layer] == 0 || damages(from, end) > layers.trigger[layer];
        long total = 0;
        int start = from;
        while (start < end) {
            int stop = incidents.eventEnd(start, end);
            long claim = 0;
            Arrays.fill(eventPay, start, stop, 0);
            if (triggered && layers.perTerritory[layer] && stop > start + 1) {
                claim = ofTerritories(layers, layer, start, stop);
            } else if (triggered) {
                claim = Math.min(left(perEventLimit, start, stop), event(layers, layer, start, stop));
                remainder.split(claim, eventUnpaid, eventRank, start, stop, eventPay);
            }
            eventClaim[start] = claim;
            total += claim;
            start = stop;
        }
        return total;
    }

    private long damages(int from, int end) {
        long sum = 0;
        for (int j = from; j < end; j++) {
            sum += incidents.damages[j];
        }
        return sum;
    }

    /** What the fund may still grant for an event; what it granted and will not collect counts. */
    private long left(long perEventLimit, int start, int stop) {
        long left = perEventLimit;
        for (int j = start; j < stop && perEventLimit != Long.MAX_VALUE; j++) {
            int row = incidents.eventRow[j];
            left -= incidents.paid[FUND][row] + incidents.uncollected[row];
        }
        return left;
    }

    private long event(LayerColumns layers, int layer, int start, int stop) {
        long sum = 0;
        long earlier = 0;
        for (int j = start; j < stop; j++) {
            int row = incidents.eventRow[j];
            sum += eventUnpaid[j];
            earlier += incidents.damages[row] - incidents.residual[row];
        }
        return formula(layers, layer, layers.limit[layer], sum, earlier);
    }

    /** Each territory's state applies the terms to what the event did through the operations in it. */
    private long ofTerritories(LayerColumns layers, int layer, int start, int stop) {
        long total = 0;
        for (int territory = 0; territory < world.operators.territories; territory++) {
            long sum = 0;
            long earlier = 0;
            for (int j = start; j < stop; j++) {
                int row = incidents.eventRow[j];
                boolean here = world.operators.territory[incidents.operation[row]] == territory;
                eventClaim[j] = here ? eventUnpaid[j] : 0;
                sum += eventClaim[j];
                earlier += here ? incidents.damages[row] - incidents.residual[row] : 0;
            }
            if (sum > 0) {
                long claim = formula(layers, layer, layers.limit[layer], sum, earlier);
                remainder.split(claim, eventClaim, eventRank, start, stop, eventClaim);
                for (int j = start; j < stop; j++) {
                    eventPay[j] += eventClaim[j];
                }
                total += claim;
            }
        }
        return total;
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

    /** Fills what nobody pays of the rows of a trial. */
    void leaveUncompensated(int from, int end) {
        accumulation.leaveUncompensated(from, end);
    }

    /** Writes what payers bear in the trial settled last into its columns and into the totals. */
    void write(CompiledVariant variant, int v, int year, int from, int end, LossColumns into, OperationTotals totals) {
        accumulation.write(variant, v, year, from, end, ofLayer, assets != null, into, totals);
    }

    /**
     * Adds what payers bear of the rows settled last to the columns of their trial and to the totals.
     *
     * @param sign -1 to take it out
     */
    void add(
            CompiledVariant variant,
            int v,
            int year,
            int from,
            int end,
            int sign,
            LossColumns into,
            OperationTotals totals) {
        accumulation.add(variant, v, year, from, end, sign, ofLayer, into, totals);
    }
}
