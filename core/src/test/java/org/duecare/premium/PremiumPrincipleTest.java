package org.duecare.premium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.duecare.distribution.Lomax;
import org.duecare.quantity.InvalidValueException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Principles against published prices and figures computed with scipy 1.17.1 from the definitions. */
class PremiumPrincipleTest {
    private static final double EXACT_ABS = 1e-8;
    private static final double ROUNDING_REL = 1e-9;

    private static final DiscreteLoss FIVE =
            DiscreteLoss.of(new double[] {250, 0, 100, 5000, 1000}, new double[] {.06, .8, .1, .01, .03});

    private static void assertPrice(PremiumPrinciple principle, DiscreteLoss loss, double expected) {
        assertThat(principle.price(loss))
                .as("%s", principle)
                .isCloseTo(expected, within(ROUNDING_REL * Math.max(1, expected)));
    }

    @Nested
    class OnADiscreteLaw {
        @Test
        void momentsStandForThemselves() {
            assertPrice(new PremiumPrinciple.ExpectedValue(0.2), FIVE, 126);
            assertPrice(new PremiumPrinciple.StandardDeviation(0.3), FIVE, 105 + 0.3 * Math.sqrt(273_725));
            assertPrice(new PremiumPrinciple.Variance(1e-4), FIVE, 105 + 27.3725);
        }

        @Test
        void exponentialTiltingWeighsLargeLossesMore() {
            assertPrice(new PremiumPrinciple.Exponential(1e-3), FIVE, EXPONENTIAL);
            assertPrice(new PremiumPrinciple.Esscher(1e-3), FIVE, ESSCHER);
        }

        @Test
        void distortionsPriceAtomsByTheirLimitsOnBothSides() {
            assertPrice(new Distortion.Wang(0.25), FIVE, WANG);
            assertPrice(new Distortion.Wang(0.25, 5), FIVE, WANG_T5);
            assertPrice(new Distortion.ProportionalHazard(0.8), FIVE, HAZARD);
            assertPrice(new Distortion.DualPower(2), FIVE, DUAL);
            assertPrice(new Distortion.TailValueAtRisk(0.95), FIVE, 1650);
            assertThat(FIVE.tvar(0.95)).isCloseTo(1650, within(EXACT_ABS));
        }

        @Test
        void capitalCostsItsReturn() {
            assertPrice(new PremiumPrinciple.PercentileLayer(0.95, 0.1), FIVE, 105 + 0.1 / 1.1 * (250 - 35));
            assertPrice(new PremiumPrinciple.CostOfCapital(0.95, 0.06), FIVE, 105 + 0.06 * (1650 - 105));
        }

        @Test
        void aSmallAversionTendsToTheMean() {
            assertPrice(new PremiumPrinciple.Exponential(1e-12), FIVE, 105 + 0.5e-12 * 273_725);
            assertPrice(new PremiumPrinciple.Exponential(1e3), FIVE, 5000 + Math.log(0.01) / 1e3);
            assertPrice(new PremiumPrinciple.Esscher(0), FIVE, 105);
        }

        private static final double EXPONENTIAL = 937.3626171209145;
        private static final double ESSCHER = 2950.1819044532654;
        private static final double WANG = 176.13874916585746;
        private static final double WANG_T5 = 312.84014896038093;
        private static final double HAZARD = 208.95306653800054;
        private static final double DUAL = 202.9000000000001;
    }

    @Nested
    class Published {
        /** RC-46; the two-factor figures with five degrees of freedom and lambda 0.453. */
        @Test
        void wangTransformsProbabilities() {
            assertThat(new Distortion.Wang(0.3).distort(0.01)).isCloseTo(0.0213645743, within(1e-10));
            assertThat(new Distortion.Wang(0.453).distort(0.01)).isCloseTo(0.0305101815, within(1e-10));
            assertThat(new Distortion.Wang(0.3).distort(0.1)).isCloseTo(0.163160409, within(1e-9));
            assertThat(new Distortion.Wang(0.453).distort(0.0042)).isCloseTo(0.0145343265, within(1e-10));
            assertThat(new Distortion.Wang(0.453, 5).distort(0.01)).isCloseTo(0.0599483722, within(1e-10));
            assertThat(new Distortion.Wang(0.453, 5).distort(0.0042)).isCloseTo(0.0404260526, within(1e-10));
        }

