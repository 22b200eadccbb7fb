package org.duecare.compiled;

/** Sanctions after audits, by operation. Absent from a phase in which nobody is sanctioned. */
public final class AuditColumns {
    /** Sanctions a year; 0 for operations that do not fall short. */
    public final double[] rate;

    /** One sanction, minor units. */
    public final long[] amount;

    /** Assembles the columns. */
    public AuditColumns(double[] rate, long[] amount) {
        this.rate = rate;
        this.amount = amount;
    }
}
