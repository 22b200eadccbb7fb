package org.duecare.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.duecare.compiled.CompiledWorld;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.ElementValues;
import org.duecare.diligence.Pillars;
import org.duecare.diligence.StandardOfCare;
import org.duecare.diligence.Vulnerability;
import org.duecare.distribution.Exponential;
import org.duecare.liability.Liability;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;
import org.duecare.threat.Contagion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code liability.contagion: source}: who let an incident out answers for the harm that it did elsewhere. */
class FailureToWarnTest {
    private static final int TRIALS = 20_480;

    /** Bound on a z-score; with two of them a false alarm in 70,000 runs. */
    private static final double Z = 4.5;

    private static final int INFORMATION_EXCHANGE = 6;

    private static Diligence care(ElementValues effect) {
        return new Diligence(
                new Vulnerability(Vulnerability.Form.EXPONENTIAL, 0.01, effect),
                new StandardOfCare(0.6, null, null, StandardOfCare.ShortfallMeasure.WEIGHTED),
                0.5);
    }

    /** Attempts at the first operation alone: the other one's revenue makes its rate vanish. */
    private static ScenarioBuilder pair(Contagion contagion, ElementValues effect, double first, double other) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = TRIALS;
        builder.diligence = care(effect);
        builder.operation("first", "first", first, ScenarioBuilder.NONE, 1e8);
        builder.operation("other", "other", other, ScenarioBuilder.NONE, 1);
        builder.contagion = contagion;
        builder.threat("attack", 0.5, new Exponential(1e5));
        builder.threats.set(0, Threats.scaling(builder.threats.get(0), 1));
        return builder;
    }

    private static void both(ScenarioBuilder builder, Liability.Rule rule, double sd, Liability.Causation causation) {
        for (Liability.Answerable who : Liability.Answerable.values()) {
            Liability law = ScenarioBuilder.liability(rule, sd, causation).answering(who);
            builder.policies.add(new Policy(
                    who.name(),
                    builder.diligence,
                    law,
                    null,
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    Map.of(),
                    States.NONE,
                    Pillars.NONE));
        }
    }

    private static final ElementValues MEASURES = new ElementValues(0, 0, 0, 0, 1.5, 0, 0, 0, 0);

    @ParameterizedTest
    @EnumSource(Contagion.Form.class)
    void harmAndIncidentsStayAndOnlyWhoOwesThemMoves(Contagion.Form form) {
        ScenarioBuilder builder = new ScenarioBuilder();
        builder.trials = 4096;
        builder.years = 3;
        builder.diligence = care(MEASURES);
        for (int i = 0; i < 5; i++) {
            builder.operation("op-" + i, 0.2 + 0.2 * i);
        }
        builder.contagion = new Contagion(0.9, Contagion.Among.SECTOR, 90, 0.5, form);
        builder.threat("attack", 0.2, new Exponential(1e5));
        both(builder, Liability.Rule.NEGLIGENCE, 0.1, Liability.Causation.BUT_FOR);
        RunResult result = TestRuns.run(builder.build(), 2);
        RunResult.VariantResult victim = result.variants().get(0);
        RunResult.VariantResult source = result.variants().get(1);
        for (int year = 1; year <= builder.years; year++) {
            assertThat(TestRuns.cents(source.incidents(year))).isEqualTo(TestRuns.cents(victim.incidents(year)));
            for (Measure measure : List.of(Measure.OWN_LOSS, Measure.HARM)) {
                assertThat(TestRuns.cents(source.sum(measure, year)))
                        .as("%s, year %d", measure, year)
                        .isEqualTo(TestRuns.cents(victim.sum(measure, year)));
            }
            assertThat(TestRuns.cents(source.sum(Measure.DAMAGES, year)))
                    .isNotEqualTo(TestRuns.cents(victim.sum(Measure.DAMAGES, year)));
        }
    }

    @ParameterizedTest
    @EnumSource(Contagion.Form.class)
    void aCarefulSourceOwesNothingAndACarelessOneOwesForACarefulVictim(Contagion.Form form) {
        for (boolean carefulSource : new boolean[] {true, false}) {
            Contagion contagion = new Contagion(0.8, Contagion.Among.SECTOR, 0, 0.5, form);
            ScenarioBuilder builder = pair(contagion, MEASURES, carefulSource ? 0.7 : 0.2, carefulSource ? 0.2 : 0.7);
            both(builder, Liability.Rule.NEGLIGENCE, 0, Liability.Causation.NONE);
            RunResult result = TestRuns.run(builder.build(), 2);
            long harmElsewhere = 0;
            long owedForIt = 0;
            for (int block = 0; block < TRIALS / CompiledWorld.BLOCK; block++) {
                EventRows rows = result.events().read(1, block, 1);
                for (int row = 0; row < rows.size(); row++) {
                    boolean first = result.operations()
                            .get(rows.operation(row))
                            .operation()
                            .equals("first");
                    boolean answersForOther = rows.amount(Measure.OWN_LOSS, row) == 0;
                    if (first && answersForOther) {
                        harmElsewhere += rows.amount(Measure.HARM, row);
                        owedForIt += rows.amount(Measure.DAMAGES, row);
                    }
                }
            }
            assertThat(harmElsewhere).isPositive();
            assertThat(owedForIt).isEqualTo(carefulSource ? 0 : harmElsewhere);
        }
    }

    /**
     * Two operations; the first falls short of the 0.6 owed in information exchange alone, where it holds nothing, and its
     * warnings would have cut all attempts at full exchange. Of the attempts that go on, those with a mark below
     * {@code 1 - 0.3}, it owes those that exchange at the level owed would have cut: mark at or above {@code 1 - 0.6}. Its own
     * incident may have come back from the other one over an edge that the same warnings would have cut: each incident makes
     * {@code c = 0.56} others, so the share {@code c^2} of its incidents came back, with the chance {@code 1 - (4/7)^2}.
     */
    @Test
    void whatAWarningWouldHaveForestalledIsOwedAndNothingElse() {
        Contagion contagion = new Contagion(0.8, Contagion.Among.SECTOR, 0, 1);
        ScenarioBuilder builder = pair(contagion, ElementValues.uniform(0), 0.6, 0.6);
        double[] levels = ElementValues.uniform(0.6).toArray();
        levels[INFORMATION_EXCHANGE] = 0;
        builder.operations.set(0, Operations.withPosture(builder.operations.get(0), ElementValues.of(levels)));
        both(builder, Liability.Rule.NEGLIGENCE, 0, Liability.Causation.BUT_FOR);
        RunResult result = TestRuns.run(builder.build(), 2);
        int all = 0;
        int owed = 0;
        for (int block = 0; block < TRIALS / CompiledWorld.BLOCK; block++) {
            EventRows rows = result.events().read(1, block, 1);
            for (int row = 0; row < rows.size(); row++) {
                boolean first =
                        result.operations().get(rows.operation(row)).operation().equals("first");
                if (first && rows.amount(Measure.OWN_LOSS, row) == 0) {
                    all++;
                    long damages = rows.amount(Measure.DAMAGES, row);
                    assertThat(damages == 0 || damages == rows.amount(Measure.HARM, row))
                            .isTrue();
                    owed += damages > 0 ? 1 : 0;
                } else {
                    assertThat(rows.amount(Measure.DAMAGES, row)).isZero();
                }
            }
        }
        double back = 0.56 * 0.56;
        double share = (1 - back) * (3 / 7.0) + back * (1 - 16 / 49.0);
        double z = (owed - share * all) / Math.sqrt(all * share * (1 - share));
        assertThat(all).isGreaterThan(3000);
        assertThat(Math.abs(z)).as("%d of %d owed, z = %.2f", owed, all, z).isLessThan(Z);
    }

    @Test
    void underStrictLiabilityTheSourceOwesAllOfIt() {
        ScenarioBuilder builder = pair(new Contagion(0.8, Contagion.Among.SECTOR, 0, 0.5), MEASURES, 0.7, 0.7);
        both(builder, Liability.Rule.STRICT, 0, Liability.Causation.NONE);
        RunResult result = TestRuns.run(builder.build(), 2);
        int first = result.operations().get(0).operation().equals("first") ? 0 : 1;
        RunResult.VariantResult victim = result.variants().get(0);
        RunResult.VariantResult source = result.variants().get(1);
        assertThat(TestRuns.cents(source.sum(Measure.DAMAGES, 1)))
                .isEqualTo(TestRuns.cents(victim.sum(Measure.DAMAGES, 1)));
        assertThat(source.operationTotals(Measure.DAMAGES)[first])
                .isGreaterThan(victim.operationTotals(Measure.DAMAGES)[first]);
        assertThat(source.operationTotals(Measure.OWN_LOSS)).isEqualTo(victim.operationTotals(Measure.OWN_LOSS));
    }
}
