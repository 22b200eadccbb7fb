package org.duecare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.Exponential;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.ScenarioBuilder;
import org.duecare.threat.Contagion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worms strike as the chain-binomial epidemic of Reed and Frost says, each operation at most once. */
class WormTest {
    private static final int BLOCKS = 8;
    private static final double Z = 4.9;

    private static CompiledScenario scenario(int operations, double offspring, double measures, double exchange) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = BLOCKS * CompiledWorld.BLOCK;
        builder.diligence = ScenarioBuilder.diligence(0, 1.6, 0.6, 0);
        builder.contagion = new Contagion(offspring, Contagion.Among.SECTOR, 10, 0.5, Contagion.Form.WORM);
        for (int i = 0; i < operations; i++) {
            builder.operation("op-" + i, 0);
        }
        ElementValues levels = new ElementValues(0, 0, 0, 0, measures, 0, exchange, 0, 0);
        builder.operations.replaceAll(o -> new org.duecare.operation.Operation(
                o.operation(), o.operator(), o.sector(), o.territory(), 1e8, 1e9, 1e9, 0, levels));
        builder.threat("worm", 0.3, new Exponential(1000));
        builder.policy("base", ScenarioBuilder.strict(), List.of());
        return builder.compile();
    }

    /** Number of events by size. */
    private static long[] sizes(CompiledScenario scenario, int operations) {
        EventReader reader =
                new EventReader(scenario.world(), scenario.variants().toArray(CompiledVariant[]::new));
        long[] sizes = new long[operations + 1];
        long[] empty = new long[CompiledWorld.BLOCK];
        for (int block = 0; block < BLOCKS; block++) {
            EventRows rows = reader.read(0, block, 1, CompiledWorld.BLOCK, empty, empty, empty);
            Map<Long, Map<Integer, Integer>> struck = new HashMap<>();
            for (int row = 0; row < rows.size(); row++) {
                long event = ((long) rows.slot(row) << 32) | rows.event(row);
                struck.computeIfAbsent(event, fresh -> new HashMap<>()).merge(rows.operation(row), 1, Integer::sum);
            }
            for (Map<Integer, Integer> event : struck.values()) {
                assertThat(event.values()).as("each at most once").containsOnly(1);
                sizes[event.size()]++;
            }
        }
        return sizes;
    }

    /**
     * Final size of the epidemic (F. Ball 1986; Andersson and Britton 2000, theorem 2.2): with q the probability to escape
     * one infected operation and N others, {@code sum_k C(N - k, j - k) P_k / q^((1 + k)(N - j)) = C(N, j)} for each j.
     */
    private static double[] reedFrost(int others, double escape) {
        double[] p = new double[others + 1];
        for (int j = 0; j <= others; j++) {
            double rest = choose(others, j);
            for (int k = 0; k < j; k++) {
                rest -= choose(others - k, j - k) * p[k] / Math.pow(escape, (1.0 + k) * (others - j));
            }
            p[j] = rest * Math.pow(escape, (1.0 + j) * (others - j));
        }
        return p;
    }

    private static double choose(int n, int k) {
        double value = 1;
        for (int i = 1; i <= k; i++) {
            value *= (double) (n - k + i) / i;
        }
        return value;
    }

    @Test
    void finalSizeOfTwoOthersIsThatOfTheTextbook() {
        double q = 0.7;
        double[] p = reedFrost(2, q);
        assertThat(p[0]).isEqualTo(q * q, org.assertj.core.api.Assertions.within(1e-14));
        assertThat(p[1]).isEqualTo(2 * (1 - q) * q * q, org.assertj.core.api.Assertions.within(1e-14));
        assertThat(p[0] + p[1] + p[2]).isEqualTo(1, org.assertj.core.api.Assertions.within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"3, 0.8, 0, 0", "6, 1.5, 0, 0", "10, 4, 0.4, 0.5", "10, 2, 0.2, 1"})
    void eventsHaveTheSizesOfReedAndFrost(int operations, double offspring, double measures, double exchange) {
        long[] sizes = sizes(scenario(operations, offspring, measures, exchange), operations);

        double success = Math.exp(-1.6 * measures) * (1 - 0.5 * exchange);
        double[] expected = reedFrost(operations - 1, Math.exp(-offspring * success / (operations - 1)));
        double events = 0;
        for (long count : sizes) {
            events += count;
        }
        assertThat(events).isGreaterThan(4_000);
        for (int j = 0; j < operations; j++) {
            double mean = events * expected[j];
            if (mean > 25) {
                assertThat((sizes[j + 1] - mean) / Math.sqrt(mean * (1 - expected[j])))
                        .as("size %d: %d of %.0f, expected %.1f", j + 1, sizes[j + 1], events, mean)
                        .isBetween(-Z, Z);
            }
        }
    }
}
