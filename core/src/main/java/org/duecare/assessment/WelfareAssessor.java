package org.duecare.assessment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.duecare.assessment.Welfare.Component;
import org.duecare.fund.LiabilityFund;
import org.duecare.premium.Premium;
import org.duecare.quantity.CompensatedSum;
import org.duecare.quantity.Money;
import org.duecare.settlement.Measure;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.ExAntePrices;
import org.duecare.simulation.Policy;
import org.duecare.simulation.RunResult;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.MeanEstimator;
import org.duecare.statistics.PairedDifference;
import org.duecare.statistics.Quantiles;
import org.duecare.statistics.TailMoments;
import org.duecare.statistics.TrialColumn;
import org.duecare.statistics.TrialWeights;
import org.jspecify.annotations.Nullable;

/**
 * The account of welfare. Every component is the mean of one amount for each trial and year, so that intervals are clustered
 * by trial and differences are paired like those of any measure. Tail value at risk and certainty equivalent enter by their
 * influence values (the first of R. T. Rockafellar and S. Uryasev, Journal of Risk 2, 2000), whose mean is the estimate.
 */
public final class WelfareAssessor {
    private static final int CHUNK = 8192;
    private static final List<Measure> CARRIERS = List.of(Measure.INSURER, Measure.REINSURER, Measure.MUTUAL);

    private final CompiledScenario compiled;
    private final RunResult result;
    private final WelfarePlan plan;
    private final TrialWeights weights;
    private final int trials;
    private final int years;

    private WelfareAssessor(CompiledScenario compiled, RunResult result, WelfarePlan plan) {
        this.compiled = compiled;
        this.result = result;
        this.plan = plan;
        this.weights = result.weights();
        this.trials = result.scenario().trials();
        this.years = result.scenario().years();
    }

    /** The account of every variant, in the order of the file. */
    public static List<Welfare> assess(CompiledScenario compiled, RunResult result, WelfarePlan plan) {
        return new WelfareAssessor(compiled, result, plan).assess();
    }

    private List<Welfare> assess() {
        List<Map<Component, List<TrialColumn>>> accounts = IntStream.range(
                        0, result.variants().size())
                .mapToObj(this::account)
                .toList();
        String against = result.scenario().compareTo();
        int reference = IntStream.range(0, accounts.size())
                .filter(v -> result.variants().get(v).variant().equals(against))
                .findFirst()
                .orElse(-1);
        List<Welfare> welfare = new ArrayList<>();
        for (int v = 0; v < accounts.size(); v++) {
            boolean compared = reference >= 0 && v != reference;
            welfare.add(new Welfare(
                    result.variants().get(v).variant(),
                    items(accounts.get(v), null, v, v),
                    compared ? against : null,
                    compared ? items(accounts.get(v), accounts.get(reference), v, reference) : List.of()));
        }
        return List.copyOf(welfare);
    }

    private List<Welfare.Item> items(
            Map<Component, List<TrialColumn>> account,
            @Nullable Map<Component, List<TrialColumn>> reference,
            int v,
            int other) {
        List<Welfare.Item> items = new ArrayList<>();
        for (Component component : Component.values()) {
            TailMoments one = moments(v, component);
            TailMoments two = moments(other, component);
            TailMoments worse = one.compareTo(two) > 0 ? one : two;
            List<TrialColumn> columns = of(account, component);
            ConfidenceInterval mean = reference == null
                    ? MeanEstimator.of(columns, weights, Money.MINOR_PER_MAIN, worse)
                            .mean()
                    : PairedDifference.of(columns, of(reference, component), weights, Money.MINOR_PER_MAIN, worse);
            items.add(new Welfare.Item(component, mean));
        }
        return items;
    }

    private static List<TrialColumn> of(Map<Component, List<TrialColumn>> account, Component component) {
        return account.getOrDefault(component, List.of());
    }

    private TailMoments moments(int v, Component component) {
        Tails tails = new Tails(compiled, v);
        return switch (component) {
            case CARE, ADMINISTRATION, VICTIMS_RISK -> TailMoments.FINITE_VARIANCE;
            case OWN_LOSS -> tails.of(Measure.OWN_LOSS);
            case HARM -> tails.of(Measure.HARM);
            case COST_OF_CAPITAL -> carriers(tails);
            case TOTAL, TOTAL_WITH_RISK ->
                worse(worse(tails.of(Measure.OWN_LOSS), tails.of(Measure.HARM)), carriers(tails));
        };
    }

    private static TailMoments carriers(Tails tails) {
        TailMoments worst = TailMoments.FINITE_VARIANCE;
        for (Measure measure : CARRIERS) {
            worst = worse(worst, tails.of(measure));
        }
        return worst;
    }

