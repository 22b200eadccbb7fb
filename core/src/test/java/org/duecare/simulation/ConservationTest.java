package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.duecare.fund.LiabilityFund;
import org.duecare.quantity.Money;
import org.duecare.settlement.Measure;
import org.duecare.statistics.TrialColumn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Harm equals the sum over payers, in every trial, year, variant and operation, over random schemes; what a fund has at the
 * end is what it had and took in less what it paid.
 */
class ConservationTest {
    private static final int SCHEMES = 5_000;
    private static final int SCHEMES_SLOW = 100_000;

    @Test
    void noMoneyIsLostOrMade() {
        conserve(1_000_000, SCHEMES);
    }

    @Test
    @Tag("slow")
    void noMoneyIsLostOrMadeOverManySchemes() {
        conserve(2_000_000, SCHEMES_SLOW);
    }

    private static void conserve(int from, int schemes) {
        for (int number = from; number < from + schemes; number++) {
            RunResult result = TestRuns.run(RandomScenarios.scheme(number), 1);
            for (int v = 0; v < result.variants().size(); v++) {
                RunResult.VariantResult variant = result.variants().get(v);
                checkFund(result, v, "scheme " + number);
                for (int year = 1; year <= result.scenario().years(); year++) {
                    checkTrials(variant, year, "scheme " + number);
                }
                checkOperations(result, variant, "scheme " + number);
            }
        }
    }

    private static void checkTrials(RunResult.VariantResult variant, int year, String name) {
        if (!variant.measures().contains(Measure.HARM)) {
            return;
        }
        boolean negative = false;
        long[] unpaid = values(variant.sum(Measure.HARM, year));
        for (Measure payer : variant.measures()) {
            if (payer.isPayer()) {
                long[] paid = values(variant.sum(payer, year));
                for (int t = 0; t < unpaid.length; t++) {
                    negative |= paid[t] < 0;
                    unpaid[t] -= paid[t];
                }
            }
        }
        assertThat(negative)
                .as(name + ", " + variant.variant() + ": a payer bears less than nothing")
                .isFalse();
        assertThat(Arrays.equals(unpaid, new long[unpaid.length]))
                .as(name + ", " + variant.variant())
                .isTrue();
    }

    /**
     * Opening balance, levies and calls less payments is the balance after the last year, trial by trial: what is called comes
     * in within the horizon, or it is not paid. Judged where no interest, expenses or refunds move the balance too.
     */
    private static void checkFund(RunResult result, int v, String name) {
        LiabilityFund terms = result.scenario().policies().get(v).fund();
        RunResult.VariantResult variant = result.variants().get(v);
        RunResult.FundPath path = variant.fund();
        if (terms == null
                || path == null
                || terms.interestPerYear() != 0
                || terms.loan() != null
                || terms.expensesPerYear() > 0
                || terms.refundAbove() < ScenarioBuilder.NONE) {
            return;
        }
        int years = result.scenario().years();
        long[] balance = new long[result.scenario().trials()];
        Arrays.fill(balance, Money.minor(terms.initial()));
        for (int year = 1; year <= years; year++) {
            add(variant, Measure.LEVY, year, 1, balance);
            add(variant, Measure.CALLS, year, 1, balance);
            add(variant, Measure.FUND, year, -1, balance);
        }
        assertThat(values(path.balance(years)))
                .as(name + ", " + variant.variant() + ", fund")
                .isEqualTo(balance);
    }

    private static void add(RunResult.VariantResult variant, Measure measure, int year, int sign, long[] to) {
        if (variant.measures().contains(measure)) {
            long[] amounts = values(variant.sum(measure, year));
            Arrays.setAll(to, t -> to[t] + sign * amounts[t]);
        }
    }

    private static void checkOperations(RunResult result, RunResult.VariantResult variant, String name) {
        for (Measure measure : variant.measures()) {
            long inTrials = 0;
            for (int year = 1; year <= result.scenario().years(); year++) {
                inTrials += Arrays.stream(values(variant.sum(measure, year))).sum();
            }
            assertThat(Arrays.stream(variant.operationTotals(measure)).sum())
                    .as("%s, %s of all operations", name, measure)
                    .isEqualTo(inTrials);
        }
    }

    private static long[] values(TrialColumn column) {
        long[] values = new long[column.trials()];
        column.read(0, values.length, values);
        return values;
    }
}
