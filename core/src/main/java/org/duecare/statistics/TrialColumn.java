package org.duecare.statistics;

/** One long for each trial, in trial order; in memory or in a file. */
public interface TrialColumn {
    /** Number of trials. */
    int trials();

    /**
     * Copies the values of a range of trials.
     *
     * @param from first trial, from 0
     * @param count number of trials
     * @param target receives the values at 0 .. count - 1
     */
    void read(int from, int count, long[] target);

    /** A column held in memory; the array is not copied. */
    static TrialColumn of(long[] values) {
        return new TrialColumn() {
            @Override
            public int trials() {
                return values.length;
            }

            @Override
            public void read(int from, int count, long[] target) {
                System.arraycopy(values, from, target, 0, count);
            }
        };
    }
}
