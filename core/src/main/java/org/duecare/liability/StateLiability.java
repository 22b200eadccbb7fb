package org.duecare.liability;

/**
 * Whether a state answers for what operators in its territory owe and nobody paid. No vicarious or strict liability unless a
 * treaty says so (J. Kulesza, Cybersecurity due diligence, 2021): hence off by default.
 */
public enum StateLiability {
    /** The state owes nothing, whatever operators do. */
    NONE,
    /** The state answers iff it fell short of the standard of care itself. */
    NEGLIGENCE,
    /** The state answers for its operators whatever it did. */
    VICARIOUS;

    /**
     * Whether the state answers.
     *
     * @param shortfall the state's own shortfall below the standard of care, at least 0
     * @param tolerance shortfall that is still excused
     */
    public boolean answers(double shortfall, double tolerance) {
        return this == VICARIOUS || (this == NEGLIGENCE && shortfall > tolerance);
    }
}
