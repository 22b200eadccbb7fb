package org.duecare.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.FundColumns;
import org.duecare.operation.Operation;
import org.duecare.operation.RiskClass;
import org.duecare.premium.Premium;
import org.duecare.quantity.Money;
import org.duecare.settlement.Measure;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.RunResult;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.MeanEstimator;
import org.duecare.statistics.TailMoments;
import org.duecare.statistics.TrialColumn;
import org.duecare.statistics.TrialWeights;
import org.jspecify.annotations.Nullable;

/**
 * The burden of cover by group. Levies and calls of a trial-year are split over operations in the proportion in which they
 * owe them, so a group's contributions are a fixed share of each year's and their interval that of the run.
 */
final class BurdenAssessor {
    private final List<Operation> operations;
    private final @Nullable FundColumns fund;
    private final RunResult.VariantResult variant;
    private final TrialWeights weights;
    private final int years;

    private BurdenAssessor(CompiledScenario compiled, int v, RunResult result) {
        CompiledVariant columns = compiled.variants().get(v);
        this.operations = compiled.operations();
        this.fund = columns.fund;
        this.variant = result.variants().get(v);
        this.weights = result.weights();
        this.years = compiled.scenario().years();
    }

    /** The burden; null where operators pay neither premium nor levy nor call. */
    static @Nullable Burden assess(CompiledScenario compiled, int v, RunResult result) {
        BurdenAssessor assessor = new BurdenAssessor(compiled, v, result);
        boolean premium = assessor.variant.premium(0) != null;
        boolean contributes = assessor.variant.measures().contains(Measure.LEVY)
                || assessor.variant.measures().contains(Measure.CALLS);
        return premium || contributes ? assessor.assess() : null;
    }

    private Burden assess() {
        List<Burden.Group> groups = new ArrayList<>();
        groups.addAll(by(Burden.By.ALL, i -> "all"));
        groups.addAll(by(Burden.By.SIZE, i -> RiskClass.of(operations.get(i)).rank(RiskClass.Dimension.SIZE)));
        groups.addAll(by(Burden.By.TERRITORY, i -> operations.get(i).territory()));
        return new Burden(groups);
    }

    private List<Burden.Group> by(Burden.By by, IntFunction<String> keyOf) {
        Map<String, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < operations.size(); i++) {
            members.computeIfAbsent(keyOf.apply(i), key -> new ArrayList<>()).add(i);
        }
        return members.entrySet().stream()
                .map(entry -> group(
                        by, by == Burden.By.SIZE ? entry.getKey().substring(1) : entry.getKey(), entry.getValue()))
                .toList();
    }

    private Burden.Group group(Burden.By by, String name, List<Integer> members) {
        double revenue = 0;
        double premium = 0;
        for (int i : members) {
            Premium own = variant.premium(i);
            revenue += operations.get(i).revenue();
            premium += own == null ? 0 : own.total();
        }
        List<TrialColumn> columns = new ArrayList<>();
        for (int year = 1; year <= years; year++) {
            columns.add(new Contributions(
                    column(Measure.LEVY, year),
                    fund == null ? 0 : share(fund.levy[year - 1], members),
                    column(Measure.CALLS, year),
                    fund == null ? 0 : share(fund.callWeight, members),
                    variant.incidents(year).trials()));
        }
        ConfidenceInterval mean = MeanEstimator.of(columns, weights, Money.MINOR_PER_MAIN, TailMoments.FINITE_VARIANCE)
                .mean();
        return new Burden.Group(by, name, members.size(), revenue, premium, mean, share(premium, mean, revenue));
    }

    private static ConfidenceInterval share(double premium, ConfidenceInterval mean, double revenue) {
        if (!(revenue > 0)) {
            return ConfidenceInterval.none("no revenue");
        }
        return new ConfidenceInterval(
                (premium + mean.estimate()) / revenue,
                (premium + mean.low()) / revenue,
                (premium + mean.high()) / revenue,
                mean.reason());
    }

    private @Nullable TrialColumn column(Measure measure, int year) {
        return variant.measures().contains(measure) ? variant.sum(measure, year) : null;
    }

    private static double share(long[] amounts, List<Integer> members) {
        double all = 0;
        for (long amount : amounts) {
            all += amount;
        }
        double own = 0;
        for (int i : members) {
            own += amounts.length == 0 ? 0 : amounts[i];
        }
        return all == 0 ? 0 : own / all;
    }

    /** A group's part of levies and calls of a year, to the nearest minor unit. */
    private record Contributions(
            @Nullable TrialColumn levy,
            double ofLevy,
            @Nullable TrialColumn calls,
            double ofCalls,
            int trials) implements TrialColumn {
        @Override
        public void read(int from, int count, long[] target) {
            long[] levies = new long[count];
            long[] called = new long[count];
            if (levy != null) {
                levy.read(from, count, levies);
            }
            if (calls != null) {
                calls.read(from, count, called);
            }
            Arrays.setAll(levies, t -> Math.round(levies[t] * ofLevy + called[t] * ofCalls));
            System.arraycopy(levies, 0, target, 0, count);
        }
    }
}
