package org.duecare.premium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.distribution.Binomial;
import org.duecare.distribution.CountLaw;
import org.duecare.distribution.Exponential;
import org.duecare.distribution.GammaLaw;
import org.duecare.distribution.Geometric;
import org.duecare.distribution.Logarithmic;
import org.duecare.distribution.Lognormal;
import org.duecare.distribution.Lomax;
import org.duecare.distribution.LossLaw;
import org.duecare.distribution.NegativeBinomial;
import org.duecare.distribution.NeymanA;
import org.duecare.distribution.Poisson;
import org.duecare.distribution.Uniform;
import org.duecare.distribution.Weibull;
import org.duecare.distribution.ZeroModified;
import org.duecare.distribution.ZeroTruncated;
import org.duecare.settlement.Measure;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.ScenarioBuilder;
import org.duecare.simulation.TestRuns;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The simulation against the exact engine on random scenarios of one operation: the mean that an insurer pays under
 * deductible, limit and annual limit, and two probabilities of the yearly harm. Each mean must agree within 4 standard
 * errors: 200 tests alarm falsely with at most 200 x 6.4e-5 = 1.3 %. Each probability must within 4.9: 400 x 1e-6.
 */
class SimulationAgreementTest {
    private static final double MEAN_BOUND = 4;
    private static final double PROBABILITY_BOUND = 4.9;
    private static final int TRIALS = 20_000;

    /** Far above a cent, so that rounding is far below the standard errors. */
    private static final double UNIT = 1e5;

    @Test
    void fortyRandomOperationsAgree() {
        agree(1, 40);
    }

    @Test
    @Tag("slow")
    void twoHundredRandomOperationsAgree() {
        agree(1, 200);
    }

    private static void agree(int from, int to) {
        for (int number = from; number <= to; number++) {
            SplittableRandom random = new SplittableRandom(number);
            CountLaw count = count(random);
            LossLaw severity = severity(random);
            double claim = severity.mean();
            double deductible = random.nextBoolean() ? 0 : claim * random.nextDouble();
            double limit = claim * (0.2 + 3 * random.nextDouble());
            double annual = random.nextBoolean() ? limit * (1 + random.nextInt(4)) : Cases.NONE;
            judge("scenario " + number, count, severity, deductible, limit, annual);
        }
    }

    private static void judge(
            String name, CountLaw count, LossLaw severity, double deductible, double limit, double annual) {
        double mean = count.mean() * severity.mean();
        AggregateAnswer exact = Cases.of(count, severity)
                .layer(deductible, limit, 0, annual)
                .points(0.5 * mean, 2 * mean)
                .tolerance(1e-6)
                .buckets(1 << 17)
                .answer();
        RunResult result = simulated(count, severity, deductible, limit, annual);

        assertThat(exact.selfCheck().gridError()).as(name).isLessThan(1e-4);
        double[] paid = TestRuns.sums(result, 0, Measure.INSURER, 1);
        within(name + " mean", paid, exact.layers().get(0).mean(), MEAN_BOUND);
        double[] harm = TestRuns.sums(result, 0, Measure.HARM, 1);
        for (AggregateAnswer.Point point : exact.points()) {
            double[] below =
                    Arrays.stream(harm).map(sum -> sum <= point.loss() ? 1 : 0).toArray();
            within(name + " P(S <= " + point.loss() + ")", below, point.cdf(), PROBABILITY_BOUND);
        }
    }

    private static void within(String name, double[] values, double expected, double bound) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
                Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1);
        double error = Math.sqrt(variance / values.length);
        assertThat(Math.abs(mean - expected) / error)
                .as("%s: found %.8g, exact %.8g, standard error %.3g", name, mean, expected, error)
                .isLessThan(bound);
    }

    private static RunResult simulated(
            CountLaw count, LossLaw severity, double deductible, double limit, double annual) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = TRIALS;
        builder.operation("op", 0.5);
        if (count instanceof Poisson poisson) {
            builder.threat("threat", poisson.mean(), severity);
        } else {
            builder.counted("threat", count, severity);
        }
        Layer layer = new Layer(Payer.INSURER, Layer.Kind.TERMS, deductible, limit, 0, annual, 1, null);
        builder.policy("base", ScenarioBuilder.strict(), List.of(layer));
        return TestRuns.run(builder.build(), 2);
    }

    private static CountLaw count(SplittableRandom random) {
        double mean = 0.3 + 4 * random.nextDouble();
        return switch (random.nextInt(10)) {
            case 0 -> new NegativeBinomial(mean, 1.2 + 2 * random.nextDouble());
            case 1 -> new Binomial(1 + random.nextInt(8), 0.2 + 0.7 * random.nextDouble());
            case 2 -> new Geometric(mean);
            case 3 -> new Logarithmic(1.1 + 2 * random.nextDouble());
            case 4 -> new ZeroTruncated(new Poisson(mean));
            case 5 -> new ZeroModified(new NegativeBinomial(mean, 2), 0.1 + 0.6 * random.nextDouble());
            case 6 -> new NeymanA(0.5 * mean, 1 + random.nextDouble());
            case 7 -> Cases.counts(0.2, 0.3, 0.1, 0.4);
            default -> new Poisson(mean);
        };
    }

    private static LossLaw severity(SplittableRandom random) {
        double shape = random.nextDouble();
        return switch (random.nextInt(6)) {
            case 0 -> new Exponential(UNIT);
            case 1 -> new GammaLaw(0.6 + 3 * shape, UNIT);
            case 2 -> new Lomax(2.1 + 2 * shape, UNIT);
            case 3 -> new Weibull(0.7 + shape, UNIT);
            case 4 -> new Uniform(UNIT * shape, UNIT * (1 + 2 * shape));
            default -> new Lognormal(Math.log(UNIT), 0.5 + shape);
        };
    }
}
