package org.duecare.threat;

import java.util.List;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * Years in which attempts come more or less often than their rate says: an elevated season, a lull. Seasons that meet in
 * one year and type multiply.
 */
public record Season(
        @Key(doc = "Years of the season, counted from 1.", unit = "years", min = 1, max = 1000)
        List<Integer> years,

        @Key(doc = "Factor on the attempts of these years.", min = 0, max = 10)
        double factor,

        @Key(doc = "Types of threat, or all. Threats with an own count law have no season.", fallback = "all")
        List<String> types,

        @Key(
                doc =
                        "Root causes, or all: of the types named those that have one of these causes, words of causeTaxonomy where one is named.",
                fallback = "all")
        List<String> causes) {

    /** Largest product of the seasons that meet in one year and type. */
    public static final double LARGEST_FACTOR = 20;

    /** Checks years and factor. */
    public Season {
        years = List.copyOf(years);
        types = List.copyOf(types);
        causes = List.copyOf(causes);
        Require.that(!years.isEmpty(), "years", "must name at least one year", "");
        for (int year : years) {
            Require.between(year, 1, 1000, "years");
        }
        Require.between(factor, 0, 10, "factor");
    }

    /** Whether the season holds for a threat. */
    public boolean concerns(ThreatType threat) {
        return (types.isEmpty() || types.contains(threat.type()))
                && (causes.isEmpty() || threat.causes().stream().anyMatch(causes::contains));
    }

    /** The product of the factors of all seasons that hold for a threat in a year. */
    public static double factor(List<Season> seasons, ThreatType threat, int year) {
        double factor = 1;
        for (Season season : seasons) {
            if (season.years.contains(year) && season.concerns(threat)) {
                factor *= season.factor;
            }
        }
        return factor;
    }
}
