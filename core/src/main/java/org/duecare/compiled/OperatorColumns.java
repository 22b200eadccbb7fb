package org.duecare.compiled;

/** Operators and operations, sorted by (operator, operation) in UTF-8 order; the operations of an operator are adjacent. */
public final class OperatorColumns {
    /** First operation of each operator, and one past the last: length operators + 1. */
    public final int[] firstOperation;

    /** What each operator owns, minor units, by operator. */
    public final long[] netAssets;

    /** Most harm of one incident, minor units, by operation. */
    public final long[] potentialHarm;

    /** Lanes of the key for what is drawn once for an operation and year, by operation. */
    public final long[] key0;

    /** Second lane of {@link #key0}. */
    public final long[] key1;

    /** Rank of each operation by its identifier in UTF-8 order; breaks ties of remainders. */
    public final int[] rank;

    /** Territory of each operation as a number from 0. */
    public final int[] territory;

    /** Number of territories. */
    public final int territories;

    /** Assembles the columns. */
    public OperatorColumns(
            int[] firstOperation,
            long[] netAssets,
            long[] potentialHarm,
            long[] key0,
            long[] key1,
            int[] rank,
            int[] territory) {
        this.firstOperation = firstOperation;
        this.netAssets = netAssets;
        this.potentialHarm = potentialHarm;
        this.key0 = key0;
        this.key1 = key1;
        this.rank = rank;
        this.territory = territory;
        int highest = -1;
        for (int number : territory) {
            highest = Math.max(highest, number);
        }
        this.territories = highest + 1;
    }

    /** Number of operators. */
    public int operatorCount() {
        return netAssets.length;
    }
}
