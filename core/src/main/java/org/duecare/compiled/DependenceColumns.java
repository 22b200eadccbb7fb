package org.duecare.compiled;

/** What posture decides in one phase about the events of providers. */
public final class DependenceColumns {
    /** A dependence fails iff the provider is down and the cell of the hit's mark is below this, by dependence. */
    public final long[] hitBelow;

    /** The same had the shortfalls of the dependant been mended. */
    public final long[] careHitBelow;

    /** Success probability of what comes at the operation that a provider is; 1 for the others. */
    public final double[] success;

    /** The same had the shortfalls of that operation been mended. */
    public final double[] careSuccess;

    /** Assembles the columns. */
    public DependenceColumns(long[] hitBelow, long[] careHitBelow, double[] success, double[] careSuccess) {
        this.hitBelow = hitBelow;
        this.careHitBelow = careHitBelow;
        this.success = success;
        this.careSuccess = careSuccess;
    }
}
