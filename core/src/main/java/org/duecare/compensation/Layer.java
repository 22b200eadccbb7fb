package org.duecare.compensation;

import java.util.List;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/**
 * One layer of the order of compensation. It takes what the layers before it left and pays
 * {@code coinsurance · min(limit, (X - deductible)+)} of each incident (operator, insurer) or event (mutual, fund, state),
 * within its annual terms; the rest passes on.
 */
public record Layer(
        @Key(doc = "Who pays.") Payer payer,

        @Key(
                doc =
                        "terms: the amounts stated here; deductible: the amount of insurance.deductible; netAssets: what the operator owns.",
                fallback = "terms")
        Kind layer,

        @Key(
                doc = "Amount of each incident or event that passes this layer by from below.",
                unit = "money",
                min = 0,
                fallback = "0")
        double deductible,

        @Key(
                doc = "Most paid for one incident or event.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double limit,

        @Key(doc = "Sum of a year's payments that this layer does not pay.", unit = "money", min = 0, fallback = "0")
        double annualDeductible,

        @Key(
                doc = "Most paid in a year.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double annualLimit,

        @Key(doc = "Share of the layer that the payer bears.", unit = "share", min = 0, max = 1, fallback = "1")
        double coinsurance,

        @Key(
                doc =
                        "To whom terms apply: operation, operator, territory (each host state) or pool. Default: operation for operator and insurer, pool for the others.",
                fallback = "none")
        @Nullable
        Basis basis,

        @Key(
                doc =
                        "Amount up to which an incident or event is not paid at all; above it the franchise itself is paid too.",
                unit = "money",
                min = 0,
                fallback = "0")
        double franchise,

        @Key(
                doc = "All-in ceiling: what this layer and those before it pay together for one incident or event.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "none",
                unlimited = true)
        double upTo,

        @Key(doc = "Whether harm for which nobody is liable is paid too.", fallback = "false")
        boolean coversUnattributed,

        @Key(
                doc = "Damages of a year over all operations that must be passed before a pool layer pays at all.",
                unit = "money",
                min = 0,
                fallback = "0")
        double trigger,

        @Key(doc = "Limit of an incident by size of the operation, instead of limit.", fallback = "none") @Nullable
        SizedAmount limitBySize,

        @Key(doc = "Annual limit by size of the operation, instead of annualLimit.", fallback = "none") @Nullable
        SizedAmount annualLimitBySize,

        @Key(
                doc = "Refills of the limit, one entry each: n of them make the annual limit n + 1 limits.",
                fallback = "[]")
        List<Reinstatement> reinstatements,

        @Key(
                doc =
                        "Premium of the layer for each operation or operator (by basis), which reinstatements are priced by.",
                unit = "money",
                min = 0,
                fallback = "0")
        double premium,

        @Key(doc = "Amounts that change from a calendar year on, in rising order of years.", fallback = "[]")
        List<Change> schedule,

        @Key(doc = "Name under which the layer is reported on its own, beside the sum of its payer.", fallback = "none")
        @Nullable
        String name,

        @Key(
                doc =
                        "Hours of an incident with a duration (the event of a provider) whose harm the layer does not pay.",
                unit = "hours",
                min = 0,
                max = 100_000,
                fallback = "0")
        double waitingHours,

        @Key(
                doc =
                        "What the state takes back from all policyholders of what this layer paid in a year; none for nothing.",
                fallback = "none")
        @Nullable
        Recoupment recoupment,

        @Key(
                doc =
                        "Time within which claims on the layer must be brought; what comes later passes it by. none for no bar.",
                fallback = "none")
        @Nullable
        TimeBar timeBar) {

    /** Milliseconds of an hour, in which durations are counted. */
    public static final double MILLIS_PER_HOUR = 3_600_000;

    private static final double NONE = Double.POSITIVE_INFINITY;

    /** New amounts from a calendar year on; what is not given stays. */
    public record Change(
            @Key(doc = "First calendar year of the new amounts.", min = 1, max = 9999)
            int fromYear,

            @Key(doc = "New limit.", unit = "money", min = 0, aboveMin = true, fallback = "none") @Nullable
            Double limit,

            @Key(doc = "New deductible.", unit = "money", min = 0, fallback = "none") @Nullable
            Double deductible,

            @Key(doc = "New annual limit.", unit = "money", min = 0, aboveMin = true, fallback = "none") @Nullable
            Double annualLimit,

            @Key(doc = "New all-in ceiling.", unit = "money", min = 0, aboveMin = true, fallback = "none") @Nullable
            Double upTo,

            @Key(doc = "New share that the payer bears.", unit = "share", min = 0, max = 1, fallback = "none") @Nullable
            Double coinsurance,

            @Key(doc = "New trigger.", unit = "money", min = 0, fallback = "none") @Nullable
            Double trigger) {
        /** Checks amounts. */
        public Change {
            Require.between(fromYear, 1, 9999, "fromYear");
            Require.limit(or(limit, NONE), "limit");
            Require.notNegative(or(deductible, 0), "deductible");
            Require.limit(or(annualLimit, NONE), "annualLimit");
            Require.limit(or(upTo, NONE), "upTo");
            Require.share(or(coinsurance, 1), "coinsurance");
            Require.notNegative(or(trigger, 0), "trigger");
        }
    }

    /** Kinds of layers. */
    public enum Kind {
        /** The amounts stated in the layer. */
        TERMS,
        /** The retention stated in the insurance block. */
        DEDUCTIBLE,
        /** What the operator owns. */
        NET_ASSETS
    }

    /** To whom annual terms apply. */
    public enum Basis {
        /** Each operation. */
        OPERATION,
        /** Each operator over its operations. */
        OPERATOR,
        /** The operations of each territory together: the state in which they run. */
        TERRITORY,
        /** All operations together. */
        POOL
    }

    /** Checks amounts and that the kind fits the payer. */
    public Layer {
        Require.between(waitingHours, 0, 100_000, "waitingHours");
        Require.that(
                recoupment == null || (payer == Payer.STATE && name != null),
                "recoupment",
                "is for a layer of the state with a name",
                "Give the layer a name, under which what is taken back is reported");
        Require.that(
                timeBar == null || layer == Kind.TERMS,
                "timeBar",
                "is for a layer of terms",
                "A deductible and net assets stand first in time too: give it to the layers of other payers");
        Require.notNegative(deductible, "deductible");
        Require.limit(limit, "limit");
        Require.notNegative(annualDeductible, "annualDeductible");
        Require.limit(annualLimit, "annualLimit");
        Require.share(coinsurance, "coinsurance");
        Require.notNegative(franchise, "franchise");
        Require.limit(upTo, "upTo");
        Require.notNegative(trigger, "trigger");
        Require.notNegative(premium, "premium");
        reinstatements = List.copyOf(reinstatements);
        schedule = List.copyOf(schedule);
        Require.that(
                layer == Kind.TERMS || payer == Payer.OPERATOR,
                "layer",
                "deductible and netAssets are layers of the operator, not of " + payer.key(),
                "");
        boolean single = payer == Payer.OPERATOR || payer == Payer.INSURER;
        if (basis == null) {
            basis = single ? Basis.OPERATION : Basis.POOL;
        }
        boolean pooled = basis == Basis.POOL || basis == Basis.TERRITORY;
        Require.that(
                single != pooled,
                "basis",
                "must be " + (single ? "operation or operator" : "territory or pool") + " for payer " + payer.key(),
                "");
        checkSizes(payer, single, basis, limit, annualLimit, annualDeductible, limitBySize, annualLimitBySize);
        Require.that(single || reinstatements.isEmpty(), "reinstatements", "are for operator and insurer", "");
        Require.that(!single || trigger == 0, "trigger", "is for mutual, fund and state", "");
        Require.that(
                reinstatements.isEmpty() || (limit < NONE && annualLimit == NONE && annualLimitBySize == null),
                "reinstatements",
                "need a limit and no annual limit of their own",
                "Give limit and remove annualLimit: n reinstatements make it n + 1 limits");
        for (int i = 1; i < schedule.size(); i++) {
            Require.that(
                    schedule.get(i - 1).fromYear() < schedule.get(i).fromYear(),
                    "schedule",
                    "must rise in fromYear",
                    "");
        }
    }

    private static void checkSizes(
            Payer payer,
            boolean single,
            Basis basis,
            double limit,
            double annualLimit,
            double annualDeductible,
            @Nullable SizedAmount limitBySize,
            @Nullable SizedAmount annualLimitBySize) {
        Require.that(limitBySize == null || single, "limitBySize", "is for operator and insurer", "");
        Require.that(
                annualLimitBySize == null || (single && basis == Basis.OPERATION),
                "annualLimitBySize",
                "is for operator and insurer with basis operation",
                "");
        Require.that(limitBySize == null || limit == NONE, "limitBySize", "stands beside limit", "Give one of them");
        Require.that(
                annualLimitBySize == null || annualLimit == NONE,
                "annualLimitBySize",
                "stands beside annualLimit",
                "Give one of them");
        Require.that(
                basis != Basis.TERRITORY || payer == Payer.STATE,
                "basis",
                "territory is for the state",
                "Each territory's state pays for the harm done through the operations in it");
        Require.that(
                basis != Basis.TERRITORY || (annualLimit == NONE && annualDeductible == 0),
                "basis",
                "territory has terms for each event alone",
                "Remove annualLimit and annualDeductible");
    }

    /** A layer of the plain terms alone. */
    public Layer(
            Payer payer,
            Kind layer,
            double deductible,
            double limit,
            double annualDeductible,
            double annualLimit,
            double coinsurance,
            @Nullable Basis basis) {
        this(
                payer,
                layer,
                deductible,
                limit,
                annualDeductible,
                annualLimit,
                coinsurance,
                basis,
                0,
                NONE,
                false,
                0,
                null,
                null,
                List.of(),
                0,
                List.of(),
                null,
                0,
                null,
                null);
    }

    /** The layer as it stands in a calendar year, changes of its schedule applied. */
    public Layer inYear(int year) {
        Layer now = this;
        for (Change change : schedule) {
            now = change.fromYear() <= year ? now.changed(change) : now;
        }
        return now;
    }

    private Layer changed(Change change) {
        return new Layer(
                payer,
                layer,
                or(change.deductible(), deductible),
                or(change.limit(), limit),
                annualDeductible,
                or(change.annualLimit(), annualLimit),
                or(change.coinsurance(), coinsurance),
                basis,
                franchise,
                or(change.upTo(), upTo),
                coversUnattributed,
                or(change.trigger(), trigger),
                limitBySize,
                annualLimitBySize,
                reinstatements,
                premium,
                schedule,
                name,
                waitingHours,
                recoupment,
                timeBar);
    }

    private static double or(@Nullable Double given, double otherwise) {
        return given == null ? otherwise : given;
    }

    /** A layer without any amount stated, for payers whose terms stand in their own block. */
    public static Layer of(Payer payer, Kind kind) {
        return new Layer(payer, kind, 0, NONE, 0, NONE, 1, null);
    }

    /** Whether no amount is stated. */
    public boolean isBare() {
        return deductible == 0
                && limit == Double.POSITIVE_INFINITY
                && annualDeductible == 0
                && annualLimit == Double.POSITIVE_INFINITY
                && coinsurance == 1
                && franchise == 0
                && upTo == NONE
                && limitBySize == null
                && annualLimitBySize == null
                && reinstatements.isEmpty()
                && waitingHours == 0
                && timeBar == null;
    }

    /**
     * What of an amount was done after the waiting time of an incident that lasted, rounded down: harm grows evenly from its
     * start on. Times in milliseconds since the incident began; an incident without duration counts in full.
     */
    public static long afterWaiting(long amount, long lasted, long start, long waiting) {
        if (lasted == 0 || waiting <= start) {
            return amount;
        }
        return lasted <= waiting ? 0 : (long) (amount * ((double) (lasted - waiting) / (lasted - start)));
    }

    /**
     * The layer formula: {@code min(limit, (amount - deductible)+)}, before coinsurance. All in minor units; branch-free.
     */
    public static long pay(long amount, long deductible, long limit) {
        long above = amount - deductible;
        long excess = (above & ~(above >> 63)) - limit;
        return limit + (excess & (excess >> 63));
    }
}
