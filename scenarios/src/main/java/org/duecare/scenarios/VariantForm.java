package org.duecare.scenarios;

import java.util.List;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;

/** The keys of one variant: an overlay on the scenario. */
public record VariantForm(
        @Key(doc = "The policy of the variant.", inline = true)
        PolicyForm policy,

        @Key(doc = "Share of the attempts left to this variant, by type of threat.", fallback = "[]")
        List<Ceiling> threats) {
    /** The share of attempts left of one threat. */
    public record Ceiling(
            @Key(doc = "Type of the threat.") String type,

            @Key(doc = "Share of the attempts that is left.", unit = "share", min = 0, max = 1)
            double ceilingFactor) {
        /** Checks name and share. */
        public Ceiling {
            Require.name(type, "type");
            Require.share(ceilingFactor, "ceilingFactor");
        }
    }

    /** Copies the list. */
    public VariantForm {
        threats = List.copyOf(threats);
    }
}
