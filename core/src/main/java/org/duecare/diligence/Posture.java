package org.duecare.diligence;

/**
 * How posture is declared, how far it reaches where the operation runs, and how it moves from one year to the next. A
 * posture is an array of nine levels in [0, 1] in the order of {@link DiligenceElement}.
 */
public final class Posture {
    private static final int GOOD_FAITH = DiligenceElement.GOOD_FAITH.ordinal();
    private static final int TERRITORIAL_CONTROL = DiligenceElement.TERRITORIAL_CONTROL.ordinal();
    private static final int STATE_OF_THE_ART = DiligenceElement.STATE_OF_THE_ART.ordinal();
    private static final int CONTINUITY = DiligenceElement.CONTINUITY.ordinal();

    private Posture() {}

    /**
     * What an operator declares (element 1): {@code min(1, d_k + (1 - d_1) optimism)}.
     *
     * @param optimism in [0, 1]: how much an operator without any good faith overstates
     */
    public static double[] declared(double[] levels, double optimism) {
        double overstated = (1 - levels[GOOD_FAITH]) * optimism;
        double[] declared = new double[levels.length];
        for (int k = 0; k < declared.length; k++) {
            declared[k] = Math.min(1, levels[k] + overstated);
        }
        return declared;
    }

    /**
     * Levels as far as they reach where the operation runs (element 3): every other element counts as
     * {@code d_k} times the reach.
     *
     * @param reach share in [0, 1]: {@link Diligence#reach} of a level of territorial control
     */
    public static double[] effective(double[] levels, double reach) {
        double[] effective = new double[levels.length];
        for (int k = 0; k < effective.length; k++) {
            effective[k] = k == TERRITORIAL_CONTROL ? levels[k] : levels[k] * reach;
        }
        return effective;
    }

    /**
     * Share of every level that a year takes away: {@code 1 - (1 - erosion (1 - d_9)) (1 - drift (1 - d_6))}. Continuity
     * holds care against erosion, the state of the art holds it against the art that moves on.
     *
     * @param erosion lost in a year without continuity, in [0, 1]
     * @param drift by how much the art moves on in a year, in [0, 1]
     */
    public static double yearlyLoss(double[] levels, double erosion, double drift) {
        double kept = 1 - erosion * (1 - levels[CONTINUITY]);
        double upToDate = 1 - drift * (1 - levels[STATE_OF_THE_ART]);
        return 1 - kept * upToDate;
    }

    /**
     * Levels of the next year: {@code clip(d_k + (upkeep_k - loss d_k) + gain_k, 0, 1)}. Where upkeep equals the loss the
     * levels stay equal to the last bit.
     *
     * @param loss share that a year takes away, as of {@link #yearlyLoss}
     * @param upkeep put back a year, by element
     * @param gain added a year on top of upkeep, by element
     */
    public static double[] nextYear(double[] levels, double loss, double[] upkeep, double[] gain) {
        double[] next = new double[levels.length];
        for (int k = 0; k < next.length; k++) {
            next[k] = Math.max(0, Math.min(1, levels[k] + (upkeep[k] - loss * levels[k] + gain[k])));
        }
        return next;
    }

    /**
     * Levels after an incident: {@code d_k + gain_k (1 - d_k)}.
     *
     * @param gain share of the way to the full level, by element, in [0, 1]
     */
    public static double[] hardened(double[] levels, double[] gain) {
        double[] hardened = new double[levels.length];
        for (int k = 0; k < hardened.length; k++) {
            hardened[k] = Math.min(1, levels[k] + gain[k] * (1 - levels[k]));
        }
        return hardened;
    }
}
