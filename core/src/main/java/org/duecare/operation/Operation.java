package org.duecare.operation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.ControlAnswer;
import org.duecare.diligence.ElementValues;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** An operator's activity in one territory. */
public record Operation(
        @Key(doc = "Identifier, unique in the scenario.") String operation,

        @Key(
                doc = "Who runs it; operations of one operator share its net assets. Default: the operation itself.",
                fallback = "")
        String operator,

        @Key(doc = "Sector, for example energy or health.") String sector,
        @Key(doc = "Territory in which it runs.") String territory,

        @Key(doc = "Yearly revenue.", unit = "money", min = 0)
        double revenue,

        @Key(
                doc = "What the operator can lose before it is insolvent, counted for this operation.",
                unit = "money",
                min = 0,
                fallback = "none",
                unlimited = true)
        double netAssets,

        @Key(
                doc = "Most harm to third parties that one incident can do.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double potentialHarm,

        @Key(doc = "Number of users served.", unit = "users", min = 0, fallback = "0")
        double users,

        @Key(doc = "Care held on the nine elements: one level for all, or a level each.", unit = "share")
        ElementValues posture,

        @Key(
                doc =
                        "Physical sizes by name, for example grossTons: 50000; limits and levies may be measured by them.",
                fallback = "{}")
        Map<String, Double> units,

        @Key(doc = "Providers on which it depends.", fallback = "[]")
        List<String> providers,

        @Key(
                doc =
                        "Care declared to insurers and tariffs, one level or a level each; none: the care held plus (1 - goodFaith) x diligence.optimism.",
                unit = "share",
                fallback = "none")
        @Nullable
        ElementValues declared,

        @Key(doc = "Assurance level of its certificate: none, basic, substantial, high.", fallback = "none")
        Assurance.Level assurance,

        @Key(
                doc =
                        "Answers to the questions of diligence.questionnaire, instead of posture and declared: a word, or {answer: ..., evidence: ...}. As answered they are what is declared, as far as shown what is held.",
                fallback = "{}")
        Map<String, ControlAnswer> answers,

        @Key(
                doc =
                        "Technology that it shares with others, for example a vendor's product; contagion among: technology stays within it. Empty: shared with nobody.",
                fallback = "")
        String technology) {

    /** An operation that shares its technology with nobody. */
    public Operation(
            String operation,
            String operator,
            String sector,
            String territory,
            double revenue,
            double netAssets,
            double potentialHarm,
            double users,
            ElementValues posture,
            Map<String, Double> units,
            List<String> providers,
            @Nullable ElementValues declared,
            Assurance.Level assurance,
            Map<String, ControlAnswer> answers) {
        this(
                operation,
                operator,
                sector,
                territory,
                revenue,
                netAssets,
                potentialHarm,
                users,
                posture,
                units,
                providers,
                declared,
                assurance,
                answers,
                "");
    }

    /** An operation whose care is stated, not asked for. */
    public Operation(
            String operation,
            String operator,
            String sector,
            String territory,
            double revenue,
            double netAssets,
            double potentialHarm,
            double users,
            ElementValues posture,
            Map<String, Double> units,
            List<String> providers,
            @Nullable ElementValues declared,
            Assurance.Level assurance) {
        this(
                operation,
                operator,
                sector,
                territory,
                revenue,
                netAssets,
                potentialHarm,
                users,
                posture,
                units,
                providers,
                declared,
                assurance,
                Map.of());
    }

    /** An operation without a declaration of its own and without a certificate. */
    public Operation(
            String operation,
            String operator,
            String sector,
            String territory,
            double revenue,
            double netAssets,
            double potentialHarm,
            double users,
            ElementValues posture,
            Map<String, Double> units,
            List<String> providers) {
        this(
                operation,
                operator,
                sector,
                territory,
                revenue,
                netAssets,
                potentialHarm,
                users,
                posture,
                units,
                providers,
                null,
                Assurance.Level.NONE);
    }

    /** An operation without physical sizes that depends on no provider. */
    public Operation(
            String operation,
            String operator,
            String sector,
            String territory,
            double revenue,
            double netAssets,
            double potentialHarm,
            double users,
            ElementValues posture) {
        this(
                operation,
                operator,
                sector,
                territory,
                revenue,
                netAssets,
                potentialHarm,
                users,
                posture,
                Map.of(),
                List.of());
    }

    /** Checks identifiers and ranges. */
    public Operation {
        Require.name(operation, "operation");
        Require.name(sector, "sector");
        Require.name(territory, "territory");
        Require.notNegative(revenue, "revenue");
        Require.that(netAssets >= 0, "netAssets", "= " + netAssets + " must be >= 0", "");
        Require.limit(potentialHarm, "potentialHarm");
        Require.notNegative(users, "users");
        for (double level : posture.toArray()) {
            Require.share(level, "posture");
        }
        if (declared != null) {
            for (double level : declared.toArray()) {
                Require.share(level, "declared");
            }
        }
        units = Map.copyOf(units);
        answers = Map.copyOf(answers);
        units.forEach((unit, size) -> Require.notNegative(size, "units." + unit));
        providers = List.copyOf(providers);
        Require.that(
                new HashSet<>(providers).size() == providers.size(),
                "providers",
                "name one provider twice",
                "Name each provider once");
        operator = operator.isEmpty() ? operation : operator;
    }

    /** Size measured by a unit: revenue, users, potentialHarm, or a physical size; -1 where the operation has none. */
    public double size(String unit) {
        return switch (unit) {
            case "revenue" -> revenue;
            case "users" -> users;
            case "potentialHarm" -> potentialHarm;
            default -> units.getOrDefault(unit, -1.0);
        };
    }

    /** Money that grows with the operation, main units: {@code amount + ofRevenue x revenue + perUser x users}. */
    public double sized(double amount, double ofRevenue, double perUser) {
        return amount + ofRevenue * revenue + perUser * users;
    }
}
