package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.duecare.compensation.Payer;
import org.duecare.distribution.Lognormal;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;
import org.junit.jupiter.api.Test;

/** Incidents that are looked up after a run are the ones that were settled in it. */
class EventsTest {
    @Test
    void incidentsAddUpToSumsAndLargestEventsOfEveryTrial() {
        RunResult result = TestRuns.run(DeterminismTest.reference(), 2);
        for (int v = 0; v < result.variants().size(); v++) {
            RunResult.VariantResult variant = result.variants().get(v);
            for (int year = 1; year <= result.scenario().years(); year++) {
                for (Measure measure : variant.measures()) {
                    if (measure != Measure.LEVY) {
                        compare(result, v, year, measure);
                    }
                }
            }
        }
    }

    @Test
    void largestEventsHoldWhereAllTrialsHaveSeenTheWholeRetention() {
        ScenarioBuilder portfolio = new ScenarioBuilder().threat("outage", 3.0, new Lognormal(10, 1.5));
        portfolio.trials = 2100; // the last block has trials that nothing reaches
        portfolio.years = 2;
        for (int i = 0; i < 150; i++) {
            portfolio.operation("op-%03d".formatted(i), 0.5);
        }
        portfolio.policy(
                "base",
                ScenarioBuilder.strict(),
                List.of(
                        ScenarioBuilder.layer(Payer.OPERATOR, 0, 1e4, ScenarioBuilder.NONE),
                        ScenarioBuilder.layer(Payer.INSURER, 0, 1e5, 2e5)));

        RunResult result = TestRuns.run(portfolio.build(), 2);

        for (int year = 1; year <= 2; year++) {
            for (Measure measure : List.of(Measure.HARM, Measure.OPERATOR, Measure.INSURER)) {
                compare(result, 0, year, measure);
            }
        }
    }

    static void compare(RunResult result, int v, int year, Measure measure) {
        int trials = result.scenario().trials();
        long[] sums = new long[trials];
        long[] largest = new long[trials];
        for (int block = 0; block * 2048 < trials; block++) {
            EventRows rows = result.events().read(v, block, year);
            long event = 0;
            for (int row = 0; row < rows.size(); row++) {
                int trial = block * 2048 + rows.slot(row);
                boolean same =
                        row > 0 && rows.slot(row - 1) == rows.slot(row) && rows.event(row - 1) == rows.event(row);
                event = rows.amount(measure, row) + (same ? event : 0);
                sums[trial] += rows.amount(measure, row);
                largest[trial] = Math.max(largest[trial], event);
            }
        }
        RunResult.VariantResult variant = result.variants().get(v);
        assertThat(sums)
                .as("%s, year %d, %s", variant.variant(), year, measure)
                .isEqualTo(TestRuns.cents(variant.sum(measure, year)));
        assertThat(largest)
                .as("%s, year %d, largest %s", variant.variant(), year, measure)
                .isEqualTo(TestRuns.cents(Objects.requireNonNull(variant.max(measure, year))));
    }
}
