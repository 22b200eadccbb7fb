package org.duecare.simulation;

import org.duecare.compiled.CompiledVariant;
import org.duecare.settlement.LossColumns;
import org.duecare.statistics.ColumnStore;

/** Writes every column of every block into a store: the columns of a variant's years lie behind one another. */
public final class RunCollector implements BlockSink {
    private final CompiledScenario compiled;
    private final ColumnStore store;

    /** Collects into a store with at least {@link #columns} columns. */
    public RunCollector(CompiledScenario compiled, ColumnStore store) {
        this.compiled = compiled;
        this.store = store;
    }

    /** Number of columns that a run fills. */
    public static int columns(CompiledScenario compiled) {
        int count = 0;
        for (CompiledVariant variant : compiled.variants()) {
            count += variant.measures.count * compiled.scenario().years();
        }
        return count + (compiled.world().tilt == null ? 0 : 1);
    }

    /** Number of the column of weights, the last one. */
    static int weights(CompiledScenario compiled) {
        return columns(compiled) - 1;
    }

    /** Number of a column in the store; year from 1. */
    static int number(CompiledScenario compiled, int variant, int year, int column) {
        int before = 0;
        for (int v = 0; v < variant; v++) {
            before += compiled.variants().get(v).measures.count
                    * compiled.scenario().years();
        }
        return before + (year - 1) * compiled.variants().get(variant).measures.count + column;
    }

    @Override
    public void accept(int block, int trials, LossColumns columns) {
        int number = 0;
        for (int v = 0; v < compiled.variants().size(); v++) {
            for (int year = 1; year <= compiled.scenario().years(); year++) {
                for (int c = 0; c < compiled.variants().get(v).measures.count; c++) {
                    store.append(number++, columns.column(v, year, c), trials);
                }
            }
        }
        if (columns.logs().length > 0) {
            store.append(number, columns.logs(), trials);
        }
    }
}
