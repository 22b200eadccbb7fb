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

    /** Whether each member has a draw of its own that decides whether it pays calls. */
    public boolean drawnDefaults;

    /** A member defaults iff the cell of its mark is below this; read only where defaults are drawn. */
    public long defaultBelow;

    /** What each operator owes at most for the claims of one year. */
    public long[] memberCall = {};

    /** Share of what is called that members pay, where it is the same for all. */
    public double payingShare = 1;

    /** Most that an operator pays in one year. */
    public long memberCap;

    /** Proportion in which calls are shared, by operation. */
    public long[] callWeight = {};

    /** Share of the levy that is raised only as far as the claims of the year need it. */
    public double deferredShare;

    /** What the fund reckons with over established claims, by years since the claims; empty where levels are final at once. */
    public double[] reckoned = {};

    /** Step that provisional levels are rounded down to. */
    public double provisionalStep;

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

    /** Whether claims of a year may be paid in later ones. */
    public boolean paysLater() {
        return calls || provisional();
    }

    /** Whether levels of payment are provisional. */
    public boolean provisional() {
        return reckoned.length > 0;
    }

    /** What the fund reckons with over established claims in a year so long after them; 1 once they are certain. */
    public double reckoned(int age) {
        return age < reckoned.length ? reckoned[age] : 1;
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
