package org.duecare.history;

import java.util.Arrays;

/** Secondary attempts that are yet to be decided, as columns: of one cluster, or of a later year of the block. */
final class CarriedAttempts {
    private static final int INITIAL = 64;

    int size;
    long[] key0 = new long[INITIAL];
    long[] key1 = new long[INITIAL];
    double[] time = new double[INITIAL];
    long[] alive = new long[INITIAL];
    long[] care = new long[INITIAL];
    long[] edge = new long[INITIAL];
    long[] success = new long[INITIAL];
    long[] finding = new long[INITIAL];
    int[] source = new int[INITIAL];
    int[] slot = new int[INITIAL];
    int[] family = new int[INITIAL];

    int addRow() {
        if (size == key0.length) {
            int length = 2 * size;
            key0 = Arrays.copyOf(key0, length);
            key1 = Arrays.copyOf(key1, length);
            time = Arrays.copyOf(time, length);
            alive = Arrays.copyOf(alive, length);
            care = Arrays.copyOf(care, length);
            edge = Arrays.copyOf(edge, length);
            success = Arrays.copyOf(success, length);
            finding = Arrays.copyOf(finding, length);
            source = Arrays.copyOf(source, length);
            slot = Arrays.copyOf(slot, length);
            family = Arrays.copyOf(family, length);
        }
        return size++;
    }
}
