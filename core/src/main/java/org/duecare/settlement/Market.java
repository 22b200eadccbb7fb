package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compensation.Payer;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.MarketColumns;
import org.duecare.compiled.MeasureColumns;
import org.duecare.insurance.GuaranteeScheme;
import org.duecare.insurance.Insurer;
import org.duecare.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * The insurers of one variant, trial by trial of a block: every policy is shared by all of them; what treaties take is taken
 * off; each pays what it has, all its claims of a year at one level; the guarantee scheme pays of what is missing. Capital
 * moves with premiums less losses less expenses.
 */
final class Market {
    private static final int BLOCK = CompiledWorld.BLOCK;
    private static final int INSURER = Payer.INSURER.ordinal();

    private final MarketColumns terms;
    private final MeasureColumns measures;
    private final Treaties treaties;
    private final LargestRemainder remainder = new LargestRemainder();
    private final int[] number;
    private final long[][] available;
    private final long[][] claims;
    private final long[][] paid;
    private final long[][] closing;
    private final long[] guaranteed = new long[BLOCK];
    private final long[] missing = new long[BLOCK];
    private final long[] refills = new long[BLOCK];
    private final long[][] ofTreaty;
    private final boolean[] settled = new boolean[BLOCK];
    private final long[] net;
    private final long[] ceded;
    private final long[] refill;
    private long[] unpaid = new long[256];
    private long[] guarantee = new long[256];

    private Market(CompiledWorld world, MarketColumns terms, MeasureColumns measures) {
        this.terms = terms;
        this.measures = measures;
        this.treaties = new Treaties(world, terms);
        this.available = new long[terms.insurers][BLOCK];
        this.claims = new long[terms.insurers][BLOCK];
        this.paid = new long[terms.insurers][BLOCK];
        this.closing = new long[terms.insurers][BLOCK];
        this.ofTreaty = new long[terms.treaties][BLOCK];
        this.net = new long[terms.insurers];
        this.ceded = new long[terms.insurers];
        this.refill = new long[terms.insurers];
        this.number = new int[terms.insurers];
        for (int k = 0; k < number.length; k++) {
            number[k] = k;
        }
    }

    /** The market of a variant; null where insurers always pay and keep everything. */
    static @Nullable Market of(CompiledWorld world, CompiledVariant variant) {
        MarketColumns terms = variant.market;
        return terms == null ? null : new Market(world, terms, variant.measures);
    }

    /** The markets of some variants. */
    static @Nullable Market[] of(CompiledWorld world, CompiledVariant[] variants) {
        @Nullable Market[] markets = new Market[variants.length];
        for (int v = 0; v < variants.length; v++) {
            markets[v] = of(world, variants[v]);
        }
        return markets;
    }

    /** Begins a year of a block with the capital that the years before left. */
    void open(int v, int year, int count, LossColumns columns) {
        Arrays.fill(settled, false);
        for (int k = 0; k < terms.insurers; k++) {
            if (year == 1) {
                open(k, count, null, null, null);
            } else {
                open(
                        k,
                        count,
                        columns.column(v, year - 1, column(k, MarketColumns.CAPITAL)),
                        columns.column(v, year - 1, column(k, MarketColumns.CLAIMS)),
                        columns.column(v, year - 1, column(k, MarketColumns.PAID)));
            }
        }
    }

    private int column(int insurer, int what) {
        return measures.market + MarketColumns.ofInsurer(insurer, what);
    }

    /** Begins a year of insurers that always pay. */
    void open(int count) {
        Arrays.fill(settled, false);
        for (int k = 0; k < terms.insurers; k++) {
            open(k, count, null, null, null);
        }
    }

    /** Premiums of refills in the trials settled since the year was opened. */
    long refills() {
        long sum = 0;
        for (int t = 0; t < BLOCK; t++) {
            sum = Math.addExact(sum, settled[t] ? refills[t] : 0);
        }
        return sum;
    }

    /** Begins a year of one insurer; null columns before the first year. */
    void open(
            int k, int count, long @Nullable [] closed, long @Nullable [] claimedBefore, long @Nullable [] paidBefore) {
        for (int t = 0; t < count; t++) {
            long capital = terms.capital[k];
            if (closed != null && claimedBefore != null && paidBefore != null) {
                boolean again = terms.replaced && claimedBefore[t] > paidBefore[t];
                capital = again ? capital : closed[t];
            }
            available[k][t] = terms.capital[k] == Money.UNLIMITED
                    ? Money.UNLIMITED
                    : Insurer.available(capital, terms.premium[k], terms.expenses[k], terms.reinsurance[k]);
        }
    }

    /** Marks the trials in which a treaty pays or an insurer cannot; the number of trials newly marked. */
    int findShort(int v, int year, int count, LossColumns columns, boolean[] marked) {
        int sum = measures.sum[Measure.INSURER.ordinal()];
        int max = measures.max[Measure.INSURER.ordinal()];
        if (sum == MeasureColumns.NONE) {
            return 0;
        }
        long[] ofYear = columns.column(v, year, sum);
        long[] ofEvent = max == MeasureColumns.NONE ? ofYear : columns.column(v, year, max);
        int found = 0;
        for (int t = 0; t < count; t++) {
            if (!marked[t] && ofYear[t] > 0 && (isCeded(ofYear[t], ofEvent[t]) || isShort(ofYear[t], t))) {
                marked[t] = true;
                found++;
            }
        }
        return found;
    }

    private boolean isCeded(long ofYear, long ofEvent) {
        boolean any = false;
        for (int treaty = 0; treaty < terms.treaties; treaty++) {
            any |= treaties.responds(treaty, ofYear, ofEvent);
        }
        return any;
    }

