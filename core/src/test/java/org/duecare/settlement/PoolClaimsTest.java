package org.duecare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.duecare.compiled.CompiledVariant;
import org.duecare.simulation.RandomScenarios;
import org.duecare.simulation.ScenarioCompiler;
import org.junit.jupiter.api.Test;

class PoolClaimsTest {
    private static final int STATED = 2;
    private static final int OPERATIONS = 4;

    /** Claims beyond what is kept are counted alone; the year after, every column has room for what is kept again. */
    @Test
    void tooManyClaimsOfOneYearLeaveRoomForThoseOfTheNext() {
        PoolClaims claims = new PoolClaims(1);
        CompiledVariant variant = plain(claims, 0);

        claims.reserve(PoolClaims.MOST + 1);
        assertThat(claims.isComplete()).isFalse();
        assertThat(claims.cluster).hasSizeGreaterThan(PoolClaims.MOST);

        claims.start(variant, 1, 0);
        int some = 5_000;
        claims.reserve(some);
        assertThat(claims.isComplete()).isTrue();
        assertThat(claims.damages.length).isGreaterThanOrEqualTo(some);
        assertThat(claims.arrival.length).isGreaterThanOrEqualTo(some);
    }

    /** Two operators with two operations each; stated events, and incidents of which nothing is owed, are no claims. */
    @Test
    void claimsAreThoseOfClustersForWhichSomethingIsOwed() {
        PoolClaims claims = new PoolClaims(OPERATIONS);
        plain(claims, 3);

        claims.take(first(), new long[] {10, 20, 0, 40, 50}, 0, STATED);
        claims.take(second(), new long[] {7}, 2, STATED);
        claims.close();

        assertThat(Arrays.copyOf(claims.cluster, claims.size)).containsExactly(0, 2, 0);
        assertThat(Arrays.copyOf(claims.damages, claims.size)).containsExactly(10, 50, 7);
        assertThat(Arrays.copyOf(claims.arrival, claims.size)).containsExactly(-1, 8, 9);
        assertThat(Arrays.copyOf(claims.owed, 3)).containsExactly(17, 0, 50);
        assertThat(claims.several(0)).isTrue();
        assertThat(claims.several(1)).isFalse();
        assertThat(claims.several(2)).isFalse();
    }

    @Test
    void claimsAreChosenByClusterWithTheirOperations() {
        PoolClaims claims = new PoolClaims(OPERATIONS);
        plain(claims, 3);
        claims.take(first(), new long[] {10, 20, 0, 40, 50}, 0, STATED);
        claims.take(second(), new long[] {7}, 2, STATED);
        claims.close();

        int ofFirstCluster = claims.choose(new int[] {1, 0, 0});
        assertThat(Arrays.copyOf(claims.chosen, ofFirstCluster)).containsExactly(0, 2);
        assertThat(Arrays.copyOf(claims.operation, ofFirstCluster)).containsExactly(0, 3);

        int ofLastCluster = claims.choose(new int[] {0, 0, 1});
        assertThat(Arrays.copyOf(claims.chosen, ofLastCluster)).containsExactly(1);
        assertThat(Arrays.copyOf(claims.operation, ofLastCluster)).containsExactly(1);
        assertThat(claims.choose(new int[] {0, 0, 0})).isZero();
    }

    /** Rows 0 to 3 are of the first operation, row 4 of the second; row 1 is of no event, row 3 of a stated one. */
    private static Settled first() {
        Settled s = settled(5);
        s.operationEnd[0] = 4;
        s.operationEnd[1] = 5;
        s.mark(0, STATED, -1);
        s.mark(2, STATED + 1, 4);
        s.mark(3, 1, -1);
        s.mark(4, STATED + 2, 8);
        return s;
    }

    /** Nothing happens at the first operation. */
    private static Settled second() {
        Settled s = settled(1);
        s.operationEnd[0] = 0;
        s.operationEnd[1] = 1;
        s.mark(0, STATED, 9);
        return s;
    }

    private static Settled settled(int rows) {
        Settled s = new Settled();
        s.start(rows, 2);
        s.size = rows;
        return s;
    }

    /** Begins a year of a variant whose claims are all kept. */
    private static CompiledVariant plain(PoolClaims claims, int clusters) {
        for (int number = 0; number < 200; number++) {
            for (CompiledVariant variant : ScenarioCompiler.compile(RandomScenarios.plainScheme(number))
                    .variants()) {
                claims.start(variant, 1, clusters);
                if (claims.isComplete()) {
                    return variant;
                }
            }
        }
        throw new AssertionError("no plain scheme keeps claims");
    }
}
