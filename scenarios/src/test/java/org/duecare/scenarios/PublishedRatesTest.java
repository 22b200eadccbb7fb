package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.PostureColumns;
import org.duecare.operation.Operation;
import org.duecare.random.DrawAddress;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.ScenarioCompiler;
import org.duecare.threat.ThreatType;
import org.junit.jupiter.api.Test;

/** The baseline portfolio has as many incidents a year as were published, threat by threat. */
class PublishedRatesTest {
    private static final double ONE_PERCENT = 0.01;

    @Test
    void baselinePortfolioReproducesEachPublishedRate() {
        CompiledScenario compiled = ScenarioCompiler.compile(
                ScenarioFile.read("library:eu-joint-fund", Overrides.NONE).scenario());
        CompiledWorld world = compiled.world();
        PostureColumns posture = compiled.variants().get(0).phase(1);
        List<ThreatType> threats = ScenarioCompiler.threatsInOrder(compiled.scenario());
        double[] expected = new double[threats.size()];
        double[] published = new double[threats.size()];
        for (int operation = 0; operation < world.operationCount(); operation++) {
            for (int pair = world.pairs.first[operation]; pair < world.pairs.first[operation + 1]; pair++) {
                int t = world.pairs.threat[pair];
                expected[t] += world.pairs.rate[pair] * posture.successBelow[pair] / (double) DrawAddress.CELLS;
                published[t] += published(threats.get(t), compiled.operations().get(operation));
            }
        }

        for (int t = 0; t < threats.size(); t++) {
            assertThat(expected[t] / published[t])
                    .as("%s: published %.4g, expected %.4g", threats.get(t).type(), published[t], expected[t])
                    .isBetween(1 - ONE_PERCENT, 1 + ONE_PERCENT);
        }
    }

    /** The published rate of a threat for an operation of this size. */
    private static double published(ThreatType threat, Operation operation) {
        Double rate = threat.incidentsPerYear();
        double size = operation.revenue() / threat.referenceRevenue();
        return rate == null ? 0 : rate * StrictMath.pow(size, threat.frequencyElasticity());
    }
}
