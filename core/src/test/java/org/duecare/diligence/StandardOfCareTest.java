package org.duecare.diligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.duecare.diligence.StandardOfCare.Basis;
import org.duecare.diligence.StandardOfCare.FeasiblePoint;
import org.duecare.diligence.StandardOfCare.Proportionality;
import org.duecare.diligence.StandardOfCare.ShortfallMeasure;
import org.duecare.quantity.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proportionality, feasibility and percentiles by hand. */
class StandardOfCareTest {
    private static StandardOfCare standard(FeasiblePoint... points) {
        return new StandardOfCare(
                0.6,
                null,
                null,
                ShortfallMeasure.WEIGHTED,
                Basis.ABSOLUTE,
                50,
                0,
                1,
                new Proportionality(0.02, 1e8),
                List.of(points));
    }

    @Test
    void moreIsOwedWhereMoreHarmIsPossible() {
        double[] base = standard().absolute();

        assertThat(standard().owed(base, 1e7, 1e6)).containsOnly(0.6);
        assertThat(standard().owed(base, 1e8 * Math.E, 1e6)[0]).isCloseTo(0.62, within(1e-15));
        assertThat(standard().owed(base, 1e300, 1e6)).containsOnly(1);
    }

    @ParameterizedTest
    @CsvSource({"1e5, 0.5", "1e6, 0.5", "1e7, 0.7", "1e8, 0.9", "1e9, 0.9"})
    void feasibilityIsLinearInTheLogarithmOfRevenue(double revenue, double most) {
        StandardOfCare standard = standard(new FeasiblePoint(1e6, 0.5), new FeasiblePoint(1e8, 0.9));

        assertThat(standard.feasible(revenue)).isCloseTo(most, within(1e-15));
        assertThat(standard.owed(ElementValues.uniform(0.95).toArray(), 1e7, revenue)[8])
                .isCloseTo(most, within(1e-15));
    }

    @Test
    void revenuesMustRise() {
        assertThatThrownBy(() -> standard(new FeasiblePoint(1e8, 0.5), new FeasiblePoint(1e6, 0.9)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("rising revenue");
    }

    @ParameterizedTest
    @CsvSource({"0, 50, 40", "2, 50, 40", "3, 50, 30", "5, 50, 30", "0, 0, 20", "5, 100, 50", "0, 100, 60", "2, 25, 20"
    })
    void percentileLeavesTheOperationItselfOut(int without, double percentile, double expected) {
        double[] sorted = {10, 20, 30, 40, 50, 60};

        assertThat(StandardOfCare.percentileOfOthers(sorted, without, percentile))
                .isEqualTo(expected);
    }

    @Test
    void percentileIsLinearBetweenOrderStatistics() {
        double[] sorted = {0, 0.1, 0.2, 0.3, 0.4, 0.5};

        // Others of the first: 0.1 to 0.5; place 0.6 x 4 = 2.4.
        assertThat(StandardOfCare.percentileOfOthers(sorted, 0, 60)).isCloseTo(0.34, within(1e-15));
    }
}
