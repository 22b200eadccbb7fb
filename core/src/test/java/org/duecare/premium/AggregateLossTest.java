package org.duecare.premium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.duecare.premium.Cases.NONE;

import java.util.Arrays;
import java.util.List;
import org.duecare.distribution.Degenerate;
import org.duecare.distribution.FixedCount;
import org.duecare.distribution.GammaLaw;
import org.duecare.distribution.Geometric;
import org.duecare.distribution.Levy;
import org.duecare.distribution.Lognormal;
import org.duecare.distribution.Lomax;
import org.duecare.distribution.LossLaw;
import org.duecare.distribution.Mixture;
import org.duecare.distribution.NegativeBinomial;
import org.duecare.distribution.Pareto;
import org.duecare.distribution.Poisson;
import org.duecare.distribution.Uniform;
import org.duecare.distribution.ZeroTruncated;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact engine against published aggregate laws. Tolerances are those of the printed digits, at most 1e-6. */
class AggregateLossTest {
    private static final double TIGHT = 1e-8;

    private static double atMost(AggregateAnswer answer, int point) {
        return answer.points().get(point).cdf();
    }

    private static void masses(AggregateAnswer answer, double tolerance, double... masses) {
        for (int k = 0; k < masses.length; k++) {
            assertThat(answer.points().get(k).probability()).as("point " + k).isCloseTo(masses[k], within(tolerance));
        }
    }

    private static void sound(AggregateAnswer answer) {
        assertThat(answer.selfCheck().passed())
                .as(answer.selfCheck().toString())
                .isTrue();
    }

    @Nested
    class Lattices {
        @Test
        void poissonOfThreeSizes() {
            AggregateAnswer answer = Cases.of(new Poisson(3), Cases.ladder(1, .5, .3, .2))
                    .points(0, 1, 2, 3, 4, 5, 10)
                    .answer();

            // RC-39.
            masses(answer, TIGHT, 0.04978707, 0.0746806, 0.10081881, 0.12509001, 0.12588349, 0.11909222);
            assertThat(atMost(answer, 6)).isCloseTo(0.936320223, within(1e-9));
            assertThat(answer.points().get(5).stopLoss()).isCloseTo(1.32617770, within(TIGHT));
            assertThat(answer.points().get(6).stopLoss()).isCloseTo(0.161851048, within(1e-9));
            sound(answer);
        }

        @Test
        void groupDentalInsurance() {
            AggregateAnswer answer = Cases.of(
                            Cases.counts(.05, .10, .15, .20, .25, .15, .06, .03, .01),
                            Cases.ladder(25, .15, .20, .25, .125, .075, .05, .05, .05, .025, .025))
                    .points(0, 25, 50, 75, 100, 125, 250)
                    .answer();

            // RC-42 and case 1.
            masses(answer, TIGHT, 0.05, 0.015, 0.023375, 0.034675, 0.0325765625, 0.03578639);
            assertThat(answer.mean()).isCloseTo(314.5, within(1e-9));
            assertThat(answer.sd() * answer.sd()).isCloseTo(36_716.5, within(1e-6));
            assertThat(answer.sd()).isCloseTo(191.6155, within(1e-4));
            assertThat(answer.points().get(4).stopLoss()).isCloseTo(222.660625, within(1e-6));
            assertThat(answer.points().get(6).stopLoss()).isCloseTo(111.327614, within(1e-6));
            sound(answer);
        }

