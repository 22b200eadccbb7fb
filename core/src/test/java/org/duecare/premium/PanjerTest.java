package org.duecare.premium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.duecare.distribution.Binomial;
import org.duecare.distribution.CountLaw;
import org.duecare.distribution.DiscreteCount;
import org.duecare.distribution.FixedCount;
import org.duecare.distribution.Geometric;
import org.duecare.distribution.Logarithmic;
import org.duecare.distribution.NegativeBinomial;
import org.duecare.distribution.NeymanA;
import org.duecare.distribution.Poisson;
import org.duecare.distribution.ZeroModified;
import org.duecare.distribution.ZeroTruncated;
import org.duecare.quantity.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recursion, transform and plain convolution agree for every count law. */
class PanjerTest {
    private static final double ROUNDING = 1e-13;
    private static final ExactMethod RECURSION =
            new ExactMethod(true, Discretisation.LOCAL_MEAN, TransformLibrary.DUECARE);

    static List<CountLaw> recursive() {
        return List.of(
                new Poisson(2.5),
                new NegativeBinomial(3, 2),
                NegativeBinomial.ofRBeta(0.3, 5),
                new Geometric(1.7),
                new Binomial(7, 0.3),
                new Binomial(6, 0.8),
                new Logarithmic(1.9),
                new Logarithmic(1),
                new ZeroTruncated(new Poisson(0.4)),
                new ZeroTruncated(new Geometric(3)),
                new ZeroModified(new Poisson(2), 0.6),
                new ZeroModified(new NegativeBinomial(2, 3), 0.1),
                new ZeroModified(new Logarithmic(2), 0.3),
                new ZeroTruncated(new ZeroModified(new Binomial(5, 0.4), 0.2)),
                new NeymanA(1.5, 2));
    }

    static List<CountLaw> all() {
        List<CountLaw> all = new java.util.ArrayList<>(recursive());
        all.add(new FixedCount(0));
        all.add(new FixedCount(3));
        all.add(new DiscreteCount(List.of(0, 2, 5), List.of(0.2, 0.5, 0.3)));
        all.add(new ZeroTruncated(new DiscreteCount(List.of(0, 1, 4), List.of(0.2, 0.5, 0.3))));
        return all;
    }

    private static CompoundLaw law(CountLaw count) {
        return CompoundLaw.of(count, ClaimSize.of(Cases.discrete(new double[] {0, 1, 2, 5}, .1, .4, .3, .2)));
    }

    /** Sum over n of P(N = n) f*n, without any theory. */
    private static double[] convolved(CountLaw count, double[] severity) {
        double[] power = new double[severity.length];
        power[0] = 1;
        double[] sum = new double[severity.length];
        for (int n = 0; n < 400; n++) {
            double[] next = new double[severity.length];
            for (int x = 0; x < sum.length; x++) {
                sum[x] += count.probability(n) * power[x];
                for (int y = 0; y <= Math.min(5, x); y++) {
                    next[x] += severity[y] * power[x - y];
                }
            }
            power = next;
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("recursive")
    void recursionIsTheSumOfConvolutions(CountLaw count) {
        CompoundGrid grid = CompoundGrid.of(law(count), 1, 512, 0, true, RECURSION);

        double[] expected = convolved(
                count, CompoundGrid.atomMasses(law(count).sources().get(0).size(), 1, 512));
        for (int x = 0; x < 200; x++) {
            assertThat(grid.mass(x)).as(count + " at " + x).isCloseTo(expected[x], within(ROUNDING));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void transformIsTheSumOfConvolutions(CountLaw count) {
        CompoundGrid grid = CompoundGrid.of(law(count), 1, 512, 20, true, ExactMethod.STANDARD);

        double[] expected = convolved(
                count, CompoundGrid.atomMasses(law(count).sources().get(0).size(), 1, 512));
        for (int x = 0; x < 200; x++) {
            assertThat(grid.mass(x)).as(count + " at " + x).isCloseTo(expected[x], within(ROUNDING));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void momentsAreThoseOfTheMasses(CountLaw count) {
        CompoundLaw law = law(count);
        CompoundGrid grid = CompoundGrid.of(law, 1, 1024, 0, true, ExactMethod.STANDARD);
        double mean = grid.tiltedMean(0);
        double third = 0;
        for (int x = 0; x < 1024; x++) {
            third += grid.mass(x) * Math.pow(x - mean, 3);
        }

        assertThat(law.mean()).isCloseTo(mean, within(1e-11));
        assertThat(Math.sqrt(law.variance())).isCloseTo(grid.sd(), within(1e-7));
        // Each mass is rounded by about 1e-18, here weighted with the cubes of 0...1,023.
        double rounding = 1e-18 * Math.pow(1024, 4) / 4;
        assertThat(law.thirdCentralMoment()).isCloseTo(third, within(rounding + 1e-9 * Math.abs(third)));
    }

    @Test
    void countsWithoutRecursionAreRefused() {
        assertThatThrownBy(() -> Panjer.compound(new FixedCount(3), new double[] {0, 1}))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("method = panjer has no recursion");
        assertThatThrownBy(() -> Panjer.compound(new Poisson(5000), new double[] {0, 1}))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("underflows");
    }
}
