package org.duecare.simulation;

import java.util.List;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.DependenceColumns;
import org.duecare.compiled.ProviderColumns;
import org.duecare.diligence.Vulnerability;
import org.duecare.operation.Operation;
import org.duecare.operation.Provider;
import org.duecare.random.DrawAddress;

/** What the postures of a phase decide about the events of providers. */
final class DependenceCompiler {
    private final List<Provider> providers;
    private final List<Operation> operations;
    private final ProviderColumns columns;
    private final Vulnerability vulnerability;

    DependenceCompiler(Scenario scenario, List<Operation> operations, CompiledWorld world, Policy policy) {
        this.providers = ProviderCompiler.inOrder(scenario.providers());
        this.operations = operations;
        this.columns = world.providers;
        this.vulnerability = policy.diligence().vulnerability();
    }

    /**
     * The columns of a phase.
     *
     * @param held nine levels of each operation
     * @param mended the same with shortfalls mended
     */
    DependenceColumns phase(double[][] held, double[][] mended) {
        long[] hit = new long[columns.provider.length];
        long[] careHit = new long[hit.length];
        for (int i = 0; i < held.length; i++) {
            for (int edge = columns.first[i]; edge < columns.first[i + 1]; edge++) {
                int p = columns.provider[edge];
                hit[edge] = DrawAddress.threshold(columns.reach[p] * success(p, i, held[i]));
                careHit[edge] = DrawAddress.threshold(columns.reach[p] * success(p, i, mended[i]));
            }
        }
        double[] success = new double[columns.count()];
        double[] careSuccess = new double[columns.count()];
        for (int p = 0; p < success.length; p++) {
            int i = columns.operation[p];
            success[p] = i < 0 ? 1 : success(p, i, held[i]);
            careSuccess[p] = i < 0 ? 1 : success(p, i, mended[i]);
        }
        return new DependenceColumns(hit, careHit, success, careSuccess);
    }

    private double success(int provider, int operation, double[] levels) {
        return AttemptRates.success(vulnerability, providers.get(provider), levels, operations.get(operation));
    }
}
