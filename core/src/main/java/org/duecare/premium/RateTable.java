package org.duecare.premium;

import java.util.Map;
import org.duecare.operation.RiskClass;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** A multiplicative tariff as it is filed: the pure premium of a policy is the base times one relativity for each rating factor. */
public record RateTable(
        @Key(
                doc = "Pure premium a year of a policy whose relativities are all 1.",
                unit = "money",
                min = 0,
                aboveMin = true)
        double base,

        @Key(doc = "Relativities by sector; empty: no rating factor.", min = 0, aboveMin = true, fallback = "{}")
        Map<String, Double> sector,

        @Key(doc = "Relativities by territory; empty: no rating factor.", min = 0, aboveMin = true, fallback = "{}")
        Map<String, Double> territory,

        @Key(
                doc =
                        "Relativities by class of revenue (micro, small, medium, large, very-large); empty: no rating factor.",
                min = 0,
                aboveMin = true,
                fallback = "{}")
        Map<String, Double> size,

        @Key(
                doc = "Relativities by quarter of the mean care (0-25, 25-50, 50-75, 75-100); empty: no rating factor.",
                min = 0,
                aboveMin = true,
                fallback = "{}")
        Map<String, Double> posture,

        @Key(
                doc = "Relativities by assurance level (none, basic, substantial, high); empty: no rating factor.",
                min = 0,
                aboveMin = true,
                fallback = "{}")
        Map<String, Double> assurance,

        @Key(
                doc = "Factors of single operations from their own record of claims; 1 for the others.",
                min = 0,
                aboveMin = true,
                fallback = "{}")
        Map<String, Double> experience) {
    /** Checks the numbers and copies the maps. */
    public RateTable {
        Require.positive(base, "base");
        sector = checked(sector, "sector");
        territory = checked(territory, "territory");
        size = checked(size, "size");
        posture = checked(posture, "posture");
        assurance = checked(assurance, "assurance");
        experience = checked(experience, "experience");
    }

    private static Map<String, Double> checked(Map<String, Double> relativities, String factor) {
        relativities.forEach((level, relativity) -> Require.positive(relativity, factor));
        return Map.copyOf(relativities);
    }

    /** The same with factors for single operations. */
    public RateTable with(Map<String, Double> factors) {
        return new RateTable(base, sector, territory, size, posture, assurance, factors);
    }

    /**
     * Pure premium of a policy a year.
     *
     * @param of its class
     * @param operation whose factor of experience applies
     * @throws InvalidValueException where the table has no relativity for a level
     */
    public double pure(RiskClass of, String operation) {
        double pure = base * experience.getOrDefault(operation, 1.0);
        for (RiskClass.Dimension factor : RiskClass.Dimension.values()) {
            pure *= relativity(factor, of.value(factor), operation);
        }
        return pure;
    }

    /** Relativities of a rating factor; empty where it is none. */
    public Map<String, Double> of(RiskClass.Dimension factor) {
        return switch (factor) {
            case SECTOR -> sector;
            case TERRITORY -> territory;
            case SIZE -> size;
            case POSTURE -> posture;
            case ASSURANCE -> assurance;
        };
    }

    private double relativity(RiskClass.Dimension factor, String level, String operation) {
        Map<String, Double> of = of(factor);
        if (of.isEmpty()) {
            return 1;
        }
        Double relativity = of.get(level);
        if (relativity == null) {
            throw new InvalidValueException(
                    "tariff." + factor.key(),
                    "has no relativity for " + level + ", which " + operation + " is rated by",
                    "State one, or join the level with another in the record of claims: a level without a claim has none");
        }
        return relativity;
    }
}
