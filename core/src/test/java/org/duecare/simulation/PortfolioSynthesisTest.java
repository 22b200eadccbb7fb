package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.DiligenceElement;
import org.duecare.distribution.Lognormal;
import org.duecare.operation.Operation;
import org.duecare.operation.OperationGroup;
import org.duecare.operation.Portfolio;
import org.junit.jupiter.api.Test;

/** Operations made from counts and laws have the moments that were asked for, and stay themselves when more are made. */
class PortfolioSynthesisTest {
    private static final int COUNT = 20_000;

    /** Bound on a z-score; with about thirty of them, a false alarm in 30,000 portfolios. */
    private static final double Z = 4.9;

    private static List<Operation> made(int count, double sd, double correlation, long seed) {
        OperationGroup.Sized none = new OperationGroup.Sized(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        OperationGroup group = new OperationGroup(
                "energy",
                "DE",
                count,
                new Lognormal(18, 1.2),
                new OperationGroup.Sized(Double.POSITIVE_INFINITY, 0.4),
                none,
                new Lognormal(11, 1),
                new OperationGroup.PostureLaw(0.6, sd, correlation),
                List.of(),
                Assurance.Level.BASIC,
                "vendor");
        return PortfolioSynthesis.operations(new Portfolio(List.of(), List.of(group)), seed);
    }

    private static double[] levels(List<Operation> operations, int element) {
        return operations.stream()
                .mapToDouble(operation -> operation.posture().toArray()[element])
                .toArray();
    }

    private static void meanIs(String name, double[] sample, double expected) {
        double mean = Arrays.stream(sample).average().orElseThrow();
        double variance =
                Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).sum() / (sample.length - 1);
        assertThat((mean - expected) / Math.sqrt(variance / sample.length))
                .as("%s: %.6g for %.6g", name, mean, expected)
                .isBetween(-Z, Z);
    }

    @Test
    void levelsHaveTheirMeanAndStandardDeviation() {
        List<Operation> operations = made(COUNT, 0.15, 0.5, 1);

        for (int k = 0; k < DiligenceElement.COUNT; k++) {
            double[] levels = levels(operations, k);
            meanIs("mean of " + k, levels, 0.6);
            meanIs(
                    "variance of " + k,
                    Arrays.stream(levels).map(x -> (x - 0.6) * (x - 0.6)).toArray(),
                    0.15 * 0.15);
            assertThat(Arrays.stream(levels)).allMatch(level -> level >= 0 && level <= 1);
        }
    }

    /** Spearman's rank correlation of normal scores with correlation c is {@code 6 / pi asin(c / 2)}. */
    @Test
    void elementsOfAnOperationHaveTheCorrelationOfTheirScores() {
        for (double correlation : new double[] {0, 0.5, 1}) {
            List<Operation> operations = made(COUNT, 0.15, correlation, 1);
            double expected = 6 / Math.PI * Math.asin(correlation / 2);

            double found = spearman(levels(operations, 4), levels(operations, 8));

            assertThat((found - expected) * Math.sqrt(COUNT - 1.0))
                    .as("rank correlation %.4f for %.4f", found, expected)
                    .isBetween(-Z, Z);
        }
    }

    private static double spearman(double[] a, double[] b) {
        int[] rankA = ranks(a);
        int[] rankB = ranks(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double gap = rankA[i] - rankB[i];
            sum += gap * gap;
        }
        double n = a.length;
        return 1 - 6 * sum / (n * (n * n - 1));
    }

    private static int[] ranks(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        int[] ranks = new int[values.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    @Test
    void sizesFollowTheirLaws() {
        List<Operation> operations = made(COUNT, 0.15, 0.5, 1);

        meanIs(
                "log revenue",
                operations.stream().mapToDouble(o -> Math.log(o.revenue())).toArray(),
                18);
        meanIs(
                "log users",
                operations.stream().mapToDouble(o -> Math.log(o.users())).toArray(),
                11);
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.netAssets()).isEqualTo(0.4 * operation.revenue());
            assertThat(operation.potentialHarm()).isInfinite();
            assertThat(operation.assurance()).isEqualTo(Assurance.Level.BASIC);
            assertThat(operation.technology()).isEqualTo("vendor");
            assertThat(operation.operator()).isEqualTo(operation.operation());
        });
    }

    @Test
    void moreOperationsAreAppendedAndMoveNone() {
        List<Operation> few = made(100, 0.15, 0.5, 7);

        assertThat(made(3000, 0.15, 0.5, 7).subList(0, 100)).isEqualTo(few);
        assertThat(made(100, 0.15, 0.5, 8)).doesNotContainAnyElementsOf(few);
        assertThat(few).extracting(Operation::operation).startsWith("energy-DE-00001", "energy-DE-00002");
    }

    @Test
    void withoutSpreadEveryLevelIsTheMean() {
        assertThat(levels(made(10, 0, 0.5, 1), 3)).containsOnly(0.6);
    }
}
