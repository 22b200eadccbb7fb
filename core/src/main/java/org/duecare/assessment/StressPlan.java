package org.duecare.assessment;

import java.util.List;
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
                doc = "What is solved for: initial, the balance before the first year; levy, its rate a year.",
                fallback = "[initial]")
        List<FundLever> solveFor,

        @Key(
                doc = "Sector whose posture is moved until the bound is met; all for every operation, none for no such"
                        + " answer.",
                fallback = "all")
        @Nullable
        String sector,

        @Key(
                doc = "Probability of a shortage in the year of a disaster from which the disaster exhausts the fund.",
                unit = "probability",
                min = 0.01,
                max = 0.99,
                fallback = "0.5")
        double exhausted,

        @Key(doc = "Named disasters.", fallback = "[]") List<Disaster> disasters,

        @Key(
                doc = "Factors on the harm and own loss of each disaster, rising.",
                min = 0,
                aboveMin = true,
                fallback = "[0.5, 1, 2, 4]")
        List<Double> scales) {

    private static final double LEAST = 1e-6;

    /** A named disaster: stated events on top of the scenario. */
    public record Disaster(
            @Key(doc = "Name of the disaster.") String disaster,

            @Key(doc = "What happens, beside everything else in the scenario.")
            List<StatedEvent> events,

            @Key(doc = "Where the figures come from.", fallback = "")
            String source) {
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
        for (int i = 0; i < scales.size(); i++) {
            Require.that(
                    scales.get(i) > (i == 0 ? 0 : scales.get(i - 1)),
                    "scales",
                    "must be above 0 and rise, found " + scales.get(i),
                    "");
        }
    }
}
