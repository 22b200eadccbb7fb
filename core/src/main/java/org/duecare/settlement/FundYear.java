package org.duecare.settlement;

import org.duecare.compiled.FundColumns;

/** The clock of the fund's year, on minor units. Formulas stand once, as static functions. */
final class FundYear {
    private FundYear() {}

    /** Interest on the opening balance, rounded down. */
    static long interest(long opening, double interestPerYear) {
        return (long) Math.floor(opening * interestPerYear);
    }

    /** The levy of the year, cut so that the balance does not pass the target. */
    static long levy(long balance, FundColumns fund) {
        return Math.min(fund.totalLevy, Math.max(0, fund.target - balance));
    }

    /** What there is for claims: opening balance, interest and levy. */
    static long available(long opening, FundColumns fund) {
        long balance = opening + interest(opening, fund.interestPerYear);
        return balance + levy(balance, fund);
    }

    /** What is left after claims and, as far as there is money, expenses. */
    static long close(long available, long paid, FundColumns fund) {
        long left = available - paid;
        return left - Math.min(left, fund.expensesPerYear);
    }
}
