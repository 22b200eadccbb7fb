package org.duecare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.duecare.compiled.CompiledVariant;
import org.duecare.simulation.RandomScenarios;
import org.duecare.simulation.ScenarioCompiler;
import org.junit.jupiter.api.Test;

class PoolClaimsTest {
    /** Claims beyond what is kept are counted alone; the year after, every column has room for what is kept again. */
    @Test
    void tooManyClaimsOfOneYearLeaveRoomForThoseOfTheNext() {
        PoolClaims claims = new PoolClaims(1);
        CompiledVariant variant = plain(claims);

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

    /** A variant whose claims are all kept. */
    private static CompiledVariant plain(PoolClaims claims) {
        for (int number = 0; number < 200; number++) {
            for (CompiledVariant variant : ScenarioCompiler.compile(RandomScenarios.plainScheme(number))
                    .variants()) {
                claims.start(variant, 1, 0);
                if (claims.isComplete()) {
                    return variant;
                }
            }
        }
        throw new AssertionError("no plain scheme keeps claims");
    }
}
