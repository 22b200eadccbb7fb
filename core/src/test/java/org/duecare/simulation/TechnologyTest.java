package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.Exponential;
import org.duecare.operation.Operation;
import org.duecare.settlement.Measure;
import org.duecare.threat.Contagion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Incidents that spread among operations with the same technology, whatever their sector. */
class TechnologyTest {
    private static void operation(ScenarioBuilder builder, String id, String sector, String technology) {
        builder.operations.add(new Operation(
                id,
                id,
                sector,
                "DE",
                1e8,
                ScenarioBuilder.NONE,
                ScenarioBuilder.NONE,
                0,
                ElementValues.uniform(0),
                Map.of(),
                List.of(),
                null,
                Assurance.Level.NONE,
                Map.of(),
                technology));
    }

    private static RunResult run(@Nullable Contagion contagion) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 8192;
        operation(builder, "a-energy", "energy", "vendor-1");
        operation(builder, "b-health", "health", "vendor-1");
        operation(builder, "c-energy", "energy", "vendor-2");
        operation(builder, "d-energy", "energy", "");
        operation(builder, "e-energy", "energy", "");
        builder.contagion = contagion;
        builder.threat("attack", 0.5, new Exponential(1e5));
        builder.policy("base", ScenarioBuilder.strict(), List.of());
        return TestRuns.run(builder.build(), 2);
    }

    @Test
    void whoSharesATechnologyIsStruckAndNobodyElse() {
        RunResult alone = run(null);
        RunResult spreads = run(new Contagion(0.6, Contagion.Among.TECHNOLOGY, 0, 0));
        long[] before = alone.variants().get(0).operationTotals(Measure.HARM);
        long[] after = spreads.variants().get(0).operationTotals(Measure.HARM);
        for (int i = 0; i < before.length; i++) {
            String id = alone.operations().get(i).operation();
            if (id.startsWith("a") || id.startsWith("b")) {
                // own attempts at rate 0.5 and as many again from the other: 1 / (1 - 0.6)
                assertThat(after[i] / (double) before[i]).as(id).isBetween(2.3, 2.7);
            } else {
                assertThat(after[i]).as(id).isEqualTo(before[i]);
            }
        }
    }
}
