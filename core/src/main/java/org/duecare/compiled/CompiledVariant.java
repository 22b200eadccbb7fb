package org.duecare.compiled;

import org.jspecify.annotations.Nullable;

/** What one policy variant decides, as arrays. Read-only once built. */
public final class CompiledVariant {
    /** Nobody owes damages. */
    public static final int RULE_NONE = 0;

    /** Breach of the standard of care. */
    public static final int RULE_NEGLIGENCE = 1;

    /** Whoever operates. */
    public static final int RULE_STRICT = 2;

    /** Name, for reports. */
    public final String variant;

    /** Liability rule. */
    public final int rule;

    /** Whether damages are only the harm that due care would have avoided. */
    public final boolean butFor;

    /** Whether one noise draw of the court covers an operation's whole year. */
    public final boolean yearlyNoise;

    /** Whether the court errs on each incident of its own, even among incidents of one event. */
    public final boolean incidentNoise;

    /** Whether who let a secondary incident out answers for its harm, and not who is struck. */
    public final boolean sourceAnswers;

    /** Posture and what follows from it, by phase. */
    public final PostureColumns[] phases;

    /** Which secondary attempts are forestalled, by phase; empty where nothing spreads. */
    public final EdgeColumns[] edges;

    /** What posture decides about providers, by phase; empty where there are none. */
    public final DependenceColumns[] dependence;

    /** A provider's event is contained iff the cell of its containment mark is below this. */
    public final long containedBelow;

    /** Share of the recourse against providers that the law grants. */
    public final double recourse;

    /** Phase of each year, {@code [year - 1]}. */
    public final int[] phaseOfYear;

    /** The order of compensation as it stands in the first year; payers and kinds are the same in all years. */
    public final LayerColumns layers;

    private final LayerColumns[] layersOfYear;

    /** The fund; null without one. */
    public final @Nullable FundColumns fund;

    /** Insurers that can default or pass payments on; null where they always pay and keep everything. */
    public final @Nullable MarketColumns market;

    /** What insurers do not cover; null where they cover everything. */
    public final @Nullable ExclusionColumns exclusions;

    /** Where each measure is accumulated. */
    public final MeasureColumns measures;

    /** What operations hold after an incident of their own; null where they do not learn. */
    public final @Nullable HardeningColumns hardening;

    /** What care costs; null where it is not priced. */
    public final @Nullable CareColumns care;

    /** Net assets that are carried from year to year; null where they are full again each year. Set by the compiler. */
    public @Nullable AssetColumns assets;

    /** Assembles a variant. */
    public CompiledVariant(
            String variant,
            int rule,
            boolean butFor,
            boolean yearlyNoise,
            boolean incidentNoise,
            boolean sourceAnswers,
            PostureColumns[] phases,
            EdgeColumns[] edges,
            DependenceColumns[] dependence,
            long containedBelow,
            double recourse,
            int[] phaseOfYear,
            LayerColumns[] layersOfYear,
            @Nullable FundColumns fund,
            @Nullable MarketColumns market,
            @Nullable ExclusionColumns exclusions,
            MeasureColumns measures,
            @Nullable HardeningColumns hardening,
            @Nullable CareColumns care) {
        this.variant = variant;
        this.rule = rule;
        this.butFor = butFor;
        this.yearlyNoise = yearlyNoise;
        this.incidentNoise = incidentNoise;
        this.sourceAnswers = sourceAnswers;
        this.phases = phases;
        this.edges = edges;
        this.dependence = dependence;
        this.containedBelow = containedBelow;
        this.recourse = recourse;
        this.phaseOfYear = phaseOfYear;
        this.layers = layersOfYear[0];
        this.layersOfYear = layersOfYear;
        this.fund = fund;
        this.market = market;
        this.exclusions = exclusions;
        this.measures = measures;
        this.hardening = hardening;
        this.care = care;
    }

    /** What holds in a year for operations that have, or have not, learnt from an incident of their own. */
    public PostureColumns phase(int year, boolean hardened) {
        HardeningColumns learnt = hardening;
        return hardened && learnt != null ? learnt.phases[phaseOfYear[year - 1]] : phase(year);
    }

    /** The order of compensation in a year. */
    public LayerColumns layers(int year) {
        return layersOfYear[year - 1];
    }

    /** The phase that holds in a year. */
    public PostureColumns phase(int year) {
        return phases[phaseOfYear[year - 1]];
    }

    /** What exchange of information decides in a year; not to be asked where nothing spreads. */
    public EdgeColumns edges(int year) {
        return edges[phaseOfYear[year - 1]];
    }

    /** The same for operations that have, or have not, learnt from an incident of their own. */
    public EdgeColumns edges(int year, boolean hardened) {
        HardeningColumns learnt = hardening;
        return hardened && learnt != null ? learnt.edges[phaseOfYear[year - 1]] : edges(year);
    }

    /** What posture decides about providers in a year where operations have, or have not, learnt. */
    public DependenceColumns dependence(int year, boolean hardened) {
        HardeningColumns learnt = hardening;
        return hardened && learnt != null ? learnt.dependence[phaseOfYear[year - 1]] : dependence(year);
    }

    /** What posture decides about providers in a year; not to be asked where there are none. */
    public DependenceColumns dependence(int year) {
        return dependence[phaseOfYear[year - 1]];
    }
}
