package org.duecare.compensation;

/** Who pays. The order is the fixed order of measures. */
public enum Payer {
    /** The operator itself. */
    OPERATOR("operator"),
    /** Its liability insurer. */
    INSURER("insurer"),
    /** A mutual of operators. */
    MUTUAL("mutual"),
    /** The joint liability fund. */
    FUND("fund"),
    /** The state. */
    STATE("state");

    private final String key;

    Payer(String key) {
        this.key = key;
    }

    /** The word for this payer in files, tables and documentation. */
    public String key() {
        return key;
    }
}
