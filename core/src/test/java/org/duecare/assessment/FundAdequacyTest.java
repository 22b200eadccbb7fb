package org.duecare.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duecare.compensation.Layer;
import org.duecare.compensation.Payer;
import org.duecare.distribution.Exponential;
import org.duecare.fund.LiabilityFund;
import org.duecare.simulation.Accuracy;
import org.duecare.simulation.Adjustment;
import org.duecare.simulation.FundLever;
import org.duecare.simulation.Scenario;
import org.duecare.simulation.ScenarioBuilder;
import org.duecare.simulation.StatedEvent;
import org.junit.jupiter.api.Test;

/** What is solved for is what closed forms and arithmetic say, inside the stated interval, and another seed agrees. */
class FundAdequacyTest {
    private static final double NONE = ScenarioBuilder.NONE;

    /** One operation, Poisson(0.5) exponential harms of mean 1,000, all on a fund without income. */
    private static Scenario scenario(int trials, Accuracy.Method method) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = trials;
        builder.seed = 11;
        builder.accuracy = new Accuracy(method, 0.8, null, null, null);
        builder.operation("a", 0.5).threat("outage", 0.5, new Exponential(1_000));
        LiabilityFund fund = LiabilityFund.withBalance(4_000).build();
        List<Layer> layers = List.of(Layer.of(Payer.FUND, Layer.Kind.TERMS));
        builder.policy("base", builder.diligence, ScenarioBuilder.strict(), null, layers, fund, List.of());
        return builder.build();
    }

    /** P(S > x) of Poisson(0.5) exponential sums of mean 1: sum over n of P(N = n) P(Poisson(x) < n). */
    private static double exceedance(double x) {
        double sum = 0;
        double count = Math.exp(-0.5);
        for (int n = 1; n < 200; n++) {
            count *= 0.5 / n;
            double term = Math.exp(-x);
            double below = 0;
            for (int k = 0; k < n; k++) {
                below += term;
                term *= x / (k + 1);
            }
            sum += count * below;
        }
        return sum;
    }

    private static double exactSize(double bound) {
        double low = 0;
        double high = 100;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (exceedance(middle) > bound) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 1_000 * low;
    }

    private static FundAdequacy.Answer solve(double bound, Accuracy.Method method) {
        Scenario scenario = scenario(60_000, method);
        return new FundAdequacy(scenario, scenario.policies().get(0), bound, 2).lever(FundLever.INITIAL);
    }

    @Test
    void fundSizeIsThatOfTheClosedForm() {
        for (Accuracy.Method method : List.of(Accuracy.Method.CRUDE, Accuracy.Method.AUTO)) {
            for (double bound : new double[] {0.1, 1e-3}) {
                FundAdequacy.Answer answer = solve(bound, method);
                double exact = exactSize(bound);

                assertThat(exact)
                        .as("%s at %s: %s", method, bound, answer)
                        .isBetween(answer.answer().low(), answer.answer().high());
                assertThat(answer.answer().estimate()).isBetween(0.9 * exact, 1.1 * exact);
                assertThat(answer.answer().high() - answer.answer().low()).isLessThan(0.25 * exact);
                assertThat(answer.confirmed()).isTrue();
            }
        }
    }

    @Test
    void rareBoundIsSolvedByWeightedTrials() {
        FundAdequacy.Answer answer = solve(1e-5, Accuracy.Method.AUTO);

        assertThat(exactSize(1e-5))
                .isBetween(answer.answer().low(), answer.answer().high());
        assertThat(answer.confirmed()).isTrue();
    }

    @Test
    void weightedAndCrudeTrialsAgreeAtOneInAThousand() {
        Scenario scenario = scenario(60_000, Accuracy.Method.AUTO);
        FundAdequacy adequacy = new FundAdequacy(scenario, scenario.policies().get(0), 1e-3, 2);
        var both = adequacy.crossCheck(FundLever.INITIAL, exactSize(1e-3), 4);
        double error = Math.hypot(both.get(0).standardError(), both.get(1).standardError());

        assertThat((both.get(0).probability() - both.get(1).probability()) / error)
                .isBetween(-3.5, 3.5);
        assertThat((both.get(0).probability() - 1e-3) / both.get(0).standardError())
                .isBetween(-3.5, 3.5);
        assertThat(both.get(0).relativeError()).isLessThan(0.3 * both.get(1).relativeError() * 2);
    }

    @Test
    void boundThatCannotBeMissedHasNoAnswerButAReason() {
        Scenario scenario = scenario(4_096, Accuracy.Method.CRUDE);
        FundAdequacy adequacy = new FundAdequacy(scenario, scenario.policies().get(0), 0.5, 1);

        FundAdequacy.Answer answer = adequacy.lever(FundLever.INITIAL);

        assertThat(answer.answer().estimate()).isNaN();
        assertThat(answer.answer().reason()).contains("already");
        assertThat(answer.confirmed()).isFalse();
    }

    @Test
    void smallestDisasterIsTheFundsMoney() {
        Scenario scenario = scenario(512, Accuracy.Method.CRUDE);
        Adjustment.Where all = new Adjustment.Where(null, null, null, null, 1);
        StatedEvent flood = new StatedEvent("flood", 1, 0.5, all, 100, 0, StatedEvent.Liable.FINDING);
        StressPlan.Disaster disaster = new StressPlan.Disaster("flood", List.of(flood), "", "");
        ReverseStress reverse = new ReverseStress(scenario, 1);
        // Short with 99 %: the flood alone must take nearly all of the 4,000, the world's own harms add to it.
        ReverseStress.Smallest likely =
                reverse.smallest(disaster, scenario.policies().get(0), 0.5);
        ReverseStress.Smallest sure =
                reverse.smallest(disaster, scenario.policies().get(0), 0.99);

        // 61 % of the years have no harm of their own, so the even chance is at the fund's money itself.
        assertThat(likely.scale().low()).isLessThanOrEqualTo(40.01);
        assertThat(likely.scale().high()).isGreaterThanOrEqualTo(40);
        assertThat(likely.harm()).isBetween(3_900.0, 4_100.0);
        assertThat(sure.scale().estimate()).isBetween(39.0, 41.0);
        assertThat(likely.confirmed()).isTrue();
        assertThat(sure.confirmed()).isTrue();
        assertThat(sure.confirmation().get(1).probability()).isBetween(0.97, 1.0);
    }

    @Test
    void familyPaysWhatIsStated() {
        Scenario scenario = scenario(2_048, Accuracy.Method.CRUDE);
        Adjustment.Where all = new Adjustment.Where(null, null, null, null, 1);
        StatedEvent flood = new StatedEvent("flood", 1, 0.5, all, 100, 0, StatedEvent.Liable.FINDING);
        List<ReverseStress.Outcome> outcomes = new ReverseStress(scenario, 1)
                .family(new StressPlan.Disaster("flood", List.of(flood), "", ""), List.of(1.0, 10.0));

        for (ReverseStress.Outcome outcome : outcomes) {
            ReverseStress.Payment harm = outcome.paid().get(0);
            assertThat(harm.mean().estimate() - harm.without())
                    .isCloseTo(100 * outcome.scale(), org.assertj.core.data.Offset.offset(0.01));
        }
        assertThat(outcomes).hasSize(2);
    }
}
