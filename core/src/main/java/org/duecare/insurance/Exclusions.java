package org.duecare.insurance;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/**
 * What insurers do not cover. Exclusions read where an incident came from, which no finding of a court does: damages stay as
 * they are, and what insurers would have paid passes to the payers behind them.
 */
public record Exclusions(
        @Key(doc = "Exclusion of attacks by or for a state; none for no such exclusion.", fallback = "none") @Nullable
        StateBacked stateBacked,

        @Key(
                doc = "Whether hits by the events of providers (failure of infrastructure) are excluded.",
                fallback = "false")
        boolean infrastructure) {
    /** Nothing is excluded. */
    public static final Exclusions NONE = new Exclusions(null, false);

    /** Exclusion of attacks that a state stands behind. */
    public record StateBacked(
            @Key(
                    doc =
                            "Share of the attempts of every threat that a state stands behind; none for each threat's own "
                                    + "stateBackedShare.",
                    unit = "share",
                    min = 0,
                    max = 1,
                    fallback = "none")
            @Nullable
            Double share,

            @Key(
                    doc = "Probability that the insurer can prove it, without which it has to pay.",
                    unit = "share",
                    min = 0,
                    max = 1,
                    fallback = "1",
                    source = "assumption")
            double proof) {
        /** Checks the shares. */
        public StateBacked {
            Require.share(share == null ? 0 : share, "share");
            Require.share(proof, "proof");
        }

        /**
         * Probability that an attempt is excluded. The mark of origin is uniform below the share of state-backed attempts,
         * so that it decides on proof as well: an attempt is excluded iff its mark is below {@code share · proof}. More
         * proof excludes more and spares nothing that was excluded before.
         */
        public static double excluded(double share, double proof) {
            return share * proof;
        }
    }

    /** Whether anything is excluded. */
    public boolean any() {
        return stateBacked != null || infrastructure;
    }
}
