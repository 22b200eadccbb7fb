package org.duecare.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.duecare.fund.LiabilityFund;
import org.duecare.premium.AggregateAnswer;
import org.duecare.quantity.Money;
import org.duecare.settlement.Measure;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.InParallel;
import org.duecare.simulation.Policy;
import org.duecare.simulation.RunResult;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.ExceedanceCurve;
import org.duecare.statistics.MeanEstimator;
import org.duecare.statistics.PairedDifference;
import org.duecare.statistics.RareEvent;
import org.duecare.statistics.TailMoments;
import org.duecare.statistics.TrialColumn;
import org.duecare.statistics.TrialWeights;
import org.jspecify.annotations.Nullable;

/** From the columns of a run to estimates with intervals. */
public final class Assessor {
    /** Half the width of a 95 % interval in standard errors, under the normal law. */
    private static final double Z95 = 1.959963984540054;

    private final CompiledScenario compiled;
    private final RunResult result;
    private final List<Double> returnPeriods;
    private final int threads;
    private final TrialWeights weights;
    private final int years;

    private Assessor(CompiledScenario compiled, RunResult result, List<Double> returnPeriods, int threads) {
        this.compiled = compiled;
        this.result = result;
        this.weights = result.weights();
        this.returnPeriods = returnPeriods;
        this.threads = threads;
        this.years = result.scenario().years();
    }

    /**
     * Assesses a run.
     *
     * @param returnPeriods of the exceedance curves, rising
     * @param threads number of threads; does not show in the result
     */
    public static Assessment assess(
            CompiledScenario compiled, RunResult result, List<Double> returnPeriods, int threads) {
        return new Assessor(compiled, result, returnPeriods, threads).assess();
    }

    private Assessment assess() {
        List<Future<Assessment.MeasureAssessment>> started = new ArrayList<>();
        List<Future<Parts>> startedParts = new ArrayList<>();
        List<Assessment.MeasureAssessment> measures;
        List<Parts> parts;
        try (InParallel pool = new InParallel(threads)) {
            for (int v = 0; v < result.variants().size(); v++) {
                RunResult.VariantResult variant = result.variants().get(v);
                startedParts.add(pool.start(() -> parts(variant)));
                ExactFigures exact = new ExactFigures(compiled, v, variant.measures(), returnPeriods);
                Tails tails = new Tails(compiled, v);
                for (Measure measure : variant.measures()) {
                    if (variant.sameAs(measure) == measure) {
                        started.add(pool.start(() -> measure(variant, measure, exact, tails.of(measure))));
                    }
                }
            }
            measures = InParallel.all(started);
            parts = InParallel.all(startedParts);
        }
        List<Assessment.VariantAssessment> variants = new ArrayList<>();
        int next = 0;
        for (RunResult.VariantResult variant : result.variants()) {
            int count = (int) variant.measures().stream()
                    .filter(measure -> variant.sameAs(measure) == measure)
                    .count();
            variants.add(variant(
                    variant, withTwins(variant, measures.subList(next, next + count)), parts.get(variants.size())));
            next += count;
        }
        List<Assessment.Difference> differences = differences();
        return new Assessment(
                variants,
                differences,
                Findings.ofRun(result.scenario(), variants, differences),
                Warnings.of(result),
                sharpness());
    }

    private List<Assessment.Sharpness> sharpness() {
        List<Assessment.Sharpness> sharpness = new ArrayList<>();
        for (RunResult.VariantResult variant : result.variants()) {
            RunResult.FundPath fund = variant.fund();
            if (fund != null) {
                sharpness.add(new Assessment.Sharpness(
                        variant.variant(), RareEvent.withinHorizon(columns(fund::proration), weights)));
            }
        }
        return List.copyOf(sharpness);
    }

