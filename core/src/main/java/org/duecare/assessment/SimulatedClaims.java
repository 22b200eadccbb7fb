package org.duecare.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duecare.operation.Operation;
import org.duecare.operation.RiskClass;
import org.duecare.quantity.InvalidValueException;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.ExAntePrices;
import org.duecare.simulation.ExAntePricing;
import org.duecare.simulation.Policy;
import org.duecare.simulation.Scenario;
import org.duecare.simulation.ScenarioCompiler;
import org.duecare.underwriting.Claims;
import org.duecare.underwriting.ClaimsRow;

/**
 * What an insurer of a simulated portfolio would have in its record: one row for each insured operation and year, from the
 * first trial-years of the pilot that prices are made from, all of them in the first year of the scenario.
 */
public final class SimulatedClaims {
    /** Most rows that a record may have. */
    private static final int MOST_ROWS = 500_000;

    private SimulatedClaims() {}

    /**
     * The record of one variant. A row's risk is the operation, its group the sector.
     *
     * @param variant whose cover holds; empty for the only one with insurance
     * @param years length of the record
     * @param threads number of threads; does not show in the result
     */
    public static Claims of(Scenario scenario, String variant, int years, int threads) {
        Policy policy = insured(scenario, variant);
        CompiledScenario priced =
                ExAntePricing.pricedAll(ScenarioCompiler.compile(scenario), List.of(policy.variant()), threads);
        ExAntePrices prices = priced.prices().get(policy.variant());
        if (prices == null) {
            throw new IllegalStateException("no prices of " + policy.variant());
        }
        List<Operation> operations = prices.operations();
        if ((double) operations.size() * years > MOST_ROWS) {
            throw new InvalidValueException(
                    "simulated.years",
                    String.format(
                            Locale.ROOT,
                            "= %d of %d operations are more than %,d rows",
                            years,
                            operations.size(),
                            MOST_ROWS),
                    "Ask for fewer years");
        }
        int[][] claims = prices.pilotClaimsByYear(years);
        double[][] paid = prices.pilotPaidByYear(years);
        List<ClaimsRow> rows = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            RiskClass of = prices.riskClass(i);
            for (int year = 0; year < years && prices.insured(i); year++) {
                rows.add(new ClaimsRow(
                        operations.get(i).operation(),
                        of.sector(),
                        year + 1.0,
                        of.sector(),
                        of.territory(),
                        of.size(),
                        of.posture(),
                        of.assurance(),
                        1,
                        claims[i][year],
                        paid[i][year]));
            }
        }
        return new Claims(rows);
    }

    private static Policy insured(Scenario scenario, String variant) {
        List<Policy> found = scenario.policies().stream()
                .filter(policy -> policy.insurance() != null)
                .filter(policy -> variant.isEmpty() || policy.variant().equals(variant))
                .toList();
        if (found.size() != 1) {
            throw new InvalidValueException(
                    "simulated.variant",
                    variant.isEmpty() ? "must be named" : "= " + variant + " is no variant with insurance",
                    "With insurance there are: "
                            + String.join(
                                    ", ",
                                    scenario.policies().stream()
                                            .filter(policy -> policy.insurance() != null)
                                            .map(Policy::variant)
                                            .toList()));
        }
        return found.get(0);
    }
}
