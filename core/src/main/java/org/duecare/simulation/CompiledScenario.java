package org.duecare.simulation;

import java.util.List;
import java.util.Map;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.operation.Operation;

/**
 * A scenario ready to run.
 *
 * @param operations in the engine's order: operator, then operation, both in UTF-8 order
 * @param prices what is known of prices before the first trial, by variant; empty for those where nobody asks
 */
public record CompiledScenario(
        Scenario scenario,
        List<Operation> operations,
        CompiledWorld world,
        List<CompiledVariant> variants,
        Map<String, ExAntePrices> prices) {
    /** Copies the lists. */
    public CompiledScenario {
        operations = List.copyOf(operations);
        variants = List.copyOf(variants);
        prices = Map.copyOf(prices);
    }

    /** The same with prices. */
    CompiledScenario with(Map<String, ExAntePrices> found) {
        return new CompiledScenario(scenario, operations, world, variants, found);
    }

    /** Attempts expected in one year of one trial against undefended operations, averaged over years. */
    public double attemptsPerYear() {
        double sum = 0;
        for (int pair = 0; pair < world.pairs.threat.length; pair++) {
            int threat = world.pairs.threat[pair];
            double trend = 0;
            for (double factor : world.threats.trend[threat]) {
                trend += factor;
            }
            sum += world.pairs.rate[pair] * trend / world.years;
        }
        return sum;
    }
}