        /** Case 73: S. Wang (2000), table 1, layers of a Lomax law; the first row is misprinted there and exact here. */
        @Test
        void wangPricesTheLayersOfALomaxLaw() {
            double[] ends = {0, 50e3, 100e3, 200e3, 300e3, 400e3, 500e3, 1e6, 2e6, 5e6, 10e6};
            double[] mean = {4787.99, 657, 582, 307, 204, 150, 428, 373, 420, 271};
            double[] hazard = {5481.40, 910, 856.4, 475, 325, 246, 727.4, 675, 818.4, 567};
            double[] wang = {5481.83, 845, 768.9, 414, 278, 207, 598.0, 533, 615.6, 406};
            double[] digits = {0.01, 1, 0.1, 1, 1, 1, 0.1, 1, 0.1, 1};
            Lomax law = new Lomax(1.2, 2000);
            for (int row = 0; row < mean.length; row++) {
                double printed = 0.5000001 * digits[row];
                double meanPrinted = row == 0 ? printed : 0.5000001;
                assertThat(law.limitedMean(ends[row + 1]) - law.limitedMean(ends[row]))
                        .isCloseTo(mean[row], within(meanPrinted));
                assertThat(new Distortion.ProportionalHazard(0.9245).layer(law, ends[row], ends[row + 1]))
                        .as("proportional hazard, layer %d", row)
                        .isCloseTo(hazard[row], within(printed));
                assertThat(new Distortion.Wang(0.1).layer(law, ends[row], ends[row + 1]))
                        .as("wang, layer %d", row)
                        .isCloseTo(wang[row], within(printed));
            }
        }

        /** The transformed power of a Lomax law is a Lomax law: a layer by quadrature against its closed form. */
        @Test
        void quadratureOfLayersMeetsTheClosedForm() {
            Lomax law = new Lomax(1.2, 2000);
            Lomax bent = new Lomax(1.2 * 0.9245, 2000);
            for (double end : new double[] {1, 1e3, 1e6, 1e9}) {
                assertThat(new Distortion.ProportionalHazard(0.9245).layer(law, 0, end) / bent.limitedMean(end))
                        .isCloseTo(1, within(1e-9));
            }
        }

        /** Case 75: S. Wang, A universal framework for pricing financial and insurance risks (2002), tables 1 and 2. */
        @Test
        void wangPricesCallsOnHeatingDegreeDays() {
            double[] days = {
                972.5, 1018.5, 1199.5, 1147.0, 1155.0, 1156.0, 1244.0, 1474.5, 1040.0, 901.0, 1129.5,
                940.5, 1573.0, 1077.5, 1090.5, 1055.0, 1129.5, 1517.5, 1488.0, 1090.5, 1065.5, 938.5
            };
            double[] strikes = {1250, 1300, 1350, 1400, 1450, 1500};
            double[] means = {47.86, 38.77, 29.68, 20.59, 11.50, 4.11};
            double[] prices = {68.21, 55.45, 42.70, 29.94, 17.18, 6.59};
            DiscreteLoss history = DiscreteLoss.ofSample(days);
            for (int i = 0; i < strikes.length; i++) {
                DiscreteLoss call = history.layer(strikes[i], Double.POSITIVE_INFINITY);
                assertThat(call.mean()).isCloseTo(means[i], within(0.005001));
                assertThat(new Distortion.Wang(0.25).price(call)).isCloseTo(prices[i], within(0.005001));
            }
        }

        /** Case 77: Loss Data Analytics, example 10.3.4. */
        @Test
        void quantilesOfAtomsAreTheSmallestThatReachTheLevel() {
            DiscreteLoss loss = DiscreteLoss.of(new double[] {1, 3, 4}, new double[] {.75, .2, .05});
            assertThat(loss.quantile(0.6)).isEqualTo(1);
            assertThat(loss.quantile(0.9)).isEqualTo(3);
            assertThat(loss.quantile(0.95)).isEqualTo(3);
            assertThat(loss.quantile(0.95001)).isEqualTo(4);
        }
    }

    @Nested
    class Laws {
        private static final List<PremiumPrinciple> ALL = List.of(
                new PremiumPrinciple.ExpectedValue(0.1),
                new PremiumPrinciple.StandardDeviation(0.1),
                new PremiumPrinciple.Variance(1e-5),
                new PremiumPrinciple.Exponential(1e-4),
                new PremiumPrinciple.Esscher(1e-5),
                new PremiumPrinciple.PercentileLayer(0.99, 0.1),
                new PremiumPrinciple.CostOfCapital(0.99, 0.06),
                new Distortion.Wang(0.25),
                new Distortion.Wang(0.25, 5),
                new Distortion.ProportionalHazard(0.8),
                new Distortion.DualPower(1.5),
                new Distortion.TailValueAtRisk(0.9));

