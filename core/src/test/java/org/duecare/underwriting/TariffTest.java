package org.duecare.underwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.duecare.quantity.InvalidValueException;
import org.duecare.underwriting.LogLinearModel.Family;
import org.junit.jupiter.api.Test;

/** Relativities against what their likelihood equations demand, and against closed forms. */
class TariffTest {
    private static final double EQUATION_REL = 1e-9;
    private static final List<Tariff.Factor> TWO = List.of(
            new Tariff.Factor("sector", List.of("energy", "health", "water")),
            new Tariff.Factor("size", List.of("small", "large")));

    private static int[][] cells() {
        return new int[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {2, 0}, {2, 1}};
    }

    @Test
    void oneFactorGivesTheRatioOfMeans() {
        List<Tariff.Factor> one = List.of(TWO.get(0));
        double[] exposure = {100, 400, 50};
        double[] claims = {10, 60, 8};
        double[] rates = {0.1, 0.15, 0.16};
        Tariff tariff = Tariff.fit(one, new int[][] {{0}, {1}, {2}}, exposure, rates, Family.POISSON);

        assertThat(tariff.base()).isCloseTo(0.15, within(EQUATION_REL));
        assertThat(tariff.relativity(0, 0)).isCloseTo(0.1 / 0.15, within(EQUATION_REL));
        assertThat(tariff.relativity(0, 1)).isEqualTo(1);
        double[][] design = {{1, 1, 0}, {1, 0, 0}, {1, 0, 1}};
        LogLinearModel model = LogLinearModel.fit(design, rates, exposure, Family.POISSON);
        assertThat(model.standardError(new double[] {0, 1, 0}, 1))
                .isCloseTo(Math.sqrt(1 / claims[0] + 1 / claims[1]), within(EQUATION_REL));
        assertThat(model.deviance()).isCloseTo(0, within(1e-12));
    }

    /** The Poisson likelihood is at its maximum where fitted and observed totals of every level agree (R. Bailey 1963). */
    @Test
    void poissonFitsKeepTheTotalsOfEveryLevel() {
        double[] exposure = {120, 35, 400, 90, 60, 210};
        double[] rates = {0.2, 0.61, 0.11, 0.25, 0.4, 0.7};
        Tariff tariff = Tariff.fit(TWO, cells(), exposure, rates, Family.POISSON);
        for (int f = 0; f < 2; f++) {
            for (int level = 0; level < TWO.get(f).levels().size(); level++) {
                double observed = 0;
                double fitted = 0;
                for (int c = 0; c < 6; c++) {
                    if (cells()[c][f] == level) {
                        observed += exposure[c] * rates[c];
                        fitted += exposure[c] * tariff.value(cells()[c]);
                    }
                }
                assertThat(fitted).isCloseTo(observed, within(EQUATION_REL * observed));
            }
        }
        assertThat(tariff.low(0, 0)).isLessThan(tariff.relativity(0, 0));
        assertThat(tariff.high(0, 0)).isGreaterThan(tariff.relativity(0, 0));
    }

    /** The gamma likelihood is at its maximum where the weighted ratios of observed to fitted average 1 in every level. */
    @Test
    void gammaFitsBalanceTheRatiosOfEveryLevel() {
        double[] claims = {12, 35, 40, 9, 6, 21};
        double[] sizes = {2e4, 6.1e4, 1.1e4, 2.5e4, 4e4, 7e6};
        Tariff tariff = Tariff.fit(TWO, cells(), claims, sizes, Family.GAMMA);
        for (int f = 0; f < 2; f++) {
            for (int level = 0; level < TWO.get(f).levels().size(); level++) {
                double weight = 0;
                double ratio = 0;
                for (int c = 0; c < 6; c++) {
                    if (cells()[c][f] == level) {
                        weight += claims[c];
                        ratio += claims[c] * sizes[c] / tariff.value(cells()[c]);
                    }
                }
                assertThat(ratio / weight).isCloseTo(1, within(EQUATION_REL));
            }
        }
    }

    @Test
    void multiplicativeDataComeBackExactly() {
        SplittableRandom random = new SplittableRandom(7);
        double[] sector = {1, 2.5, 0.4};
        double[] size = {1, 3};
        for (Family family : Family.values()) {
            double[] exposure = new double[6];
            double[] rates = new double[6];
            for (int c = 0; c < 6; c++) {
                exposure[c] = 1 + 100 * random.nextDouble();
                rates[c] = 0.07 * sector[cells()[c][0]] * size[cells()[c][1]];
            }
            Tariff tariff = Tariff.fit(TWO, cells(), exposure, rates, family);
            assertThat(tariff.relativity(0, 1) / tariff.relativity(0, 0)).isCloseTo(2.5, within(EQUATION_REL));
            assertThat(tariff.relativity(1, 1) / tariff.relativity(1, 0)).isCloseTo(3, within(EQUATION_REL));
        }
    }

    @Test
    void levelsWithoutClaimsAreRatedZeroAndDependentFactorsRefused() {
        double[] exposure = {10, 10, 10, 10, 10, 10};
        double[] rates = {0.1, 0.2, 0, 0, 0.3, 0.6};
        Tariff tariff = Tariff.fit(TWO, cells(), exposure, rates, Family.POISSON);
        assertThat(tariff.relativity(0, 1)).isEqualTo(0);
        assertThat(tariff.relativity(1, 1) / tariff.relativity(1, 0)).isCloseTo(2, within(EQUATION_REL));

        int[][] same = {{0, 0}, {0, 0}, {1, 1}, {1, 1}};
        assertThatThrownBy(() ->
                        Tariff.fit(TWO, same, new double[] {1, 1, 1, 1}, new double[] {1, 2, 3, 4}, Family.POISSON))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("depend on each other");
    }
}
