package org.duecare.diligence;

import org.duecare.quantity.Key;

/**
 * One number for each of the nine elements: a posture, a standard, weights, effects or changes. Absent elements are 0 in
 * effects and changes.
 */
public record ElementValues(
        @Key(doc = "Good faith: what is declared is what is done.", fallback = "0")
        double goodFaith,

        @Key(doc = "Good neighbourliness: care for harm abroad.", fallback = "0")
        double goodNeighbourliness,

        @Key(doc = "Territorial control over the operation where it runs.", fallback = "0")
        double territorialControl,

        @Key(doc = "Prior assessment of the risk of new services.", fallback = "0")
        double riskAssessment,

        @Key(doc = "All necessary measures of prevention.", fallback = "0")
        double necessaryMeasures,

        @Key(doc = "State of the art.", fallback = "0") double stateOfTheArt,

        @Key(doc = "Exchange of information with others at risk.", fallback = "0")
        double informationExchange,

        @Key(doc = "Equal treatment of home and foreign victims.", fallback = "0")
        double nonDiscrimination,

        @Key(doc = "Continuity: care that lasts.", fallback = "0")
        double continuity) {

    /** All elements at one value. */
    public static ElementValues uniform(double value) {
        return new ElementValues(value, value, value, value, value, value, value, value, value);
    }

    /** From an array in the order of {@link DiligenceElement}. */
    public static ElementValues of(double[] values) {
        return new ElementValues(
                values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8]);
    }

    /** As an array in the order of {@link DiligenceElement}. */
    public double[] toArray() {
        return new double[] {
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
    }
}
