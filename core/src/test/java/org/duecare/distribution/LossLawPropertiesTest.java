package org.duecare.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.duecare.distribution.ReferenceFile.Parameters;
import org.duecare.quantity.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every law, over all reference parameter sets, and what laws refuse. */
class LossLawPropertiesTest {
    /** Relative error of a quantile after the way through its tail probability. */
    private static final double ROUND_TRIP_REL = 1e-12;

    /** Rounding of one operation or two. */
    private static final double ROUNDING_REL = 1e-14;

    private static final double[] TAILS = {0.7, 0.3, 0.01, 1e-5, 1e-10, 1e-15, 1e-50, 1e-200};

    static Stream<Parameters> sets() {
        return LossLawReferenceTest.sets();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void tailProbabilityOfAQuantileIsTheOneAskedFor(Parameters set) {
        LossLaw law = LawText.loss(set.text());
        for (double tail : TAILS) {
            double x = law.upperQuantile(tail);
            double spread = Math.abs(law.upperQuantile(tail * 1.001) - x);
            if (x < law.upperQuantile(0) * 0.999 && x < 1e290 && spread > 0) {
                double back = law.upperQuantile(law.survival(x));
                assertThat(back).as("tail %s", tail).isEqualTo(x, within(ROUND_TRIP_REL * x));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void bothTailsSumToOne(Parameters set) {
        LossLaw law = LawText.loss(set.text());
        for (double p : new double[] {0.01, 0.2, 0.5, 0.9}) {
            double x = law.quantile(p);
            assertThat(law.cdf(x) + law.survival(x)).isEqualTo(1, within(ROUND_TRIP_REL));
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void limitedMeanRisesWithTheLimitButNeverAboveIt(Parameters set) {
        LossLaw law = LawText.loss(set.text());
        double before = 0;
        for (double q : new double[] {0.9, 0.5, 0.1, 0.001, 1e-6}) {
            double limit = law.upperQuantile(q);
            double mean = law.limitedMean(limit);
            assertThat(mean).isBetween(before * (1 - ROUNDING_REL), limit * (1 + ROUNDING_REL));
            assertThat(mean).isLessThanOrEqualTo(law.mean() * (1 + ROUNDING_REL));
            before = mean;
        }
        assertThat(law.limitedMean(Double.POSITIVE_INFINITY)).isEqualTo(law.mean(), within(ROUND_TRIP_REL * mean(law)));
    }

    private static double mean(LossLaw law) {
        return Double.isInfinite(law.mean()) ? 0 : law.mean();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void kinksAreAscendingProbabilities(Parameters set) {
        double[] kinks = LawText.loss(set.text()).kinks();

        assertThat(kinks).isSorted();
        for (double kink : kinks) {
            assertThat(kink).isGreaterThan(0).isLessThan(1);
        }
    }

    @Test
    void stepLawsTakeTheirValues() {
        Discrete discrete = new Discrete(List.of(10.0, 1.0, 5.0, 1.0), List.of(0.5, 0.1, 0.3, 0.1));
        Empirical empirical = new Empirical(List.of(4.0, 1.0, 2.0, 2.0));

        assertThat(discrete.values()).containsExactly(1.0, 5.0, 10.0);
        assertThat(discrete.quantile(0.2)).isEqualTo(1);
        assertThat(discrete.upperQuantile(0.4)).isEqualTo(10);
        assertThat(discrete.mean()).isEqualTo(6.7, within(ROUNDING_REL * 6.7));
        assertThat(discrete.variance()).isEqualTo(12.81, within(ROUNDING_REL * 12.81));
        assertThat(empirical.quantile(0.75)).isEqualTo(2);
        assertThat(empirical.quantile(0.76)).isEqualTo(4);
        assertThat(empirical.limitedMean(3)).isEqualTo(2);
        assertThat(empirical.kinks()).containsExactly(0.25, 0.75);
    }

    @Test
    void alternativeParametersMeanTheSameLaw() {
        Lognormal law = Lognormal.ofMean(1000, 2);

        assertThat(law.mean()).isEqualTo(1000, within(ROUNDING_REL * 1000));
        assertThat(Math.sqrt(law.variance()) / law.mean()).isEqualTo(2, within(ROUNDING_REL * 2));
        assertThat(Lognormal.ofMedian(50, 1.5).quantile(0.5)).isEqualTo(50, within(ROUNDING_REL * 50));
        assertThat(NegativeBinomial.ofRBeta(3, 2).variance()).isEqualTo(18, within(ROUNDING_REL * 18));
    }

    @Test
    void excessTailsStartAtTheThresholdAndOtherTailsAreConditioned() {
        LossLaw body = new Uniform(0, 10);
        Splice excess = new Splice(body, new Exponential(5), 10, 0.2);
        Splice conditioned = new Splice(body, new Pareto(2, 5), 10, 0.2);

        assertThat(excess.survival(15)).isEqualTo(0.2 * StableMath.exp(-1), within(ROUNDING_REL));
        assertThat(conditioned.survival(20)).isEqualTo(0.2 / 4, within(ROUNDING_REL));
        assertThat(excess.cdf(5)).isEqualTo(0.4, within(ROUNDING_REL));
    }

    @Test
    void refusalsNameTheValueAndTheImpliedLoss() {
        assertThatThrownBy(() -> new Lognormal(0, 51))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("sigma = 51.0");
        assertThatThrownBy(() -> new Pareto(0.001, 1)).hasMessageContaining("alpha = 0.001 implies a loss of Infinity");
        assertThatThrownBy(() -> new Weibull(0.01, 1e250)).hasMessageContaining("implies a loss");
        assertThatThrownBy(() -> new Discrete(List.of(1.0, 2.0), List.of(0.5, 0.4)))
                .hasMessageContaining("weights sum to 0.9 instead of 1");
        assertThatThrownBy(() -> new Mixture(List.of(new Exponential(1)), List.of(0.5, 0.5)))
                .hasMessageContaining("weights has 2 entries for 1");
        assertThatThrownBy(() -> new Pert(5, 20, 10, 4)).hasMessageContaining("maximum = 10.0");
        assertThatThrownBy(() -> new Splice(new Uniform(5, 6), new Exponential(1), 3, 0.1))
                .hasMessageContaining("lies below every loss of the body");
    }

    @Test
    void weightsWithinAMillionthOfOneAreNormalised() {
        Discrete law = new Discrete(List.of(1.0, 2.0), List.of(0.5, 0.5000005));

        assertThat(law.weights().get(0) + law.weights().get(1)).isEqualTo(1, within(ROUNDING_REL));
    }
}
