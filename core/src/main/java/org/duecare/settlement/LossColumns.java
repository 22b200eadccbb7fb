package org.duecare.settlement;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.compiled.MeasureColumns;

/**
 * What a block leaves: for each variant and year the block-long columns of its measures, and for stated events the sums
 * over all operations struck. Columns of slices of operators merge by addition and maximum, in any order.
 */
public final class LossColumns {
    private static final int BLOCK = CompiledWorld.BLOCK;

    private final CompiledVariant[] variants;
    private final boolean[][] largest;
    private final long[][][][] columns;
    private final long[][][][] events;
    private final boolean[][][] coupled;
    private final long[] logs;

    /** Allocates the columns of one block. */
    public LossColumns(CompiledWorld world, CompiledVariant[] variants) {
        this.variants = variants;
        this.columns = new long[variants.length][world.years][][];
        this.events = new long[variants.length][world.events.count()][MeasureColumns.MEASURES][BLOCK];
        this.largest = new boolean[variants.length][];
        this.coupled = new boolean[variants.length][world.couples() ? world.years : 0][BLOCK];
        this.logs = new long[world.tilt == null ? 0 : BLOCK];
        for (int v = 0; v < variants.length; v++) {
            MeasureColumns measures = variants[v].measures;
            for (int y = 0; y < world.years; y++) {
                columns[v][y] = new long[measures.count][BLOCK];
            }
            largest[v] = new boolean[measures.count];
            for (int column : measures.max) {
                if (column != MeasureColumns.NONE) {
                    largest[v][column] = true;
                }
            }
        }
    }

    /** One column; year from 1. */
    public long[] column(int variant, int year, int column) {
        return columns[variant][year - 1][column];
    }

    /** Sum of a measure over all operations struck by a stated event, by trial of the block. */
    public long[] event(int variant, int event, int measure) {
        return events[variant][event][measure];
    }

    /** Logarithms of likelihood ratios, then of weights, in fixed point by trial; empty where trials count alike. */
    public long[] logs() {
        return logs;
    }

    /**
     * Trials of the block in which incidents of one cluster must be settled together; not to be asked where nothing
     * spreads.
     */
    public boolean[] coupled(int variant, int year) {
        return coupled[variant][year - 1];
    }

    /** Number of stated events. */
    public int eventCount() {
        return events.length == 0 ? 0 : events[0].length;
    }

    /** Number of variants. */
    public int variantCount() {
        return variants.length;
    }

    /** Sets everything to 0. */
    public void clear() {
        Arrays.fill(logs, 0);
        for (long[][][] years : columns) {
            for (long[][] year : years) {
                for (long[] column : year) {
                    Arrays.fill(column, 0);
                }
            }
        }
        for (boolean[][] ofVariant : coupled) {
            for (boolean[] year : ofVariant) {
                Arrays.fill(year, false);
            }
        }
        for (long[][][] ofVariant : events) {
            for (long[][] event : ofVariant) {
                for (long[] measure : event) {
                    Arrays.fill(measure, 0);
                }
            }
        }
    }

    /** Sets all but some trials to 0: what is settled there is settled by others. */
    void clearOutside(int fromTrial, int toTrial) {
        for (long[][][] years : columns) {
            for (long[][] year : years) {
                for (long[] column : year) {
                    Arrays.fill(column, 0, fromTrial, 0);
                    Arrays.fill(column, toTrial, BLOCK, 0);
                }
            }
        }
    }

    /** Takes in the columns of another slice of the same block. */
    public void merge(LossColumns other) {
        add(logs, other.logs);
        for (int v = 0; v < columns.length; v++) {
            for (int y = 0; y < columns[v].length; y++) {
                for (int c = 0; c < columns[v][y].length; c++) {
                    if (largest[v][c]) {
                        raise(columns[v][y][c], other.columns[v][y][c]);
                    } else {
                        add(columns[v][y][c], other.columns[v][y][c]);
                    }
                }
            }
            for (int y = 0; y < coupled[v].length; y++) {
                for (int t = 0; t < BLOCK; t++) {
                    coupled[v][y][t] |= other.coupled[v][y][t];
                }
            }
            for (int e = 0; e < events[v].length; e++) {
                for (int m = 0; m < MeasureColumns.MEASURES; m++) {
                    add(events[v][e][m], other.events[v][e][m]);
                }
            }
        }
    }

    /** Adds element by element. */
    static void add(long[] into, long[] more) {
        for (int t = 0; t < into.length; t++) {
            into[t] += more[t];
        }
    }

    /** Adds the first elements. */
    static void add(long[] into, long[] more, int count) {
        for (int t = 0; t < count; t++) {
            into[t] += more[t];
        }
    }

    /** Takes the larger element by element. */
    static void raise(long[] into, long[] other) {
        for (int t = 0; t < into.length; t++) {
            into[t] = Math.max(into[t], other[t]);
        }
    }
}