        @Test
        void publishedSums() {
            // Case 3.
            AggregateAnswer three = Cases.of(new Poisson(3), Cases.ladder(1, 1.9 / 3, .8 / 3, .3 / 3))
                    .points(0, 1, 2, 3, 4, 5, 6, 7)
                    .answer();
            double scale = Math.exp(-3);
            masses(
                    three,
                    1e-7,
                    Arrays.stream(new double[] {1, 1.9, 2.605, 2.963167, 2.877004, 2.510375, 2.006628, 1.488357})
                            .map(mass -> mass * scale)
                            .toArray());
            // Case 5.
            AggregateAnswer five = Cases.of(new Geometric(4), Cases.ladder(1, 1, 1, 1, 1))
                    .points(3)
                    .answer();
            assertThat(atMost(five, 0)).isCloseTo(0.3456, within(1e-12));
            // Case 7.
            AggregateAnswer seven = Cases.of(
                            new Poisson(5), Cases.discrete(new double[] {100, 500, 1000}, .8, .16, .04))
                    .points(600)
                    .answer();
            assertThat(seven.points().get(0).probability()).isCloseTo(0.05989286, within(TIGHT));
            // Case 9.
            AggregateAnswer nine = Cases.of(new Poisson(6), Cases.discrete(new double[] {1, 2, 4}, 1, 1, 1))
                    .points(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
                    .answer();
            masses(
                    nine, 5e-7, .002479, .004958, .009915, .013220, .021483, .027101, .036575, .041045, .050031,
                    .053450, .059963);
        }

        @Test
        void inflatedClaimsAboveADeductible() {
            // Case 21: X 40/80/120/200 + 50 %, deductible 100.
            AggregateAnswer answer = Cases.of(
                            new NegativeBinomial(300, 800 / 300.0),
                            Cases.discrete(new double[] {60, 120, 180, 300}, 1, 1, 1, 1))
                    .terms(100, NONE, 1, 0, NONE)
                    .answer();

            assertThat(answer.mean()).isCloseTo(22_500, within(1e-8));
            assertThat(answer.sd() * answer.sd()).isCloseTo(6_322_500, within(1e-5));
            sound(answer);
        }

        @Test
        void stopLossOfFiveWithItsPrice() {
            AggregateAnswer answer = Cases.of(
                            Cases.counts(1 / 16.0, .25, .375, .25, 1 / 16.0),
                            Cases.discrete(new double[] {2, 3}, .4, .6))
                    .points(5)
                    .answer();

            // Case 31: retained 4.0275, with the price 1.472 of the cover 5.4995.
            assertThat(answer.mean()).isCloseTo(5.2, within(1e-12));
            assertThat(answer.mean() - answer.points().get(0).stopLoss()).isCloseTo(4.0275, within(1e-12));
        }

        @Test
        void stopLossContract() {
            // Case 35: 800 in excess of 2,400 on claims of 2,600, 600 and 800.
            AggregateAnswer answer = Cases.of(new FixedCount(1), new Degenerate(2600))
                    .and(new FixedCount(1), new Degenerate(600))
                    .and(new FixedCount(1), new Degenerate(800))
                    .terms(0, NONE, 1, 2400, 800)
                    .answer();

            assertThat(answer.mean()).isCloseTo(800, within(1e-9));
            assertThat(answer.sd() * answer.sd() / (800 * 800)).isCloseTo(0, within(1e-12));
        }
    }

    @Nested
    class Densities {
        @Test
        void negativeBinomialOfUniformRisks() {
            AggregateAnswer answer = Cases.of(NegativeBinomial.ofRBeta(16, 6), new Uniform(0, 8))
                    .quantiles(0.95)
                    .answer();

            // Case 11; its print gives 572.41, two finer grids of a Python script 572.40434 and 572.40443.
            assertThat(answer.mean()).isCloseTo(384, within(1e-9));
            assertThat(answer.sd()).isCloseTo(106.132, within(5e-4));
            assertThat(answer.quantiles().get(0).loss()).isCloseTo(572.4044, within(1e-4));
            sound(answer);
        }

        @Test
        void gammaSumByCoarseAndFineGrid() {
            GammaLaw gamma = new GammaLaw(.5, 2500);
            CompoundLaw law = CompoundLaw.of(new Poisson(5), ClaimSize.of(gamma));
            ExactMethod rounding = new ExactMethod(false, Discretisation.ROUNDING, TransformLibrary.DUECARE);
            CompoundGrid coarse = CompoundGrid.of(law, 100, 4096, 0, true, rounding);

            // Case 13: the span of 100 with rounding, and the truth.
            assertThat(1 - coarse.cdf(19_900)).isCloseTo(0.01613, within(5e-6));
            assertThat(1 - coarse.cdf(20_000)).isCloseTo(0.01570, within(5e-6));
            AggregateAnswer fine =
                    Cases.of(new Poisson(5), gamma).points(20_000).answer();
            // Its print gives 0.01593; rounding on a grid of 0.1 gives 0.01594337 in a Python script.
            assertThat(1 - atMost(fine, 0)).isCloseTo(0.01594337, within(1e-8));
            sound(fine);
        }

