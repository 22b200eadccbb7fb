package org.duecare.scenarios;

import java.util.List;
import java.util.Map;
import org.duecare.behaviour.Behaviour;
import org.duecare.compensation.Layer;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.Pillars;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.Insurance;
import org.duecare.liability.Liability;
import org.duecare.liability.StateLiability;
import org.duecare.operation.Territory;
import org.duecare.quantity.Key;
import org.duecare.simulation.Adjustment;
import org.duecare.threat.Season;
import org.jspecify.annotations.Nullable;

/** The keys of a scenario that a variant may overlay. */
public record PolicyForm(
        @Key(doc = "How care works and what care is owed.", fallback = "{}")
        Diligence diligence,

        @Key(doc = "Who is liable, and for how much.", fallback = "{}")
        Liability liability,

        @Key(doc = "Liability insurance of the operations; none for none.", fallback = "none") @Nullable
        Insurance insurance,

        @Key(doc = "The order in which payers stand; each takes what is left.", fallback = "[]")
        List<Layer> compensation,

        @Key(doc = "The joint liability fund; none for none.", fallback = "none") @Nullable
        LiabilityFund fund,

        @Key(doc = "Changes of operations without listing them.", fallback = "[]")
        List<Adjustment> adjust,

        @Key(doc = "Years in which attempts come more or less often: an elevated season, a lull.", fallback = "[]")
        List<Season> season,

        @Key(doc = "Territories and their states by name.", fallback = "{}")
        Map<String, Territory> territories,

        @Key(
                doc =
                        "Whether the state of a territory answers for what its operators owe and nobody paid: none, negligence (only where it fell short of the standard itself), vicarious.",
                fallback = "none")
        StateLiability stateLiability,

        @Key(doc = "The six pillars of a culture of cybersecurity as levers.", fallback = "{}")
        Pillars pillars,

        @Key(
                doc = "How operators respond to the law, and what care costs; none where they hold what they hold.",
                fallback = "none")
        @Nullable
        Behaviour behaviour) {
    /** Copies the lists. */
    public PolicyForm {
        compensation = List.copyOf(compensation);
        adjust = List.copyOf(adjust);
        season = List.copyOf(season);
        territories = Map.copyOf(territories);
    }
}
