package org.duecare.underwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Bonus-malus systems in the long run. */
class BonusMalusTest {
    private static final double EXACT = 1e-9;

    /** RC-54: three classes, one down without a claim, to the top otherwise. */
    @Test
    void threeClasses() {
        BonusMalus system = new BonusMalus(new double[] {.5, .75, 1}, new int[][] {{0, 2}, {0, 2}, {1, 2}});

        double[] shares = system.stationary(0.1);

        assertThat(shares).containsExactly(new double[] {0.818730753, 0.0861066650, 0.0951625820}, within(EXACT));
        assertThat(system.meanScale(0.1)).isCloseTo(0.569107957, within(EXACT));
    }

    @Test
    void aStationaryLawStaysAsItIs() {
        BonusMalus system = BonusMalus.steps(new double[] {.4, .5, .6, .7, .85, 1, 1.2, 1.5, 2}, 1, 3);
        for (double claims : new double[] {0.01, 0.1, 0.5, 3}) {
            double[] shares = system.stationary(claims);
            double[][] matrix = system.transitions(claims);
            assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(EXACT));
            for (int to = 0; to < shares.length; to++) {
                double next = 0;
                for (int from = 0; from < shares.length; from++) {
                    next += shares[from] * matrix[from][to];
                }
                assertThat(next).isCloseTo(shares[to], within(EXACT));
            }
        }
    }

    /** Efficiency against a difference of the long-run premium, which does not use the derivative of the matrix. */
    @Test
    void efficiencyIsTheElasticityOfThePremium() {
        BonusMalus system = BonusMalus.steps(new double[] {.5, .6, .75, 1, 1.3}, 1, 2);
        for (double claims : new double[] {0.05, 0.2, 1}) {
            double step = 1e-5;
            double up = StrictMath.log(system.meanScale(claims * (1 + step)));
            double down = StrictMath.log(system.meanScale(claims * (1 - step)));
            double elasticity = (up - down) / (StrictMath.log1p(step) - StrictMath.log1p(-step));
            assertThat(system.efficiency(claims)).isCloseTo(elasticity, within(1e-8));
        }
    }

    /** With two classes and scales 0 .. 1 in the limit the premium is P(N > 0), whose elasticity is known. */
    @Test
    void efficiencyOfTwoClassesInClosedForm() {
        BonusMalus system = new BonusMalus(new double[] {1e-12, 1}, new int[][] {{0, 1}, {0, 1}});
        double claims = 0.3;
        double closed = claims * StrictMath.exp(-claims) / -StrictMath.expm1(-claims);
        assertThat(system.efficiency(claims)).isCloseTo(closed, within(1e-9));
    }
}