    private boolean isShort(long ofYear, int t) {
        split(ofYear, net);
        boolean any = false;
        for (int k = 0; k < terms.insurers; k++) {
            any |= Insurer.pays(available[k][t], net[k]) < net[k];
        }
        return any;
    }

    /** Splits an amount over insurers by their shares. */
    private void split(long amount, long[] into) {
        if (terms.insurers == 1) {
            into[0] = amount;
        } else {
            remainder.split(amount, terms.weight, number, 0, terms.insurers, into);
        }
    }

    /**
     * Settles the payments of insurers for the rows of one trial, which stand as if all were paid in full.
     *
     * @return what of them nobody pays and goes on to the next payers
     */
    long settle(TrialIncidents rows, int from, int end) {
        long[] gross = rows.paid[INSURER];
        int t = rows.slot[from];
        long total = 0;
        for (int j = from; j < end; j++) {
            total += gross[j];
        }
        long toReinsurers = terms.treaties == 0 ? 0 : treaties.cede(rows, gross, from, end);
        settled[t] = true;
        refills[t] = treaties.refills;
        for (int treaty = 0; treaty < terms.treaties; treaty++) {
            ofTreaty[treaty][t] = treaties.paid[treaty];
        }
        long left = total - toReinsurers - byInsurers(total - toReinsurers, toReinsurers, t);
        missing[t] = left;
        guaranteed[t] = 0;
        if (left > 0) {
            guaranteed[t] = shortfall(rows, gross, left, toReinsurers, from, end);
            missing[t] -= guaranteed[t];
            return missing[t];
        }
        for (int j = from; j < end; j++) {
            gross[j] -= rows.ceded[j];
        }
        return 0;
    }

    /** What insurers pay of a year's claims net of reinsurance. */
    private long byInsurers(long netClaims, long cededClaims, int t) {
        split(netClaims, net);
        split(cededClaims, ceded);
        split(refills[t], refill);
        long sum = 0;
        for (int k = 0; k < terms.insurers; k++) {
            long means = terms.capital[k] == Money.UNLIMITED ? Money.UNLIMITED : available[k][t] - refill[k];
            long pays = Insurer.pays(means, net[k]);
            claims[k][t] = net[k] + ceded[k];
            paid[k][t] = pays + ceded[k];
            closing[k][t] = terms.capital[k] == Money.UNLIMITED
                    ? Money.UNLIMITED
                    : Insurer.close(means, pays, terms.dividendAbove[k]);
            sum += pays;
        }
        return sum;
    }

    /** Cuts all claims alike, lets the guarantee scheme pay, and hands the rest back; what the scheme pays. */
    private long shortfall(TrialIncidents rows, long[] gross, long left, long toReinsurers, int from, int end) {
        if (unpaid.length < end) {
            unpaid = new long[2 * end];
            guarantee = new long[2 * end];
        }
        remainder.split(left, gross, rows.rank, from, end, unpaid);
        long sum = 0;
        for (int j = from; j < end; j++) {
            guarantee[j] = GuaranteeScheme.pays(unpaid[j], terms.guaranteeShare, terms.guaranteeLimit);
            sum += guarantee[j];
            gross[j] -= unpaid[j];
        }
        if (sum > terms.guaranteeAnnualLimit) {
            sum = terms.guaranteeAnnualLimit;
            remainder.split(sum, guarantee, rows.rank, from, end, guarantee);
        }
        remainder.split(toReinsurers, gross, rows.rank, from, end, rows.ceded);
        for (int j = from; j < end; j++) {
            gross[j] += guarantee[j] - rows.ceded[j];
            rows.residual[j] += unpaid[j] - guarantee[j];
        }
        return sum;
    }

    /** Ends the year: writes the columns of insurers and treaties. */
    void close(int v, int year, int count, LossColumns columns) {
        int sum = measures.sum[Measure.INSURER.ordinal()];
        for (int t = 0; t < count; t++) {
            if (!settled[t]) {
                long total = sum == MeasureColumns.NONE ? 0 : columns.column(v, year, sum)[t];
                refills[t] = 0;
                byInsurers(total, 0, t);
                guaranteed[t] = 0;
                missing[t] = 0;
                for (long[] one : ofTreaty) {
                    one[t] = 0;
                }
            }
        }
        int first = measures.market;
        System.arraycopy(guaranteed, 0, columns.column(v, year, first + MarketColumns.GUARANTEE), 0, count);
        System.arraycopy(missing, 0, columns.column(v, year, first + MarketColumns.UNPAID), 0, count);
        System.arraycopy(refills, 0, columns.column(v, year, first + MarketColumns.REFILLS), 0, count);
        for (int treaty = 0; treaty < terms.treaties; treaty++) {
            System.arraycopy(ofTreaty[treaty], 0, columns.column(v, year, first + terms.ofTreaty(treaty)), 0, count);
        }
        long[] due = columns.column(v, year, first + MarketColumns.DUE);
        Arrays.fill(due, 0, count, 0);
        for (int k = 0; k < terms.insurers; k++) {
            LossColumns.add(due, claims[k], count);
            System.arraycopy(claims[k], 0, columns.column(v, year, column(k, MarketColumns.CLAIMS)), 0, count);
            System.arraycopy(paid[k], 0, columns.column(v, year, column(k, MarketColumns.PAID)), 0, count);
            System.arraycopy(closing[k], 0, columns.column(v, year, column(k, MarketColumns.CAPITAL)), 0, count);
        }
    }
}
