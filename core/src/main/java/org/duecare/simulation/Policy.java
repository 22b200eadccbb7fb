package org.duecare.simulation;

import java.util.List;
import java.util.Map;
import org.duecare.compensation.Layer;
import org.duecare.diligence.Diligence;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.Insurance;
import org.duecare.liability.Liability;
import org.duecare.quantity.Require;
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
        Map<String, Double> ceilingFactors) {
    /** Checks the name and copies lists. */
    public Policy {
        Require.name(variant, "variant");
        compensation = List.copyOf(compensation);
        adjust = List.copyOf(adjust);
        ceilingFactors = Map.copyOf(ceilingFactors);
    }

    /** The same policy without its fund, whose levy and means no price before the first trial knows. */
    Policy withoutFund() {
        return new Policy(variant, diligence, liability, insurance, compensation, null, adjust, ceilingFactors);
    }

    /** The same policy under another name. */
    Policy named(String name) {
        return new Policy(name, diligence, liability, insurance, compensation, fund, adjust, ceilingFactors);
    }
}
