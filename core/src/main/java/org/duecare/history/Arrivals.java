package org.duecare.history;

import java.util.Arrays;

/**
 * Incidents of one block and year that reach operations from outside their own attempts, as columns, and the clusters they
 * belong to. {@link #order} lists them by pair, in the order in which they arose. Reused for every block and year.
 */
public final class Arrivals {
    private static final int INITIAL = 1024;

    /** Number of rows. */
    public int size;

    /** Pair of the operation struck. */
    public int[] pair = new int[INITIAL];

    /** Trial within the block. */
    public int[] slot = new int[INITIAL];

    /** Cluster that the incident belongs to. */
    public int[] cluster = new int[INITIAL];

    /** Moment within the year as a lattice cell. */
    public long[] timeCell = new long[INITIAL];

    /** Cell of the success mark. */
    public long[] success = new long[INITIAL];

    /** Cell of the edge mark: whether a warning forestalled the attempt. */
    public long[] edge = new long[INITIAL];

    /** Variants in which the incident happens, a bit each. */
    public long[] alive = new long[INITIAL];

    /** Pair of the incident that made the attempt. */
    public int[] source = new int[INITIAL];

    /** Variants in which the incident would happen even had the shortfalls of its source been mended, a bit each. */
    public long[] sourceCare = new long[INITIAL];

    /** Lanes of the key of the incident. */
    public long[] key0 = new long[INITIAL];

    /** Second lane of {@link #key0}. */
    public long[] key1 = new long[INITIAL];

    /** Cell of the finding mark of the event. */
    public long[] finding = new long[INITIAL];

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

    /** Makes room for one more row and returns it. */
    int addRow() {
        if (size == pair.length) {
            int length = 2 * size;
            pair = Arrays.copyOf(pair, length);
            slot = Arrays.copyOf(slot, length);
            cluster = Arrays.copyOf(cluster, length);
            timeCell = Arrays.copyOf(timeCell, length);
            success = Arrays.copyOf(success, length);
            edge = Arrays.copyOf(edge, length);
            alive = Arrays.copyOf(alive, length);
            source = Arrays.copyOf(source, length);
            sourceCare = Arrays.copyOf(sourceCare, length);
            key0 = Arrays.copyOf(key0, length);
            key1 = Arrays.copyOf(key1, length);
            finding = Arrays.copyOf(finding, length);
        }
        return size++;
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
