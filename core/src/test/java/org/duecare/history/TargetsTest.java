package org.duecare.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TargetsTest {
    /** Scores from few values, so that many are equal, against a search one by one; groups of all sizes up to some dozens. */
    @Test
    void theLargestScoreIsFoundAtItsFirstPlace() {
        SplittableRandom random = new SplittableRandom(1);
        for (int count = 1; count <= 70; count++) {
            for (int values = 1; values <= 1 << 12; values *= 4) {
                int[] score = random.ints(count, -values, values).toArray();

                assertThat(Targets.first(score, count)).isEqualTo(oneByOne(score));
            }
        }
    }

    @Test
    void theLeastScoreOfAllIsFoundWhereThereIsNoOther() {
        int[] score = new int[19];
        Arrays.fill(score, Integer.MIN_VALUE);
        assertThat(Targets.first(score, score.length)).isZero();

        score[17] = Integer.MIN_VALUE + 1;
        assertThat(Targets.first(score, score.length)).isEqualTo(17);
    }

    private static int oneByOne(int[] score) {
        int first = 0;
        for (int i = 1; i < score.length; i++) {
            first = score[i] > score[first] ? i : first;
        }
        return first;
    }
}
