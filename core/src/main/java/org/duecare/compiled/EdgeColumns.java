package org.duecare.compiled;

/** What exchange of information decides in one phase: which secondary attempts are forestalled. */
public final class EdgeColumns {
    /** A secondary attempt within a group goes on iff the cell of its edge mark is below this, by group. */
    public final long[] keptBelow;

    /** The same had the shortfalls of the operation struck been mended, by pair. */
    public final long[] careKeptBelow;

    /** Assembles the columns. */
    public EdgeColumns(long[] keptBelow, long[] careKeptBelow) {
        this.keptBelow = keptBelow;
        this.careKeptBelow = careKeptBelow;
    }
}
