package org.duecare.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.duecare.behaviour.Behaviour;
import org.duecare.fund.FundLevy;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.Insurance;
import org.duecare.operation.RiskClass;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.ReinsuranceCost;
import org.duecare.quantity.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * The pricing pass before the first trial: prices by class from closed forms and from a pilot at addresses of its own. What
 * feeds settlement (levies measured by prices) is rounded to minor units first; the rest is reported only.
 */
public final class ExAntePricing {
    private ExAntePricing() {}

    /** Prices of the variants whose levy or insurers' income is measured by them. */
    static Map<String, ExAntePrices> forLevies(Scenario scenario) {
        return of(
                scenario,
                policy -> feedsLevy(policy) || feedsInsurers(policy),
                Runtime.getRuntime().availableProcessors());
    }

    /**
     * A compiled scenario with prices for every variant that states a premium.
     *
     * @param threads number of threads; does not show in the result
     */
    public static CompiledScenario priced(CompiledScenario compiled, int threads) {
        return with(compiled, policy -> rule(policy) != null, threads);
    }

    /** A compiled scenario with prices for some variants, whether they state a premium or not. */
    public static CompiledScenario pricedAll(CompiledScenario compiled, List<String> variants, int threads) {
        return with(compiled, policy -> variants.contains(policy.variant()), threads);
    }

    private static CompiledScenario with(CompiledScenario compiled, Predicate<Policy> wanted, int threads) {
        Map<String, ExAntePrices> prices = new HashMap<>(compiled.prices());
        Predicate<Policy> missing = policy -> wanted.test(policy) && !prices.containsKey(policy.variant());
        prices.putAll(of(compiled.scenario(), missing, threads));
        return compiled.with(prices);
    }

    private static Map<String, ExAntePrices> of(Scenario scenario, Predicate<Policy> wanted, int threads) {
        List<Policy> policies = scenario.policies().stream().filter(wanted).toList();
        if (policies.isEmpty()) {
            return Map.of();
        }
        Map<Policy, Integer> different = new LinkedHashMap<>();
        policies.forEach(policy -> different.putIfAbsent(policy.forPilot(), different.size()));
        CompiledScenario pilots = Pilot.compile(scenario, new ArrayList<>(different.keySet()));
        ExAntePrices[] found = new ExAntePrices[different.size()];
        Map<String, ExAntePrices> prices = new HashMap<>();
        for (Policy policy : policies) {
            int v = different.getOrDefault(policy.forPilot(), -1);
            if (found[v] == null) {
                found[v] = new ExAntePrices(pilots, v, Pilot.run(pilots, v, threads), rule(policy));
            }
            prices.put(policy.variant(), found[v]);
        }
        return prices;
    }

    /**
     * What the treaties of a policy do to the premium of a class under a rule.
     *
     * @param threads number of threads; does not show in the result
     */
    public static ReinsuranceCost reinsurance(
            Scenario scenario, Policy policy, PremiumRule rule, RiskClass of, int threads) {
        Insurance insurance = policy.insurance();
        if (insurance == null || insurance.reinsurance().isEmpty() || rule.reinsuranceCost() == 0) {
            return ReinsuranceCost.NONE;
        }
        Policy priced = policy.with(insurance.pricedBy(rule), policy.purchase());
        ExAntePrices prices =
                of(scenario.withPolicies(List.of(priced)), any -> true, threads).get(priced.variant());
        return Objects.requireNonNull(prices).reinsurance(of, rule.choice());
    }

    /** Prices under a policy to which operators have not responded. */
    static ExAntePrices ofHeld(Scenario scenario, Policy policy) {
        Policy held = policy.with((Behaviour) null);
        ExAntePrices prices = of(
                        scenario.withPolicies(List.of(held)),
                        any -> true,
                        Runtime.getRuntime().availableProcessors())
                .get(held.variant());
        return Objects.requireNonNull(prices);
    }

    private static @Nullable PremiumRule rule(Policy policy) {
        Insurance insurance = policy.insurance();
        return insurance == null ? null : insurance.premium();
    }

    private static boolean feedsInsurers(Policy policy) {
        Insurance insurance = policy.insurance();
        return insurance != null && insurance.usesPremiums();
    }

    private static boolean feedsLevy(Policy policy) {
        LiabilityFund fund = policy.fund();
        FundLevy levy = fund == null ? null : fund.levy();
        if (levy == null) {
            return false;
        }
        if (levy.base() == FundLevy.Base.PREMIUM && rule(policy) == null) {
            throw new InvalidValueException(
                    "fund",
                    "levy.base = premium needs insurance.premium, which is none",
                    "State how the premium is made");
        }
        return switch (levy.base()) {
            case PREMIUM, EXPECTED_LOSS, CONDITIONAL_MEAN, CO_TVAR -> true;
            case REVENUE, USERS, FLAT, UNIT -> false;
        };
    }
}