        @ParameterizedTest
        @CsvSource({
            "1, 2, .82773, 5e-6",
            "1, 6, .07184, 5e-6",
            "1, 10, .0032535, 5e-8",
            "10, 20, 2.62553, 5e-6",
            "10, 30, .256320, 5e-7",
            "10, 50, 1.4495e-4, 5e-9",
            "100, 200, 8.30444, 5e-6",
            "100, 240, .264694, 5e-7",
            "100, 300, 1.994e-5, 5e-9"
        })
        void stopLossPremiumOfUniformRisks(double rate, double deductible, double expected, double tolerance) {
            // Case 17: Gerber's tables.
            AggregateAnswer answer = Cases.of(new Poisson(rate), new Uniform(1, 3))
                    .points(deductible)
                    .answer();

            assertThat(answer.points().get(0).stopLoss()).isCloseTo(expected, within(tolerance));
            sound(answer);
        }

        @Test
        void sumsOfLevyRisksHaveAClosedForm() {
            double[] losses = {.5, 1.5, 9.5, 10.5, 99.5, 100.5, 999.5, 1000.5};
            AggregateAnswer answer = Cases.of(new Poisson(20), new Levy(1))
                    .points(losses)
                    .tolerance(1e-9)
                    .answer();

            for (int i = 0; i < losses.length; i++) {
                assertThat(atMost(answer, i)).isCloseTo(levySum(20, losses[i]), within(2e-10));
            }
            // Case 15, the printed digits.
            assertThat(atMost(answer, 1) - atMost(answer, 0)).isCloseTo(1.078e-7, within(5e-11));
            assertThat(atMost(answer, 3) - atMost(answer, 2)).isCloseTo(3.075e-5, within(5e-9));
            assertThat(atMost(answer, 5) - atMost(answer, 4)).isCloseTo(1.1555e-3, within(5e-8));
            assertThat(atMost(answer, 7) - atMost(answer, 6)).isCloseTo(2.013e-4, within(5e-8));
            assertThat(answer.mean()).isInfinite();
            sound(answer);
        }

        /** Sum over n of P(N = n) erfc(n / sqrt(2 x)): n risks are one risk of n^2 times the scale. */
        private static double levySum(double rate, double x) {
            double sum = Math.exp(-rate);
            double probability = Math.exp(-rate);
            for (int n = 1; n < 400; n++) {
                probability *= rate / n;
                sum += probability * new Levy(1).cdf(x / ((double) n * n));
            }
            return sum;
        }

        @ParameterizedTest
        @CsvSource({"1e4, 0.0796556746", "1e6, 0.00797871263", "1e8, 0.000797884428"})
        void tenLevyRisks(double loss, double expected) {
            // RC-30.
            AggregateAnswer answer = Cases.of(new FixedCount(10), new Levy(1))
                    .points(loss)
                    .tolerance(1e-10)
                    .answer();

            assertThat(1 - atMost(answer, 0)).isCloseTo(expected, within(1e-9));
        }

        @Test
        void quantileWithoutAMean() {
            // RC-30: the quantile of the sum of ten is ten times ten times that of one.
            AggregateAnswer answer = Cases.of(new FixedCount(10), new Levy(1))
                    .quantiles(0.99)
                    .tolerance(1e-9)
                    .answer();

            assertThat(answer.quantiles().get(0).loss() / 636_586.439).isCloseTo(1, within(1e-7));
            assertThat(answer.quantiles().get(0).tvar()).isInfinite();
        }

        @Test
        void aMixtureWithExponentialClaims() {
            // Geometric sums of exponential claims: P(S > x) = m / (1 + m) e^(-x / (1 + m)).
            AggregateAnswer answer = Cases.of(new Geometric(3), new org.duecare.distribution.Exponential(2))
                    .points(0, 1, 8, 40)
                    .quantiles(0.5, 0.99)
                    .tolerance(1e-10)
                    .answer();

            for (AggregateAnswer.Point point : answer.points()) {
                double above = .75 * Math.exp(-point.loss() / 8);
                assertThat(1 - point.cdf()).isCloseTo(above, within(1e-10));
                assertThat(point.stopLoss()).isCloseTo(8 * above, within(1e-9));
            }
            assertThat(answer.points().get(0).probability()).isCloseTo(.25, within(1e-12));
            assertThat(answer.points().get(2).probability()).isZero();
            assertThat(answer.quantiles().get(1).loss()).isCloseTo(8 * Math.log(75), within(1e-6));
            assertThat(answer.quantiles().get(1).tvar()).isCloseTo(8 * Math.log(75) + 8, within(1e-6));
            sound(answer);
        }
    }

