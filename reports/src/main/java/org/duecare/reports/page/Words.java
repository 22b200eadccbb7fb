package org.duecare.reports.page;

import org.duecare.settlement.Measure;

/** The words of the page for measures. */
final class Words {
    private Words() {}

    /** As a heading or row label. */
    static String label(Measure measure) {
        return switch (measure) {
            case OWN_LOSS -> "Own loss of operations";
            case HARM -> "Harm to third parties";
            case DAMAGES -> "Damages owed";
            case OPERATOR -> "Paid by operators";
            case INSURER -> "Paid by insurers";
            case REINSURER -> "Paid by reinsurers";
            case MUTUAL -> "Paid by the mutual";
            case FUND -> "Paid by the fund";
            case STATE -> "Paid by the state";
            case UNCOMPENSATED -> "Uncompensated (paid by nobody)";
            case LEVY -> "Levies of the fund";
            case PREMIUM -> "Premiums";
            case SANCTIONS -> "Sanctions";
            case CARE_COST -> "Cost of care";
            case REINSTATEMENT_PREMIUM -> "Reinstatement premiums";
            case CALLS -> "Calls";
        };
    }

    /** As the subject of a sentence. */
    static String subject(Measure measure) {
        return switch (measure) {
            case OWN_LOSS -> "the operations' own loss";
            case HARM -> "harm to third parties";
            case DAMAGES -> "damages owed";
            case OPERATOR -> "what operators pay";
            case INSURER -> "what insurers pay";
            case REINSURER -> "what reinsurers pay";
            case MUTUAL -> "what the mutual pays";
            case FUND -> "what the fund pays";
            case STATE -> "what the state pays";
            case UNCOMPENSATED -> "harm paid by nobody";
            case LEVY -> "the levies of the fund";
            case PREMIUM -> "premiums";
            case SANCTIONS -> "sanctions";
            case CARE_COST -> "the cost of care";
            case REINSTATEMENT_PREMIUM -> "the premiums for reinstatements";
            case CALLS -> "the calls upon members";
        };
    }

    /** At most {@code length} characters, cut with an ellipsis. */
    static String cut(String text, int length) {
        int points = text.codePointCount(0, text.length());
        return points <= length ? text : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "\u2026";
    }

    /** The words of a key: necessaryMeasures becomes necessary measures. */
    static String ofKey(String key) {
        return key.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
    }
}
