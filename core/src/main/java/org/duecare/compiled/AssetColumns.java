package org.duecare.compiled;

/** Net assets that are carried from year to year, as numbers by operator; minor units. Read-only once built. */
public final class AssetColumns {
    /** What each operator owns at the start, which earnings refill it up to. */
    public final long[] full;

    /** Earnings that each operator retains in a year. */
    public final long[] retained;

    /** Whether an insolvent operator's operations end. */
    public final boolean exit;

    /** Assembles the columns. */
    public AssetColumns(long[] full, long[] retained, boolean exit) {
        this.full = full;
        this.retained = retained;
        this.exit = exit;
    }
}
