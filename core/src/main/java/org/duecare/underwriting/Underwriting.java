package org.duecare.underwriting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duecare.diligence.Questionnaire;
import org.duecare.premium.PremiumRule;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/** What the command quote asks: whose cover, at which terms, priced how, taken or not by which rules. */
public record Underwriting(
        @Key(doc = "Variant whose cover is quoted; none for the only variant with insurance.", fallback = "none")
        @Nullable
        String variant,

        @Key(doc = "How the premium is made; none for insurance.premium of the variant.", fallback = "none") @Nullable
        PremiumRule premium,

        @Key(
                doc = "Deductibles offered; empty for half, the same and double that of the cover.",
                unit = "money",
                min = 0,
                fallback = "[]")
        List<Double> deductibles,

        @Key(
                doc = "Limits offered; empty for half, the same and double that of the cover.",
                unit = "money",
                min = 0,
                aboveMin = true,
                fallback = "[]")
        List<Double> limits,

        @Key(doc = "When a proposal is referred or declined; accepted where no rule speaks.", fallback = "[]")
        List<UnderwritingRule> rules) {
    /** Nothing asked beyond the cover itself. */
    public static final Underwriting PLAIN = new Underwriting(null, null, List.of(), List.of(), List.of());

    /** What becomes of a proposal, from the best to the worst. */
    public enum Decision {
        /** Taken at the premium quoted. */
        ACCEPT,
        /** To be looked at by a person. */
        REFER,
        /** Not taken. */
        DECLINE
    }

    /** Checks amounts and names. */
    public Underwriting {
        deductibles = List.copyOf(deductibles);
        limits = List.copyOf(limits);
        rules = List.copyOf(rules);
        deductibles.forEach(amount -> Require.notNegative(amount, "deductibles"));
        limits.forEach(amount -> Require.limit(amount, "limits"));
        Set<String> names = new HashSet<>();
        for (UnderwritingRule rule : rules) {
            Require.that(names.add(rule.rule()), "rules", "name " + rule.rule() + " twice", "");
        }
    }

    /** What rules name and a questionnaire does not have, in words. */
    public List<String> unknown(@Nullable Questionnaire questionnaire) {
        List<String> unknown = new ArrayList<>();
        for (UnderwritingRule rule : rules) {
            String control = rule.when().control();
            String evidence = rule.when().evidenceBelow();
            if (control != null
                    && (questionnaire == null || questionnaire.find(control).isEmpty())) {
                unknown.add("rule " + rule.rule() + " names the control " + control + ", which "
                        + (questionnaire == null
                                ? "needs diligence.questionnaire"
                                : "is no question of " + questionnaire.questionnaire()));
            }
            if (evidence != null
                    && questionnaire != null
                    && questionnaire.kind(evidence).isEmpty()) {
                unknown.add("rule " + rule.rule() + " names the evidence " + evidence + ", which "
                        + questionnaire.questionnaire() + " does not have");
            }
        }
        return unknown;
    }

    /** The worst decision of the rules that hold. */
    public Decision decide(Risk risk) {
        Decision worst = Decision.ACCEPT;
        for (UnderwritingRule rule : holding(risk)) {
            worst = rule.decision().compareTo(worst) > 0 ? rule.decision() : worst;
        }
        return worst;
    }

    /** The rules that hold, in the order of the file. */
    public List<UnderwritingRule> holding(Risk risk) {
        return rules.stream().filter(rule -> rule.when().holds(risk)).toList();
    }
}