    private static TailMoments worse(TailMoments a, TailMoments b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    /** Amounts by component, one column for each year. */
    private Map<Component, List<TrialColumn>> account(int v) {
        RunResult.VariantResult variant = result.variants().get(v);
        Map<Component, List<TrialColumn>> account = new EnumMap<>(Component.class);
        account.put(Component.CARE, sums(variant, Measure.CARE_COST));
        account.put(Component.OWN_LOSS, sums(variant, Measure.OWN_LOSS));
        account.put(Component.HARM, sums(variant, Measure.HARM));
        account.put(Component.ADMINISTRATION, administration(variant));
        account.put(Component.COST_OF_CAPITAL, capital(variant));
        account.put(Component.TOTAL, added(List.copyOf(account.values())));
        account.put(Component.VICTIMS_RISK, risk(variant));
        account.put(
                Component.TOTAL_WITH_RISK,
                added(List.of(of(account, Component.TOTAL), of(account, Component.VICTIMS_RISK))));
        return account;
    }

    private List<TrialColumn> byYear(IntFunction<TrialColumn> column) {
        return IntStream.rangeClosed(1, years).mapToObj(column).toList();
    }

    private List<TrialColumn> sums(RunResult.VariantResult variant, Measure measure) {
        boolean live = variant.measures().contains(measure);
        return byYear(year -> live ? variant.sum(measure, year) : new Derived(trials, List.of(), (values, t) -> 0));
    }

    private List<TrialColumn> added(List<List<TrialColumn>> parts) {
        return byYear(year -> {
            List<TrialColumn> columns =
                    parts.stream().map(part -> part.get(year - 1)).toList();
            return new Derived(trials, columns, WelfareAssessor::sum);
        });
    }

    private static long sum(long[][] values, int t) {
        long sum = 0;
        for (long[] column : values) {
            sum = Math.addExact(sum, column[t]);
        }
        return sum;
    }

    private List<TrialColumn> administration(RunResult.VariantResult variant) {
        double yearly = 0;
        ExAntePrices prices = compiled.prices().get(variant.variant());
        if (prices != null && prices.rule() != null) {
            Premium premium = prices.total();
            yearly += premium.expenses() + premium.commission();
        }
        LiabilityFund fund = policy(variant.variant()).fund();
        yearly += fund == null ? 0 : fund.expensesPerYear();
        long always = Money.minor(yearly);
        long each = Money.minor(plan.administrationPerClaim());
        return byYear(year ->
                new Derived(trials, List.of(variant.breaches(year)), (values, t) -> always + each * values[0][t]));
    }

    private Policy policy(String variant) {
        return result.scenario().policies().stream()
                .filter(policy -> policy.variant().equals(variant))
                .findFirst()
                .orElseThrow();
    }

    /** Cost of capital by {@code rate x (q + (x - q)+ / (1 - level) - x)}, whose mean is the rate times TVaR less mean. */
    private List<TrialColumn> capital(RunResult.VariantResult variant) {
        List<List<TrialColumn>> parts =
                CARRIERS.stream().map(measure -> sums(variant, measure)).toList();
        List<TrialColumn> carried = added(parts);
        double level = plan.capitalLevel();
        double quantile = Quantiles.pooled(carried, weights, 1, level)[0];
        return byYear(year -> new Derived(trials, List.of(carried.get(year - 1)), (values, t) -> {
            double x = values[0][t];
            double tail = quantile + Math.max(0, x - quantile) / (1 - level);
            return Math.round(plan.costOfCapital() * Welfare.capital(tail, x));
        }));
    }

    /** Certainty equivalent less the mean of what victims bear; with {@code Y = exp(a U / w)} by {@code Y / E Y - 1}. */
    private List<TrialColumn> risk(RunResult.VariantResult variant) {
        List<TrialColumn> left = sums(variant, Measure.UNCOMPENSATED);
        double aversion = plan.riskAversion();
        double wealth = plan.victimsWealth() * Money.MINOR_PER_MAIN;
        if (aversion == 0) {
            return byYear(year -> new Derived(trials, List.of(), (values, t) -> 0));
        }
        double mean = meanOfExponentials(left, aversion, wealth);
        double equivalent = Welfare.certaintyEquivalent(mean, aversion, wealth);
        return byYear(year -> new Derived(trials, List.of(left.get(year - 1)), (values, t) -> {
            double borne = Math.min(values[0][t], wealth);
            double change = StrictMath.exp(aversion * borne / wealth) / mean - 1;
            return Math.round(equivalent + wealth / aversion * change - borne);
        }));
    }

    private double meanOfExponentials(List<TrialColumn> columns, double aversion, double wealth) {
        CompensatedSum sum = new CompensatedSum();
        long[] values = new long[CHUNK];
        long[] scratch = new long[CHUNK];
        double[] weight = new double[CHUNK];
        for (TrialColumn column : columns) {
            for (int from = 0; from < trials; from += CHUNK) {
                int count = Math.min(CHUNK, trials - from);
                column.read(from, count, values);
                weights.read(from, count, scratch, weight);
                for (int t = 0; t < count; t++) {
                    sum.add(weight[t] * StrictMath.exp(aversion * Math.min(values[t], wealth) / wealth));
                }
            }
        }
        return sum.value() / ((double) trials * years);
    }

    /** An amount of each trial made of others. */
    private interface Amount {
        long of(long[][] values, int trial);
    }

    /** A column made of others while it is read; minor units. */
    private record Derived(int trials, List<TrialColumn> parts, Amount amount) implements TrialColumn {
        @Override
        public void read(int from, int count, long[] target) {
            long[][] values = new long[parts.size()][count];
            for (int part = 0; part < values.length; part++) {
                parts.get(part).read(from, count, values[part]);
            }
            for (int t = 0; t < count; t++) {
                target[t] = amount.of(values, t);
            }
        }
    }
}
