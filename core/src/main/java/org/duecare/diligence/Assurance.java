package org.duecare.diligence;

import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/**
 * What a certificate proves in court, by assurance level. The levels are those of the European cybersecurity certification
 * framework (Regulation (EU) 2019/881, article 52).
 */
public record Assurance(
        @Key(doc = "Evidence of the level basic.", fallback = "{}")
        Evidence basic,

        @Key(doc = "Evidence of the level substantial.", fallback = "{}")
        Evidence substantial,

        @Key(doc = "Evidence of the level high.", fallback = "{}")
        Evidence high) {
    /** Certificates that prove nothing. */
    public static final Assurance WITHOUT_EFFECT = new Assurance(Evidence.NONE, Evidence.NONE, Evidence.NONE);

    /** Assurance levels, each above the one before. */
    public enum Level {
        /** No certificate. */
        NONE,
        /** Known basic risks. */
        BASIC,
        /** Known risks, actors with limited skills and means. */
        SUBSTANTIAL,
        /** State-of-the-art attacks by actors with significant skills and means. */
        HIGH
    }

    /** What one level proves. */
    public record Evidence(
            @Key(
                    doc = "Factor on the noise of the court's view.",
                    min = 0,
                    max = 1,
                    fallback = "1",
                    source = "assumption")
            double noiseFactor,

            @Key(
                    doc = "Presumption of care: shortfall that the court does not see.",
                    unit = "share",
                    min = 0,
                    max = 1,
                    fallback = "0",
                    source = "assumption")
            double presumption) {
        /** Proves nothing. */
        public static final Evidence NONE = new Evidence(1, 0);

        /** Checks both. */
        public Evidence {
            Require.between(noiseFactor, 0, 1, "noiseFactor");
            Require.share(presumption, "presumption");
        }
    }

    /** The evidence of a level. */
    public Evidence of(Level level) {
        return switch (level) {
            case NONE -> Evidence.NONE;
            case BASIC -> basic;
            case SUBSTANTIAL -> substantial;
            case HIGH -> high;
        };
    }
}
