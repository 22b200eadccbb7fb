package org.duecare.assessment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.duecare.simulation.FundLever;
import org.duecare.simulation.StatedEvent;
import org.jspecify.annotations.Nullable;

/** What the command {@code stress} asks. Nothing here changes a run. */
public record StressPlan(
        @Key(doc = "Variant whose fund is stressed; none for the first one with a fund.", fallback = "none") @Nullable
        String variant,

        @Key(
                doc = "Probability of proration within the horizon that the fund and the posture are solved for.",
                unit = "probability",
                min = 1e-6,
                max = 0.5,
                fallback = "0.01")
        double bound,

        @Key(
                doc =
                        "What is solved for: initial, the balance before the first year; levy, its rate a year; callCap, the"
                                + " most that an operator pays a year for calls; callPerOperator, the most that it owes for the"
                                + " claims of one year.",
                fallback = "[initial]")
        List<FundLever> solveFor,

        @Key(
                doc =
                        "Sector whose posture is moved until the bound is met: a name; worst for the sector whose fall brings"
                                + " proration nearest; all for every operation; none for no such answer.",
                fallback = "all")
        String sector,

        @Key(
                doc = "Probability of a shortage in the year of a disaster from which the disaster exhausts the fund.",
                unit = "probability",
                min = 0.01,
                max = 0.99,
                fallback = "0.5")
        double exhausted,

        @Key(
                doc = "Named disasters: each a block, or the name of a file of its own such as library:cloud-outage.",
                fallback = "[]")
        List<Disaster> disasters,

        @Key(
                doc = "Factors on the harm and own loss of each disaster, rising.",
                min = 0,
                aboveMin = true,
                fallback = "[0.5, 1, 2, 4]")
        List<Double> scales,

        @Key(
                doc =
                        "What the command run answers too: none; disasters at their stated size; all that stress answers.",
                fallback = "disasters")
        InRun inRun) {

    /** What of a stress test the command {@code run} answers. */
    public enum InRun {
        /** Nothing. */
        NONE,
        /** Disasters at their stated size. */
        DISASTERS,
        /** Everything. */
        ALL
    }

    /** Word for the sector whose fall brings proration nearest. */
    static final String WORST = "worst";

    /** Word for no answer about posture. */
    static final String NOBODY = "none";

    /** Word for all operations. */
    static final String ALL = "all";

    private static final double LEAST = 1e-6;

    /** A named disaster: stated events on top of the scenario. */
    public record Disaster(
            @Key(doc = "Name of the disaster.") String disaster,

            @Key(doc = "What happens, beside everything else in the scenario.")
            List<StatedEvent> events,

            @Key(doc = "Where the figures come from.", fallback = "")
            String source,

            @Key(doc = "How sure the figures are, in a word: found, recalled-high, derived, assumption.", fallback = "")
            String confidence) {
        /** Checks the name and that something happens. */
        public Disaster {
            Require.name(disaster, "disaster");
            events = List.copyOf(events);
            Require.that(!events.isEmpty(), "events", "must not be empty", "Give at least one event");
        }

        /** The events with all amounts multiplied. */
        List<StatedEvent> scaled(double factor) {
            return events.stream().map(event -> event.scaled(factor)).toList();
        }

        /** The last year in which something happens. */
        int lastYear() {
            return events.stream().mapToInt(StatedEvent::year).max().orElse(1);
        }
    }

    /** Checks bounds and order. */
    public StressPlan {
        solveFor = List.copyOf(solveFor);
        disasters = List.copyOf(disasters);
        scales = List.copyOf(scales);
        Require.between(bound, LEAST, 0.5, "bound");
        Require.between(exhausted, 0.01, 0.99, "exhausted");
        Set<String> names = new HashSet<>();
        for (Disaster disaster : disasters) {
            Require.that(
                    names.add(disaster.disaster()),
                    "disasters",
                    "name " + disaster.disaster() + " twice",
                    "Give each disaster a name of its own");
        }
        for (int i = 0; i < scales.size(); i++) {
            Require.that(
                    scales.get(i) > (i == 0 ? 0 : scales.get(i - 1)),
                    "scales",
                    "must be above 0 and rise, found " + scales.get(i),
                    "");
        }
    }
}
