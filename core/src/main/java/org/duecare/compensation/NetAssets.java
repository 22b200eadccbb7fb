package org.duecare.compensation;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * What becomes of operators' net assets from year to year. Restored: full again at the start of each year. Carried: own
 * losses, retentions, damages, levies and calls draw on them, retained earnings refill them up to what they were at the
 * start, and an operator that has nothing left is insolvent.
 */
public record NetAssets(
        @Key(doc = "restored: full again each year; carried: from year to year.", fallback = "restored")
        Rule rule,

        @Key(
                doc =
                        "What an insolvent operator does before the next year: recapitalise, with the net assets it had at the start; "
                                + "exit: its operations are no longer there.",
                fallback = "recapitalise")
        AtZero atZero,

        @Key(
                doc = "Earnings retained in a year, as a share of the operator's revenue.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0.05",
                source = "assumption")
        double retainedOfRevenue) {

    /** Full again each year. */
    public static final NetAssets RESTORED = new NetAssets(Rule.RESTORED, AtZero.RECAPITALISE, 0.05);

    /** From year to year. */
    public enum Rule {
        /** Full again each year. */
        RESTORED,
        /** What is left goes over into the next year. */
        CARRIED
    }

    /** Once nothing is left. */
    public enum AtZero {
        /** New money from outside. */
        RECAPITALISE,
        /** Its operations end. */
        EXIT
    }

    /** Checks the share. */
    public NetAssets {
        Require.share(retainedOfRevenue, "retainedOfRevenue");
    }

    /** Whether anything goes over from year to year. */
    public boolean carried() {
        return rule == Rule.CARRIED;
    }
}
