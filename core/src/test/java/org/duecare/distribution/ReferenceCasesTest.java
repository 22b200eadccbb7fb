package org.duecare.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Published and recomputed cases of the reference list that follow from one law. */
class ReferenceCasesTest {
    /** The tolerances that the reference list states for its printed digits. */
    private static final double PRINTED_SIX = 1e-6;

    private static final double PRINTED_EIGHT = 1e-8;

    /** RC-21: IRIS 20/20, median 200,000 and one loss in ten above 20 million. */
    private static final Lognormal IRIS = Lognormal.ofMedian(200_000, 3.59343339);

    @Test
    void irisSpreadFollowsFromMedianAndOneLossInTen() {
        double sigma = StableMath.log(20e6 / 200e3) / Normal.inverseUpper(0.1);

        assertClose(sigma, 3.59343339, PRINTED_EIGHT);
        assertClose(IRIS.survival(20e6), 0.1, PRINTED_EIGHT);
        assertClose(IRIS.mean(), 127_350_592, PRINTED_SIX);
        assertClose(IRIS.upperQuantile(0.05), 73_790_797.7, PRINTED_SIX);
        assertClose(IRIS.quantile(0.99), 854_176_813, PRINTED_SIX);
    }

    @Test
    void irisLimitedMeansAndIncreasedLimitFactors() {
        Map<Double, Double> limitedMeans = Map.of(
                1e6, 432_676.309, 5e6, 1_370_570.95, 10e6, 2_161_731.81, 25e6, 3_795_939.51, 100e6, 8_154_930.89);
        Map<Double, Double> factors = Map.of(5e6, 3.167659, 10e6, 4.996187, 25e6, 8.773162, 100e6, 18.847648);

        limitedMeans.forEach((limit, mean) -> assertClose(IRIS.limitedMean(limit), mean, PRINTED_SIX));
        factors.forEach(
                (limit, factor) -> assertClose(IRIS.limitedMean(limit) / IRIS.limitedMean(1e6), factor, PRINTED_SIX));
    }

    /** RC-22: 8,000 in excess of 2,000 of a Pareto law from 1,000. */
    @Test
    void paretoLayerHasItsPublishedMean() {
        Pareto two = new Pareto(2, 1000);
        Pareto one = new Pareto(1, 1000);

        assertClose(two.limitedMean(10_000) - two.limitedMean(2000), 400, PRINTED_EIGHT);
        assertClose(one.limitedMean(10_000) - one.limitedMean(2000), 1609.43791, PRINTED_EIGHT);
    }

    @Test
    void paretoLayerHasItsPublishedSecondMoment() {
        Pareto law = new Pareto(2, 1000);

        double secondMoment = Integral.survivalMoment(law, 2000, 10_000, 2);

        assertClose(secondMoment, 1_618_875.82, PRINTED_EIGHT);
        assertClose(secondMoment - 400 * 400, 1_458_875.82, PRINTED_EIGHT);
    }

    /** RC-26: mean excess over 20 of a generalised Pareto law from 10. */
    @Test
    void generalisedParetoHasItsPublishedMeanExcess() {
        Gpd law = new Gpd(0.497, 6.98, 10);

        double meanExcess = (law.mean() - law.limitedMean(20)) / law.survival(20);

        assertClose(meanExcess, 23.7574553, PRINTED_EIGHT);
        assertClose(Integral.excessMoment(law, 20, 1) / law.survival(20), 23.7574553, PRINTED_EIGHT);
    }

    /** RC-28: ln cost = 7.68 + 0.76 ln records. */
    @Test
    void recordsCostWhatJacobsFound() {
        Map<Double, Double> costs = Map.of(1e3, 412_459.8, 1e4, 2_373_458.0, 1e5, 13_657_830.0, 1e6, 78_592_590.0);

        costs.forEach((records, cost) -> {
            RecordsCost law = new RecordsCost(new Degenerate(records), 7.68, 0.76, 0);
            assertClose(law.mean(), cost, PRINTED_SIX);
            assertClose(law.quantile(0.5), cost, PRINTED_SIX);
        });
    }

    /** RC-32: the largest of a Poisson number, rate 0.2, of Pareto losses. */
    @Test
    void largestLossOfAYearHasItsPublishedReturnPeriod() {
        Pareto law = new Pareto(1.2, 1e6);

        double exceedance = -StableMath.expm1(-0.2 * law.survival(1e8));
        double once250Years = law.upperQuantile(-StableMath.log1p(-1.0 / 250) / 0.2);

        assertClose(exceedance, 0.000795897447, PRINTED_EIGHT);
        assertClose(once250Years, 26_006_583.6, PRINTED_EIGHT);
    }

    private static void assertClose(double actual, double expected, double relative) {
        assertThat(actual).isEqualTo(expected, within(relative * expected));
    }
}