    @Nested
    class Layers {
        @ParameterizedTest
        @CsvSource({"10, 10, 6.61506, 6.94444", "20, 10, 2.41212, 2.43056", "10, 20, 9.22139, 9.375"})
        void oneFreeReinstatement(double deductible, double limit, double once, double unlimited) {
            // Cases 22 and 23.
            AggregateAnswer answer = Cases.of(new Poisson(10), new Lomax(3, 10))
                    .layer(deductible, limit, 0, NONE, 0)
                    .layer(deductible, limit, 0, NONE)
                    .answer();

            assertThat(answer.layers().get(0).mean()).isCloseTo(once, within(5e-6));
            assertThat(answer.layers().get(0).premium())
                    .isEqualTo(answer.layers().get(0).mean());
            assertThat(answer.layers().get(1).mean()).isCloseTo(unlimited, within(5e-6));
            sound(answer);
        }

        @Test
        void annualDeductibleAndPaidReinstatements() {
            // Case 25.
            AggregateAnswer answer = Cases.of(new Poisson(.5), new Lomax(1.2, 100))
                    .layer(0, 100, 100, NONE, 1, 1)
                    .answer();

            assertThat(answer.layers().get(0).premium()).isCloseTo(4.319350383, within(1e-8));
            sound(answer);
        }

        @Test
        void purePremiumOfAGammaLayer() {
            // Case 27.
            AggregateAnswer answer = Cases.of(new Poisson(4), new GammaLaw(5, 1))
                    .layer(5, 20, 0, NONE)
                    .answer();

            assertThat(answer.layers().get(0).mean()).isCloseTo(3.51, within(5e-3));
        }

        @Test
        void threeSubjectPremiumsUnderOneAggregateLimit() {
            // Case 29: 700 xs 300 of three books with expected ceded losses 200, 280 and 420, at most 2,800 a year.
            AggregateAnswer answer = Cases.of(new Poisson(rate(1.5, 200)), new Pareto(1.5, 300))
                    .and(new Poisson(rate(1.3, 280)), new Pareto(1.3, 300))
                    .and(new Poisson(rate(1.1, 420)), new Pareto(1.1, 300))
                    .layer(300, 700, 0, 2_800)
                    .answer();

            double ceded = answer.layers().get(0).mean();
            assertThat(ceded).isCloseTo(894.8805, within(5e-4));
            assertThat(ceded / 6_000 * .8 * 100 / 60).isCloseTo(.1989, within(5e-5));
        }

        @ParameterizedTest
        @CsvSource({"0.05, .19837", "0.1, .19781"})
        void threeSubjectPremiumsWithACommonLevel(double contagion, double expected) {
            // Case 29 with the contagion parameter: one gamma level with that variance moves all three books, so that
            // their
            // number is negative binomial and each claim is of one of them.
            double[] rates = {rate(1.5, 200), rate(1.3, 280), rate(1.1, 420)};
            double all = rates[0] + rates[1] + rates[2];
            Mixture claim = new Mixture(
                    List.of(new Pareto(1.5, 300), new Pareto(1.3, 300), new Pareto(1.1, 300)),
                    List.of(rates[0] / all, rates[1] / all, rates[2] / all));
            AggregateAnswer answer = Cases.of(new NegativeBinomial(all, 1 + contagion * all), claim)
                    .layer(300, 700, 0, 2_800)
                    .answer();

            assertThat(answer.layers().get(0).mean() / 6_000 * .8 * 100 / 60).isCloseTo(expected, within(5e-6));
            sound(answer);
        }

        @Test
        void aShareWithoutLimits() {
            // Case 39. The print is the nearest number of single precision, whose neighbours are 8 apart.
            AggregateAnswer answer = Cases.of(new FixedCount(1), new Degenerate(99_000_008))
                    .terms(0, NONE, .8, 0, NONE)
                    .answer();

            assertThat(answer.mean()).isCloseTo(79_200_006.4, within(1e-6));
            assertThat((float) answer.mean()).isEqualTo(79_200_008f);
        }

        @Test
        void aPolicyLimitAndTwoExcessLayersOneAfterTheOther() {
            // Case 41: the loss limited at 9,000 less 500; 3,000 in excess of 500; of what that leaves, 4,800 in excess
            // of 200.
            AggregateAnswer first = Cases.of(new FixedCount(1), new Degenerate(9_159.046))
                    .terms(500, 8_500, 1, 0, NONE)
                    .layer(500, 3_000, 0, NONE)
                    .answer();
            double left = first.mean() - first.layers().get(0).mean();
            AggregateAnswer second = Cases.of(new FixedCount(1), new Degenerate(left))
                    .layer(200, 4_800, 0, NONE)
                    .answer();

            assertThat(first.mean()).isCloseTo(8_500, within(1e-8));
            assertThat(first.layers().get(0).mean()).isCloseTo(3_000, within(1e-8));
            assertThat(second.layers().get(0).mean()).isCloseTo(4_800, within(1e-8));
            assertThat(left - second.layers().get(0).mean()).isCloseTo(700, within(1e-8));
        }

