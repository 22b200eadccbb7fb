package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.duecare.settlement.Measure;
import org.duecare.statistics.TrialColumn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Harm equals the sum over payers, in every trial, year, variant and operation, over random schemes. */
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
            for (RunResult.VariantResult variant : result.variants()) {
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
