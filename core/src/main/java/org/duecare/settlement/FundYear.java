package org.duecare.settlement;

import org.duecare.compiled.FundColumns;

/** The clock of the fund's year, on minor units. Formulas stand once, as static functions. A debt is a negative balance. */
final class FundYear {
    private FundYear() {}

    /** Opening balance with interest, rounded down. */
    static long withInterest(long opening, FundColumns fund) {
        double rate = opening < 0 ? fund.loanInterestPerYear : fund.interestPerYear;
        return opening + (long) Math.floor(opening * rate);
    }

    /** The levy of the year, raised by a surcharge while something is owed, cut so that the balance does not pass the target. */
    static long levy(long balance, FundColumns fund, int year) {
        long total = fund.totalLevy[year - 1];
        long due = balance < 0 ? total + (long) Math.floor(total * fund.surcharge) : total;
        return Math.min(due, Math.max(0, fund.target - balance));
    }

    /** The part of a levy that is raised before claims; the rest is deferred. */
    static long immediate(long levy, FundColumns fund) {
        return levy - (long) Math.floor(levy * fund.deferredShare);
    }

    /** Balance before claims: opening balance, interest and levy. */
    static long beforeClaims(long opening, FundColumns fund, int year) {
        long balance = withInterest(opening, fund);
        return balance + levy(balance, fund, year);
    }

    /** What there is for claims: the balance and what may be borrowed. */
    static long means(long balance, FundColumns fund) {
        return Math.max(0, balance + fund.loanLimit);
    }

    /** Balance after claims, expenses as far as there are means, and refund. */
    static long close(long balance, long paid, FundColumns fund) {
        long left = means(balance, fund) - paid;
        long closing = balance - paid - Math.min(left, fund.expensesPerYear);
        return Math.min(closing, fund.refundAbove);
    }
}
