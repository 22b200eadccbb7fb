package org.duecare.compiled;

/**
 * Providers, what depends on them and what an hour of their failure costs each operation. Providers are in the order of their
 * identifiers. Operations that name the same providers share a set.
 */
public final class ProviderColumns {
    /** A provider that is no operation. */
    public static final int NO_OPERATION = -1;

    /** Events a year by provider, as they would come to an operation at posture 0. */
    public final double[] rate;

    /** Lanes of the key of what is drawn once for an event, by provider. */
    public final long[] key0;

    /** Second lane of {@link #key0}. */
    public final long[] key1;

    /** Halves of the key of a provider's name, absorbed into the key of an operation or another provider. */
    public final long[] name0;

    /** Second half of {@link #name0}. */
    public final long[] name1;

    /** Law of the duration in hours. */
    public final SizeColumns[] duration;

    /** Hours before loss and harm begin. */
    public final double[] waiting;

    /** Share of dependants that an event reaches where posture does not help. */
    public final double[] reach;

    /** The operation that a provider is; {@link #NO_OPERATION} for most. */
    public final int[] operation;

    /** Share of dependants' harm that falls back on the operation that the provider is. */
    public final double[] recourse;

    /** The provider and all that its events can bring down, each behind those it depends on, {@code [provider][node]}. */
    public final int[][] nodes;

    /** For each node the places among the nodes of those it depends on directly, {@code [provider][node][...]}. */
    public final int[][][] causes;

    /** First dependence of each operation, and one past the last: length operations + 1. */
    public final int[] first;

    /** Provider of a dependence. */
    public final int[] provider;

    /** Minor units of own loss for each hour, by dependence. */
    public final double[] lossPerHour;

    /** Minor units of harm for each hour, by dependence. */
    public final double[] harmPerHour;

    /** Set of each operation; the set 0 is empty. */
    public final int[] setOf;

    /** Providers whose events can reach the operations of a set, ascending, {@code [set][root]}. */
    public final int[][] roots;

    /** Place among the root's nodes of each provider of a set, -1 where none, {@code [set][root][dependence]}. */
    public final int[][][] places;

    /** Providers with recourse that an operation is, {@code [operation][...]}; empty for most. */
    public final int[][] run;

    /** Operations that a provider with recourse can reach, ascending; empty for the others. */
    public final int[][] dependants;

    /** Columns to be filled. */
    public ProviderColumns(Draft draft) {
        this.rate = draft.rate;
        this.key0 = draft.key0;
        this.key1 = draft.key1;
        this.name0 = draft.name0;
        this.name1 = draft.name1;
        this.duration = draft.duration;
        this.waiting = draft.waiting;
        this.reach = draft.reach;
        this.operation = draft.operation;
        this.recourse = draft.recourse;
        this.nodes = draft.nodes;
        this.causes = draft.causes;
        this.first = draft.first;
        this.provider = draft.provider;
        this.lossPerHour = draft.lossPerHour;
        this.harmPerHour = draft.harmPerHour;
        this.setOf = draft.setOf;
        this.roots = draft.roots;
        this.places = draft.places;
        this.run = draft.run;
        this.dependants = draft.dependants;
    }

    /** Columns under construction; everything empty at first. */
    public static final class Draft {
        public double[] rate = {};
        public long[] key0 = {};
        public long[] key1 = {};
        public long[] name0 = {};
        public long[] name1 = {};
        public SizeColumns[] duration = {};
        public double[] waiting = {};
        public double[] reach = {};
        public int[] operation = {};
        public double[] recourse = {};
        public int[][] nodes = {};
        public int[][][] causes = {};
        public int[] first = {};
        public int[] provider = {};
        public double[] lossPerHour = {};
        public double[] harmPerHour = {};
        public int[] setOf = {};
        public int[][] roots = {};
        public int[][][] places = {};
        public int[][] run = {};
        public int[][] dependants = {};
    }

    /** Whether there are providers. */
    public boolean active() {
        return rate.length > 0;
    }

    /** Number of providers. */
    public int count() {
        return rate.length;
    }
}
