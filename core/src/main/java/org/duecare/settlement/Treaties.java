package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compensation.Layer;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.MarketColumns;
import org.duecare.insurance.Treaty;

/**
 * What reinsurers take of the payments of one trial-year. Treaties apply in their inuring order, each to what the earlier
 * ones left; annual terms erode from event to event in canonical order. Works on the rows of the trial event by event.
 */
final class Treaties {
    private final MarketColumns terms;
    private final LargestRemainder remainder = new LargestRemainder();
    private final long[] operationSum;
    private final long[] operationPaid;
    private long[] left = new long[256];
    private long[] seen = new long[256];
    private long[] part = new long[256];
    private int[] rank = new int[256];

    /** What each treaty pays in the trial settled last, minor units. */
    final long[] paid;

    /** Premiums of refills in that trial. */
    long refills;

    Treaties(CompiledWorld world, MarketColumns terms) {
        this.terms = terms;
        this.paid = new long[terms.treaties];
        this.operationSum = new long[world.operationCount()];
        this.operationPaid = new long[world.operationCount()];
    }

    /**
     * Whether a treaty can pay anything, given a year's payments and the largest of them for one event; before other treaties
     * have lessened them.
     */
    boolean responds(int treaty, long ofYear, long ofEvent) {
        return switch (terms.kind[treaty]) {
            case MarketColumns.PROPORTIONAL -> ofYear > 0;
            case MarketColumns.STOP_LOSS -> ofYear > terms.attachment[treaty];
            default -> ofEvent > terms.attachment[treaty];
        };
    }

    /** Fills what reinsurers take of each row; the total. */
    long cede(TrialIncidents rows, long[] gross, int from, int end) {
        reserve(end);
        refills = 0;
        Arrays.fill(paid, 0);
        for (int place = from; place < end; place++) {
            int row = rows.eventRow[place];
            left[place] = gross[row];
            rank[place] = rows.rank[row];
        }
        for (int t = 0; t < terms.treaties; t++) {
            if (t == 0 || terms.order[t] != terms.order[t - 1]) {
                System.arraycopy(left, from, seen, from, end - from);
            }
            takes(rows, t, from, end);
            for (int place = from; place < end; place++) {
                long takes = Math.min(part[place], left[place]);
                left[place] -= takes;
                paid[t] += takes;
            }
        }
        long total = 0;
        for (int place = from; place < end; place++) {
            int row = rows.eventRow[place];
            rows.ceded[row] = gross[row] - left[place];
            total += rows.ceded[row];
        }
        return total;
    }

    private void reserve(int end) {
        if (left.length < end) {
            left = new long[2 * end];
            seen = new long[2 * end];
            part = new long[2 * end];
            rank = new int[2 * end];
        }
    }

    /** What one treaty takes of each row. */
    private void takes(TrialIncidents rows, int t, int from, int end) {
        if (terms.kind[t] == MarketColumns.STOP_LOSS) {
            long excess = Layer.pay(sum(seen, from, end), terms.attachment[t], terms.limit[t]);
            remainder.split(Treaty.ceded(excess, terms.share[t]), seen, rank, from, end, part);
            return;
        }
        long before = 0;
        long claims = 0;
        int start = from;
        while (start < end) {
            int stop = rows.eventEnd(start, end);
            long event = ofEvent(rows, t, start, stop);
            claims += event;
            long after = Layer.pay(claims, terms.annualDeductible[t], terms.annualLimit[t]);
            long pays = Treaty.ceded(after - before, terms.share[t]);
            if (pays < event) {
                remainder.split(pays, part, rank, start, stop, part);
            }
            if (terms.priced(t)) {
                refills += Reinstatements.price(
                        terms.limit[t],
                        terms.treatyPremium[t],
                        terms.refillShare[t],
                        terms.refillTime[t],
                        before,
                        after,
                        rows.timeCell[rows.eventRow[start]]);
            }
            before = after;
            start = stop;
        }
    }

    /** What a treaty takes of one event before its annual terms, in whole and by row. */
    private long ofEvent(TrialIncidents rows, int t, int start, int stop) {
        switch (terms.kind[t]) {
            case MarketColumns.EVENT_EXCESS -> {
                long excess = Layer.pay(sum(seen, start, stop), terms.attachment[t], terms.limit[t]);
                remainder.split(excess, seen, rank, start, stop, part);
                return excess;
            }
            case MarketColumns.RISK_EXCESS -> {
                return ofOperations(rows, t, start, stop);
            }
            default -> {
                return ofShares(rows, t, start, stop);
            }
        }
    }

    /** The payments of an event for one operation add up; in canonical order, what passes the attachment is taken. */
    private long ofOperations(TrialIncidents rows, int t, int start, int stop) {
        for (int place = start; place < stop; place++) {
            int operation = rows.operation[rows.eventRow[place]];
            operationSum[operation] = 0;
            operationPaid[operation] = 0;
        }
        long total = 0;
        for (int place = start; place < stop; place++) {
            int operation = rows.operation[rows.eventRow[place]];
            operationSum[operation] += seen[place];
            long excess = Layer.pay(operationSum[operation], terms.attachment[t], terms.limit[t]);
            part[place] = excess - operationPaid[operation];
            operationPaid[operation] = excess;
            total += part[place];
        }
        return total;
    }

    private long ofShares(TrialIncidents rows, int t, int start, int stop) {
        long total = 0;
        for (int place = start; place < stop; place++) {
            double share = terms.cededShare[t][rows.operation[rows.eventRow[place]]];
            part[place] = Treaty.ceded(seen[place], share);
            total += part[place];
        }
        if (total > terms.limit[t]) {
            remainder.split(terms.limit[t], part, rank, start, stop, part);
            return terms.limit[t];
        }
        return total;
    }

    private static long sum(long[] amounts, int from, int end) {
        long sum = 0;
        for (int place = from; place < end; place++) {
            sum += amounts[place];
        }
        return sum;
    }
}
