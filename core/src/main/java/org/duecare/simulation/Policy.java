package org.duecare.simulation;

import java.util.List;
import java.util.Map;
import org.duecare.compensation.Layer;
import org.duecare.diligence.Diligence;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.Insurance;
import org.duecare.liability.Liability;
import org.duecare.quantity.Require;
import org.duecare.threat.Season;
import org.jspecify.annotations.Nullable;

/**
 * What one variant decides: care owed, law, cover, order of payers, fund. Everything that a variant may not change
 * (operations, threats, years, seed) is in {@link Scenario} itself.
 *
 * @param variant name of the variant
 * @param ceilingFactors share of the attempts left, by threat type; for absent types the share of the threat itself
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
        Map<String, Double> ceilingFactors) {
    /** Checks the name and copies lists. */
    public Policy {
        Require.name(variant, "variant");
        compensation = List.copyOf(compensation);
        adjust = List.copyOf(adjust);
        season = List.copyOf(season);
        ceilingFactors = Map.copyOf(ceilingFactors);
    }

    /** What the pilot of prices settles: all but the name, and the fund, whose means and levy come later. */
    Policy forPilot() {
        return new Policy("pilot", diligence, liability, insurance, compensation, null, adjust, season, ceilingFactors);
    }
}
