package org.duecare.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duecare.operation.RiskClass;
import org.duecare.premium.Allocation;
import org.duecare.premium.DiscreteLoss;
import org.duecare.premium.Distortion;
import org.duecare.premium.PartedLoss;
import org.duecare.premium.Premium;
import org.duecare.premium.PremiumPrinciple;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.PrincipleChoice;
import org.duecare.quantity.Require;
import org.duecare.simulation.ExAntePrices;

/**
 * What the insurance of one variant costs before the first trial: by principle, by class with the capital each class needs,
 * and the portfolio as a whole. Amounts in main units a year.
 *
 * @param method how expected losses were found
 * @param insured number of insured operations
 * @param principles the whole under each principle
 * @param classes the chosen dimensions, under the first principle
 * @param portfolio the yearly sum over all policies
 */
public record PriceTable(
        String variant,
        String method,
        int insured,
        List<ByPrinciple> principles,
        List<ClassRow> classes,
        Portfolio portfolio) {
    /** Entries of class by trial-year beyond which allocations are left out. */
    private static final double MOST_ENTRIES = 1e8;

    /** The whole under one principle. */
    public record ByPrinciple(PrincipleChoice principle, Premium premium) {}

    /**
     * One class.
     *
     * @param values by dimension
     * @param expected mean of the pilot
     * @param coTvar its part of the portfolio's TVaR; NaN where left out
     * @param percentileLayer its part of the portfolio's assets; NaN where left out
     * @param conditionalMean its part of the portfolio's sum where that lies around the assets, in the share of years that is as
     *     wide as the tail beyond them; NaN where left out
     * @param natural its part of the portfolio's price under the first principle; NaN unless that is a distortion
     */
    public record ClassRow(
            Map<RiskClass.Dimension, String> values,
            int insured,
            Premium premium,
            double expected,
            double coTvar,
            double percentileLayer,
            double conditionalMean,
            double natural) {}

    /**
     * The yearly sum over all policies in the pilot.
     *
     * @param level of assets and tail
     * @param assets value at risk at the level
     * @param price of the sum under the first principle
     */
    public record Portfolio(
            double level, double mean, double sd, double assets, double tvar, double price, DiscreteLoss law) {}

    /** Copies the lists. */
    public PriceTable {
        principles = List.copyOf(principles);
        classes = List.copyOf(classes);
    }

    /**
     * The table of one variant.
     *
     * @param rule the first principle, with what is loaded on top
     * @param others further principles, with the same loadings
     * @param by dimensions of the classes
     * @param level of assets and tail, in [0, 1)
     */
    public static PriceTable of(
            String variant,
            ExAntePrices prices,
            PremiumRule rule,
            List<PrincipleChoice> others,
            List<RiskClass.Dimension> by,
            double level) {
        Require.that(level >= 0 && level < 1, "capitalLevel", "= " + level + " must be at least 0 and below 1", "");
        Premium[] premiums = prices.price(rule);
        List<ByPrinciple> principles = new ArrayList<>();
        principles.add(new ByPrinciple(rule.choice(), ExAntePrices.sum(premiums)));
        for (PrincipleChoice other : others) {
            principles.add(new ByPrinciple(other, ExAntePrices.sum(prices.price(rule.with(other)))));
        }
        Map<String, Integer> numbers = new TreeMap<>();
        for (int i = 0; i < premiums.length; i++) {
            numbers.putIfAbsent(key(prices.riskClass(i), by), 0);
        }
        int next = 0;
        for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
            entry.setValue(next++);
        }
        int[] groupOf = new int[premiums.length];
        for (int i = 0; i < premiums.length; i++) {
            groupOf[i] = numbers.getOrDefault(key(prices.riskClass(i), by), 0);
        }
        boolean split = (double) numbers.size() * prices.pilotTrialYears() <= MOST_ENTRIES;
        PartedLoss parted = prices.portfolio(split ? groupOf : new int[premiums.length], split ? numbers.size() : 1);
        PremiumPrinciple principle = rule.choice().toPrinciple();
        DiscreteLoss law = parted.whole();
        Portfolio portfolio = new Portfolio(
                level, law.mean(), law.sd(), law.quantile(level), law.tvar(level), principle.price(law), law);
        int insured = 0;
        for (int i = 0; i < premiums.length; i++) {
            insured += prices.insured(i) ? 1 : 0;
        }
        List<ClassRow> rows = rows(prices, premiums, groupOf, numbers.size(), by);
        return new PriceTable(
                variant,
                prices.method(),
                insured,
                principles,
                split ? allocated(rows, parted, portfolio, principle) : rows,
                portfolio);
    }

    private static String key(RiskClass riskClass, List<RiskClass.Dimension> by) {
        StringBuilder key = new StringBuilder();
        for (RiskClass.Dimension dimension : by) {
            key.append(riskClass.rank(dimension)).append('\t');
        }
        return key.toString();
    }

    private static List<ClassRow> rows(
            ExAntePrices prices, Premium[] premiums, int[] groupOf, int groups, List<RiskClass.Dimension> by) {
        Premium[] sums = new Premium[groups];
        int[] insured = new int[groups];
        int[] member = new int[groups];
        java.util.Arrays.fill(sums, Premium.NONE);
        for (int i = 0; i < groupOf.length; i++) {
            sums[groupOf[i]] = sums[groupOf[i]].plus(premiums[i]);
            insured[groupOf[i]] += prices.insured(i) ? 1 : 0;
            member[groupOf[i]] = i;
        }
        List<ClassRow> rows = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            Map<RiskClass.Dimension, String> values = new LinkedHashMap<>();
            for (RiskClass.Dimension dimension : by) {
                values.put(dimension, prices.riskClass(member[g]).value(dimension));
            }
            rows.add(new ClassRow(
                    values, insured[g], sums[g], Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        }
        return rows;
    }

    private static List<ClassRow> allocated(
            List<ClassRow> rows, PartedLoss parted, Portfolio portfolio, PremiumPrinciple principle) {
        double[] expected = Allocation.expected(parted);
        double[] tail = Allocation.tailConditional(parted, portfolio.level());
        double[] layers = portfolio.assets() > 0
                ? Allocation.percentileLayer(parted, portfolio.assets())
                : new double[rows.size()];
        double half = (1 - portfolio.level()) / 2;
        double[] around =
                Allocation.conditionalMean(parted, Math.max(0, portfolio.level() - half), portfolio.level() + half);
        double[] natural = principle instanceof Distortion distortion ? Allocation.natural(parted, distortion) : null;
        List<ClassRow> result = new ArrayList<>();
        for (int g = 0; g < rows.size(); g++) {
            ClassRow row = rows.get(g);
            result.add(new ClassRow(
                    row.values(),
                    row.insured(),
                    row.premium(),
                    expected[g],
                    tail[g],
                    layers[g],
                    around[g],
                    natural == null ? Double.NaN : natural[g]));
        }
        return result;
    }
}
