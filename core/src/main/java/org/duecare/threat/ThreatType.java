package org.duecare.threat;

import java.util.List;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.CountLaw;
import org.duecare.distribution.LossLaw;
import org.duecare.harm.HarmLaw;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** A type of attack or malfunction: how often it would come to an undefended operation and how hard it hits. */
public record ThreatType(
        @Key(doc = "Name of the threat.") String type,

        @Key(doc = "Sectors it strikes, or all.", fallback = "all")
        List<String> sectors,

        @Key(
                doc = "Incidents a year of one operation of reference size at the reference posture.",
                unit = "1/year",
                min = 0,
                max = 10_000,
                fallback = "none")
        @Nullable
        Double incidentsPerYear,

        @Key(doc = "Law of attempts a year of one operation, instead of a Poisson rate.", fallback = "none") @Nullable
        CountLaw count,

        @Key(
                doc =
                        "What incidentsPerYear counts: primary incidents alone, or all, hits of providers of this type and secondary incidents included.",
                fallback = "primary")
        Counts counts,

        @Key(
                doc =
                        "Posture at which incidentsPerYear was observed: a level, or portfolio for the average over the operations struck.",
                unit = "share",
                fallback = "0.5",
                source = "assumption")
        ReferencePosture referencePosture,

        @Key(
                doc = "Revenue at which incidentsPerYear and severity were observed.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "1e8",
                source = "assumption")
        double referenceRevenue,

        @Key(doc = "Elasticity of the rate to revenue.", min = -2, max = 2, fallback = "0")
        double frequencyElasticity,

        @Key(doc = "Elasticity of sizes to revenue.", min = -2, max = 2, fallback = "0")
        double severityElasticity,

        @Key(doc = "Common yearly level of the rate.", fallback = "none") @Nullable
        Mixing mixing,

        @Key(doc = "How incidents spread to other operations.", fallback = "none") @Nullable
        Contagion contagion,

        @Key(
                doc = "Growth of the rate a year, from the second year on.",
                unit = "1/year",
                min = -0.9,
                max = 10,
                fallback = "0")
        double trendPerYear,

        @Key(
                doc =
                        "Share of the services that are new within a year: attempts at new services come in addition, at this share of the rate.",
                unit = "share",
                min = 0,
                max = 10,
                fallback = "0")
        double changeRate,

        @Key(
                doc =
                        "Effect of each element against attempts at new services, in addition to its effect against this threat.",
                fallback = "{riskAssessment: 1.5}",
                source = "assumption")
        ElementValues changeEffect,

        @Key(
                doc = "Law of the operation's own loss of one incident.",
                unit = "money",
                fallback = "{law: degenerate, value: 0}")
        LossLaw severity,

        @Key(doc = "Law of third parties' harm of one incident.", unit = "money", fallback = "none") @Nullable
        HarmLaw harm,

        @Key(
                doc = "Shorthand: harm as a share of own loss. An assumption wherever it is used.",
                unit = "share",
                min = 0,
                max = 1000,
                fallback = "none")
        @Nullable
        Double thirdPartyShare,

        @Key(
                doc = "Effect of each element against this threat, instead of the effect stated in diligence.",
                fallback = "none")
        @Nullable
        ElementValues effect,

        @Key(
                doc = "Share of the attempts that is left to a variant, in [0, 1].",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "1")
        double ceilingFactor,

        @Key(
                doc =
                        "Share of the attempts behind which a state stands. Marks their origin, which exclusions of insurers read; a finding never does.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0",
                source = "assumption")
        double stateBackedShare,

        @Key(
                doc = "Share of the attempts that work through a person; pillars.awareness lowers these.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0",
                source = "assumption")
        double humanElement,

        @Key(
                doc =
                        "Root causes of its incidents, words of causeTaxonomy where one is named. Seasons may go by them; no finding does.",
                fallback = "[]")
        List<String> causes,

        @Key(doc = "Where rates and laws come from.", fallback = "")
        String source,

        @Key(
                doc =
                        "How sure the source is: found, recalled-high, recalled-medium, recalled-low, derived, assumption.",
                fallback = "assumption")
        String confidence) {

    /** What a rate counts. */
    public enum Counts {
        /** Incidents that came as attempts of their own. */
        PRIMARY,
        /** Hits of providers of this type and secondary incidents too. */
        ALL
    }

    /** Posture at which a rate was observed. */
    public record ReferencePosture(boolean portfolio, double level) {
        /** Checks the level. */
        public ReferencePosture {
            Require.share(level, "referencePosture");
        }
    }

    /** Common yearly level: counts become mixed Poisson. */
    public record Mixing(
            @Key(doc = "Law of the level: gamma (counts become negative binomial) or lognormal.", fallback = "gamma")
            LevelLaw law,

            @Key(doc = "Coefficient of variation of the level; its mean is 1.", min = 0, max = 10, aboveMin = true)
            double coefficientOfVariation,

            @Key(
                    doc = "Who shares one level: all, the operations of a sector, or each operation alone.",
                    fallback = "all")
            Scope scope,

            @Key(doc = "Threats of one group share one level.", fallback = "none") @Nullable
            String group,

            @Key(
                    doc =
                            "Correlation of the logarithm of the level with that of the year before (autoregression of order 1); needs law lognormal.",
                    min = 0,
                    max = 0.999,
                    fallback = "0")
            double autocorrelation) {
        /** Laws of the level. */
        public enum LevelLaw {
            /** Gamma with mean 1. */
            GAMMA,
            /** Lognormal with mean 1. */
            LOGNORMAL
        }

        /** Who shares a level. */
        public enum Scope {
            /** Everybody. */
            ALL,
            /** The operations of a sector. */
            SECTOR,
            /** Each operation alone. */
            OPERATION
        }

        /** Checks the coefficient of variation and the autocorrelation. */
        public Mixing {
            Require.positive(coefficientOfVariation, "coefficientOfVariation");
            Require.between(coefficientOfVariation, 0, 10, "coefficientOfVariation");
            Require.between(autocorrelation, 0, 0.999, "autocorrelation");
            Require.that(
                    autocorrelation == 0 || law == LevelLaw.LOGNORMAL,
                    "autocorrelation",
                    "= " + autocorrelation + " needs law: lognormal",
                    "A gamma level is independent from year to year");
        }
    }

    /** Checks ranges and that rate and count, harm and thirdPartyShare exclude each other. */
    public ThreatType {
        Require.name(type, "type");
        sectors = List.copyOf(sectors);
        causes = List.copyOf(causes);
        Require.that(
                (incidentsPerYear == null) != (count == null),
                "incidentsPerYear",
                "or count must be given, and not both",
                "");
        if (incidentsPerYear != null) {
            Require.between(incidentsPerYear, 0, 10_000, "incidentsPerYear");
        }
        Require.that(
                count == null || mixing == null,
                "mixing",
                "does not go with an own count law",
                "State the mixed law in count");
        Require.that(
                count == null || (trendPerYear == 0 && frequencyElasticity == 0 && changeRate == 0),
                "count",
                "does not go with trendPerYear, frequencyElasticity or changeRate",
                "State a law of its own for each size, or a rate");
        Require.that(
                count == null || counts == Counts.PRIMARY,
                "counts",
                "= all does not go with an own count law",
                "State incidentsPerYear, or leave counts out");
        Require.that(
                counts == Counts.PRIMARY || contagion == null || contagion.form() == Contagion.Form.BRANCHING,
                "counts",
                "= all does not go with contagion by a worm, whose incidents have no closed mean",
                "Count primary incidents");
        Require.positive(referenceRevenue, "referenceRevenue");
        Require.between(frequencyElasticity, -2, 2, "frequencyElasticity");
        Require.between(severityElasticity, -2, 2, "severityElasticity");
        Require.between(trendPerYear, -0.9, 10, "trendPerYear");
        Require.between(changeRate, 0, 10, "changeRate");
        for (double beta : changeEffect.toArray()) {
            Require.that(
                    beta >= 0 && beta <= 50,
                    "changeEffect",
                    "= " + beta + " must be between 0 and 50",
                    "A negative effect would make better posture raise vulnerability");
        }
        Require.that(harm == null || thirdPartyShare == null, "harm", "and thirdPartyShare exclude each other", "");
        if (thirdPartyShare != null) {
            Require.between(thirdPartyShare, 0, 1000, "thirdPartyShare");
        }
        Require.share(ceilingFactor, "ceilingFactor");
        Require.share(stateBackedShare, "stateBackedShare");
        Require.share(humanElement, "humanElement");
    }

    /** A threat of which no attempt works through a person, and whose causes are not stated. */
    public ThreatType(
            String type,
            List<String> sectors,
            @Nullable Double incidentsPerYear,
            @Nullable CountLaw count,
            Counts counts,
            ReferencePosture referencePosture,
            double referenceRevenue,
            double frequencyElasticity,
            double severityElasticity,
            @Nullable Mixing mixing,
            @Nullable Contagion contagion,
            double trendPerYear,
            double changeRate,
            ElementValues changeEffect,
            LossLaw severity,
            @Nullable HarmLaw harm,
            @Nullable Double thirdPartyShare,
            @Nullable ElementValues effect,
            double ceilingFactor,
            double stateBackedShare,
            String source,
            String confidence) {
        this(
                type,
                sectors,
                incidentsPerYear,
                count,
                counts,
                referencePosture,
                referenceRevenue,
                frequencyElasticity,
                severityElasticity,
                mixing,
                contagion,
                trendPerYear,
                changeRate,
                changeEffect,
                severity,
                harm,
                thirdPartyShare,
                effect,
                ceilingFactor,
                stateBackedShare,
                0,
                List.of(),
                source,
                confidence);
    }

    /** Whether this threat strikes a sector. */
    public boolean strikes(String sector) {
        return sectors.isEmpty() || sectors.contains(sector);
    }
}
