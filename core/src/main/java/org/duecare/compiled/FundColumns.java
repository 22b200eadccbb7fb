package org.duecare.compiled;

import org.duecare.quantity.Money;

/** The fund as numbers, money in minor units. Made neutral; the compiler fills in. */
public final class FundColumns {
    /** Balance before the first year. */
    public long initial;

    /** Balance above which no levy is raised. */
    public long target = Money.UNLIMITED;

    /** Most paid for one event. */
    public long perEventLimit = Money.UNLIMITED;

    /** Most paid in a year. */
    public long annualLimit = Money.UNLIMITED;

    /** Interest on the opening balance, 1/year. */
    public double interestPerYear;

    /** Expenses a year. */
    public long expensesPerYear;

    /** Most that may be owed; 0 without a loan. */
    public long loanLimit;

    /** Interest on what is owed, 1/year. */
    public double loanInterestPerYear;

    /** Extra levy while something is owed, as a share of the levy. */
    public double surcharge;

    /** Closing balance above which money is refunded; unlimited for none. */
    public long refundAbove = Money.UNLIMITED;

    /** Whether members are called upon after claims. */
    public boolean calls;

    /** Most that all members together bring in for the claims of one year. */
    public long callLimit;

    /** Most that all members together bring in in one year. */
    public long callCap;

    /** Years between claims and the first arrival of a call, 0 or 1. */
    public int callDelay;

    /** Years between claims and the last arrival of a call. */
    public int timeBarYears;

    /** Levy of each operation in a year without cut, {@code [year - 1][operation]}; rows are shared where they are equal. */
    public final long[][] levy;

    /** Sum of {@link #levy} by year, {@code [year - 1]}. */
    public final long[] totalLevy;

    /** Assembles the levies. */
    public FundColumns(long[][] levy) {
        this.levy = levy;
        this.totalLevy = new long[levy.length];
        for (int y = 0; y < levy.length; y++) {
            for (long amount : levy[y]) {
                totalLevy[y] = Math.addExact(totalLevy[y], amount);
            }
        }
    }

    /** Whether a levy is raised in any year. */
    public boolean levies() {
        for (long total : totalLevy) {
            if (total > 0) {
                return true;
            }
        }
        return false;
    }
}
