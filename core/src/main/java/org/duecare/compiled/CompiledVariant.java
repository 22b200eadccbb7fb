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

    /** Posture and what follows from it, by phase. */
    public final PostureColumns[] phases;

    /** Phase of each year, {@code [year - 1]}. */
    public final int[] phaseOfYear;

    /** The order of compensation. */
    public final LayerColumns layers;

    /** The fund; null without one. */
    public final @Nullable FundColumns fund;

    /** Where each measure is accumulated. */
    public final MeasureColumns measures;

    /** What operations hold after an incident of their own; null where they do not learn. */
    public final @Nullable HardeningColumns hardening;

    /** Assembles a variant. */
    public CompiledVariant(
            String variant,
            int rule,
            boolean butFor,
            boolean yearlyNoise,
            boolean incidentNoise,
            PostureColumns[] phases,
            int[] phaseOfYear,
            LayerColumns layers,
            @Nullable FundColumns fund,
            MeasureColumns measures,
            @Nullable HardeningColumns hardening) {
        this.variant = variant;
        this.rule = rule;
        this.butFor = butFor;
        this.yearlyNoise = yearlyNoise;
        this.incidentNoise = incidentNoise;
        this.phases = phases;
        this.phaseOfYear = phaseOfYear;
        this.layers = layers;
        this.fund = fund;
        this.measures = measures;
        this.hardening = hardening;
    }

    /** What holds in a year for operations that have, or have not, learnt from an incident of their own. */
    public PostureColumns phase(int year, boolean hardened) {
        HardeningColumns learnt = hardening;
        return hardened && learnt != null ? learnt.phases[phaseOfYear[year - 1]] : phase(year);
    }

    /** The phase that holds in a year. */
    public PostureColumns phase(int year) {
        return phases[phaseOfYear[year - 1]];
    }
}
