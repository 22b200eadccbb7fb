package org.duecare.history;

import org.duecare.compiled.SpreadColumns;
import org.duecare.random.KeyedHash;

/** Chooses whom secondary attempts strike. One for each worker. */
final class Targets {
    private final SpreadColumns spread;
    private final int[] score;

    Targets(SpreadColumns spread) {
        this.spread = spread;
        this.score = new int[spread.largestGroup];
    }

    /**
     * The member of a group that an attempt strikes: the one with the highest random weight (Thaler and Ravishankar 1998),
     * the source excepted. A member that joins takes from the others only the attempts that are drawn to it.
     */
    int of(int group, int source, long word) {
        int from = spread.first[group];
        int own = spread.positionOfPair[source] - from;
        int[] keys = spread.memberKey[group];
        int count = keys.length;
        int low = (int) word;
        int high = (int) (word >>> 32);
        KeyedHash.scores(keys, count, low, high, score);
        score[own] = Integer.MIN_VALUE;
        int best = first(score, count);
        if (best == own) {
            best = own == 0 ? 1 : 0;
        }
        return spread.member[from + best];
    }

    /** The first place of the largest score: of eight at a time the largest, then the place among eight, without branches. */
    static int first(int[] score, int count) {
        int most = Integer.MIN_VALUE;
        int start = 0;
        int whole = count & -8;
        for (int i = 0; i < whole; i += 8) {
            int low = Math.max(Math.max(score[i], score[i + 1]), Math.max(score[i + 2], score[i + 3]));
            int high = Math.max(Math.max(score[i + 4], score[i + 5]), Math.max(score[i + 6], score[i + 7]));
            int largest = Math.max(low, high);
            start = largest > most ? i : start;
            most = Math.max(most, largest);
        }
        for (int i = whole; i < count; i++) {
            start = score[i] > most ? i : start;
            most = Math.max(most, score[i]);
        }
        int place = start;
        for (int i = Math.min(start + 7, count - 1); i > start; i--) {
            place = score[i] == most ? i : place;
        }
        return score[start] == most ? start : place;
    }
}
