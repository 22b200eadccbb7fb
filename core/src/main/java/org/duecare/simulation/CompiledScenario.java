package org.duecare.simulation;

import java.util.List;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.operation.Operation;

/**
 * A scenario ready to run.
 *
 * @param operations in the engine's order: operator, then operation, both in UTF-8 order
 */
public record CompiledScenario(
        Scenario scenario, List<Operation> operations, CompiledWorld world, List<CompiledVariant> variants) {
    /** Copies the lists. */
    public CompiledScenario {
        operations = List.copyOf(operations);
        variants = List.copyOf(variants);
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
