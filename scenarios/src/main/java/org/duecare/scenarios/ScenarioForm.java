package org.duecare.scenarios;

import java.util.List;
import java.util.Map;
import org.duecare.assessment.StressPlan;
import org.duecare.assessment.WelfarePlan;
import org.duecare.operation.Portfolio;
import org.duecare.operation.Provider;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.duecare.simulation.Accuracy;
import org.duecare.simulation.Scenario;
import org.duecare.simulation.StatedEvent;
import org.duecare.threat.ThreatType;
import org.duecare.underwriting.Underwriting;
import org.jspecify.annotations.Nullable;

/** The keys of a scenario file, in the order of the file. */
public record ScenarioForm(
        @Key(doc = "Version of the scenario format.", min = 1, max = 1)
        int schemaVersion,

        @Key(doc = "Name of the scenario, used for the run folder.")
        String scenario,

        @Key(doc = "One line for readers.", fallback = "") String title,

        @Key(doc = "The one currency of all amounts, a code of three capital letters.")
        String currency,

        @Key(doc = "Seed of the threat history.", fallback = "1")
        long seed,

        @Key(doc = "Seed of the synthesised operations alone; --seed does not move it.", fallback = "1")
        long portfolioSeed,

        @Key(doc = "Number of trials.", min = 1, max = Scenario.MAX_TRIALS, fallback = "10000")
        int trials,

        @Key(doc = "Years of one trial.", unit = "years", min = 1, max = 1000, fallback = "1")
        int years,

        @Key(doc = "Calendar year of the first year, for display.", min = 1, max = 9999, fallback = "2026")
        int firstYear,

        @Key(
                doc = "Generator of random numbers: keyed-hash, or philox as the slower reference.",
                fallback = "keyed-hash")
        Scenario.Generator generator,

        @Key(doc = "The scenario that this one lays itself over: a file or library:NAME.", fallback = "none") @Nullable
        String extends_,

        @Key(
                doc = "The taxonomy whose words sectors are, for example library:sectors; none for any word.",
                fallback = "none")
        @Nullable
        String sectorTaxonomy,

        @Key(
                doc =
                        "The taxonomy whose words causes of threats and seasons are, for example library:causes; none for any word.",
                fallback = "none")
        @Nullable
        String causeTaxonomy,

        @Key(doc = "The operations: a list, {listed: [...]}, {synthesise: [...]} or {file: operations.csv}.")
        Portfolio operations,

        @Key(doc = "Types of attack and malfunction.", fallback = "[]")
        List<ThreatType> threats,

        @Key(doc = "Services on which operations depend.", fallback = "[]")
        List<Provider> providers,

        @Key(doc = "The policy of the scenario itself.", inline = true)
        PolicyForm policy,

        @Key(doc = "Events that happen in every trial: named disasters, regime arithmetic.", fallback = "[]")
        List<StatedEvent> events,

        @Key(
                doc = "Policies compared on one threat history, each an overlay by name; none clears inherited ones.",
                fallback = "{}")
        Map<String, VariantForm> variants,

        @Key(doc = "Variant against which the others are compared.", fallback = "none") @Nullable
        String compareTo,

        @Key(doc = "How trials are drawn.", fallback = "{}") Accuracy accuracy,

        @Key(doc = "What the command stress asks.", fallback = "{}")
        StressPlan stress,

        @Key(doc = "What a variant costs everybody together; none for no such account.", fallback = "none") @Nullable
        WelfarePlan welfare,

        @Key(doc = "What the command quote asks.", fallback = "{}")
        Underwriting underwriting,

        @Key(doc = "What is written.", fallback = "{}") Outputs outputs) {
    /** Checks the head. */
    public ScenarioForm {
        Require.name(scenario, "scenario");
        Require.that(
                currency.matches("[A-Z]{3}"),
                "currency",
                "= " + currency + " must be a code of three capital letters",
                "Write for example EUR");
        threats = List.copyOf(threats);
        providers = List.copyOf(providers);
        events = List.copyOf(events);
        variants = Map.copyOf(variants);
    }
}
