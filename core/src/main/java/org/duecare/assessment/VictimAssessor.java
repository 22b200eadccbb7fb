package org.duecare.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duecare.compiled.CompiledWorld;
import org.duecare.quantity.Money;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.States;
import org.duecare.statistics.ConfidenceInterval;
import org.duecare.statistics.ExactMoments;
import org.duecare.statistics.ExactSum;
import org.duecare.statistics.TailMoments;
import org.jspecify.annotations.Nullable;

/**
 * Harm and payments by the territory of the victims. Regenerates every incident of the run, so that it costs about as much as
 * the table of incidents; memory does not grow with trials but for four numbers each.
 */
public final class VictimAssessor {
    private static final int BLOCK = CompiledWorld.BLOCK;

    private final RunResult run;
    private final int trials;
    private final int years;
    private final TailMoments moments;
    private final VictimSplit split;
    private final ExactSum[][] harmOfYear;
    private final ExactSum[][] paidOfYear;
    private final ExactMoments[] harm;
    private final ExactMoments[] paid;
    private final Side home;
    private final Side abroad;

    private VictimAssessor(RunResult run, States states, TailMoments moments) {
        this.run = run;
        this.moments = moments;
        this.trials = run.scenario().trials();
        this.years = run.scenario().years();
        this.split = new VictimSplit(run.operations(), states);
        int groups = split.groups.size();
        this.harmOfYear = sums(years, groups);
        this.paidOfYear = sums(years, groups);
        this.harm = moments(groups);
        this.paid = moments(groups);
        this.home = new Side(trials);
        this.abroad = new Side(trials);
    }

    private static ExactSum[][] sums(int years, int groups) {
        ExactSum[][] sums = new ExactSum[years][groups];
        for (ExactSum[] row : sums) {
            Arrays.setAll(row, group -> new ExactSum());
        }
        return sums;
    }

    private static ExactMoments[] moments(int groups) {
        ExactMoments[] moments = new ExactMoments[groups];
        Arrays.setAll(moments, group -> new ExactMoments());
        return moments;
    }

    /** Victims on one side of the border: totals of each trial over all years. */
    private record Side(double[] harm, double[] paid) {
        Side(int trials) {
            this(new double[trials], new double[trials]);
        }

        double level() {
            return mean(paid) / mean(harm);
        }

