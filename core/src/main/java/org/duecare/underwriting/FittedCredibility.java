package org.duecare.underwriting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.duecare.operation.RiskClass;
import org.duecare.premium.RateTable;
import org.duecare.quantity.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * Credibility premiums of a record of claims.
 *
 * @param collective collective premium; not a number for a regression, whose collective is a line
 * @param within variance within a risk, of one unit of weight; not a number for a regression
 * @param betweenRisks variance of the means of risks, within their group where there are groups; same
 * @param betweenGroups variance of the means of groups; not a number without groups
 * @param at period that premiums are for; not a number without a trend
 * @param risks in the order of their first rows
 * @param groups in alphabetical order; empty without groups
 */
public record FittedCredibility(
        CredibilityModel model,
        double collective,
        double within,
        double betweenRisks,
        double betweenGroups,
        double at,
        List<Risk> risks,
        List<Group> groups) {
    /** Copies the lists. */
    public FittedCredibility {
        risks = List.copyOf(risks);
        groups = List.copyOf(groups);
    }

    /**
     * One risk.
     *
     * @param group empty without groups
     * @param weight of its record, all periods together
     * @param own mean of its record
     * @param factor share of the own record in the premium; not a number for a regression
     */
    public record Risk(String risk, String group, double weight, double own, double factor, double premium) {}

    /** One group of risks. */
    public record Group(String group, double factor, double premium) {}

    /**
     * Fits a model.
     *
     * @param rates the tariff whose expectation is the weight under {@code of: tariff}; null for none
     */
    static FittedCredibility fit(CredibilityModel model, Claims record, @Nullable RateTable rates) {
        return new Fit(model, record, rates).answer();
    }

    /** What each risk is expected to claim over what the tariff expects, for {@code of: tariff}. */
    Map<String, Double> experience() {
        Map<String, Double> factors = new LinkedHashMap<>();
        risks.stream().filter(risk -> risk.premium() > 0).forEach(risk -> factors.put(risk.risk(), risk.premium()));
        return factors;
    }

    /** The record as a matrix of risks and periods. */
    private static final class Fit {
        private final CredibilityModel model;
        private final List<String> names;
        private final double[] periods;
        private final double[][] weights;
        private final double[][] ratios;
        private final Map<String, String> groupOf = new LinkedHashMap<>();

        Fit(CredibilityModel model, Claims record, @Nullable RateTable rates) {
            this.model = model;
            TreeSet<Double> times = new TreeSet<>();
            List<ClaimsRow> rows = record.rows();
            for (int i = 0; i < rows.size(); i++) {
                ClaimsRow row = rows.get(i);
                Claims.require(!row.risk().isEmpty(), i, "risk", "credibility is asked for");
                boolean grouped = model.model() == CredibilityModel.Model.HIERARCHICAL;
                Claims.require(!grouped || !row.group().isEmpty(), i, "group", "credibility is hierarchical");
                times.add(row.period());
                String before = groupOf.put(row.risk(), grouped ? row.group() : "");
                if (grouped && before != null && !before.equals(row.group())) {
                    throw new InvalidValueException(
                            Claims.row(i),
                            "puts " + row.risk() + " into group " + row.group() + ", an earlier one into " + before,
                            "A risk has one group");
                }
            }
            this.names = List.copyOf(groupOf.keySet());
            this.periods = times.stream().mapToDouble(Double::doubleValue).toArray();
            this.weights = new double[names.size()][periods.length];
            this.ratios = new double[names.size()][periods.length];
            fill(rows, rates);
        }

        private void fill(List<ClaimsRow> rows, @Nullable RateTable rates) {
            ToDoubleFunction<ClaimsRow> weight = switch (model.of()) {
                case BURNING_COST, FREQUENCY -> ClaimsRow::exposure;
                case MEAN_SIZE -> ClaimsRow::claims;
                case TARIFF -> row -> expected(row, rates);
            };
            ToDoubleFunction<ClaimsRow> amount =
                    model.of() == CredibilityModel.Basis.FREQUENCY ? ClaimsRow::claims : ClaimsRow::amount;
            Map<String, Integer> numbers = new HashMap<>();
            names.forEach(name -> numbers.put(name, numbers.size()));
            for (ClaimsRow row : rows) {
                int i = numbers.getOrDefault(row.risk(), -1);
                int j = Arrays.binarySearch(periods, row.period());
                weights[i][j] += weight.applyAsDouble(row);
                ratios[i][j] += amount.applyAsDouble(row);
            }
            for (int i = 0; i < ratios.length; i++) {
                for (int j = 0; j < periods.length; j++) {
                    ratios[i][j] = weights[i][j] > 0 ? ratios[i][j] / weights[i][j] : Double.NaN;
                }
            }
        }

        private static double expected(ClaimsRow row, @Nullable RateTable rates) {
            if (rates == null) {
                throw new InvalidValueException(
                        "credibility", "of: tariff needs relativities in the same file", "State relativities");
            }
            return row.exposure()
                    * rates.pure(
                            new RiskClass(row.sector(), row.territory(), row.size(), row.posture(), row.assurance()),
                            row.risk());
        }

        FittedCredibility answer() {
            try {
                return switch (model.model()) {
                    case BUHLMANN -> of(BuhlmannStraub.fit(ratios));
                    case BUHLMANN_STRAUB ->
                        of(BuhlmannStraub.fit(
                                ratios,
                                weights,
                                model.estimator() == null ? BuhlmannStraub.Between.UNBIASED : model.estimator()));
                    case HIERARCHICAL -> hierarchical();
                    case REGRESSION -> regression();
                };
            } catch (InvalidValueException refused) {
                if (refused.name().equals("credibility") || refused.name().startsWith("claims")) {
                    throw refused;
                }
                throw new InvalidValueException(
                        "credibility",
                        "cannot be fitted: the record has " + names.size() + " risks in " + periods.length
                                + " periods, and the model's " + refused.getMessage(),
                        "");
            }
        }

        private FittedCredibility of(Credibility fit) {
            List<Risk> risks = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                risks.add(new Risk(names.get(i), "", fit.weight(i), fit.mean(i), fit.factor(i), fit.premium(i)));
            }
            return new FittedCredibility(
                    model, fit.collective(), fit.within(), fit.between(), Double.NaN, Double.NaN, risks, List.of());
        }

        private FittedCredibility hierarchical() {
            TreeMap<String, Integer> numbers = new TreeMap<>();
            groupOf.values().forEach(group -> numbers.put(group, 0));
            int next = 0;
            for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
                entry.setValue(next++);
            }
            int[] number = names.stream()
                    .mapToInt(name -> numbers.getOrDefault(groupOf.getOrDefault(name, ""), 0))
                    .toArray();
            HierarchicalCredibility fit = HierarchicalCredibility.fit(ratios, weights, number);
            List<Risk> risks = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                risks.add(new Risk(
                        name, groupOf.getOrDefault(name, ""), weight(i), own(i), fit.factor(i), fit.premium(i)));
            }
            List<Group> groups = new ArrayList<>();
            numbers.forEach((group, g) -> groups.add(new Group(group, fit.groupFactor(g), fit.groupPremium(g))));
            return new FittedCredibility(
                    model,
                    fit.collective(),
                    fit.within(),
                    fit.betweenRisks(),
                    fit.betweenGroups(),
                    Double.NaN,
                    risks,
                    groups);
        }

        private FittedCredibility regression() {
            double last = periods[periods.length - 1];
            double at = model.at() == null ? last + 1 : model.at();
            RegressionCredibility fit = model.intercept() == CredibilityModel.Intercept.ORIGIN
                    ? RegressionCredibility.atOrigin(ratios, weights, periods)
                    : RegressionCredibility.atBarycentre(ratios, weights, periods);
            List<Risk> risks = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                risks.add(new Risk(names.get(i), "", weight(i), own(i), Double.NaN, fit.premium(i, at)));
            }
            return new FittedCredibility(model, Double.NaN, Double.NaN, Double.NaN, Double.NaN, at, risks, List.of());
        }

        private double weight(int i) {
            return Arrays.stream(weights[i]).sum();
        }

        private double own(int i) {
            double sum = 0;
            for (int j = 0; j < periods.length; j++) {
                sum += weights[i][j] > 0 ? weights[i][j] * ratios[i][j] : 0;
            }
            return sum / weight(i);
        }
    }
}
