package org.duecare.compiled;

/** What operations that have learnt from an incident of their own hold instead. */
public final class HardeningColumns {
    /** Years after the year of an incident in which its lesson holds. */
    public final int years;

    /** Posture and what follows from it after an incident, by phase of the variant. */
    public final PostureColumns[] phases;

    /** Assembles the columns. */
    public HardeningColumns(int years, PostureColumns[] phases) {
        this.years = years;
        this.phases = phases;
    }
}
