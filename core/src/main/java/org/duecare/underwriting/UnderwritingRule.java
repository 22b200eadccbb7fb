package org.duecare.underwriting;

import java.util.List;
import java.util.stream.Stream;
import org.duecare.diligence.DiligenceElement;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** One rule of underwriting: where all its conditions hold, a proposal is referred or declined. */
public record UnderwritingRule(
        @Key(doc = "Its name.") String rule,
        @Key(doc = "refer or decline.") Underwriting.Decision decision,
        @Key(doc = "Conditions, all of which must hold.") When when,

        @Key(doc = "Why, in half a sentence, for whoever reads the quote.")
        String because) {
    /** Checks names and that a rule does more than accept. */
    public UnderwritingRule {
        Require.name(rule, "rule");
        Require.name(because, "because");
        Require.that(
                decision != Underwriting.Decision.ACCEPT,
                "decision",
                "= accept says nothing: what no rule refers or declines is accepted",
                "Write refer or decline");
    }

    /** The rule as a quote tells it. */
    public String told() {
        return rule + ": " + because;
    }

    /** Conditions on a risk; absent ones hold. */
    public record When(
            @Key(doc = "Sectors.", fallback = "all") List<String> sectors,
            @Key(doc = "Territories.", fallback = "all") List<String> territories,

            @Key(doc = "A question of the questionnaire; with levelBelow or evidenceBelow.", fallback = "none")
            @Nullable
            String control,

            @Key(
                    doc = "Its answer stands for a level below this.",
                    unit = "share",
                    min = 0,
                    aboveMin = true,
                    max = 1,
                    fallback = "none")
            @Nullable
            Double levelBelow,

            @Key(doc = "It is shown by weaker evidence than this.", fallback = "none") @Nullable
            String evidenceBelow,

            @Key(doc = "An element of due diligence; with postureBelow.", fallback = "none") @Nullable
            String element,

            @Key(
                    doc = "The level held of that element, or without an element the mean of all nine, is below this.",
                    unit = "share",
                    min = 0,
                    aboveMin = true,
                    max = 1,
                    fallback = "none")
            @Nullable
            Double postureBelow,

            @Key(doc = "Revenue is above this.", unit = "money", min = 0, fallback = "none") @Nullable
            Double revenueAbove,

            @Key(doc = "Revenue is below this.", unit = "money", min = 0, aboveMin = true, fallback = "none") @Nullable
            Double revenueBelow,

            @Key(doc = "The limit asked for is above this.", unit = "money", min = 0, fallback = "none") @Nullable
            Double limitAbove,

            @Key(
                    doc = "The premium before tax and levy is above this share of the limit (rate on line).",
                    unit = "share",
                    min = 0,
                    max = 1,
                    fallback = "none")
            @Nullable
            Double rateOnLineAbove,

            @Key(
                    doc = "The whole premium is above this share of revenue.",
                    unit = "share",
                    min = 0,
                    max = 1,
                    fallback = "none")
            @Nullable
            Double premiumOfRevenueAbove) {
        /** Checks that there is a condition and that control and element come with theirs. */
        public When {
            sectors = List.copyOf(sectors);
            territories = List.copyOf(territories);
            boolean any = !sectors.isEmpty()
                    || !territories.isEmpty()
                    || Stream.of(
                                    control,
                                    postureBelow,
                                    revenueAbove,
                                    revenueBelow,
                                    limitAbove,
                                    rateOnLineAbove,
                                    premiumOfRevenueAbove)
                            .anyMatch(condition -> condition != null);
            Require.that(any, "when", "must hold a condition", "A rule without one would hold for every proposal");
            Require.that(
                    (control != null) == (levelBelow != null || evidenceBelow != null),
                    "control",
                    "and levelBelow or evidenceBelow belong together",
                    "Write {control: backups, levelBelow: 0.5}");
            Require.that(
                    element == null || postureBelow != null,
                    "element",
                    "needs postureBelow",
                    "Write {element: continuity, postureBelow: 0.3}");
            if (element != null) {
                indexOf(element);
            }
        }

        private static int indexOf(String element) {
            for (DiligenceElement one : DiligenceElement.values()) {
                if (one.key().equals(element)) {
                    return one.ordinal();
                }
            }
            Require.that(
                    false,
                    "element",
                    "= " + element + " is none of the nine",
                    "There are "
                            + String.join(
                                    ", ",
                                    Stream.of(DiligenceElement.values())
                                            .map(DiligenceElement::key)
                                            .toList()));
            return -1;
        }

        /** Whether all conditions hold. */
        boolean holds(Risk risk) {
            return (sectors.isEmpty() || sectors.contains(risk.operation().sector()))
                    && (territories.isEmpty()
                            || territories.contains(risk.operation().territory()))
                    && answered(risk)
                    && (postureBelow == null || level(risk) < postureBelow)
                    && above(risk.operation().revenue(), revenueAbove)
                    && (revenueBelow == null || risk.operation().revenue() < revenueBelow)
                    && above(risk.limit(), limitAbove)
                    && above(risk.premium().beforeTax() / risk.limit(), rateOnLineAbove)
                    && above(risk.premium().total() / risk.operation().revenue(), premiumOfRevenueAbove);
        }

        private static boolean above(double value, @Nullable Double bound) {
            return bound == null || value > bound;
        }

        private boolean answered(Risk risk) {
            if (control == null) {
                return true;
            }
            boolean low = levelBelow == null || risk.answeredLevel(control) < levelBelow;
            boolean weak = evidenceBelow == null || risk.credit(control) < risk.creditOf(evidenceBelow);
            return low && weak;
        }

        private double level(Risk risk) {
            double[] levels = risk.operation().posture().toArray();
            if (element != null) {
                return levels[indexOf(element)];
            }
            double sum = 0;
            for (double level : levels) {
                sum += level;
            }
            return sum / levels.length;
        }
    }
}
