package org.duecare.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.duecare.scenarios.tree.Problem;
import org.duecare.scenarios.tree.ScenarioException;
import org.duecare.scenarios.tree.Suggestions;

/** The shipped scenarios and threat sets; {@code library:NAME} stands anywhere a file may. */
public final class Library {
    /** What a name in the library begins with. */
    public static final String PREFIX = "library:";

    private static final String FOLDER = "library/";
    private static final String TEMPLATE = "first-run";
    private static final List<String> SCENARIOS = List.of(
            "one-operator",
            TEMPLATE,
            "common-task",
            "eu-joint-fund",
            "eu-joint-fund-rare",
            "eu-baseline",
            "joint-fund-designs",
            "adverse-selection",
            "cover-and-care",
            "insurer-market",
            "non-discrimination",
            "oil-clc-fund",
            "oil-opa-90",
            "nuclear-price-anderson",
            "nuclear-paris-brussels",
            "nuclear-csc",
            "terrorism-tria",
            "terrorism-gareat",
            "terrorism-pool-re",
            "aviation-785-2004",
            "care-incentives");
    private static final List<String> THREAT_SETS = List.of("cyber-baseline");
    private static final List<String> DISASTERS = List.of(
            "cloud-outage",
            "ransomware",
            "denial-of-service",
            "data-breach",
            "power-outage",
            "cloud-provider-hack-2017",
            "software-flaw-2017",
            "business-blackout-2015",
            "bashe-2019",
            "cloud-down-2018",
            "payments-2023",
            "wannacry-2017",
            "notpetya-2017",
            "crowdstrike-2024",
            "change-healthcare-2024",
            "jaguar-land-rover-2025",
            "retail-2025");
    private static final List<String> AGGREGATES = List.of("two-layers");
    private static final List<String> TARIFFS = List.of(
            "tariff-claims",
            "tariff-simulated",
            "tariff-experience",
            "credibility-buhlmann",
            "credibility-buhlmann-straub",
            "credibility-hierarchical",
            "credibility-regression",
            "bonus-malus");
    private static final List<String> QUESTIONNAIRES = List.of("controls", "controls-essential");
    private static final List<String> TAXONOMIES = List.of("sectors", "causes");
    private static final List<String> PROPOSALS = List.of("proposal-hospital", "proposal-grid", "proposal-waterworks");

    private Library() {}

    /**
     * One entry.
     *
     * @param name to be written after {@code library:}
     * @param kind scenario, threats, disaster, aggregate, tariff, questionnaire, proposal or taxonomy
     * @param description one line
     */
    public record Item(String name, String kind, String description) {}

    /** All entries, scenarios first. */
    public static List<Item> list() {
        return Stream.of(
                        SCENARIOS.stream().map(name -> item(name, "scenario")),
                        THREAT_SETS.stream().map(name -> item(name, "threats")),
                        DISASTERS.stream().map(name -> item(name, "disaster")),
                        AGGREGATES.stream().map(name -> item(name, "aggregate")),
                        TARIFFS.stream().map(name -> item(name, "tariff")),
                        QUESTIONNAIRES.stream().map(name -> item(name, "questionnaire")),
                        PROPOSALS.stream().map(name -> item(name, "proposal")),
                        TAXONOMIES.stream().map(name -> item(name, "taxonomy")))
                .flatMap(items -> items)
                .toList();
    }

    /** The text of an entry, by its name with or without {@code library:}. */
    public static String open(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** A commented scenario that runs in seconds, for {@code duecare init}. */
    public static String template() {
        return open(TEMPLATE);
    }

    /** The bytes of an entry or of a data file beside it. */
    static byte[] bytes(String name) {
        String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        boolean scenario = names().contains(bare);
        boolean data = bare.matches("[a-z0-9-]+\\.csv");
        try (InputStream in = scenario || data
                ? Library.class.getResourceAsStream(FOLDER + bare + (scenario ? ".yaml" : ""))
                : null) {
            if (in == null) {
                throw missing(bare);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the library cannot be read", e);
        }
    }

    private static List<String> names() {
        return Stream.of(SCENARIOS, THREAT_SETS, DISASTERS, AGGREGATES, TARIFFS, QUESTIONNAIRES, PROPOSALS, TAXONOMIES)
                .flatMap(List::stream)
                .toList();
    }

    private static Item item(String name, String kind) {
        String first = open(name).lines().findFirst().orElse("");
        return new Item(name, kind, first.replaceFirst("^#\\s*", ""));
    }

    private static ScenarioException missing(String name) {
        List<String> names = names();
        String near = Suggestions.nearest(name, names)
                .map(word -> "did you mean '" + word + "'?   ")
                .orElse("");
        String shown = Problem.shown(PREFIX + name);
        return new ScenarioException(
                Problem.file(shown, "there is no '" + shown + "'", near + "shipped: " + String.join(", ", names)));
    }
}
