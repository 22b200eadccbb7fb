package org.duecare.settlement;

import java.util.Locale;

/** What is counted in money, in the fixed order of results. */
public enum Measure {
    /** The operations' own losses. */
    OWN_LOSS("ownLoss"),
    /** Harm to third parties. */
    HARM("harm"),
    /** Damages owed. */
    DAMAGES("damages"),
    /** Paid by operators. */
    OPERATOR("operator"),
    /** Paid by insurers, net of reinsurers. */
    INSURER("insurer"),
    /** Paid by reinsurers. */
    REINSURER("reinsurer"),
    /** Paid by the mutual. */
    MUTUAL("mutual"),
    /** Paid by the fund. */
    FUND("fund"),
    /** Paid by the state. */
    STATE("state"),
    /** Harm that nobody pays. */
    UNCOMPENSATED("uncompensated"),
    /** Levies of the fund. */
    LEVY("levy"),
    /** Premiums. */
    PREMIUM("premium"),
    /** Sanctions. */
    SANCTIONS("sanctions"),
    /** Cost of care. */
    CARE_COST("careCost"),
    /** Premiums for refilling the limits of insurers. */
    REINSTATEMENT_PREMIUM("reinstatementPremium"),
    /** Calls of the fund, in the year in which they are paid. */
    CALLS("calls");

    private final String key;

    Measure(String key) {
        this.key = key;
    }

    /** The word for this measure in scenario files and summaries. */
    public String key() {
        return key;
    }

    /** The name of its table column. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this measure comes in events, so that a year has a largest one; levies and the like come by the year. */
    public boolean hasEvents() {
        return ordinal() <= UNCOMPENSATED.ordinal() || this == REINSTATEMENT_PREMIUM;
    }

    /** Whether this measure is one of the payers whose sum is the harm. */
    public boolean isPayer() {
        return ordinal() >= OPERATOR.ordinal() && ordinal() <= UNCOMPENSATED.ordinal();
    }
}
