package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.duecare.compensation.Payer;
import org.duecare.diligence.Assurance;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Hardening;
import org.duecare.diligence.Upkeep;
import org.duecare.distribution.Exponential;
import org.duecare.liability.Liability;
import org.duecare.settlement.EventRows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody has to prove who attacked: the origin of an incident is marked, and no finding depends on it. */
class OriginTest {
    private static final int TRIALS = 4_096;

    private record Origins(String resultSha256, List<Boolean> liable, List<Boolean> stateBacked) {}

    private static Origins origins(Liability.Rule rule, double share) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = TRIALS;
        builder.diligence = ScenarioBuilder.diligence(0.03, 1.6, 0.6, 0.5);
        builder.stateBackedShare = share;
        builder.operation("low", 0.3).operation("high", 0.7);
        builder.threat("attack", 1, new Exponential(1e5)).threat("malfunction", 0.5, new Exponential(1e4));
        builder.event("outage", 1, 1e6);
        builder.policy(
                "base",
                ScenarioBuilder.liability(rule, 0.1, Liability.Causation.BUT_FOR),
                List.of(ScenarioBuilder.layer(Payer.INSURER, 1e4, 1e5, 2e5)));
        RunResult run = TestRuns.run(builder.build(), 2);
        List<Boolean> liable = new ArrayList<>();
        List<Boolean> stateBacked = new ArrayList<>();
        for (int block = 0; block < 2; block++) {
            EventRows rows = run.events().read(0, block, 1);
            for (int i = 0; i < rows.size(); i++) {
                liable.add(rows.liable(i));
                if (rows.statedEvent(i) < 0) {
                    stateBacked.add(rows.stateBacked(i));
                } else {
                    assertThat(rows.stateBacked(i)).isFalse();
                }
            }
        }
        return new Origins(run.resultSha256(), liable, stateBacked);
    }

    @Test
    void findingsAreEqualForAllSharesOfStateBackedAttempts() {
        for (Liability.Rule rule : Liability.Rule.values()) {
            Origins none = origins(rule, 0);
            for (double share : new double[] {0.1, 0.5, 1}) {
                Origins some = origins(rule, share);
                assertThat(some.liable()).as("%s, share %s", rule, share).isEqualTo(none.liable());
                assertThat(some.resultSha256()).isEqualTo(none.resultSha256());
                assertThat(some.stateBacked()).contains(true);
            }
        }
    }

    /** Lessons that teach nothing divide the rows of an operator and change none of them. */
    @Test
    void marksStayWithTheirAttemptsWhereOperationsLearn() {
        List<Boolean> without = marksOfTheSecondYear(null);

        assertThat(without).contains(true, false);
        assertThat(marksOfTheSecondYear(new Hardening(ElementValues.uniform(0), 5)))
                .isEqualTo(without);
    }

    private static List<Boolean> marksOfTheSecondYear(@Nullable Hardening hardening) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = TRIALS;
        builder.years = 2;
        Diligence base = ScenarioBuilder.diligence(0.03, 1.6, 0.6, 0.5);
        builder.diligence = new Diligence(
                base.vulnerability(),
                base.standard(),
                base.continuityFactor(),
                0,
                0,
                0,
                0,
                Upkeep.STATIONARY,
                hardening,
                0,
                Assurance.WITHOUT_EFFECT);
        builder.stateBackedShare = 0.5;
        builder.operation("low", 0.3).operation("high", 0.7);
        builder.threat("attack", 1, new Exponential(1e5)).threat("malfunction", 0.5, new Exponential(1e4));
        builder.policy(
                "base",
                ScenarioBuilder.liability(Liability.Rule.STRICT, 0, Liability.Causation.NONE),
                List.of(ScenarioBuilder.layer(Payer.INSURER, 1e4, 1e5, 2e5)));
        EventRows rows = TestRuns.run(builder.build(), 2).events().read(0, 0, 2);
        List<Boolean> marks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            marks.add(rows.stateBacked(i));
        }
        return marks;
    }

    @Test
    void marksComeAtTheirShareAndAreNested() {
        List<Boolean> few = origins(Liability.Rule.STRICT, 0.2).stateBacked();
        List<Boolean> many = origins(Liability.Rule.STRICT, 0.5).stateBacked();
        double n = many.size();
        long fewer = few.stream().filter(mark -> mark).count();
        long more = many.stream().filter(mark -> mark).count();

        assertThat(fewer / n).isCloseTo(0.2, within(4 * Math.sqrt(0.2 * 0.8 / n)));
        assertThat(more / n).isCloseTo(0.5, within(4 * Math.sqrt(0.25 / n)));
        for (int i = 0; i < few.size(); i++) {
            assertThat(!few.get(i) || many.get(i)).isTrue();
        }
        assertThat(origins(Liability.Rule.STRICT, 0).stateBacked()).doesNotContain(true);
        assertThat(origins(Liability.Rule.STRICT, 1).stateBacked()).doesNotContain(false);
    }
}
