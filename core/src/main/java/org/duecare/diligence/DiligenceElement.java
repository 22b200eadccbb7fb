package org.duecare.diligence;

/**
 * The nine elements of the obligation of due diligence (J. Kulesza, Cybersecurity due diligence, 2021), in the order of
 * the paper. The order is the index of every nine-element array.
 */
public enum DiligenceElement {
    /** Good faith: what is declared is what is done. */
    GOOD_FAITH("goodFaith"),
    /** Good neighbourliness: care for harm beyond the border. */
    GOOD_NEIGHBOURLINESS("goodNeighbourliness"),
    /** Territorial control over the operation where it runs. */
    TERRITORIAL_CONTROL("territorialControl"),
    /** Prior assessment of the risk of new services. */
    RISK_ASSESSMENT("riskAssessment"),
    /** All necessary measures of prevention. */
    NECESSARY_MEASURES("necessaryMeasures"),
    /** The state of the art. */
    STATE_OF_THE_ART("stateOfTheArt"),
    /** Exchange of information with others at risk. */
    INFORMATION_EXCHANGE("informationExchange"),
    /** Equal treatment of home and foreign victims. */
    NON_DISCRIMINATION("nonDiscrimination"),
    /** Continuity: care that lasts. */
    CONTINUITY("continuity");

    /** Number of elements. */
    public static final int COUNT = 9;

    private final String key;

    DiligenceElement(String key) {
        this.key = key;
    }

    /** The word for this element in scenario files, tables and documentation. */
    public String key() {
        return key;
    }
}
