package org.duecare.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duecare.quantity.Money;
import org.duecare.settlement.Measure;
import org.duecare.simulation.RunResult;
import org.duecare.statistics.MeanEstimator;
import org.duecare.statistics.Proportion;
import org.duecare.statistics.Quantiles;
import org.duecare.statistics.TailMoments;
import org.duecare.statistics.TrialColumn;
import org.duecare.statistics.TrialWeights;

/** The path of a fund, year by year. */
final class FundAssessor {
    private FundAssessor() {}

    static Assessment.FundAssessment assess(RunResult.VariantResult variant, int years, TrialWeights weights) {
        RunResult.FundPath path = Objects.requireNonNull(variant.fund());
        List<Assessment.FundYear> byYear = new ArrayList<>();
        List<TrialColumn> proration = new ArrayList<>();
        for (int year = 1; year <= years; year++) {
            byYear.add(year(variant, path, year, weights));
            proration.add(path.proration(year));
        }
        return new Assessment.FundAssessment(Proportion.withinHorizon(proration, weights), byYear);
    }

    private static Assessment.FundYear year(
            RunResult.VariantResult variant, RunResult.FundPath path, int year, TrialWeights weights) {
        double[] levels = Assessment.FundYear.BALANCE_LEVELS.stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double claims = mean(path.claims(year), weights);
        double payments = mean(variant, Measure.FUND, year, weights);
        return new Assessment.FundYear(
                year,
                MeanEstimator.of(
                                List.of(path.balance(year)), weights, Money.MINOR_PER_MAIN, TailMoments.FINITE_VARIANCE)
                        .mean(),
                Quantiles.of(path.balance(year), weights, Money.MINOR_PER_MAIN, levels),
                mean(variant, Measure.LEVY, year, weights),
                claims,
                payments,
                Proportion.ofYears(List.of(path.proration(year)), weights),
                claims == 0 ? 1 : payments / claims);
    }

    private static double mean(RunResult.VariantResult variant, Measure measure, int year, TrialWeights weights) {
        return variant.measures().contains(measure) ? mean(variant.sum(measure, year), weights) : 0;
    }

    private static double mean(TrialColumn column, TrialWeights weights) {
        return MeanEstimator.of(List.of(column), weights, Money.MINOR_PER_MAIN, TailMoments.FINITE_VARIANCE)
                .mean()
                .estimate();
    }
}