        private static double rate(double alpha, double ceded) {
            Pareto pareto = new Pareto(alpha, 300);
            return ceded / (pareto.limitedMean(1000) - pareto.limitedMean(300));
        }

        @ParameterizedTest
        @CsvSource({
            "0.1, 0.09516258, 0.09116584, 0.09091863, 0.09090934",
            "0.5, 0.39346934, 0.34710010, 0.33569453, 0.33363971",
            "1, 0.63212056, 0.54920065, 0.51501941, 0.50370306"
        })
        void totalLossLayerWithPaidReinstatements(double rate, double none, double one, double two, double three) {
            // RC-43.
            AggregateAnswer answer = Cases.of(new Poisson(rate), new Degenerate(1e6))
                    .layer(0, 1e6, 0, 1e6)
                    .layer(0, 1e6, 0, NONE, 1)
                    .layer(0, 1e6, 0, NONE, 1, 1)
                    .layer(0, 1e6, 0, NONE, 1, 1, 1)
                    .answer();

            double[] expected = {none, one, two, three};
            for (int k = 0; k < expected.length; k++) {
                assertThat(answer.layers().get(k).premium() / 1e6).isCloseTo(expected[k], within(TIGHT));
            }
        }

        @Test
        void totalLossLayerWithFreeReinstatements() {
            // RC-43, free.
            AggregateAnswer answer = Cases.of(new Poisson(.5), new Degenerate(1))
                    .layer(0, 1, 0, 1)
                    .layer(0, 1, 0, NONE, 0)
                    .layer(0, 1, 0, NONE, 0, 0)
                    .layer(0, 1, 0, NONE, 0, 0, 0)
                    .answer();

            double[] expected = {0.39346934, 0.48367335, 0.49806103, 0.49981265};
            for (int k = 0; k < expected.length; k++) {
                assertThat(answer.layers().get(k).premium()).isCloseTo(expected[k], within(TIGHT));
            }
        }

        @Test
        void reinstatementPremiumFollowsTheTerms() {
            // Cases 33 and 33a: 500 xs 250, an original premium of 1,000; the amounts in thousands.
            assertThat(given(0, 1000, 100, 800, 500, 1000).mean()).isCloseTo(1000, within(1e-9));
            AggregateAnswer.LayerAnswer second = given(250, NONE, 100, 600, 500, 200, 1);
            assertThat(second.mean()).isCloseTo(350, within(1e-9));
            assertThat(1000 * (second.mean() / second.premium() - 1)).isCloseTo(700, within(1e-6));
            AggregateAnswer.LayerAnswer third = given(0, 2000, 100, 600, 500, 200, 1, .5, 0, 0);
            assertThat(1000 * (third.mean() / third.premium() - 1)).isCloseTo(1100, within(1e-6));
        }

        private static AggregateAnswer.LayerAnswer given(
                double annualDeductible, double annualLimit, double a, double b, double c, double d, double... paid) {
            return Cases.of(new FixedCount(1), new Degenerate(a))
                    .and(new FixedCount(1), new Degenerate(b))
                    .and(new FixedCount(1), new Degenerate(c))
                    .and(new FixedCount(1), new Degenerate(d))
                    .layer(250, 500, annualDeductible, annualLimit, paid)
                    .answer()
                    .layers()
                    .get(0);
        }

        @Test
        void coinsuranceAndLimitOfASingleLoss() {
            // Case 37.
            Lomax loss = new Lomax(5, 3600);
            AggregateAnswer limited = Cases.of(new FixedCount(1), loss)
                    .terms(0, 5000, .85, 0, NONE)
                    .answer();
            AggregateAnswer whole = Cases.of(new FixedCount(1), loss)
                    .terms(0, NONE, .85, 0, NONE)
                    .answer();

            assertThat(limited.mean()).isCloseTo(741.5103, within(5e-5));
            assertThat(whole.mean()).isCloseTo(765, within(1e-9));
            assertThat(whole.sd()).isCloseTo(987.6108, within(5e-5));
        }

