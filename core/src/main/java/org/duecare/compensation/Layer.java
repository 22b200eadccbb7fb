package org.duecare.compensation;

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
                        "To whom annual terms apply: operation, operator or pool. Default: operation for operator and insurer, pool for the others.",
                fallback = "none")
        @Nullable
        Basis basis) {

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
        /** All operations together. */
        POOL
    }

    /** Checks amounts and that the kind fits the payer. */
    public Layer {
        Require.notNegative(deductible, "deductible");
        Require.limit(limit, "limit");
        Require.notNegative(annualDeductible, "annualDeductible");
        Require.limit(annualLimit, "annualLimit");
        Require.share(coinsurance, "coinsurance");
        Require.that(
                layer == Kind.TERMS || payer == Payer.OPERATOR,
                "layer",
                "deductible and netAssets are layers of the operator, not of " + payer.key(),
                "");
        boolean single = payer == Payer.OPERATOR || payer == Payer.INSURER;
        if (basis == null) {
            basis = single ? Basis.OPERATION : Basis.POOL;
        }
        Require.that(
                single == (basis != Basis.POOL),
                "basis",
                "must be " + (single ? "operation or operator" : "pool") + " for payer " + payer.key(),
                "");
    }

    /** A layer without any amount stated, for payers whose terms stand in their own block. */
    public static Layer of(Payer payer, Kind kind) {
        return new Layer(payer, kind, 0, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, 1, null);
    }

    /** Whether no amount is stated. */
    public boolean isBare() {
        return deductible == 0
                && limit == Double.POSITIVE_INFINITY
                && annualDeductible == 0
                && annualLimit == Double.POSITIVE_INFINITY
                && coinsurance == 1;
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
