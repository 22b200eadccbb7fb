package org.duecare.history;

import java.util.Arrays;

/**
 * Incidents of one block and year that reach operations from outside their own attempts, and the clusters they belong to.
 * {@link #order} lists them by pair, in the order in which they arose: since they are looked at in another order than they
 * arise in, what is read of each lies together. Reused for every block and year.
 */
public final class Arrivals {
    private static final int INITIAL = 1024;

    /** What lies together of a row. */
    private static final int WIDTH = 8;

    private static final int KEY_0 = 0;
    private static final int KEY_1 = 1;
    private static final int PLACE = 2;
    private static final int ALIVE = 3;
    private static final int SUCCESS = 4;
    private static final int FINDING = 5;
    private static final int EDGE = 6;
    private static final int TIME = 7;

    /** Number of rows. */
    public int size;

    /** Pair of the operation struck. */
    public int[] pair = new int[INITIAL];

    /** Pair of the incident that made the attempt. */
    public int[] source = new int[INITIAL];

    /** Variants in which the incident would happen even had the shortfalls of its source been mended, a bit each. */
    public long[] sourceCare = new long[INITIAL];

    private long[] fields = new long[INITIAL * WIDTH];

    /** Rows in order of pair. */
    public int[] order = new int[INITIAL];

    /** First place in {@link #order} of each pair, and one past the last: length pairs + 1. */
    public final int[] firstOfPair;

    /** Rows in order of the pair of their source. */
    public int[] orderOfSource = new int[INITIAL];

    /** First place in {@link #orderOfSource} of each pair, and one past the last: length pairs + 1. */
    public final int[] firstOfSource;

    /** Number of clusters. */
    public int clusters;

    /** Pair of the attempt that a cluster goes back to; -1 where that was in an earlier year. */
    public int[] rootPair = new int[INITIAL];

    /** Index of that attempt. */
    public int[] rootIndex = new int[INITIAL];

    /** Moment of that attempt within the year as a lattice cell; not filled where that was in an earlier year. */
    public long[] rootTime = new long[INITIAL];

    /** Trial of each cluster within the block. */
    public int[] clusterSlot = new int[INITIAL];

    /** First cluster that goes back to an attempt of a pair, and one past the last: length pairs + 1. */
    public final int[] firstClusterOfPair;

    /** Operations that a worm struck by variant and cluster, the first among them; not filled for other clusters. */
    public final int[][] wormSize;

    /** Columns for a world with so many pairs and variants. */
    public Arrivals(int pairs, int variants) {
        this.wormSize = new int[variants][INITIAL];
        this.firstOfPair = new int[pairs + 1];
        this.firstOfSource = new int[pairs + 1];
        this.firstClusterOfPair = new int[pairs + 1];
    }

    void clear() {
        size = 0;
        clusters = 0;
    }

    /** Adds a cluster; those of earlier years come first, the others in order of pair and index. */
    int addCluster(int ofPair, int ofIndex, int atSlot, long time) {
        if (clusters == rootPair.length) {
            int length = 2 * clusters;
            rootPair = Arrays.copyOf(rootPair, length);
            rootIndex = Arrays.copyOf(rootIndex, length);
            rootTime = Arrays.copyOf(rootTime, length);
            clusterSlot = Arrays.copyOf(clusterSlot, length);
            for (int v = 0; v < wormSize.length; v++) {
                wormSize[v] = Arrays.copyOf(wormSize[v], length);
            }
        }
        rootPair[clusters] = ofPair;
        rootIndex[clusters] = ofIndex;
        rootTime[clusters] = time;
        clusterSlot[clusters] = atSlot;
        return clusters++;
    }

    /**
     * Adds a row.
     *
     * @param ofPair pair of the operation struck
     * @param ofSource pair of the incident that made the attempt
     * @param warned variants in which it would happen even had the shortfalls of its source been mended, a bit each
     */
    void add(
            int ofPair,
            int ofSource,
            int slot,
            int cluster,
            long timeCell,
            long edge,
            long success,
            long finding,
            long alive,
            long warned,
            long key0,
            long key1) {
        if (size == pair.length) {
            int length = 2 * size;
            pair = Arrays.copyOf(pair, length);
            source = Arrays.copyOf(source, length);
            sourceCare = Arrays.copyOf(sourceCare, length);
            fields = Arrays.copyOf(fields, Math.multiplyExact(length, WIDTH));
        }
        pair[size] = ofPair;
        source[size] = ofSource;
        sourceCare[size] = warned;
        int at = size * WIDTH;
        fields[at + KEY_0] = key0;
        fields[at + KEY_1] = key1;
        fields[at + PLACE] = (long) cluster << 32 | slot;
        fields[at + ALIVE] = alive;
        fields[at + SUCCESS] = success;
        fields[at + FINDING] = finding;
        fields[at + EDGE] = edge;
        fields[at + TIME] = timeCell;
        size++;
    }

    /** Trial within the block. */
    public int slot(int row) {
        return (int) fields[row * WIDTH + PLACE];
    }

    /** Cluster that the incident belongs to. */
    public int cluster(int row) {
        return (int) (fields[row * WIDTH + PLACE] >>> 32);
    }

    /** Moment within the year as a lattice cell. */
    public long timeCell(int row) {
        return fields[row * WIDTH + TIME];
    }

    /** Cell of the success mark. */
    public long success(int row) {
        return fields[row * WIDTH + SUCCESS];
    }

    /** Cell of the edge mark: whether a warning forestalled the attempt. */
    public long edge(int row) {
        return fields[row * WIDTH + EDGE];
    }

    /** Cell of the finding mark of the event. */
    public long finding(int row) {
        return fields[row * WIDTH + FINDING];
    }

    /** Variants in which the incident happens, a bit each. */
    public long alive(int row) {
        return fields[row * WIDTH + ALIVE];
    }

    /** First lane of the key of the incident. */
    public long key0(int row) {
        return fields[row * WIDTH + KEY_0];
    }

    /** Second lane of the key of the incident. */
    public long key1(int row) {
        return fields[row * WIDTH + KEY_1];
    }

    /** Sorts rows and clusters by pair, once all are there. */
    void close() {
        if (order.length < size) {
            order = new int[pair.length];
            orderOfSource = new int[pair.length];
        }
        sort(pair, firstOfPair, order);
        sort(source, firstOfSource, orderOfSource);
        Arrays.fill(firstClusterOfPair, 0);
        int carried = 0;
        for (int c = 0; c < clusters; c++) {
            if (rootPair[c] < 0) {
                carried++;
            } else {
                firstClusterOfPair[rootPair[c] + 1]++;
            }
        }
        firstClusterOfPair[0] = carried;
        for (int p = 1; p < firstClusterOfPair.length; p++) {
            firstClusterOfPair[p] += firstClusterOfPair[p - 1];
        }
    }

    /** Counting sort of the rows by a column of pairs; rows of one pair stay in their order. */
    private void sort(int[] column, int[] first, int[] into) {
        Arrays.fill(first, 0);
        for (int row = 0; row < size; row++) {
            first[column[row] + 1]++;
        }
        for (int p = 1; p < first.length; p++) {
            first[p] += first[p - 1];
        }
        for (int row = 0; row < size; row++) {
            into[first[column[row]]++] = row;
        }
        for (int p = first.length - 1; p > 0; p--) {
            first[p] = first[p - 1];
        }
        first[0] = 0;
    }
}
