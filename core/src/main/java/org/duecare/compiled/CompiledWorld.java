package org.duecare.compiled;

import org.jspecify.annotations.Nullable;

/**
 * The half of a scenario that no variant can change, as arrays: operators and operations, attempts of each pair of
 * operation and threat, sizes, common levels, stated events. Read-only once built.
 */
public final class CompiledWorld {
    /** Trials in a block. Part of the definition of results: another size gives other draws. */
    public static final int BLOCK = 2048;

    /** Whether the reference generator is used. */
    public final boolean philox;

    /** Years of a trial. */
    public final int years;

    /** Operators and their operations. */
    public final OperatorColumns operators;

    /** Attempts of each pair of operation and threat. */
    public final PairColumns pairs;

    /** What belongs to a threat as such. */
    public final ThreatColumns threats;

    /** Common yearly levels. */
    public final LevelColumns levels;

    /** Events that happen in every trial. */
    public final EventColumns events;

    /** How incidents spread. */
    public final SpreadColumns spread;

    /** Providers and what depends on them. */
    public final ProviderColumns providers;

    /** How large harms are drawn more often; null where trials are drawn as the world has them. */
    public final @Nullable TiltColumns tilt;

    /** Assembles a world whose trials are drawn as it has them. */
    public CompiledWorld(
            boolean philox,
            int years,
            OperatorColumns operators,
            PairColumns pairs,
            ThreatColumns threats,
            LevelColumns levels,
            EventColumns events,
            SpreadColumns spread,
            ProviderColumns providers) {
        this(philox, years, operators, pairs, threats, levels, events, spread, providers, null);
    }

    private CompiledWorld(
            boolean philox,
            int years,
            OperatorColumns operators,
            PairColumns pairs,
            ThreatColumns threats,
            LevelColumns levels,
            EventColumns events,
            SpreadColumns spread,
            ProviderColumns providers,
            @Nullable TiltColumns tilt) {
        this.philox = philox;
        this.years = years;
        this.operators = operators;
        this.pairs = pairs;
        this.threats = threats;
        this.levels = levels;
        this.events = events;
        this.spread = spread;
        this.providers = providers;
        this.tilt = tilt;
    }

    /** The same world, large harms drawn more often. */
    public CompiledWorld with(TiltColumns tilted) {
        return new CompiledWorld(philox, years, operators, pairs, threats, levels, events, spread, providers, tilted);
    }

    /** Whether operations are struck together by what varies from trial to trial, so that a block is settled as a whole. */
    public boolean couples() {
        return spread.active || providers.active();
    }

    /** Number of operations. */
    public int operationCount() {
        return operators.potentialHarm.length;
    }
}
