package org.duecare.settlement;

/**
 * The part of a block that one unit of work settles: some operators in some trials. Where nothing couples operators a block is
 * cut by operators, each of which is regenerated once; elsewhere by trials, which nothing couples.
 *
 * @param fromOperator first operator
 * @param toOperator one past the last operator
 * @param fromTrial first trial of the block
 * @param toTrial one past the last trial
 */
public record BlockSlice(int fromOperator, int toOperator, int fromTrial, int toTrial) {
    /**
     * One of several parts of a block.
     *
     * @param operators number of operators of the world
     * @param trials trials of the block that count
     * @param byTrials whether the block is cut by trials
     */
    public static BlockSlice of(int slice, int slices, int operators, int trials, boolean byTrials) {
        return byTrials
                ? new BlockSlice(0, operators, part(trials, slice, slices), part(trials, slice + 1, slices))
                : new BlockSlice(part(operators, slice, slices), part(operators, slice + 1, slices), 0, trials);
    }

    private static int part(int whole, int slice, int slices) {
        return (int) ((long) whole * slice / slices);
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return fromOperator == toOperator || fromTrial == toTrial;
    }
}
