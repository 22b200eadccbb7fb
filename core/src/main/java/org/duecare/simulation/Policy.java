package org.duecare.simulation;

import java.util.List;
import java.util.Map;
import org.duecare.compensation.Layer;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.Pillars;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.Insurance;
import org.duecare.liability.Liability;
import org.duecare.operation.Territory;
import org.duecare.quantity.Require;
import org.duecare.threat.Season;
import org.jspecify.annotations.Nullable;

/**
 * What one variant decides: care owed, law, cover, order of payers, fund. Everything that a variant may not change
 * (operations, threats, years, seed) is in {@link Scenario} itself.
 *
 * @param variant name of the variant
 * @param ceilingFactors share of the attempts left, by threat type; for absent types the share of the threat itself
 * @param territories territories by name
 * @param pillars levers of the culture of cybersecurity
 */
public record Policy(
        String variant,
        Diligence diligence,
        Liability liability,
        @Nullable Insurance insurance,
        List<Layer> compensation,
        @Nullable LiabilityFund fund,
        List<Adjustment> adjust,
        List<Season> season,
        Map<String, Double> ceilingFactors,
        Map<String, Territory> territories,
        Pillars pillars) {
    /** A policy without territories of its own and without pillars. */
    public Policy(
            String variant,
            Diligence diligence,
            Liability liability,
            @Nullable Insurance insurance,
            List<Layer> compensation,
            @Nullable LiabilityFund fund,
            List<Adjustment> adjust,
            List<Season> season,
            Map<String, Double> ceilingFactors) {
        this(
                variant,
                diligence,
                liability,
                insurance,
                compensation,
                fund,
                adjust,
                season,
                ceilingFactors,
                Map.of(),
                Pillars.NONE);
    }

    /** Checks the name and copies lists. */
    public Policy {
        Require.name(variant, "variant");
        compensation = List.copyOf(compensation);
        adjust = List.copyOf(adjust);
        season = List.copyOf(season);
        ceilingFactors = Map.copyOf(ceilingFactors);
        territories = Map.copyOf(territories);
    }
}
