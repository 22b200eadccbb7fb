package org.duecare.compiled;

/** The fund as numbers, money in minor units. */
public final class FundColumns {
    /** Balance before the first year. */
    public final long initial;

    /** Balance above which no levy is raised. */
    public final long target;

    /** Most paid for one event. */
    public final long perEventLimit;

    /** Most paid in a year. */
    public final long annualLimit;

    /** Interest on the opening balance, 1/year. */
    public final double interestPerYear;

    /** Expenses a year. */
    public final long expensesPerYear;

    /** Levy of each operation in a year without cut. */
    public final long[] levy;

    /** Sum of {@link #levy}. */
    public final long totalLevy;

    /** Assembles the numbers. */
    public FundColumns(
            long initial,
            long target,
            long perEventLimit,
            long annualLimit,
            double interestPerYear,
            long expensesPerYear,
            long[] levy) {
        this.initial = initial;
        this.target = target;
        this.perEventLimit = perEventLimit;
        this.annualLimit = annualLimit;
        this.interestPerYear = interestPerYear;
        this.expensesPerYear = expensesPerYear;
        this.levy = levy;
        long total = 0;
        for (long amount : levy) {
            total = Math.addExact(total, amount);
        }
        this.totalLevy = total;
    }
}
