package org.duecare.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.duecare.diligence.Diligence;
import org.duecare.operation.Operation;
import org.duecare.operation.OperationGroup;
import org.duecare.operation.Portfolio;
import org.duecare.operation.Provider;
import org.duecare.operation.ProviderGraph;
import org.duecare.operation.Territory;
import org.duecare.quantity.Require;
import org.duecare.threat.Season;
import org.duecare.threat.ThreatType;
import org.jspecify.annotations.Nullable;

/**
 * A whole scenario: the world (operations, threats, stated events) and the policies settled on one history of it.
 *
 * @param diligence the diligence of the scenario itself; reference postures are read with its effects, so that no variant
 *     can move the world
 * @param territories the territories of the scenario itself, for reference postures likewise
 * @param policies the variants, in the order of the file; a single one named {@code base} where none are given
 * @param compareTo variant against which the others are compared; null for none
 * @param accuracy how trials are drawn
 */
public record Scenario(
        String scenario,
        String title,
        String currency,
        long seed,
        long portfolioSeed,
        int trials,
        int years,
        int firstYear,
        Generator generator,
        Portfolio operations,
        List<ThreatType> threats,
        List<Provider> providers,
        List<StatedEvent> events,
        Diligence diligence,
        Map<String, Territory> territories,
        List<Policy> policies,
        @Nullable String compareTo,
        Accuracy accuracy) {

    /** Random number generators. */
    public enum Generator {
        /** Keyed two-round integer hash; the default. */
        KEYED_HASH,
        /** Philox4x64 with ten rounds; the slower reference. */
        PHILOX
    }

    /** Most trials of one run. */
    public static final int MAX_TRIALS = 1_000_000_000;

    /** A scenario without territories of its own. */
    public Scenario(
            String scenario,
            String title,
            String currency,
            long seed,
            long portfolioSeed,
            int trials,
            int years,
            int firstYear,
            Generator generator,
            Portfolio operations,
            List<ThreatType> threats,
            List<Provider> providers,
            List<StatedEvent> events,
            Diligence diligence,
            List<Policy> policies,
            @Nullable String compareTo) {
        this(
                scenario,
                title,
                currency,
                seed,
                portfolioSeed,
                trials,
                years,
                firstYear,
                generator,
                operations,
                threats,
                providers,
                events,
                diligence,
                Map.of(),
                policies,
                compareTo,
                Accuracy.CRUDE);
    }

    /** Checks counts, names and references between parts. */
    public Scenario {
        threats = List.copyOf(threats);
        events = List.copyOf(events);
        territories = Map.copyOf(territories);
        providers = List.copyOf(providers);
        policies = List.copyOf(policies);
        Require.name(scenario, "scenario");
        Require.between(trials, 1, MAX_TRIALS, "trials");
        Require.between(years, 1, 1000, "years");
        Require.that(
                !threats.isEmpty() || !events.isEmpty() || !providers.isEmpty(),
                "threats",
                "or events or providers must be given",
                "");
        Set<String> types = new HashSet<>();
        for (ThreatType threat : threats) {
            Require.that(
                    types.add(threat.type()),
                    "threats",
                    "name the type " + threat.type() + " twice; types must be different",
                    "");
        }
        Require.that(!policies.isEmpty(), "variants", "must not be empty", "");
        for (StatedEvent event : events) {
            Require.that(
                    event.year() <= years,
                    "events",
                    "name year " + event.year() + ", but the scenario has " + years + " years",
                    "");
        }
        requireSoundGroups(threats);
        requireSoundProviders(operations, providers, types);
        for (Policy policy : policies) {
            requireSoundSeasons(policy, threats, years);
        }
        String against = compareTo;
        Require.that(
                against == null
                        || policies.stream().anyMatch(policy -> policy.variant().equals(against)),
                "compareTo",
                "= " + against + " is not a variant of this scenario",
                "");
    }

    /** The same world under another seed, with a number of trials and other policies, drawn crudely. */
    Scenario with(long otherSeed, int otherTrials, List<Policy> otherPolicies) {
        return copy(otherSeed, otherTrials, years, events, otherPolicies, null, Accuracy.CRUDE);
    }

    /** The same world under other policies, without a comparison. */
    public Scenario withPolicies(List<Policy> others) {
        return copy(seed, trials, years, events, others, null, accuracy);
    }

    /** The same scenario with what operators have chosen: care, cover. */
    Scenario resolved(List<Policy> others) {
        return copy(seed, trials, years, events, others, compareTo, accuracy);
    }

    /** The same world and policies with other operations. */
    Scenario withOperations(Portfolio others) {
        return new Scenario(
                scenario,
                title,
                currency,
                seed,
                portfolioSeed,
                trials,
                years,
                firstYear,
                generator,
                others,
                threats,
                providers,
                events,
                diligence,
                territories,
                policies.stream().map(Policy::beforeChoice).toList(),
                compareTo,
                accuracy);
    }

    /** The same world and policies with other stated events. */
    public Scenario withEvents(List<StatedEvent> others) {
        return copy(seed, trials, years, others, policies, compareTo, accuracy);
    }

    /** The same world and policies, drawn otherwise. */
    public Scenario drawn(long otherSeed, int otherTrials, Accuracy other) {
        return copy(otherSeed, otherTrials, years, events, policies, compareTo, other);
    }

    /** The same scenario ending with a year; unchanged where a season reaches beyond it. */
    public Scenario upTo(int year) {
        boolean seasons = policies.stream().anyMatch(policy -> !policy.season().isEmpty());
        List<StatedEvent> kept =
                events.stream().filter(event -> event.year() <= year).toList();
        return seasons ? this : copy(seed, trials, Math.min(year, years), kept, policies, compareTo, accuracy);
    }

    private Scenario copy(
            long otherSeed,
            int otherTrials,
            int otherYears,
            List<StatedEvent> otherEvents,
            List<Policy> otherPolicies,
            @Nullable String against,
            Accuracy other) {
        return new Scenario(
                scenario,
                title,
                currency,
                otherSeed,
                portfolioSeed,
                otherTrials,
                otherYears,
                firstYear,
                generator,
                operations,
                threats,
                providers,
                otherEvents,
                diligence,
                territories,
                otherPolicies,
                against,
                other);
    }

    /** Threats that share a level must state the same level. */
    private static void requireSoundGroups(List<ThreatType> threats) {
        Map<String, ThreatType> first = new HashMap<>();
        for (ThreatType threat : threats) {
            ThreatType.Mixing mixing = threat.mixing();
            if (mixing != null && mixing.group() != null) {
                ThreatType other = first.putIfAbsent(mixing.group(), threat);
                Require.that(
                        other == null || mixing.equals(other.mixing()),
                        "threats",
                        "put " + threat.type() + (other == null ? "" : " and " + other.type()) + " into the group "
                                + mixing.group() + " with different levels",
                        "Give both the same law, coefficientOfVariation, scope and autocorrelation, or two groups");
            }
        }
    }

    private static void requireSoundProviders(Portfolio operations, List<Provider> providers, Set<String> types) {
        ProviderGraph graph = new ProviderGraph(ProviderCompiler.inOrder(providers));
        for (Operation operation : operations.listed()) {
            operation.providers().forEach(id -> graph.require(id, "operation " + operation.operation()));
        }
        for (OperationGroup group : operations.synthesise()) {
            group.providers().forEach(id -> graph.require(id, "the group " + group.sector() + " " + group.territory()));
        }
        for (Provider provider : providers) {
            String type = provider.type();
            Require.that(
                    type == null || types.contains(type),
                    "providers",
                    "count the hits of " + provider.provider() + " as " + type + ", which no threat is",
                    "There are: " + String.join(", ", new TreeSet<>(types)));
            String runBy = provider.operation();
            Require.that(
                    runBy == null || operations.holds(runBy),
                    "providers",
                    "name the operation " + runBy + " of " + provider.provider() + ", which is none of the operations",
                    "Name an operation that is listed or synthesised, or leave operation out");
        }
    }

    private static void requireSoundSeasons(Policy policy, List<ThreatType> threats, int years) {
        Set<String> types = new TreeSet<>();
        Set<String> causes = new TreeSet<>();
        threats.forEach(threat -> {
            types.add(threat.type());
            causes.addAll(threat.causes());
        });
        for (Season season : policy.season()) {
            for (int year : season.years()) {
                Require.that(
                        year <= years,
                        "season",
                        "names year " + year + ", but the scenario has " + years + " years",
                        "");
            }
            for (String type : season.types()) {
                Require.that(
                        types.contains(type),
                        "season",
                        "names the type " + type + ", which no threat has",
                        "There are: " + String.join(", ", types));
            }
            for (String cause : season.causes()) {
                Require.that(
                        causes.contains(cause),
                        "season",
                        "names the cause " + cause + ", which no threat has",
                        causes.isEmpty() ? "Give threats their causes" : "There are: " + String.join(", ", causes));
            }
        }
        for (ThreatType threat : threats) {
            for (int year = 1; year <= years; year++) {
                double factor = Season.factor(policy.season(), threat, year);
                Require.that(
                        factor <= Season.LARGEST_FACTOR,
                        "season",
                        "factors of " + threat.type() + " multiply to " + factor + " in year " + year + ", at most "
                                + Season.LARGEST_FACTOR + " is allowed",
                        "");
            }
        }
    }
}