        /** What each trial adds to the error of the level: (paid - level harm) / mean harm. */
        double[] influence() {
            double level = level();
            double size = mean(harm);
            double[] influence = new double[harm.length];
            for (int t = 0; t < influence.length; t++) {
                influence[t] = (paid[t] - level * harm[t]) / size;
            }
            return influence;
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Assesses all variants of a run, in their order; the run's columns must still be open. */
    public static List<VictimAssessment> assess(CompiledScenario compiled, RunResult run) {
        List<VictimAssessment> assessed = new ArrayList<>();
        for (int v = 0; v < run.variants().size(); v++) {
            String name = run.variants().get(v).variant();
            States states = run.scenario().policies().stream()
                    .filter(policy -> policy.variant().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .states();
            TailMoments moments = new Tails(compiled, v).of(Measure.HARM);
            assessed.add(new VictimAssessor(run, states, moments).assess(v, name));
        }
        return List.copyOf(assessed);
    }

    private VictimAssessment assess(int v, String name) {
        long[][] harmOfTrial = new long[harm.length][BLOCK];
        long[][] paidOfTrial = new long[harm.length][BLOCK];
        for (int block = 0; block * (long) BLOCK < trials; block++) {
            int count = Math.min(BLOCK, trials - block * BLOCK);
            clear(harmOfTrial);
            clear(paidOfTrial);
            for (int year = 1; year <= years; year++) {
                year(v, block, year, harmOfTrial, paidOfTrial);
            }
            close(block, count, harmOfTrial, paidOfTrial);
        }
        return result(name);
    }

    private static void clear(long[][] columns) {
        for (long[] column : columns) {
            Arrays.fill(column, 0);
        }
    }

    private void year(int v, int block, int year, long[][] harmOfTrial, long[][] paidOfTrial) {
        long[][] harmOfBlock = new long[harm.length][BLOCK];
        long[][] paidOfBlock = new long[harm.length][BLOCK];
        EventRows rows = run.events().read(v, block, year);
        for (int i = 0; i < rows.size(); i++) {
            split.add(rows, i, harmOfBlock, paidOfBlock);
        }
        for (int g = 0; g < harm.length; g++) {
            harmOfYear[year - 1][g].add(harmOfBlock[g], 0, BLOCK);
            paidOfYear[year - 1][g].add(paidOfBlock[g], 0, BLOCK);
            for (int slot = 0; slot < BLOCK; slot++) {
                harmOfTrial[g][slot] += harmOfBlock[g][slot];
                paidOfTrial[g][slot] += paidOfBlock[g][slot];
            }
        }
    }

    private void close(int block, int count, long[][] harmOfTrial, long[][] paidOfTrial) {
        for (int g = 0; g < harm.length; g++) {
            harm[g].add(harmOfTrial[g], 0, count);
            paid[g].add(paidOfTrial[g], 0, count);
            Side side = split.groups.get(g).home() ? home : abroad;
            for (int slot = 0; slot < count; slot++) {
                side.harm[block * BLOCK + slot] += harmOfTrial[g][slot];
                side.paid[block * BLOCK + slot] += paidOfTrial[g][slot];
            }
        }
    }

    private VictimAssessment result(String name) {
        List<VictimAssessment.Group> groups = new ArrayList<>();
        List<VictimAssessment.GroupYear> byYear = new ArrayList<>();
        for (int g = 0; g < harm.length; g++) {
            VictimSplit.Group group = split.groups.get(g);
            groups.add(new VictimAssessment.Group(
                    group.territory(),
                    group.home(),
                    annual(harm[g]),
                    annual(paid[g]),
                    level(paid[g].mean(), harm[g].mean())));
        }
        for (int year = 1; year <= years; year++) {
            for (int g = 0; g < harm.length; g++) {
                VictimSplit.Group group = split.groups.get(g);
                double meanHarm = harmOfYear[year - 1][g].toDouble() / Money.MINOR_PER_MAIN / trials;
                double meanPaid = paidOfYear[year - 1][g].toDouble() / Money.MINOR_PER_MAIN / trials;
                byYear.add(new VictimAssessment.GroupYear(
                        year, group.territory(), group.home(), meanHarm, meanPaid, level(meanPaid, meanHarm)));
            }
        }
        return new VictimAssessment(name, level(home), level(abroad), index(), groups, byYear);
    }

    private static double level(double meanPaid, double meanHarm) {
        return meanHarm == 0 ? 1 : meanPaid / meanHarm;
    }

    private ConfidenceInterval annual(ExactMoments totals) {
        double unit = Money.MINOR_PER_MAIN * (double) years;
        return interval(totals.mean() / unit, totals.sd() / Math.sqrt(trials) / unit);
    }

    private @Nullable ConfidenceInterval level(Side side) {
        return mean(side.harm) == 0 ? null : interval(side.level(), error(side.influence()));
    }

    /** Delta method on 1 - abroad / home. */
    private @Nullable ConfidenceInterval index() {
        if (mean(home.harm) == 0 || mean(abroad.harm) == 0 || mean(home.paid) == 0) {
            return null;
        }
        double levelHome = home.level();
        double ratio = abroad.level() / levelHome;
        double[] ofHome = home.influence();
        double[] influence = abroad.influence();
        for (int t = 0; t < influence.length; t++) {
            influence[t] = (ratio * ofHome[t] - influence[t]) / levelHome;
        }
        return interval(1 - ratio, error(influence));
    }

    private static double error(double[] influence) {
        double squares = 0;
        for (double value : influence) {
            squares += value * value;
        }
        return Math.sqrt(squares / (influence.length - 1) / influence.length);
    }

    private ConfidenceInterval interval(double estimate, double error) {
        if (moments == TailMoments.INFINITE_MEAN) {
            return ConfidenceInterval.none(TailMoments.INFINITE_MEAN_REASON);
        }
        if (moments == TailMoments.INFINITE_VARIANCE || trials < 2) {
            String reason = trials < 2 ? "fewer than 2 trials" : TailMoments.INFINITE_VARIANCE_REASON;
            return new ConfidenceInterval(estimate, Double.NaN, Double.NaN, reason);
        }
        return ConfidenceInterval.normal(estimate, error);
    }
}
