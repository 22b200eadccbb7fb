package org.duecare.simulation;

import java.util.List;
import org.duecare.diligence.ElementValues;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;

/** Threats with some keys changed. */
final class Threats {
    private Threats() {}

    static ThreatType of(
            ThreatType t, ThreatType.@Nullable Mixing mixing, double changeRate, ElementValues changeEffect) {
        return of(t, t.sectors(), t.referencePosture(), mixing, changeRate, changeEffect, t.effect());
    }

    static ThreatType only(List<String> sectors, ThreatType t) {
        return of(t, sectors, t.referencePosture(), t.mixing(), t.changeRate(), t.changeEffect(), t.effect());
    }

    static ThreatType of(
            ThreatType t,
            List<String> sectors,
            ThreatType.ReferencePosture reference,
            ThreatType.@Nullable Mixing mixing,
            double changeRate,
            ElementValues changeEffect,
            @Nullable ElementValues effect) {
        return new ThreatType(
                t.type(),
                sectors,
                t.incidentsPerYear(),
                t.count(),
                t.counts(),
                reference,
                t.referenceRevenue(),
                t.frequencyElasticity(),
                t.severityElasticity(),
                mixing,
                t.contagion(),
                t.trendPerYear(),
                changeRate,
                changeEffect,
                t.severity(),
                t.harm(),
                t.thirdPartyShare(),
                effect,
                t.ceilingFactor(),
                t.stateBackedShare(),
                t.source(),
                t.confidence());
    }

    /** The same threat with root causes. */
    static ThreatType caused(ThreatType t, List<String> causes) {
        return new ThreatType(
                t.type(),
                t.sectors(),
                t.incidentsPerYear(),
                t.count(),
                t.counts(),
                t.referencePosture(),
                t.referenceRevenue(),
                t.frequencyElasticity(),
                t.severityElasticity(),
                t.mixing(),
                t.contagion(),
                t.trendPerYear(),
                t.changeRate(),
                t.changeEffect(),
                t.severity(),
                t.harm(),
                t.thirdPartyShare(),
                t.effect(),
                t.ceilingFactor(),
                t.stateBackedShare(),
                t.humanElement(),
                causes,
                t.source(),
                t.confidence());
    }

    /** The same threat, its rate growing with revenue. */
    static ThreatType scaling(ThreatType t, double frequencyElasticity) {
        return new ThreatType(
                t.type(),
                t.sectors(),
                t.incidentsPerYear(),
                t.count(),
                t.counts(),
                t.referencePosture(),
                t.referenceRevenue(),
                frequencyElasticity,
                t.severityElasticity(),
                t.mixing(),
                t.contagion(),
                t.trendPerYear(),
                t.changeRate(),
                t.changeEffect(),
                t.severity(),
                t.harm(),
                t.thirdPartyShare(),
                t.effect(),
                t.ceilingFactor(),
                t.stateBackedShare(),
                t.source(),
                t.confidence());
    }

    /** The same threat, its rate counting all incidents at a reference posture. */
    static ThreatType all(ThreatType t, ThreatType.ReferencePosture reference, ThreatType.Counts counts) {
        return new ThreatType(
                t.type(),
                t.sectors(),
                t.incidentsPerYear(),
                t.count(),
                counts,
                reference,
                t.referenceRevenue(),
                t.frequencyElasticity(),
                t.severityElasticity(),
                t.mixing(),
                t.contagion(),
                t.trendPerYear(),
                t.changeRate(),
                t.changeEffect(),
                t.severity(),
                t.harm(),
                t.thirdPartyShare(),
                t.effect(),
                t.ceilingFactor(),
                t.stateBackedShare(),
                t.source(),
                t.confidence());
    }
}
