package org.duecare.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.duecare.premium.AggregateAnswer;
import org.duecare.premium.AggregateLoss;
import org.duecare.premium.CompoundLaw;
import org.duecare.settlement.Measure;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.CompoundProblem;
import org.duecare.simulation.CompoundProblems;
import org.duecare.simulation.ExpectedLoss;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a measure without simulation: its mean in closed form, and where the year is a sum of claims of few
 * independent sources, the whole law by the exact engine.
 */
final class ExactFigures {
    /** Name of the method in summaries. */
    static final String ENGINE = "exact engine";

    /** Sources that are summed at most: each costs some hundredths of a second. */
    private static final int MOST_SOURCES = 12;

    /** Relative: a hundredth of the standard error of the mean of a million trials whose sd is as large as their mean. */
    private static final double TOLERANCE = 1e-5;

    private static final int BUCKETS = 1 << 17;

    /** Errors of the grid beyond which its numbers are not shown. */
    private static final double USABLE = 1e-4;

    private final ExpectedLoss expected;
    private final CompoundProblems problems;
    private final List<Double> returnPeriods;
    private final List<Measure> live;

    /** Laws found: measures may have the same, and the harm left asks for those of all payers again. */
    private final Map<CompoundProblem, Optional<Known>> solved = new ConcurrentHashMap<>();

    /**
     * The figures of one variant, by its place in the file.
     *
     * @param live its measures
     */
    ExactFigures(CompiledScenario compiled, int v, List<Measure> live, List<Double> returnPeriods) {
        this.live = live;
        this.expected = new ExpectedLoss(compiled, v);
        this.problems = new CompoundProblems(compiled, v);
        this.returnPeriods = returnPeriods.stream().filter(r -> r > 1).toList();
    }

    /**
     * What is known of one measure.
     *
     * @param mean NaN where it is not known
     * @param sd NaN where it is not known
     * @param quantiles one for each return period; empty where the law is not known
     */
    record Known(double mean, String method, double sd, List<AggregateAnswer.Quantile> quantiles) {}

    /** What is known of a measure; null for nothing. */
    @Nullable
    Known of(Measure measure) {
        Known known = direct(measure);
        return known == null && measure == Measure.UNCOMPENSATED ? left() : known;
    }

    /** Mean of the harm that is left when all payers are known. */
    private @Nullable Known left() {
        Known harm = direct(Measure.HARM);
        if (harm == null) {
            return null;
        }
        double mean = harm.mean;
        for (Measure payer : live) {
            if (payer.isPayer() && payer != Measure.UNCOMPENSATED) {
                Known paid = direct(payer);
                if (paid == null) {
                    return null;
                }
                mean -= paid.mean;
            }
        }
        return new Known(mean, ENGINE, Double.NaN, List.of());
    }

    private @Nullable Known direct(Measure measure) {
        double mean = expected.perYear(measure);
        Known engine = byEngine(measure);
        if (engine == null) {
            return Double.isNaN(mean) ? null : new Known(mean, ExpectedLoss.METHOD, Double.NaN, List.of());
        }
        return Double.isNaN(mean) ? engine : new Known(mean, ExpectedLoss.METHOD, engine.sd, engine.quantiles);
    }

    private @Nullable Known byEngine(Measure measure) {
        CompoundProblem problem = problems.of(measure, MOST_SOURCES);
        return problem == null
                ? null
                : solved.computeIfAbsent(problem, asked -> Optional.ofNullable(solve(asked)))
                        .orElse(null);
    }

    private @Nullable Known solve(CompoundProblem problem) {
        double mean = 0;
        double variance = 0;
        List<AggregateAnswer.Quantile> quantiles = List.of();
        for (List<CompoundLaw.Source> group : problem.groups()) {
            AggregateAnswer answer = AggregateLoss.answer(
                    new CompoundLaw(group),
                    problem.annualDeductible(),
                    problem.annualLimit(),
                    returnPeriods.stream().map(ExactFigures::level).toList(),
                    TOLERANCE,
                    BUCKETS);
            if (!(answer.selfCheck().gridError() <= USABLE) || Double.isInfinite(answer.mean())) {
                return null;
            }
            mean += answer.mean();
            variance += answer.sd() * answer.sd();
            quantiles = answer.quantiles();
        }
        boolean one = problem.groups().size() == 1;
        return new Known(mean, ENGINE, Math.sqrt(variance), one ? quantiles : List.of());
    }

    /** Probability of not exceeding the loss of a return period. */
    static double level(double returnPeriod) {
        return 1 - 1 / returnPeriod;
    }
}
