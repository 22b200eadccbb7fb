package org.duecare.compiled;

/**
 * How incidents spread from operation to operation. The pairs that one secondary attempt may strike form a group: the
 * operations of a sector, or all, that the same threat strikes.
 */
public final class SpreadColumns {
    /** A pair whose threat does not spread. */
    public static final int NO_GROUP = -1;

    /** Most variants of a world in which anything spreads: each has a bit of a word. */
    public static final int MOST_VARIANTS = Long.SIZE;

    private static final long[] ALWAYS_NONE = {Long.MAX_VALUE};

    /** Whether any threat spreads. */
    public final boolean active;

    /**
     * Number of secondary attempts by threat: as many as there are thresholds at or below the cell of the mark. A single
     * threshold above all cells for a threat that does not spread.
     */
    public final long[][] offspringFrom;

    /** Mean number of secondary attempts by threat. */
    public final double[] offspring;

    /** Share of the secondary attempts that full exchange of information would cut, by threat. */
    public final double[] exchangeEffect;

    /** Whether a threat spreads as a worm: at once, and to each operation at most once. Every incident sets one off. */
    public final boolean[] worm;

    /** Mean delay of a secondary attempt by threat, years. */
    public final double[] delayYears;

    /** Group of each pair. */
    public final int[] groupOfPair;

    /** First member of each group, and one past the last: length groups + 1. */
    public final int[] first;

    /** Pairs that are members of each group, ascending: one for each operation. */
    public final int[] member;

    /** Position among the members of the one with a pair's operation and threat; -1 for pairs without a group. */
    public final int[] positionOfPair;

    /** Keys by which the members of each group compete for a secondary attempt, {@code [group][member]}. */
    public final int[][] memberKey;

    /** Size of the largest group. */
    public final int largestGroup;

    /** Assembles the columns. */
    public SpreadColumns(
            long[][] offspringFrom,
            double[] offspring,
            double[] exchangeEffect,
            boolean[] worm,
            double[] delayYears,
            int[] groupOfPair,
            int[] first,
            int[] member,
            int[][] memberKey,
            int[] memberOfPair) {
        this.offspringFrom = offspringFrom;
        this.offspring = offspring;
        this.exchangeEffect = exchangeEffect;
        this.worm = worm;
        this.delayYears = delayYears;
        this.groupOfPair = groupOfPair;
        this.first = first;
        this.member = member;
        this.memberKey = memberKey;
        this.active = member.length > 0;
        this.positionOfPair = new int[groupOfPair.length];
        java.util.Arrays.fill(positionOfPair, -1);
        for (int i = 0; i < member.length; i++) {
            positionOfPair[member[i]] = i;
        }
        for (int pair = 0; pair < groupOfPair.length; pair++) {
            if (groupOfPair[pair] != NO_GROUP) {
                positionOfPair[pair] = positionOfPair[memberOfPair[pair]];
            }
        }
        int largest = 0;
        for (int group = 0; group + 1 < first.length; group++) {
            largest = Math.max(largest, first[group + 1] - first[group]);
        }
        this.largestGroup = largest;
    }

    /** Thresholds of a threat that does not spread. */
    public static long[] noOffspring() {
        return ALWAYS_NONE;
    }

    /** Number of groups. */
    public int groupCount() {
        return first.length - 1;
    }
}
