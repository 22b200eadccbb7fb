package org.duecare.simulation;

import org.duecare.diligence.Assurance;
import org.duecare.diligence.ElementValues;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** A change of operations without listing them. */
public record Adjustment(
        @Key(doc = "Which operations.", fallback = "{}") Where where,

        @Key(doc = "New posture: one level, or levels by element; elements left out stay.", fallback = "none") @Nullable
        Posture set,

        @Key(doc = "Change of posture by element, clipped to [0, 1].", fallback = "none") @Nullable
        Posture add,

        @Key(doc = "First year in which the change holds.", unit = "years", min = 1, fallback = "1")
        int fromYear) {

    /** A filter on operations; absent conditions match all. */
    public record Where(
            @Key(doc = "Operation.", fallback = "none") @Nullable
            String operation,

            @Key(doc = "Operator.", fallback = "none") @Nullable
            String operator,

            @Key(doc = "Sector.", fallback = "none") @Nullable
            String sector,

            @Key(doc = "Territory.", fallback = "none") @Nullable
            String territory,

            @Key(
                    doc = "Share of the matching operations, chosen by an own draw of each.",
                    unit = "share",
                    min = 0,
                    max = 1,
                    fallback = "1")
            double share) {
        /** Checks the share. */
        public Where {
            Require.share(share, "share");
        }
    }

    /** Posture levels or changes, and a certificate; what is absent is left alone. */
    public record Posture(
            @Key(doc = "Levels or changes by element.", fallback = "none") @Nullable
            PartialElements posture,

            @Key(doc = "New assurance level: none, basic, substantial, high; in set alone.", fallback = "none")
            Assurance.@Nullable Level assurance) {
        /** Levels or changes alone. */
        public Posture(PartialElements posture) {
            this(posture, null);
        }
    }

    /** Nine elements, each possibly absent. */
    public record PartialElements(
            @Key(doc = "Good faith.", fallback = "none") @Nullable
            Double goodFaith,

            @Key(doc = "Good neighbourliness.", fallback = "none") @Nullable
            Double goodNeighbourliness,

            @Key(doc = "Territorial control.", fallback = "none") @Nullable
            Double territorialControl,

            @Key(doc = "Risk assessment.", fallback = "none") @Nullable
            Double riskAssessment,

            @Key(doc = "Necessary measures.", fallback = "none") @Nullable
            Double necessaryMeasures,

            @Key(doc = "State of the art.", fallback = "none") @Nullable
            Double stateOfTheArt,

            @Key(doc = "Information exchange.", fallback = "none") @Nullable
            Double informationExchange,

            @Key(doc = "Non-discrimination.", fallback = "none") @Nullable
            Double nonDiscrimination,

            @Key(doc = "Continuity.", fallback = "none") @Nullable
            Double continuity) {
        /** The same for all nine elements. */
        public static PartialElements uniform(double value) {
            return new PartialElements(value, value, value, value, value, value, value, value, value);
        }

        /** As an array in the order of the elements; absent ones are NaN. */
        public double[] toArray() {
            Double[] boxed = {
                goodFaith,
                goodNeighbourliness,
                territorialControl,
                riskAssessment,
                necessaryMeasures,
                stateOfTheArt,
                informationExchange,
                nonDiscrimination,
                continuity
            };
            double[] values = new double[boxed.length];
            for (int k = 0; k < boxed.length; k++) {
                values[k] = boxed[k] == null ? Double.NaN : boxed[k];
            }
            return values;
        }

        /** Checks that each given element lies in [-1, 1]. */
        public PartialElements {
            Double[] given = {
                goodFaith,
                goodNeighbourliness,
                territorialControl,
                riskAssessment,
                necessaryMeasures,
                stateOfTheArt,
                informationExchange,
                nonDiscrimination,
                continuity
            };
            for (Double value : given) {
                if (value != null) {
                    Require.between(value, -1, 1, "posture");
                }
            }
        }
    }

    /** Checks the first year. */
    public Adjustment {
        Require.between(fromYear, 1, 1000, "fromYear");
        if (set != null) {
            for (double level : elements(set)) {
                Require.that(!(level < 0), "set", "levels must be between 0 and 1, found " + level, "");
            }
        }
        Require.that(
                add == null || add.assurance() == null,
                "add",
                "takes no assurance: a certificate is set, not added",
                "Write set: {assurance: substantial}");
    }

    /** A change of one operation's levels from the first year. */
    static Adjustment of(String operation, ElementValues change) {
        PartialElements levels = new PartialElements(
                change.goodFaith(),
                change.goodNeighbourliness(),
                change.territorialControl(),
                change.riskAssessment(),
                change.necessaryMeasures(),
                change.stateOfTheArt(),
                change.informationExchange(),
                change.nonDiscrimination(),
                change.continuity());
        return new Adjustment(new Where(operation, null, null, null, 1), null, new Posture(levels), 1);
    }

    private static double[] elements(@Nullable Posture given) {
        return given == null || given.posture() == null
                ? new double[0]
                : given.posture().toArray();
    }

    /** Nine levels after this change. */
    public double[] apply(double[] levels) {
        double[] changed = levels.clone();
        double[] fixed = elements(set);
        double[] change = elements(add);
        for (int k = 0; k < changed.length; k++) {
            if (fixed.length > 0 && !Double.isNaN(fixed[k])) {
                changed[k] = fixed[k];
            }
            if (change.length > 0 && !Double.isNaN(change[k])) {
                changed[k] = Math.max(0, Math.min(1, changed[k] + change[k]));
            }
        }
        return changed;
    }
}