        @Test
        void layerOfASingleParetoLoss() {
            // RC-22.
            AggregateAnswer two = Cases.of(new FixedCount(1), new Pareto(2, 1000))
                    .layer(2000, 8000, 0, NONE)
                    .answer();
            AggregateAnswer one = Cases.of(new FixedCount(1), new Pareto(1, 1000))
                    .layer(2000, 8000, 0, NONE)
                    .answer();

            assertThat(two.layers().get(0).mean()).isCloseTo(400, within(1e-8));
            assertThat(Math.pow(two.layers().get(0).sd(), 2)).isCloseTo(1_458_875.82, within(5e-3));
            assertThat(one.layers().get(0).mean()).isCloseTo(1_609.43791, within(5e-6));
        }

        @ParameterizedTest
        @CsvSource({"1e6, 432676.309", "5e6, 1370570.95", "1e7, 2161731.81", "2.5e7, 3795939.51", "1e8, 8154930.89"})
        void limitedMeansOfTheTypicalIncident(double limit, double expected) {
            // RC-21.
            AggregateAnswer answer = Cases.of(new FixedCount(1), new Lognormal(Math.log(200_000), 3.59343339))
                    .terms(0, limit, 1, 0, NONE)
                    .answer();

            assertThat(answer.mean() / expected).isCloseTo(1, within(1e-8));
        }

        @Test
        void annualTermsOnTheSumAddUp() {
            LossLaw severity = new Lognormal(8, 1.2);
            AggregateAnswer whole = Cases.of(new Poisson(2.5), severity)
                    .layer(0, NONE, 0, 5000)
                    .layer(0, NONE, 5000, 20_000)
                    .layer(0, NONE, 25_000, NONE)
                    .answer();

            double sum = whole.layers().stream()
                    .mapToDouble(AggregateAnswer.LayerAnswer::mean)
                    .sum();
            assertThat(sum / whole.mean()).isCloseTo(1, within(1e-10));
            sound(whole);
        }
    }

    @Test
    void truncatedCountAndDiscretisedGamma() {
        // Case 19.
        assertThat(new ZeroTruncated(new Poisson(2)).mean()).isCloseTo(2.3130352854993315, within(1e-14));
        double[] masses = Discretisation.ROUNDING.masses(ClaimSize.of(new GammaLaw(5, 1)), .01, 50_000);
        double mean = 0;
        for (int j = 0; j < masses.length; j++) {
            mean += masses[j] * j * .01;
        }
        assertThat(mean).isCloseTo(5, within(2e-13));
    }

    @Test
    void pricesOfAnExponentialSumHaveClosedForms() {
        // P(S > x) = 0.75 e^(-x / 8): proportional hazard integrates its power 0.8, the standard deviation is known.
        AggregateAnswer answer = Cases.of(new Geometric(3), new org.duecare.distribution.Exponential(2))
                .principles(
                        choice(PrincipleChoice.Name.PROPORTIONAL_HAZARD, null, 0.8),
                        choice(PrincipleChoice.Name.STANDARD_DEVIATION, 0.3, null))
                .answer();

        assertThat(answer.prices().get(0).principle()).isEqualTo("proportionalHazard");
        assertThat(answer.prices().get(0).price()).isCloseTo(Math.pow(.75, .8) * 10, within(1e-6));
        double sd = Math.sqrt(2 * .75 * 64 - 36);
        assertThat(answer.prices().get(1).price()).isCloseTo(6 + .3 * sd, within(1e-7));
        sound(answer);
    }

    private static PrincipleChoice choice(PrincipleChoice.Name name, @Nullable Double load, @Nullable Double exponent) {
        return new PrincipleChoice(name, load, null, null, null, null, exponent, null, null, null);
    }

    @Test
    void aMillionBucketsTakeLittleTime() {
        // The promise is half a second; three times as much for a cold machine. Time of the processor, not of the
        // clock.
        var processor = java.lang.management.ManagementFactory.getThreadMXBean();
        Lognormal severity = new Lognormal(7, 1);
        long start = processor.getCurrentThreadCpuTime();

        double cdf = AggregateLoss.onGrid(new Poisson(10), severity, 0.5, 1 << 20, TransformLibrary.DUECARE, 20_000);

        double seconds = (processor.getCurrentThreadCpuTime() - start) / 1e9;
        double other =
                AggregateLoss.onGrid(new Poisson(10), severity, 0.5, 1 << 20, TransformLibrary.COMMONS_MATH, 20_000);
        assertThat(cdf).isCloseTo(other, within(1e-9));
        assertThat(seconds).isLessThan(1.5);
    }
}
