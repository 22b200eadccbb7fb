package org.duecare.underwriting;

import java.util.List;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.ElementValues;
import org.duecare.operation.Operation;
import org.duecare.premium.Premium;

/**
 * The answer to a proposal. Amounts in main units a year.
 *
 * @param operation with the posture held that was priced
 * @param declared care as answered
 * @param principle the premium principle and its parameters, in one line
 * @param terms at which the premium holds
 * @param rules that hold, in the order of the scenario
 * @param simulated what insurers are expected to pay a year, from the simulation
 * @param byTariff whether the pure premium is that of the tariff of the premium rule; else it is the simulated one
 * @param options other terms, deductibles rising, then limits
 * @param improvements what better answers and better evidence save, cheapest first
 * @param trialYears that prices were found from
 */
public record Quote(
        String proposal,
        String title,
        String scenario,
        String variant,
        String currency,
        Operation operation,
        ElementValues declared,
        String principle,
        Terms terms,
        Underwriting.Decision decision,
        List<String> rules,
        Premium premium,
        Simulated simulated,
        boolean byTariff,
        List<Option> options,
        List<Improvement> improvements,
        int trialYears) {
    /** Copies the lists. */
    public Quote {
        rules = List.copyOf(rules);
        options = List.copyOf(options);
        improvements = List.copyOf(improvements);
    }

    /** Terms of the cover; infinite limits for none. */
    public record Terms(double deductible, double limit, double annualLimit) {}

    /** A 95 % interval. */
    public record Range(double low, double high) {}

    /** A simulated mean with its 95 % interval. */
    public record Simulated(double mean, Range range) {}

    /** The premium at other terms. */
    public record Option(Terms terms, Premium premium) {}

    /**
     * A better answer, or better evidence for the same one.
     *
     * @param element for which the control speaks most
     * @param evidence whether the evidence improves, and not the answer
     * @param from the answer, or evidence, as given
     * @param to the answer, or evidence, improved
     * @param premiumSaved what the operator pays less, a year
     * @param saved 95 % interval of the part of it that is expected loss
     * @param cost of the improvement, a year
     */
    public record Improvement(
            String control,
            DiligenceElement element,
            boolean evidence,
            String from,
            String to,
            double premiumSaved,
            Range saved,
            double cost) {}
}
