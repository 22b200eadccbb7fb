package org.duecare.compiled;

/** What insurers do not cover: below which cells of the mark of origin an attempt is excluded, and hits by providers. */
public final class ExclusionColumns {
    /** An attempt is excluded iff the cell of its mark of origin is below this, by threat. */
    public final long[] below;

    /** Whether hits by the events of providers are excluded. */
    public final boolean infrastructure;

    /** Exclusions. */
    public ExclusionColumns(long[] below, boolean infrastructure) {
        this.below = below;
        this.infrastructure = infrastructure;
    }
}
