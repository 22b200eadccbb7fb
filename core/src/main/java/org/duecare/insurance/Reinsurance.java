package org.duecare.insurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duecare.compensation.Reinstatement;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** A treaty of reinsurance as a file names it: its kind and the terms that belong to it, and no others. */
public record Reinsurance(
        @Key(
                doc = "Kind of treaty: quotaShare {share}, surplus {retained, lines}, riskExcess {attachment, limit}, "
                        + "eventExcess {attachment, limit} or stopLoss {attachment, limit}.")
        Kind treaty,

        @Key(doc = "Name under which it is reported; none for its kind.", fallback = "none") @Nullable
        String name,

        @Key(
                doc = "Of quotaShare: share of every payment that is ceded, which must be given. Of riskExcess, "
                        + "eventExcess and stopLoss: part of the treaty that is placed, 1 where none is given.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "none")
        @Nullable
        Double share,

        @Key(doc = "Of surplus: line of each policy that is kept.", unit = "money", min = 0, fallback = "none")
        @Nullable
        Double retained,

        @Key(doc = "Of surplus: number of lines that are ceded at most.", min = 0, aboveMin = true, fallback = "none")
        @Nullable
        Double lines,

        @Key(
                doc = "Of the excess treaties and stopLoss: amount that stays with the insurers.",
                unit = "money",
                min = 0,
                fallback = "none")
        @Nullable
        Double attachment,

        @Key(
                doc = "Most paid above the attachment: for one operation in an event (riskExcess), for an event "
                        + "(eventExcess, quotaShare, surplus), in a year (stopLoss).",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double limit,

        @Key(
                doc = "Of the excess treaties: sum of a year's payments that they do not pay.",
                unit = "money",
                min = 0,
                fallback = "0")
        double annualDeductible,

        @Key(
                doc = "Most paid in a year.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double annualLimit,

        @Key(
                doc = "Of the excess treaties: number of times that the limit is refilled in a year; none for always. "
                        + "n refills make the annual limit n + 1 limits.",
                min = 0,
                max = 1000,
                fallback = "none")
        @Nullable
        Integer reinstatements,

        @Key(
                doc =
                        "Prices of the refills in their order, as shares of the treaty's premium; refills beyond the list "
                                + "are free.",
                fallback = "[]")
        List<Reinstatement> reinstatementPremiums,

        @Key(
                doc = "Price of the cover for a year, paid by insurers by their shares; of proportional treaties the "
                        + "reinsurer's share of the premium, less commission, is the price.",
                unit = "money",
                min = 0,
                fallback = "0")
        double premium,

        @Key(
                doc = "Of quotaShare and surplus: share of the ceded premium that comes back as commission.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0")
        double commission,

        @Key(
                doc =
                        "Treaties of a lower number apply first and lessen what later ones see; those of one number see the "
                                + "same payments. none for the place in the list.",
                min = 1,
                max = 1000,
                fallback = "none")
        @Nullable
        Integer inuringOrder) {

    private static final double NONE = Double.POSITIVE_INFINITY;

    /** Kinds of treaties. */
    public enum Kind {
        /** A share of every payment. */
        QUOTA_SHARE,
        /** The part of each policy above a retained line. */
        SURPLUS,
        /** Excess of one operation's payments in an event. */
        RISK_EXCESS,
        /** Excess of an event's payments over all operations. */
        EVENT_EXCESS,
        /** Excess of the payments of a year. */
        STOP_LOSS
    }

    /** Checks that the kind has its terms and no others. */
    public Reinsurance {
        reinstatementPremiums = List.copyOf(reinstatementPremiums);
        boolean proportional = treaty == Kind.QUOTA_SHARE || treaty == Kind.SURPLUS;
        boolean excess = treaty == Kind.RISK_EXCESS || treaty == Kind.EVENT_EXCESS;
        belongs(share != null, "share", treaty, treaty == Kind.QUOTA_SHARE, treaty != Kind.SURPLUS);
        belongs(retained != null, "retained", treaty, treaty == Kind.SURPLUS, treaty == Kind.SURPLUS);
        belongs(lines != null, "lines", treaty, treaty == Kind.SURPLUS, treaty == Kind.SURPLUS);
        belongs(attachment != null, "attachment", treaty, !proportional, !proportional);
        belongs(annualDeductible > 0, "annualDeductible", treaty, false, excess);
        belongs(annualLimit < NONE, "annualLimit", treaty, false, treaty != Kind.STOP_LOSS);
        belongs(reinstatements != null, "reinstatements", treaty, false, excess);
        belongs(!reinstatementPremiums.isEmpty(), "reinstatementPremiums", treaty, false, excess);
        belongs(premium > 0, "premium", treaty, false, !proportional);
        belongs(commission > 0, "commission", treaty, false, proportional);
        Require.notNegative(premium, "premium");
        Require.that(
                reinstatements == null || (limit < NONE && annualLimit == NONE),
                "reinstatements",
                "need a limit and no annual limit of their own",
                "Give limit and remove annualLimit: n reinstatements make it n + 1 limits");
        Require.that(
                reinstatementPremiums.isEmpty()
                        || (reinstatements != null && reinstatementPremiums.size() <= reinstatements),
                "reinstatementPremiums",
                "names " + reinstatementPremiums.size() + " refills, more than reinstatements = "
                        + (reinstatements == null ? "none" : reinstatements),
                "Give reinstatements, at least as many as have a price");
        terms(treaty, share, retained, lines, attachment, limit, annualDeductible, annualLimit, commission);
    }

    private static void belongs(boolean given, String key, Kind kind, boolean needed, boolean allowed) {
        Require.that(given || !needed, key, "is missing: " + word(kind) + " needs it", "");
        Require.that(
                !given || allowed,
                key,
                "does not belong to " + word(kind),
                "Remove it, or choose another kind of treaty");
    }

    private static Treaty terms(
            Kind kind,
            @Nullable Double share,
            @Nullable Double retained,
            @Nullable Double lines,
            @Nullable Double attachment,
            double limit,
            double annualDeductible,
            double annualLimit,
            double commission) {
        double part = share == null ? 1 : share;
        double from = attachment == null ? 0 : attachment;
        Treaty.Excess excess = new Treaty.Excess(from, limit, part, annualDeductible, annualLimit, List.of());
        return switch (kind) {
            case QUOTA_SHARE -> new Treaty.QuotaShare(part, limit, annualLimit, commission);
            case SURPLUS ->
                new Treaty.Surplus(
                        retained == null ? 0 : retained, lines == null ? 0 : lines, limit, annualLimit, commission);
            case RISK_EXCESS -> new Treaty.RiskExcess(excess);
            case EVENT_EXCESS -> new Treaty.EventExcess(excess);
            case STOP_LOSS -> new Treaty.StopLoss(from, limit, part);
        };
    }

    /** The treaty itself. */
    public Treaty toTreaty() {
        Treaty plain =
                terms(treaty, share, retained, lines, attachment, limit, annualDeductible, annualLimit, commission);
        if (plain instanceof Treaty.RiskExcess risk) {
            return new Treaty.RiskExcess(refilled(risk.excess()));
        }
        return plain instanceof Treaty.EventExcess event ? new Treaty.EventExcess(refilled(event.excess())) : plain;
    }

    private Treaty.Excess refilled(Treaty.Excess plain) {
        if (reinstatements == null) {
            return plain;
        }
        List<Reinstatement> refills = new ArrayList<>(reinstatementPremiums);
        while (refills.size() < reinstatements) {
            refills.add(new Reinstatement(0, false));
        }
        return new Treaty.Excess(
                plain.attachment(),
                plain.limit(),
                plain.share(),
                plain.annualDeductible(),
                (reinstatements + 1) * plain.limit(),
                refills);
    }

    /** The name under which it is reported. */
    public String label() {
        return name == null ? word(treaty) : name;
    }

    private static String word(Kind kind) {
        StringBuilder word = new StringBuilder();
        for (String part : kind.name().toLowerCase(Locale.ROOT).split("_")) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }
}
