package org.duecare.compiled;

/** What operations that have learnt from an incident of their own hold instead. */
public final class HardeningColumns {
    /** Years after the year of an incident in which its lesson holds. */
    public final int years;

    /** Posture and what follows from it after an incident, by phase of the variant. */
    public final PostureColumns[] phases;

    /** Which secondary attempts succeed at operations that have learnt, by phase; empty where nothing spreads. */
    public final EdgeColumns[] edges;

    /** What posture decides about providers where operations have learnt, by phase; empty where there are none. */
    public final DependenceColumns[] dependence;

    /** Assembles the columns. */
    public HardeningColumns(int years, PostureColumns[] phases, EdgeColumns[] edges, DependenceColumns[] dependence) {
        this.years = years;
        this.phases = phases;
        this.edges = edges;
        this.dependence = dependence;
    }
}
