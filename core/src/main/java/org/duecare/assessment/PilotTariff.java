package org.duecare.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duecare.operation.RiskClass;
import org.duecare.quantity.InvalidValueException;
import org.duecare.simulation.ExAntePrices;
import org.duecare.underwriting.LogLinearModel;
import org.duecare.underwriting.Tariff;

/**
 * A multiplicative tariff by sector, territory, size, care and assurance, fitted to the pilot: claims by policy-year with a Poisson
 * law, mean sizes by number of claims with a gamma law. The pure premium is their product.
 *
 * @param claims relativities of the number of claims
 * @param size relativities of the mean size
 */
public record PilotTariff(Tariff claims, Tariff size) {
    private static final List<RiskClass.Dimension> ORDER = List.of(
            RiskClass.Dimension.SECTOR,
            RiskClass.Dimension.SIZE,
            RiskClass.Dimension.POSTURE,
            RiskClass.Dimension.ASSURANCE,
            RiskClass.Dimension.TERRITORY);

    /**
     * Fits the tariff of one variant. A dimension that the operations do not tell apart from those before it is left out;
     * the order is sector, size, posture, assurance, territory.
     *
     * @throws InvalidValueException where there are no claims
     */
    public static PilotTariff of(ExAntePrices prices) {
        List<RiskClass.Dimension> kept = new ArrayList<>();
        PilotTariff fitted = fit(prices, kept);
        for (RiskClass.Dimension dimension : ORDER) {
            kept.add(dimension);
            try {
                fitted = fit(prices, kept);
            } catch (InvalidValueException dependent) {
                kept.remove(dimension);
            }
        }
        return fitted;
    }

    private static PilotTariff fit(ExAntePrices prices, List<RiskClass.Dimension> dimensions) {
        List<Tariff.Factor> factors = new ArrayList<>();
        List<List<String>> ranks = new ArrayList<>();
        for (RiskClass.Dimension dimension : dimensions) {
            TreeMap<String, String> words = new TreeMap<>();
            for (int i = 0; i < prices.operations().size(); i++) {
                if (prices.insured(i)) {
                    RiskClass of = prices.riskClass(i);
                    words.put(of.rank(dimension), of.value(dimension));
                }
            }
            ranks.add(List.copyOf(words.keySet()));
            factors.add(new Tariff.Factor(dimension.key(), List.copyOf(words.values())));
        }
        return fit(prices, dimensions, factors, ranks);
    }

    private static PilotTariff fit(
            ExAntePrices prices,
            List<RiskClass.Dimension> dimensions,
            List<Tariff.Factor> factors,
            List<List<String>> ranks) {
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
            for (int f = 0; f < dimensions.size(); f++) {
                levels[at][f] = ranks.get(f).indexOf(cell.getKey().rank(dimensions.get(f)));
            }
            double[] sums = cell.getValue();
            columns[0][at] = sums[0];
            columns[1][at] = sums[1] / sums[0];
            columns[2][at] = sums[1];
            columns[3][at++] = sums[1] == 0 ? 0 : sums[2] / sums[1];
        }
        Tariff claims = Tariff.fit(factors, levels, columns[0], columns[1], LogLinearModel.Family.POISSON);
        Tariff size = Tariff.fit(claims, levels, columns[2], columns[3], LogLinearModel.Family.GAMMA);
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
