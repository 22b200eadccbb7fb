package org.duecare.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.duecare.quantity.InvalidValueException;
import org.duecare.simulation.ExAntePrices;
import org.duecare.simulation.RiskClass;
import org.duecare.underwriting.LogLinearModel;
import org.duecare.underwriting.Tariff;

/**
 * A multiplicative tariff by sector, territory, size and care, fitted to the pilot: claims by policy-year with a Poisson
 * law, mean sizes by number of claims with a gamma law. The pure premium is their product.
 *
 * @param claims relativities of the number of claims
 * @param size relativities of the mean size
 */
public record PilotTariff(Tariff claims, Tariff size) {
    /**
     * Fits the tariff of one variant.
     *
     * @throws InvalidValueException where there are no claims, or factors depend on each other
     */
    public static PilotTariff of(ExAntePrices prices) {
        List<Tariff.Factor> factors = new ArrayList<>();
        List<List<String>> ranks = new ArrayList<>();
        for (RiskClass.Dimension dimension : RiskClass.Dimension.values()) {
            TreeSet<String> seen = new TreeSet<>();
            Map<String, String> words = new LinkedHashMap<>();
            for (int i = 0; i < prices.operations().size(); i++) {
                if (prices.insured(i)) {
                    seen.add(prices.riskClass(i).rank(dimension));
                    words.put(
                            prices.riskClass(i).rank(dimension),
                            prices.riskClass(i).value(dimension));
                }
            }
            if (seen.isEmpty()) {
                throw new InvalidValueException("operations", "are not insured: nothing to rate", "");
            }
            ranks.add(new ArrayList<>(seen));
            factors.add(new Tariff.Factor(
                    dimension.key(), seen.stream().map(words::get).toList()));
        }
        return fit(prices, factors, ranks);
    }

    private static PilotTariff fit(ExAntePrices prices, List<Tariff.Factor> factors, List<List<String>> ranks) {
        Map<RiskClass, double[]> cells = new LinkedHashMap<>();
        double[] paid = prices.pilotPaid();
        for (int i = 0; i < paid.length; i++) {
            if (prices.insured(i)) {
                double[] cell = cells.computeIfAbsent(prices.riskClass(i), c -> new double[3]);
                cell[0] += prices.pilotTrialYears();
                cell[1] += prices.pilotClaims(i);
                cell[2] += paid[i];
            }
        }
        int[][] levels = new int[cells.size()][factors.size()];
        double[][] columns = new double[4][cells.size()];
        int at = 0;
        for (Map.Entry<RiskClass, double[]> cell : cells.entrySet()) {
            for (RiskClass.Dimension dimension : RiskClass.Dimension.values()) {
                int f = dimension.ordinal();
                levels[at][f] = ranks.get(f).indexOf(cell.getKey().rank(dimension));
            }
            double[] sums = cell.getValue();
            columns[0][at] = sums[0];
            columns[1][at] = sums[1] / sums[0];
            columns[2][at] = sums[1];
            columns[3][at++] = sums[1] == 0 ? 0 : sums[2] / sums[1];
        }
        Tariff claims = Tariff.fit(factors, levels, columns[0], columns[1], LogLinearModel.Family.POISSON);
        Tariff size = Tariff.fit(factors, levels, columns[2], columns[3], LogLinearModel.Family.GAMMA);
        return new PilotTariff(claims, size);
    }

    /** The rating factors. */
    public List<Tariff.Factor> factors() {
        return claims.factors();
    }

    /** Pure premium of the base class a year, main units. */
    public double base() {
        return claims.base() * size.base();
    }

    /** Relativity of the pure premium of a level. */
    public double relativity(int factor, int level) {
        return claims.relativity(factor, level) * size.relativity(factor, level);
    }
}
