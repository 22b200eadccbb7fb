package org.duecare.compiled;

/** What care costs, the same in every trial. Absent where care is not priced. */
public final class CareColumns {
    /** Cost of an operation in a year, minor units, {@code [phase][operation]}. */
    public final long[][] ofOperation;

    /** Cost of all operations together in a year, minor units, by phase. */
    public final long[] sum;

    /** Adds the operations of each phase up. */
    public CareColumns(long[][] ofOperation) {
        this.ofOperation = ofOperation;
        this.sum = new long[ofOperation.length];
        for (int phase = 0; phase < sum.length; phase++) {
            for (long cost : ofOperation[phase]) {
                sum[phase] = Math.addExact(sum[phase], cost);
            }
        }
    }
}
