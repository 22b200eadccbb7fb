package org.duecare.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Recoupment;
import org.duecare.quantity.Money;
import org.duecare.settlement.Measure;
import org.duecare.simulation.Policy;
import org.duecare.simulation.RunResult;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.ExceedanceCurve;
import org.duecare.statistics.MeanEstimator;
import org.duecare.statistics.Proportion;
import org.duecare.statistics.Quantiles;
import org.duecare.statistics.TailMoments;
import org.duecare.statistics.TrialColumn;
import org.duecare.statistics.TrialWeights;
import org.jspecify.annotations.Nullable;

/** Insurers, treaties, exclusions and recoupment of one variant. */
final class CoverAssessor {
    private final RunResult.VariantResult variant;
    private final Policy policy;
    private final TrialWeights weights;
    private final TailMoments moments;
    private final int years;

    CoverAssessor(
            RunResult.VariantResult variant, Policy policy, TrialWeights weights, TailMoments moments, int years) {
        this.variant = variant;
        this.policy = policy;
        this.weights = weights;
        this.moments = moments;
        this.years = years;
    }

    /**
     * Assesses.
     *
     * @param exclusions what exclusions cost; null where that is not known
     */
    CoverAssessment assess(List<Double> returnPeriods, CoverAssessment.@Nullable ExclusionCost exclusions) {
        RunResult.InsurerPath path = variant.insurers();
        return new CoverAssessment(path == null ? null : insurers(path, returnPeriods), exclusions, recoupments());
    }

    private CoverAssessment.Insurers insurers(RunResult.InsurerPath path, List<Double> returnPeriods) {
        List<CoverAssessment.Insurer> insurers = new ArrayList<>();
        for (int k = 0; k < path.insurers().size(); k++) {
            insurers.add(insurer(path, k));
        }
        List<CoverAssessment.TreatyMean> treaties = new ArrayList<>();
        for (int t = 0; t < path.treaties().size(); t++) {
            int treaty = t;
            treaties.add(new CoverAssessment.TreatyMean(
                    path.treaties().get(t), mean(columns(year -> path.treaty(treaty, year)))));
        }
        ConfidenceInterval due = mean(columns(path::due));
        ConfidenceInterval unmet = mean(columns(year -> combined(path.unpaid(year), path.guarantee(year), Long::sum)));
        double level = due.estimate() > 0 ? 1 - unmet.estimate() / due.estimate() : 1;
        return new CoverAssessment.Insurers(
                insurers,
                due,
                level,
                mean(columns(path::guarantee)),
                mean(columns(path::unpaid)),
                mean(columns(path::refills)),
                treaties,
                capacity(path, returnPeriods));
    }

    private CoverAssessment.Insurer insurer(RunResult.InsurerPath path, int k) {
        List<CoverAssessment.InsurerYear> byYear = new ArrayList<>();
        List<TrialColumn> defaults = columns(year -> fails(path, k, year));
        double[] levels = Assessment.FundYear.BALANCE_LEVELS.stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        for (int year = 1; year <= years; year++) {
            double claims = mean(List.of(path.claims(k, year))).estimate();
            double paid = mean(List.of(path.paid(k, year))).estimate();
            List<Double> quantiles = path.limited(k)
                    ? Arrays.stream(Quantiles.of(path.capital(k, year), weights, Money.MINOR_PER_MAIN, levels))
                            .boxed()
                            .toList()
                    : List.of();
            byYear.add(new CoverAssessment.InsurerYear(
                    year,
                    path.limited(k) ? bounded(List.of(path.capital(k, year))) : null,
                    quantiles,
                    Proportion.ofYears(List.of(defaults.get(year - 1)), weights),
                    claims > 0 ? paid / claims : 1));
        }
        return new CoverAssessment.Insurer(
                path.insurers().get(k), path.limited(k), Proportion.withinHorizon(defaults, weights), byYear);
    }

    private static TrialColumn fails(RunResult.InsurerPath path, int k, int year) {
        return combined(path.claims(k, year), path.paid(k, year), (claims, paid) -> claims > paid ? 1 : 0);
    }

    private List<CoverAssessment.Capacity> capacity(RunResult.InsurerPath path, List<Double> returnPeriods) {
        List<CoverAssessment.Capacity> capacity = new ArrayList<>();
        add(capacity, CoverAssessment.Side.GROSS, columns(path::due), returnPeriods);
        if (variant.measures().contains(Measure.REINSURER)) {
            IntFunction<TrialColumn> ceded = year -> variant.sum(Measure.REINSURER, year);
            List<TrialColumn> net =
                    columns(year -> combined(path.due(year), ceded.apply(year), (due, taken) -> due - taken));
            add(capacity, CoverAssessment.Side.NET, net, returnPeriods);
            add(capacity, CoverAssessment.Side.REINSURERS, columns(ceded), returnPeriods);
        }
        return capacity;
    }

    private void add(
            List<CoverAssessment.Capacity> into,
            CoverAssessment.Side side,
            List<TrialColumn> columns,
            List<Double> returnPeriods) {
        ExceedanceCurve.of(columns, weights, Money.MINOR_PER_MAIN, moments, returnPeriods)
                .forEach(point ->
                        into.add(new CoverAssessment.Capacity(side, point.returnPeriod(), point.loss(), point.tvar())));
    }

    private List<CoverAssessment.Recouped> recoupments() {
        List<CoverAssessment.Recouped> recouped = new ArrayList<>();
        for (RunResult.NamedLayer named : variant.layers()) {
            for (Layer layer : policy.compensation()) {
                Recoupment terms = layer.recoupment();
                if (terms != null
                        && named.name().equals(layer.name())
                        && variant.measures().contains(Measure.DAMAGES)) {
                    long retention = Money.minor(terms.retention());
                    List<TrialColumn> collected = columns(year -> combined(
                            named.byYear().apply(year),
                            variant.sum(Measure.DAMAGES, year),
                            (paid, damages) -> Recoupment.collected(paid, damages - paid, retention, terms.factor())));
                    recouped.add(new CoverAssessment.Recouped(named.name(), mean(collected)));
                }
            }
        }
        return recouped;
    }

    private List<TrialColumn> columns(IntFunction<TrialColumn> byYear) {
        return IntStream.rangeClosed(1, years).mapToObj(byYear).toList();
    }

    private ConfidenceInterval mean(List<TrialColumn> byYear) {
        return MeanEstimator.of(byYear, weights, Money.MINOR_PER_MAIN, moments).mean();
    }

    /** Capital does not grow beyond premiums, whatever claims do. */
    private ConfidenceInterval bounded(List<TrialColumn> byYear) {
        return MeanEstimator.of(byYear, weights, Money.MINOR_PER_MAIN, TailMoments.FINITE_VARIANCE)
                .mean();
    }

    private static TrialColumn combined(TrialColumn one, TrialColumn other, LongBinaryOperator rule) {
        return new Combined(one, other, rule);
    }

    /** Two columns made into one, trial by trial. */
    private record Combined(TrialColumn one, TrialColumn other, LongBinaryOperator rule) implements TrialColumn {
        @Override
        public int trials() {
            return one.trials();
        }

        @Override
        public void read(int from, int count, long[] target) {
            long[] second = new long[count];
            other.read(from, count, second);
            one.read(from, count, target);
            for (int t = 0; t < count; t++) {
                target[t] = rule.applyAsLong(target[t], second[t]);
            }
        }
    }
}
