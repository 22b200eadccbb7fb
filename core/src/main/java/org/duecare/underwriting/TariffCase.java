package org.duecare.underwriting;

import java.util.stream.Stream;
import org.duecare.premium.RateTable;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** What the command tariff is asked: the keys of a tariff file, in its order. */
public record TariffCase(
        @Key(doc = "Version of the file format.", min = 1, max = 1)
        int schemaVersion,

        @Key(doc = "Name of the tariff.") String tariff,

        @Key(doc = "One line for readers.", fallback = "") String title,

        @Key(doc = "The one currency of all amounts, a code of three capital letters.")
        String currency,

        @Key(doc = "The record of claims: {rows: [...]} or {file: claims.csv}.", fallback = "{}")
        Claims claims,

        @Key(doc = "Claims of a simulated portfolio in place of a record; none for a record.", fallback = "none")
        @Nullable
        Simulated simulated,

        @Key(doc = "Relativities to be fitted; none for none.", fallback = "none") @Nullable
        Relativities relativities,

        @Key(doc = "Credibility of the risks' own records; none for none.", fallback = "none") @Nullable
        CredibilityModel credibility,

        @Key(doc = "A bonus-malus scale; none for none.", fallback = "none") @Nullable
        BonusMalusScale bonusMalus,

        @Key(doc = "A tariff as it stands, in place of one that is fitted; none to fit one.", fallback = "none")
        @Nullable
        RateTable rates) {
    /** Claims that insurers pay in a simulated portfolio, each operation and year one row. */
    public record Simulated(
            @Key(doc = "Scenario file, or library:NAME.") String scenario,

            @Key(doc = "Variant whose cover holds; none for the only one with insurance.", fallback = "none") @Nullable
            String variant,

            @Key(doc = "Number of years that the record is long.", min = 1, max = 2048, fallback = "10")
            int years) {
        /** Checks the length. */
        public Simulated {
            Require.name(scenario, "scenario");
            Require.between(years, 1, 2048, "years");
        }
    }

    /** Checks the head, and that there is something to do and something to do it with. */
    public TariffCase {
        Require.name(tariff, "tariff");
        Require.that(
                currency.matches("[A-Z]{3}"),
                "currency",
                "= " + currency + " must be a code of three capital letters",
                "Write for example EUR");
        boolean record = simulated != null || !claims.rows().isEmpty();
        Require.that(
                simulated == null || claims.rows().isEmpty(),
                "simulated",
                "stands beside claims; a tariff has one record",
                "Remove one of the two");
        Require.that(
                Stream.of(relativities, credibility, bonusMalus, rates).anyMatch(part -> part != null),
                "tariff",
                "asks for nothing",
                "State relativities, credibility or bonusMalus");
        Require.that(
                record || (relativities == null && credibility == null),
                "claims",
                "are missing: relativities and credibility are fitted to a record",
                "Write claims: {file: claims.csv}, or simulated: {scenario: library:eu-joint-fund}");
        Require.that(
                rates == null || relativities == null,
                "rates",
                "stand beside relativities; a tariff is stated or fitted",
                "Remove one of the two");
    }
}
