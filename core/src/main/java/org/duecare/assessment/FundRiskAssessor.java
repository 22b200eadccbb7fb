package org.duecare.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duecare.quantity.Money;
import org.duecare.settlement.Measure;
import org.duecare.simulation.RunResult;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.MeanEstimator;
import org.duecare.statistics.Proportion;
import org.duecare.statistics.RatioEstimator;
import org.duecare.statistics.TailMoments;
import org.duecare.statistics.TrialColumn;
import org.duecare.statistics.TrialWeights;

/** Ruin, depletion and shortfall of a fund, from its path by trial. */
final class FundRiskAssessor {
    private FundRiskAssessor() {}

    static FundRisk assess(RunResult.VariantResult variant, int years, TrialWeights weights) {
        RunResult.FundPath path = Objects.requireNonNull(variant.fund());
        List<TrialColumn> proration = new ArrayList<>();
        List<TrialColumn> depleted = new ArrayList<>();
        List<TrialColumn> shortfalls = new ArrayList<>();
        List<FundRisk.Year> byYear = new ArrayList<>();
        boolean pays = variant.measures().contains(Measure.FUND);
        for (int year = 1; year <= years; year++) {
            proration.add(path.proration(year));
            depleted.add(new Depleted(path.balance(year)));
            TrialColumn claims = path.claims(year);
            TrialColumn paid = pays ? variant.sum(Measure.FUND, year) : new Nothing(claims.trials());
            TrialColumn missing = new Missing(claims, paid, path.proration(year));
            shortfalls.add(missing);
            byYear.add(new FundRisk.Year(
                    year,
                    Proportion.withinHorizon(proration, weights),
                    Proportion.withinHorizon(depleted, weights),
                    MeanEstimator.of(List.of(missing), weights, Money.MINOR_PER_MAIN, TailMoments.FINITE_VARIANCE)
                            .mean(),
                    asShare(RatioEstimator.of(List.of(paid), List.of(claims), weights))));
        }
        return new FundRisk(
                byYear,
                RatioEstimator.of(List.of(new FirstYear(depleted)), List.of(new Ever(depleted)), weights),
                inMainUnits(RatioEstimator.of(shortfalls, proration, weights)));
    }

    /** Payments are never above claims: the interval is cut to 0 .. 1. */
    private static ConfidenceInterval asShare(ConfidenceInterval ratio) {
        return new ConfidenceInterval(
                ratio.estimate(), Math.max(0, ratio.low()), Math.min(1, ratio.high()), ratio.reason());
    }

    private static ConfidenceInterval inMainUnits(ConfidenceInterval minor) {
        return new ConfidenceInterval(
                minor.estimate() / Money.MINOR_PER_MAIN,
                minor.low() / Money.MINOR_PER_MAIN,
                minor.high() / Money.MINOR_PER_MAIN,
                minor.reason());
    }

    /** 1 where nothing is left. */
    private record Depleted(TrialColumn balance) implements TrialColumn {
        @Override
        public int trials() {
            return balance.trials();
        }

        @Override
        public void read(int from, int count, long[] target) {
            balance.read(from, count, target);
            for (int t = 0; t < count; t++) {
                target[t] = target[t] <= 0 ? 1 : 0;
            }
        }
    }

    /** First year with a flag; 0 where there is none. */
    private record FirstYear(List<TrialColumn> flags) implements TrialColumn {
        @Override
        public int trials() {
            return flags.get(0).trials();
        }

        @Override
        public void read(int from, int count, long[] target) {
            long[] flag = new long[count];
            java.util.Arrays.fill(target, 0, count, 0);
            for (int year = flags.size(); year >= 1; year--) {
                flags.get(year - 1).read(from, count, flag);
                for (int t = 0; t < count; t++) {
                    target[t] = flag[t] != 0 ? year : target[t];
                }
            }
        }
    }

    /** 1 where there is a flag in some year. */
    private record Ever(List<TrialColumn> flags) implements TrialColumn {
        @Override
        public int trials() {
            return flags.get(0).trials();
        }

        @Override
        public void read(int from, int count, long[] target) {
            new FirstYear(flags).read(from, count, target);
            for (int t = 0; t < count; t++) {
                target[t] = Math.min(1, target[t]);
            }
        }
    }

    /** Claims that are not paid where money is lacking. */
    private record Missing(TrialColumn claims, TrialColumn paid, TrialColumn proration) implements TrialColumn {
        @Override
        public int trials() {
            return claims.trials();
        }

        @Override
        public void read(int from, int count, long[] target) {
            long[] other = new long[count];
            claims.read(from, count, target);
            paid.read(from, count, other);
            for (int t = 0; t < count; t++) {
                target[t] -= other[t];
            }
            proration.read(from, count, other);
            for (int t = 0; t < count; t++) {
                target[t] *= other[t];
            }
        }
    }

    /** Nought in every trial. */
    private record Nothing(int trials) implements TrialColumn {
        @Override
        public void read(int from, int count, long[] target) {
            java.util.Arrays.fill(target, 0, count, 0);
        }
    }
}
