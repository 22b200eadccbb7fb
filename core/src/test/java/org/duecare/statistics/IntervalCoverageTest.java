package org.duecare.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often nominal 95 % intervals hold the truth. */
class IntervalCoverageTest {
    private static final long SEED = 20_210_309;
    private static final double UNITS = 1e6;

    private static final int FEW = 200;
    /**
     * Of 200 intervals that cover with exactly 95 %, fewer than 178 do with probability 1.9e-4 and all of them with 3.5e-5
     * (binomial law); the twelve checks together alarm falsely with at most 0.28 %.
     */
    private static final int FEW_AT_LEAST = 178;

    private static final int FEW_AT_MOST = 199;

    private static final int MANY = 2000;
    private static final double MANY_LOW = 0.935;
    private static final double MANY_HIGH = 0.965;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNCAPPED_GPD")
    void intervalsCoverTheTruthInTheOrdinaryBuild(CoverageCases law) {
        Coverage coverage = coverage(law, FEW, law.trials / 2);

        assertThat(coverage.mean.covered()).as("mean").isBetween(FEW_AT_LEAST, FEW_AT_MOST);
        assertThat(coverage.loss.covered()).as("loss").isBetween(FEW_AT_LEAST, FEW_AT_MOST);
        assertThat(coverage.tail.covered()).as("tail mean").isBetween(FEW_AT_LEAST, FEW_AT_MOST);
    }

    @Test
    @Tag("slow")
    void intervalsCoverTheTruthInNinetyFivePercent() throws IOException {
        List<String> table = new ArrayList<>();
        table.add("| law | trials x years | mean (below / above) | VaR 200 | TVaR 200 |");
        table.add("|---|---|---|---|---|");
        List<Coverage> gated = new ArrayList<>();
        for (CoverageCases law : CoverageCases.values()) {
            Coverage coverage = coverage(law, MANY, law.trials);
            table.add(String.format(
                    Locale.ROOT,
                    "| %s | %d x %d | %s | %s | %s |",
                    law.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    law.trials,
                    law.years,
                    coverage.mean,
                    coverage.loss,
                    coverage.tail));
            if (law != CoverageCases.UNCAPPED_GPD) {
                gated.add(coverage);
            }
        }
        Files.write(Files.createDirectories(Path.of("target")).resolve("coverage.md"), table, StandardCharsets.UTF_8);

        for (Coverage coverage : gated) {
            for (Count count : List.of(coverage.mean, coverage.loss, coverage.tail)) {
                assertThat(count.share()).as(table.toString()).isBetween(MANY_LOW, MANY_HIGH);
            }
        }
    }

    private static Coverage coverage(CoverageCases law, int replications, int trials) {
        CoverageCases.Truth truth = law.truth();
        Coverage coverage = new Coverage(new Count(), new Count(), new Count());
        SplittableRandom seeds = new SplittableRandom(SEED);
        for (int i = 0; i < replications; i++) {
            List<TrialColumn> years = sample(law, trials, seeds.split());
            coverage.mean.add(
                    MeanEstimator.of(years, TrialWeights.UNIFORM, UNITS, TailMoments.FINITE_VARIANCE)
                            .mean(),
                    truth.mean());
            ExceedanceCurve.Point point = ExceedanceCurve.of(
                            years,
                            TrialWeights.UNIFORM,
                            UNITS,
                            TailMoments.FINITE_VARIANCE,
                            List.of(CoverageCases.RETURN_PERIOD))
                    .get(0);
            coverage.loss.add(point.loss(), truth.loss());
            coverage.tail.add(point.tvar(), truth.tailMean());
        }
        return coverage;
    }

    private static List<TrialColumn> sample(CoverageCases law, int trials, SplittableRandom random) {
        long[][] columns = new long[law.years][trials];
        double[] years = new double[law.years];
        for (int t = 0; t < trials; t++) {
            law.year(random, years);
            for (int y = 0; y < years.length; y++) {
                columns[y][t] = Math.round(years[y] * UNITS);
            }
        }
        List<TrialColumn> list = new ArrayList<>();
        for (long[] column : columns) {
            list.add(TrialColumn.of(column));
        }
        return list;
    }

    private record Coverage(Count mean, Count loss, Count tail) {}

    private static final class Count {
        private int below;
        private int covered;
        private int above;

        void add(ConfidenceInterval interval, double truth) {
            if (truth < interval.low()) {
                below++;
            } else if (truth > interval.high()) {
                above++;
            } else {
                assertThat(interval.high()).isFinite();
                covered++;
            }
        }

        int covered() {
            return covered;
        }

        double share() {
            return (double) covered / (below + covered + above);
        }

        @Override
        public String toString() {
            double n = below + covered + above;
            return String.format(Locale.ROOT, "%.2f (%.2f / %.2f)", 100 * share(), 100 * below / n, 100 * above / n);
        }
    }
}
