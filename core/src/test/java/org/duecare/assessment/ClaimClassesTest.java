package org.duecare.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.duecare.fund.LiabilityFund;
import org.duecare.settlement.Measure;
import org.duecare.simulation.RandomOrders;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.Scenario;
import org.duecare.simulation.TestRuns;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Classes of claimants are paid one after the other, the state that stands last is paid last, over random schemes. */
class ClaimClassesTest {
    private static final int SCHEMES = 600;
    private static final int SCHEMES_SLOW = 100_000;
    private static final double ROUNDING = 1e-9;

    @Test
    void stateThatStandsLastIsPaidLast() {
        assertThat(standLast(0, SCHEMES)).isPositive();
    }

    @Test
    @Tag("slow")
    void stateThatStandsLastIsPaidLastInManySchemes() {
        assertThat(standLast(SCHEMES, SCHEMES + SCHEMES_SLOW)).isPositive();
    }

    /** Schemes in which the fund cannot pay all classes. */
    private static long standLast(int from, int to) {
        long tight = 0;
        for (int number = from; number < to; number++) {
            Scenario scenario = new RandomOrders(number).withClasses();
            RunResult result = TestRuns.run(scenario, 1);
            List<LiabilityFund.ClaimClass> classes =
                    Objects.requireNonNull(scenario.policies().get(0).fund()).priority();
            List<Assessment.ClassLevel> levels = FundAssessor.assess(
                            result.variants().get(0), classes, scenario.years(), result.weights())
                    .classes();
            double[] claimed = new double[3];
            double[] paid = new double[3];
            byHand(result, classes, claimed, paid);
            // A cent for each class, trial and year.
            double cents = 3.0 * scenario.trials() * scenario.years();
            for (int k = 0; k < 3; k++) {
                assertThat(Math.abs(levels.get(k).levelOfPayments() * claimed[k] - paid[k]))
                        .as("scheme %d, class %d", number, k)
                        .isLessThanOrEqualTo(claimed[k] == 0 ? 0 : cents);
                assertThat(k == 0 || paid[k] * claimed[k - 1] <= paid[k - 1] * claimed[k] * (1 + ROUNDING))
                        .isTrue();
            }
            tight += paid[2] * claimed[0] < paid[0] * claimed[2] * (1 - ROUNDING) ? 1 : 0;
        }
        return tight;
    }

    /** Each class gets what the classes before it leave of the payments of a trial-year; cents, added up over trials and years. */
    private static void byHand(
            RunResult result, List<LiabilityFund.ClaimClass> classes, double[] claimed, double[] paid) {
        RunResult.VariantResult variant = result.variants().get(0);
        for (int year = 1; year <= result.scenario().years(); year++) {
            long[] claims =
                    TestRuns.cents(Objects.requireNonNull(variant.fund()).claims(year));
            long[] money = TestRuns.cents(variant.sum(Measure.FUND, year));
            for (int t = 0; t < claims.length; t++) {
                double left = money[t];
                for (int k = 0; k < paid.length; k++) {
                    double claim = classes.get(k).share() * claims[t];
                    // A later class is paid only where all earlier ones are paid in full.
                    double gets = Math.min(left, claim);
                    left -= gets;
                    paid[k] += gets;
                    claimed[k] += claim;
                }
            }
        }
    }
}
