package org.duecare.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duecare.fund.LiabilityFund;
import org.duecare.quantity.Money;
import org.duecare.settlement.Measure;
import org.duecare.simulation.RunResult;
import org.duecare.statistics.MeanEstimator;
import org.duecare.statistics.Proportion;
import org.duecare.statistics.Quantiles;
import org.duecare.statistics.TailMoments;
import org.duecare.statistics.TrialColumn;
import org.duecare.statistics.TrialWeights;
import org.jspecify.annotations.Nullable;

/** The path of a fund, year by year. */
final class FundAssessor {
    private FundAssessor() {}

    static Assessment.FundAssessment assess(
            RunResult.VariantResult variant, List<LiabilityFund.ClaimClass> priority, int years, TrialWeights weights) {
        RunResult.FundPath path = Objects.requireNonNull(variant.fund());
        List<Assessment.FundYear> byYear = new ArrayList<>();
        List<TrialColumn> proration = new ArrayList<>();
        for (int year = 1; year <= years; year++) {
            byYear.add(year(variant, path, year, weights));
            proration.add(path.proration(year));
        }
        return new Assessment.FundAssessment(
                Proportion.withinHorizon(proration, weights),
                byYear,
                classes(variant, priority, years, weights),
                FundRiskAssessor.assess(variant, years, weights));
    }

    /** Classes are paid one after the other out of what the fund pays for the claims of a year. */
    private static List<Assessment.ClassLevel> classes(
            RunResult.VariantResult variant, List<LiabilityFund.ClaimClass> priority, int years, TrialWeights weights) {
        List<Assessment.ClassLevel> levels = new ArrayList<>();
        if (!variant.measures().contains(Measure.FUND)) {
            return levels;
        }
        RunResult.FundPath path = Objects.requireNonNull(variant.fund());
        double before = 0;
        for (LiabilityFund.ClaimClass claimants : priority) {
            double claims = 0;
            double paid = 0;
            for (int year = 1; year <= years; year++) {
                TrialColumn column =
                        new ClassColumn(variant.sum(Measure.FUND, year), path.claims(year), before, claimants.share());
                paid += mean(column, weights);
                claims += claimants.share() * mean(path.claims(year), weights);
            }
            levels.add(new Assessment.ClassLevel(claimants.name(), claimants.share(), claims == 0 ? 1 : paid / claims));
            before += claimants.share();
        }
        return levels;
    }

    /** What a class gets of a year's payments, by trial, minor units. */
    private record ClassColumn(TrialColumn paid, TrialColumn claims, double before, double share)
            implements TrialColumn {
        @Override
        public int trials() {
            return paid.trials();
        }

        @Override
        public void read(int from, int count, long[] target) {
            long[] claimed = new long[count];
            claims.read(from, count, claimed);
            paid.read(from, count, target);
            for (int t = 0; t < count; t++) {
                long earlier = Math.round(claimed[t] * before);
                long own = Math.round(claimed[t] * (before + share)) - earlier;
                target[t] = Math.max(0, Math.min(own, target[t] - earlier));
            }
        }
    }

    private static Assessment.@Nullable Calls calls(
            RunResult.VariantResult variant, RunResult.FundPath path, int year, TrialWeights weights) {
        RunResult.CallPath calls = path.calls();
        return calls == null
                ? null
                : new Assessment.Calls(
                        mean(variant, Measure.CALLS, year, weights),
                        mean(calls.carried(year), weights),
                        mean(calls.cash(year), weights));
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
                claims == 0 ? 1 : payments / claims,
                calls(variant, path, year, weights));
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