        private static double[] sample(long seed, int trials) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] losses = new double[trials];
            for (int t = 0; t < trials; t++) {
                losses[t] = random.nextDouble() < 0.7 ? 0 : Math.floor(-1e4 * StrictMath.log(random.nextDouble()));
            }
            return losses;
        }

        @Test
        void premiumsCoverTheMeanAndStayBelowTheLargestLoss() {
            DiscreteLoss loss = DiscreteLoss.ofSample(sample(1, 5000));
            for (PremiumPrinciple principle : ALL) {
                assertThat(principle.price(loss)).as("%s", principle).isBetween(loss.mean(), loss.largest());
            }
        }

        @Test
        void weightsCountLikeRepetitions() {
            double[] losses = sample(2, 300);
            double[] weights = new double[losses.length];
            double[] repeated = new double[3 * losses.length];
            int count = 0;
            for (int t = 0; t < losses.length; t++) {
                weights[t] = t % 4;
                for (int copy = 0; copy < t % 4; copy++) {
                    repeated[count++] = losses[t];
                }
            }
            DiscreteLoss byWeight = DiscreteLoss.ofSample(losses, weights);
            DiscreteLoss byCount = DiscreteLoss.ofSample(java.util.Arrays.copyOf(repeated, count));
            for (PremiumPrinciple principle : ALL) {
                assertPrice(principle, byWeight, principle.price(byCount));
            }
        }

        @Test
        void distortionsScaleWithTheCurrency() {
            double[] losses = sample(3, 1000);
            double[] cents = java.util.Arrays.stream(losses).map(x -> 100 * x).toArray();
            for (PremiumPrinciple principle : ALL) {
                if (principle instanceof Distortion) {
                    assertPrice(
                            principle,
                            DiscreteLoss.ofSample(cents),
                            100 * principle.price(DiscreteLoss.ofSample(losses)));
                }
            }
        }

        @Test
        void aCertainLossCostsItself() {
            DiscreteLoss certain = DiscreteLoss.of(new double[] {700}, new double[] {1});
            for (PremiumPrinciple principle : ALL.subList(1, ALL.size())) {
                assertPrice(principle, certain, 700);
            }
        }
    }

    @Test
    void calibrationFindsTheParameterOfAReturn() {
        double wanted = Calibration.premiumForReturn(FIVE, 0.95, 0.1);
        assertThat(wanted).isCloseTo((105 + 0.1 * 1650) / 1.1, within(EXACT_ABS));

        double lambda = Calibration.parameter(Distortion.Wang::new, FIVE, wanted, 0, 5);
        double exponent = Calibration.parameter(Distortion.ProportionalHazard::new, FIVE, wanted, 0.01, 1);
        double aversion = Calibration.parameter(PremiumPrinciple.Exponential::new, FIVE, wanted, 1e-9, 1);

        assertPrice(new Distortion.Wang(lambda), FIVE, wanted);
        assertPrice(new Distortion.ProportionalHazard(exponent), FIVE, wanted);
        assertPrice(new PremiumPrinciple.Exponential(aversion), FIVE, wanted);
        assertThatThrownBy(() -> Calibration.parameter(Distortion.Wang::new, FIVE, 6000, 0, 5))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("6000");
    }

    @Test
    void loadingsAreSharesOfThePremiumBeforeTax() {
        PrincipleChoice choice = new PrincipleChoice(
                PrincipleChoice.Name.EXPECTED_VALUE, 0.2, null, null, null, null, null, null, null, null);
        Premium premium = new PremiumRule(choice, 0.25, 0.15, 0.19).load(100, 120, 30, 7);

        assertThat(premium.beforeTax()).isCloseTo(250, within(EXACT_ABS));
        assertThat(premium.expenses()).isCloseTo(62.5, within(EXACT_ABS));
        assertThat(premium.commission()).isCloseTo(37.5, within(EXACT_ABS));
        assertThat(premium.tax()).isCloseTo(47.5, within(EXACT_ABS));
        assertThat(premium.total()).isCloseTo(304.5, within(EXACT_ABS));
        assertThat(premium.lossRatio()).isCloseTo(0.4, within(EXACT_ABS));
    }

    @Test
    void parametersThatDoNotBelongAreRefused() {
        assertThatThrownBy(() -> new PrincipleChoice(
                        PrincipleChoice.Name.WANG, 0.3, null, null, null, null, null, null, null, null))
                .hasMessageContaining("lambda is missing");
        assertThatThrownBy(() -> new PrincipleChoice(
                        PrincipleChoice.Name.WANG, 0.3, null, null, 0.25, null, null, null, null, null))
                .hasMessageContaining("load does not belong to wang");
        assertThatThrownBy(() -> DiscreteLoss.of(new double[] {1, 2}, new double[] {0.5, 0.4}))
                .hasMessageContaining("not to 1");
    }
}
