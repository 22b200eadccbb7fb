package org.duecare.underwriting;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.duecare.underwriting.BuhlmannStraub.Between;
import org.jspecify.annotations.Nullable;

/** How much the own record of each risk counts: a model of credibility and what it is asked about. */
public record CredibilityModel(
        @Key(
                doc =
                        "buhlmann: periods of equal weight; buhlmannStraub: weights; hierarchical: risks in groups; regression: a "
                                + "trend in the period.")
        Model model,

        @Key(
                doc =
                        "What is estimated: burningCost, paid by exposure; frequency, claims by exposure; meanSize, paid by claims; "
                                + "tariff, paid over what the relativities of this file expect.",
                fallback = "burningCost")
        Basis of,

        @Key(
                doc =
                        "Of buhlmannStraub: unbiased or iterative estimate of the variance between risks; unbiased where none is given.",
                fallback = "none")
        @Nullable
        Between estimator,

        @Key(
                doc =
                        "Of regression: intercept at the barycentre of the periods, or at the origin; barycentre where none is given.",
                fallback = "none")
        @Nullable
        Intercept intercept,

        @Key(
                doc = "Of regression: period that premiums are for; the one after the last where none is given.",
                fallback = "none")
        @Nullable
        Double at) {
    /** Models of credibility. */
    public enum Model {
        /** H. Buhlmann (1967). */
        BUHLMANN,
        /** H. Buhlmann and E. Straub (1970). */
        BUHLMANN_STRAUB,
        /** W. Jewell (1975). */
        HIERARCHICAL,
        /** C. Hachemeister (1975). */
        REGRESSION
    }

    /** What is estimated. */
    public enum Basis {
        /** Paid by exposure. */
        BURNING_COST,
        /** Claims by exposure. */
        FREQUENCY,
        /** Paid by claims. */
        MEAN_SIZE,
        /** Paid over what a tariff expects. */
        TARIFF
    }

    /** Where the line of a regression has its intercept. */
    public enum Intercept {
        /** At the mean of the periods. */
        BARYCENTRE,
        /** At period 0. */
        ORIGIN
    }

    /** Checks that a model has its terms and no others. */
    public CredibilityModel {
        belongs(estimator == null, "estimator", model, Model.BUHLMANN_STRAUB, "buhlmannStraub");
        belongs(intercept == null, "intercept", model, Model.REGRESSION, "regression");
        belongs(at == null, "at", model, Model.REGRESSION, "regression");
        if (at != null) {
            Require.finite(at, "at");
        }
    }

    private static void belongs(boolean absent, String key, Model model, Model owner, String word) {
        Require.that(absent || model == owner, key, "belongs to the model " + word, "Remove it, or choose that model");
    }
}