    /** Adds the measures that are the same by construction; their laws have the same moments and means. */
    private static List<Assessment.MeasureAssessment> withTwins(
            RunResult.VariantResult variant, List<Assessment.MeasureAssessment> assessed) {
        return variant.measures().stream()
                .map(measure -> assessed.stream()
                        .filter(one -> one.measure() == variant.sameAs(measure))
                        .map(one -> one.of(measure))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private Assessment.VariantAssessment variant(
            RunResult.VariantResult variant, List<Assessment.MeasureAssessment> annual, Parts parts) {
        return new Assessment.VariantAssessment(
                variant.variant(),
                List.copyOf(annual),
                parts.incidents(),
                parts.breaches(),
                parts.fund(),
                PremiumAssessment.of(compiled, variant.variant(), annual),
                Findings.ofVariant(result.scenario(), variant.variant(), annual, parts.fund()),
                variant.layers().stream().map(this::layer).toList(),
                parts.burden(),
                insolvencies(variant),
                cover(variant));
    }

    private @Nullable ConfidenceInterval insolvencies(RunResult.VariantResult variant) {
        List<TrialColumn> columns = new ArrayList<>();
        for (int year = 1; year <= years; year++) {
            TrialColumn column = variant.insolvencies(year);
            if (column == null) {
                return null;
            }
            columns.add(column);
        }
        return MeanEstimator.of(columns, weights, 1, TailMoments.FINITE_VARIANCE)
                .mean();
    }

    /** What is assessed of a variant beside its measures. */
    private record Parts(
            ConfidenceInterval incidents,
            ConfidenceInterval breaches,
            Assessment.@Nullable FundAssessment fund,
            @Nullable Burden burden) {}

    private Parts parts(RunResult.VariantResult variant) {
        ConfidenceInterval incidents = counts(variant::incidents);
        ConfidenceInterval breaches = counts(variant::breaches);
        Assessment.FundAssessment fund = variant.fund() == null
                ? null
                : FundAssessor.assess(variant, priority(variant.variant()), years, weights);
        int v = result.variants().indexOf(variant);
        return new Parts(incidents, breaches, fund, BurdenAssessor.assess(compiled, v, result));
    }

    private CoverAssessment cover(RunResult.VariantResult variant) {
        List<Policy> policies = result.scenario().policies();
        int v = indexOf(variant.variant());
        CoverAssessment.ExclusionCost exclusions = policies.get(v)
                .withoutExclusions(policies)
                .map(without -> new CoverAssessment.ExclusionCost(without, differences(v, indexOf(without))))
                .orElse(null);
        TailMoments moments = new Tails(compiled, v).of(Measure.INSURER);
        return new CoverAssessor(variant, policies.get(v), weights, moments, years).assess(returnPeriods, exclusions);
    }

    private int indexOf(String variant) {
        return IntStream.range(0, result.variants().size())
                .filter(v -> result.variants().get(v).variant().equals(variant))
                .findFirst()
                .orElseThrow();
    }

    /** Paired differences of all payers. */
    private List<Assessment.Difference> differences(int v, int reference) {
        List<Callable<Assessment.Difference>> tasks = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (measure.isPayer()) {
                difference(tasks, v, reference, measure);
            }
        }
        return InParallel.run(tasks, threads);
    }

    private List<LiabilityFund.ClaimClass> priority(String variant) {
        return result.scenario().policies().stream()
                .filter(policy -> policy.variant().equals(variant))
                .map(Policy::fund)
                .filter(Objects::nonNull)
                .findFirst()
                .map(LiabilityFund::priority)
                .orElse(List.of());
    }

    private Assessment.LayerAssessment layer(RunResult.NamedLayer layer) {
        ConfidenceInterval mean = MeanEstimator.of(
                        columns(layer.byYear()), weights, Money.MINOR_PER_MAIN, TailMoments.FINITE_VARIANCE)
                .mean();
        return new Assessment.LayerAssessment(layer.name(), layer.payer(), mean);
    }

    private ConfidenceInterval counts(IntFunction<TrialColumn> byYear) {
        return MeanEstimator.of(columns(byYear), weights, 1, TailMoments.FINITE_VARIANCE)
                .mean();
    }

    private List<TrialColumn> columns(IntFunction<TrialColumn> byYear) {
        return IntStream.rangeClosed(1, years).mapToObj(byYear).toList();
    }

    private Assessment.MeasureAssessment measure(
            RunResult.VariantResult variant, Measure measure, ExactFigures exact, TailMoments moments) {
        List<TrialColumn> sums = columns(year -> variant.sum(measure, year));
        MeanEstimator.Estimate estimate = MeanEstimator.of(sums, weights, Money.MINOR_PER_MAIN, moments);
        List<Assessment.Curve> curves = new ArrayList<>();
        curves(curves, Assessment.EpType.AEP, sums, moments);
        if (variant.max(measure, 1) != null) {
            curves(curves, Assessment.EpType.OEP, columns(year -> largest(variant, measure, year)), moments);
        }
        return new Assessment.MeasureAssessment(
                measure, estimate.mean(), estimate.sd(), exact(estimate, exact.of(measure), curves), curves);
    }

    private static TrialColumn largest(RunResult.VariantResult variant, Measure measure, int year) {
        TrialColumn column = variant.max(measure, year);
        if (column == null) {
            throw new IllegalStateException("measure " + measure + " has no largest events in year " + year);
        }
        return column;
    }

    private void curves(
            List<Assessment.Curve> into, Assessment.EpType type, List<TrialColumn> byYear, TailMoments moments) {
        into.add(curve(0, type, byYear, moments));
        for (int year = 1; year <= years && years > 1; year++) {
            into.add(curve(year, type, List.of(byYear.get(year - 1)), moments));
        }
    }

    private Assessment.Curve curve(int year, Assessment.EpType type, List<TrialColumn> pooled, TailMoments moments) {
        List<Assessment.CurvePoint> points =
                ExceedanceCurve.of(pooled, weights, Money.MINOR_PER_MAIN, moments, returnPeriods).stream()
                        .map(point -> new Assessment.CurvePoint(point.returnPeriod(), point.loss(), point.tvar()))
                        .toList();
        return new Assessment.Curve(year, type, points);
    }

    private Assessment.@Nullable Exact exact(
            MeanEstimator.Estimate estimate, ExactFigures.@Nullable Known known, List<Assessment.Curve> curves) {
        if (known == null) {
            return null;
        }
        double error = estimate.standardError();
        double difference = error > 0 ? (estimate.mean().estimate() - known.mean()) / error : 0;
        List<Assessment.ExactPoint> points = new ArrayList<>();
        for (Assessment.CurvePoint point : curves.get(0).points()) {
            known.quantiles().stream()
                    .filter(quantile -> quantile.p() == ExactFigures.level(point.returnPeriod()))
                    .findFirst()
                    .ifPresent(quantile -> points.add(point(point, quantile)));
        }
        return new Assessment.Exact(known.mean(), known.method(), difference, known.sd(), List.copyOf(points));
    }

    private static Assessment.ExactPoint point(Assessment.CurvePoint simulated, AggregateAnswer.Quantile exact) {
        ConfidenceInterval loss = simulated.loss();
        double error = (loss.high() - loss.low()) / (2 * Z95);
        double difference = error > 0 ? (loss.estimate() - exact.loss()) / error : Double.NaN;
        boolean same = loss.estimate() == exact.loss() && error == 0;
        return new Assessment.ExactPoint(simulated.returnPeriod(), exact.loss(), exact.tvar(), same ? 0 : difference);
    }

    private List<Assessment.Difference> differences() {
        String against = result.scenario().compareTo();
        if (against == null) {
            return List.of();
        }
        int reference = IntStream.range(0, result.variants().size())
                .filter(v -> result.variants().get(v).variant().equals(against))
                .findFirst()
                .orElseThrow();
        List<Callable<Assessment.Difference>> tasks = new ArrayList<>();
        for (int v = 0; v < result.variants().size(); v++) {
            if (v != reference) {
                for (Measure measure : Measure.values()) {
                    difference(tasks, v, reference, measure);
                }
            }
        }
        return InParallel.run(tasks, threads);
    }

    private void difference(List<Callable<Assessment.Difference>> tasks, int v, int reference, Measure measure) {
        RunResult.VariantResult variant = result.variants().get(v);
        RunResult.VariantResult against = result.variants().get(reference);
        if (!variant.measures().contains(measure) && !against.measures().contains(measure)) {
            return;
        }
        TailMoments one = new Tails(compiled, v).of(measure);
        TailMoments other = new Tails(compiled, reference).of(measure);
        TailMoments worse = one.compareTo(other) > 0 ? one : other;
        tasks.add(() -> new Assessment.Difference(
                variant.variant(),
                against.variant(),
                measure,
                PairedDifference.of(
                        sums(variant, measure), sums(against, measure), weights, Money.MINOR_PER_MAIN, worse)));
    }

    private List<TrialColumn> sums(RunResult.VariantResult variant, Measure measure) {
        boolean live = variant.measures().contains(measure);
        int trials = result.scenario().trials();
        return columns(year -> live ? variant.sum(measure, year) : new ZeroColumn(trials));
    }

    /** A column of zeros: a measure that a variant does not have. */
    private record ZeroColumn(int trials) implements TrialColumn {
        @Override
        public void read(int from, int count, long[] target) {
            java.util.Arrays.fill(target, 0, count, 0);
        }
    }
}
