package org.duecare.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duecare.behaviour.Behaviour;
import org.duecare.compensation.Layer;
import org.duecare.compensation.NetAssets;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.Pillars;
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
 * @param states territories and the liability of their states
 * @param ceilingFactors share of the attempts left, by threat type; for absent types the share of the threat itself
 * @param pillars levers of the culture of cybersecurity
 * @param behaviour how operators respond; null where they hold what they hold and care is not priced
 * @param care what they have chosen; null until they have, or where they do not respond
 * @param purchase who buys cover by choice; null before the choice and where there is none
 * @param netAssets what becomes of operators' net assets from year to year
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
        States states,
        Pillars pillars,
        @Nullable Behaviour behaviour,
        @Nullable ChosenCare care,
        @Nullable Purchase purchase,
        NetAssets netAssets) {
    /** A policy under which nobody has chosen cover and net assets are full again each year. */
    public Policy(
            String variant,
            Diligence diligence,
            Liability liability,
            @Nullable Insurance insurance,
            List<Layer> compensation,
            @Nullable LiabilityFund fund,
            List<Adjustment> adjust,
            List<Season> season,
            Map<String, Double> ceilingFactors,
            States states,
            Pillars pillars,
            @Nullable Behaviour behaviour,
            @Nullable ChosenCare care) {
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
                states,
                pillars,
                behaviour,
                care,
                null,
                NetAssets.RESTORED);
    }

    /** A policy in which no territory is described and no pillar pulled. */
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
                States.NONE,
                Pillars.NONE);
    }

    /** A policy to which operators do not respond. */
    public Policy(
            String variant,
            Diligence diligence,
            Liability liability,
            @Nullable Insurance insurance,
            List<Layer> compensation,
            @Nullable LiabilityFund fund,
            List<Adjustment> adjust,
            List<Season> season,
            Map<String, Double> ceilingFactors,
            States states,
            Pillars pillars) {
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
                states,
                pillars,
                null,
                null);
    }

    /** Checks the name and copies lists. */
    public Policy {
        Require.name(variant, "variant");
        compensation = List.copyOf(compensation);
        adjust = List.copyOf(adjust);
        season = List.copyOf(season);
        ceilingFactors = Map.copyOf(ceilingFactors);
        boolean chooses = insurance != null && insurance.obligation() == Insurance.Obligation.VOLUNTARY;
        purchase = chooses ? purchase : null;
    }

    /** The same policy under another name, with another fund and other adjustments. */
    public Policy with(String name, @Nullable LiabilityFund otherFund, List<Adjustment> otherAdjust) {
        return copy(name, otherFund, otherAdjust, behaviour, care);
    }

    /** The same policy under which operators respond in another way, or not. */
    public Policy with(@Nullable Behaviour other) {
        return copy(variant, fund, adjust, other, null);
    }

    /** The same policy with the care that operators have chosen under it. */
    Policy choosing(ChosenCare chosen) {
        return copy(variant, fund, adjust, behaviour, chosen);
    }

    private Policy copy(
            String name,
            @Nullable LiabilityFund otherFund,
            List<Adjustment> otherAdjust,
            @Nullable Behaviour otherBehaviour,
            @Nullable ChosenCare chosen) {
        return new Policy(
                name,
                diligence,
                liability,
                insurance,
                compensation,
                otherFund,
                otherAdjust,
                season,
                ceilingFactors,
                states,
                pillars,
                otherBehaviour,
                chosen,
                purchase,
                netAssets);
    }

    private Policy with(
            String name,
            @Nullable Insurance other,
            List<Adjustment> otherAdjust,
            @Nullable Purchase chosen,
            NetAssets otherAssets) {
        return new Policy(
                name,
                diligence,
                liability,
                other,
                compensation,
                fund,
                otherAdjust,
                season,
                ceilingFactors,
                states,
                pillars,
                behaviour,
                care,
                chosen,
                otherAssets);
    }

    /** The same policy with other cover and what was chosen under it. */
    Policy with(@Nullable Insurance other, @Nullable Purchase chosen) {
        return with(variant, other, adjust, chosen, netAssets);
    }

    /** The same policy with another fate of net assets. */
    public Policy with(NetAssets other) {
        return with(variant, insurance, adjust, purchase, other);
    }

    /** The same policy before anybody has chosen cover. */
    Policy beforeChoice() {
        return purchase == null ? this : with(insurance, null);
    }

    /** The same policy under another name, with other insurance and other adjustments. */
    Policy insuring(String name, Insurance other, List<Adjustment> otherAdjust) {
        return with(name, other, otherAdjust, null, netAssets);
    }

    /** The policy that is the same but for the exclusions of its insurers and the care chosen under them; empty for none. */
    public Optional<String> withoutExclusions(List<Policy> all) {
        if (insurance == null || !insurance.exclusions().any()) {
            return Optional.empty();
        }
        Insurance covering = insurance.withoutExclusions();
        return all.stream()
                .filter(other ->
                        other.equals(insuredBy(other.variant(), covering, fund, other.care(), other.purchase())))
                .map(Policy::variant)
                .findFirst();
    }

    private Policy insuredBy(
            String name,
            @Nullable Insurance other,
            @Nullable LiabilityFund otherFund,
            @Nullable ChosenCare chosen,
            @Nullable Purchase bought) {
        return new Policy(
                name,
                diligence,
                liability,
                other,
                compensation,
                otherFund,
                adjust,
                season,
                ceilingFactors,
                states,
                pillars,
                behaviour,
                chosen,
                bought,
                netAssets);
    }

    /**
     * What the pilot of prices settles: all but the name, the fund, whose means and levy come later, and what insurers do with
     * what they owe: they always pay, cede nothing and refill for free.
     */
    Policy forPilot() {
        return insuredBy("pilot", insurance == null ? null : insurance.forPilot(), null, care, purchase)
                .with(NetAssets.RESTORED);
    }
}
